/** Members: the roll as of any date, guests and applicants, vouching, cards for who has no device. */
import { hasVote } from "@nabat/body";
import { ActLink, Day, Filter, useSay } from "@nabat/ui";
import {
  burstNow,
  type ByCardView,
  byCardView,
  cardsToConfirm,
  CHOICES,
  type Chosen,
  ROLL_COLUMNS,
  rollRow,
  type CardToConfirm,
  membersView,
  type MembersView,
  type NewcomersView,
  type NewKeysLine,
  newKeysView,
  type PendingLine,
  pendingView,
  type Unknown,
} from "@nabat/views";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { type BodyPage, recordOnly, show } from "../frame.tsx";
import { amongAll, Lines, listPages } from "../lists.tsx";
import { AboutCards } from "./by-card.tsx";
import { AtSitting } from "./door.tsx";
import { Bursts } from "./growth.tsx";
import { Pending } from "../keys/pending.tsx";
import { MemberItem } from "./member-item.tsx";
import { NewKeysUnderWay, Confirm } from "./under-way.tsx";

export function memberPages(app: Hono, deps: PagesDeps): void {
  listPages(app, deps, {
    name: "members",
    open: recordOnly,
    choices: CHOICES.roll,
    more: { names: ["on"], read: dayOf },
    view: membersView,
    show: async (page, list, asked) =>
      show(
        page,
        { title: page.say.t("tab-members"), tab: "members", islands: ["sign", "card"] },
        <Members
          page={page}
          list={list}
          pending={await pendingView(page.reader, page.deps.sha256)}
          keys={(await newKeysView(page.reader, { limit: 200 })).items.filter((k) => k.stage !== "off")}
          cards={await cardsToConfirm(page.reader)}
          burst={await burstNow(page.reader)}
          byCard={await byCardView(page.reader)}
          asked={asked}
        />,
      ),
    columns: ROLL_COLUMNS,
    row: rollRow,
  });
}

interface AsOf {
  /** The day that was asked for. */
  readonly on: string;
  /** Its end, in UTC: exact to the day everywhere. */
  readonly at: number;
}

type Asked = Chosen<typeof CHOICES.roll> & Partial<AsOf>;

/** The day as of which the roll is asked for. */
function dayOf({ c }: BodyPage): { readonly asked: Partial<AsOf>; readonly unknown?: Unknown } {
  const on = c.req.query("on");
  if (!on) return { asked: {} };
  const at = /^\d{4}-\d{2}-\d{2}$/.test(on) ? Date.parse(`${on}T23:59:59.999Z`) : Number.NaN;
  if (Number.isSafeInteger(at)) return { asked: { on, at } };
  return { asked: {}, unknown: { code: "no-such-value", field: "on", value: on, values: [] } };
}

function Members({
  page,
  list,
  pending,
  keys,
  cards,
  burst,
  byCard,
  asked,
}: {
  page: BodyPage;
  list: MembersView;
  pending: readonly PendingLine[];
  keys: readonly NewKeysLine[];
  cards: readonly CardToConfirm[];
  burst: NewcomersView["burst"] | undefined;
  byCard: ByCardView;
  asked: Asked & { readonly q?: string };
}) {
  const { t } = useSay();
  const { base } = page;
  const me = page.reader.viewer;
  const member = me.standing === "member";
  const plain = !asked.status && !asked.on && !asked.q;
  return (
    <>
      <h1>{t("tab-members")}</h1>
      <p class="lead">
        {t("members-lead", { members: list.members, guests: list.guests, applicants: list.applicants })}
      </p>
      <p>
        {t("members-voting", { roll: list.roll, waiting: list.members - list.roll })}{" "}
        <a href={`${base}/newcomers`}>{t("newcomers-title")}</a>
      </p>
      {member && (
        <p class="row">
          <ActLink main act="invite" of={{ as: "guest" }} href={`${base}/invite`}>
            {t("invite-title")}
          </ActLink>
        </p>
      )}
      <Pending page={page} pending={pending.filter(elsewhere)} next={`${base}/members`} />
      <NewKeysUnderWay page={page} keys={keys} />
      <AboutCards page={page} cards={byCard} />
      <Confirm page={page} cards={cards} />
      {burst && <Bursts page={page} burst={burst} />}
      <Filter
        action={`${base}/members`}
        q={asked.q}
        label={t("members-find")}
        choices={[
          amongAll(
            { name: "status", label: t("list-status"), all: t("members-all"), value: asked.status },
            CHOICES.roll.status,
            (s) => t(`standing-many-${s}`),
          ),
        ]}
        dates={[{ name: "on", label: t("members-on"), value: asked.on }]}
      />
      {asked.on && (
        <p>
          {t("members-as-of")} <Day at={list.at} />
        </p>
      )}
      <Lines
        page={page}
        list={list}
        asked
        all={`${base}/members`}
        line={(m) => <MemberItem key={m.id} page={page} line={m} asked={asked} />}
        wide
      />
      {page.reader.viewer.member !== undefined &&
        plain &&
        hasVote(page.reader.state, page.reader.viewer.member, page.reader.now) && <AtSitting page={page} />}
    </>
  );
}

/** New keys and cards stand in a list of their own. */
const elsewhere = (p: PendingLine): boolean => p.kind !== "key.recover" && p.kind !== "card.again";
