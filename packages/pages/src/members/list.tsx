/** Members: the roll as of any date, guests and applicants, vouching, cards for who has no device. */
import { hasVote } from "@nabat/body";
import { ActLink, ActButton, Day, Filter, Meta, Notice, People, PersonName, useSay, Words } from "@nabat/ui";
import {
  burstNow,
  cardsToConfirm,
  CHOICES,
  type Chosen,
  ROLL_COLUMNS,
  rollRow,
  type CardToConfirm,
  type MemberLine,
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
import { AtSitting } from "./door.tsx";
import { NewKeysItem } from "../keys/new-keys.tsx";
import { Bursts } from "./growth.tsx";
import { Waits } from "./waits.tsx";
import { Pending } from "../keys/pending.tsx";

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
  asked,
}: {
  page: BodyPage;
  list: MembersView;
  pending: readonly PendingLine[];
  keys: readonly NewKeysLine[];
  cards: readonly CardToConfirm[];
  burst: NewcomersView["burst"] | undefined;
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

/** So many are shown here; the rest in their own list. */
const SHOWN = 5;

/** New keys for somebody: so that everybody is told, that person too (K-6). */
function NewKeysUnderWay({ page, keys }: { page: BodyPage; keys: readonly NewKeysLine[] }) {
  const { t } = useSay();
  const here = `${page.base}/new-keys`;
  if (keys.length === 0)
    return (
      <p>
        <a href={here}>{t("new-keys-title")}</a>
      </p>
    );
  return (
    <Notice
      id="new-keys"
      title={t("new-keys-title")}
      tone={keys.some((k) => k.you.yes || k.object.yes) ? "needs" : "plain"}
    >
      <ul class="ledger">
        {keys.slice(0, SHOWN).map((k) => (
          <NewKeysItem key={k.id} page={page} line={k} next={`${page.base}/members`} />
        ))}
      </ul>
      <p>
        <a href={here}>{keys.length > SHOWN ? t("new-keys-more", { n: keys.length - SHOWN }) : t("new-keys-all")}</a>
      </p>
    </Notice>
  );
}

/** Cards of newcomers that wait for a third (M-28). */
function Confirm({ page, cards }: { page: BodyPage; cards: readonly CardToConfirm[] }) {
  const { t } = useSay();
  if (cards.length === 0) return null;
  return (
    <Notice id="confirm" title={t("confirm-title")} tone={cards.some((c) => c.you.yes) ? "needs" : "plain"}>
      <p>{t("confirm-what")}</p>
      <ul class="ledger">
        {cards.map((c) => (
          <li key={c.card}>
            <span class="title">
              <PersonName of={c.person} />
            </span>
            <Meta>
              <>
                {t("confirm-by")} <People of={c.by} />
              </>
              <Day at={c.at} />
              <a href={`${page.base}/entries/${c.card}`}>{t("by-which-right")}</a>
            </Meta>
            {c.you.yes && (
              <ActButton
                quiet
                act="card.confirm"
                body={page.reader.body}
                next={`${page.base}/members`}
                submit={t("confirm-do")}
                warning={t("confirm-warning")}
                of={{ card: c.card }}
              />
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function MemberItem({ page, line: m, asked }: { page: BodyPage; line: MemberLine; asked: Asked }) {
  const { t } = useSay();
  const { base } = page;
  return (
    <li id={m.id.slice(0, 12)}>
      <span class="title">
        {m.standing === "guest" || m.standing === "applicant" || m.stayEnded ? (
          <a href={`${base}/guests/${m.id}`}>
            <Words of={m.name} />
          </a>
        ) : (
          <Words of={m.name} />
        )}
        {m.you && ` (${t("person-you")})`}
      </span>
      <Meta>
        {m.standing === "applicant" && m.since !== undefined ? (
          <>
            {t("member-member-from")} <Day at={m.since} />
          </>
        ) : (
          (m.standing !== "member" || asked.on !== undefined) &&
          t(`standing-short-${m.stayEnded ? "sent-away" : m.standing}`)
        )}
        <>
          {t("member-joined")} <Day at={m.joined} />
        </>
        {m.left !== undefined && (
          <>
            {t("member-left")} <Day at={m.left} />
          </>
        )}
        {m.standing === "member" && m.votesFrom !== undefined && m.votesFrom > page.reader.now && (
          <>
            {t("member-votes-from")} <Day at={m.votesFrom} />
          </>
        )}
        {m.standing === "member" && m.votesFrom === undefined && m.waits.length > 0 && <Waits waits={m.waits} />}
        {m.card && !m.confirmedBy && t(m.toConfirm ? "member-card-waits" : "member-card")}
        {m.card && m.confirmedBy && (
          <>
            {t("member-card-confirmed")} <PersonName of={m.confirmedBy} />
          </>
        )}
        {m.card && <a href={`${base}/entries?kind=vote.card`}>{t("member-card-entered")}</a>}
        {m.invitedBy && (
          <>
            {t("member-invited-by")} <PersonName of={m.invitedBy} />
          </>
        )}
        {m.sponsor && m.sponsor.id !== m.invitedBy?.id && (
          <>
            {t("newcomer-sponsors")} <PersonName of={m.sponsor} />
          </>
        )}
        {m.rests !== undefined && (
          <>
            {t(m.rests <= page.reader.now ? "member-rests" : "member-would-rest")} <Day at={m.rests} />
          </>
        )}
        {m.rests === undefined && m.asked !== undefined && (
          <>
            {t("member-asked")} <Day at={m.asked} />
          </>
        )}
        {m.vouchers.length > 0 && t("member-vouched", { names: m.vouchers.map((v) => v.name ?? "…").join(", ") })}
        <a href={`${base}/entries/${m.act}`}>{t("by-which-right")}</a>
      </Meta>
      {m.you && m.asked !== undefined && (
        <ActButton
          act="rest.here"
          body={page.reader.body}
          next={`${base}/members`}
          submit={t("rest-here-do")}
          warning={t("rest-here-warning")}
          of={{}}
        />
      )}
      {m.mayAsk && (
        <ActButton
          quiet
          act="rest.ask"
          body={page.reader.body}
          next={`${base}/members`}
          submit={t("rest-ask-do")}
          warning={t("rest-ask-warning")}
          of={{ member: m.id }}
        />
      )}
      {m.mayVouch && (
        <ActButton
          quiet
          act="vouch"
          body={page.reader.body}
          next={`${base}/members`}
          submit={t("vouch-do")}
          warning={t("vouch-warning")}
          of={{ member: m.id }}
        />
      )}
    </li>
  );
}
