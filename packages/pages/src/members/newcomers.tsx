/** Newcomers: who waits for what until they vote, and what one can do for them; one's own way first (M-23 to M-28). */
import { amongHalf, maySee, openSittings } from "@nabat/body";
import { electedTellerOf } from "@nabat/body/members/tellers.ts";
import { ActForm, Day, Empty, Filter, Hidden, Meta, People, PersonName, Radios, Time, useSay, Words } from "@nabat/ui";
import {
  CHOICES,
  NEWCOMER_COLUMNS,
  newcomerRow,
  type NewcomerLine,
  newcomersView,
  type NewcomersView,
  type WaitsFor,
} from "@nabat/views";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { type BodyPage, recordOnly, show } from "../frame.tsx";
import { amongAll, Lines, listPages } from "../lists.tsx";
import { Bursts, Greeters, Places } from "./growth.tsx";
import { Helping, Lacking, Waits } from "./waits.tsx";

export function newcomerPages(app: Hono, deps: PagesDeps): void {
  listPages(app, deps, {
    name: "newcomers",
    open: recordOnly,
    choices: CHOICES.newcomers,
    view: newcomersView,
    show: (page, list, asked) =>
      show(
        page,
        { title: page.say.t("newcomers-title"), tab: "members", islands: ["sign"] },
        <Newcomers page={page} list={list} asked={asked} />,
      ),
    columns: NEWCOMER_COLUMNS,
    row: newcomerRow,
  });
}

function Newcomers({
  page,
  list,
  asked,
}: {
  page: BodyPage;
  list: NewcomersView;
  asked: { readonly status?: WaitsFor; readonly q?: string };
}) {
  const { t } = useSay();
  const { base } = page;
  const next = `${base}/newcomers`;
  return (
    <>
      <h1>{t("newcomers-title")}</h1>
      <p class="lead">{t("newcomers-lead", { members: list.members, roll: list.roll })}</p>
      {list.own && (
        <p>
          <a href={`${base}/me#vote`}>{t("own-vote-see")}</a>
        </p>
      )}
      {list.coming.map((door) => (
        <p key={door.motion}>
          {t(door.from === undefined ? "door-comes-not" : "door-comes")}{" "}
          {door.from !== undefined && (
            <>
              <Time at={door.from} />.{" "}
            </>
          )}
          <a href={`${base}/motions/${door.motion}#decision`}>{t("door-decision")}</a>
        </p>
      ))}
      <Bursts page={page} burst={list.burst} />
      <SeenAtMeeting page={page} list={list} next={next} />
      <Filter
        action={next}
        q={asked.q}
        label={t("members-find")}
        choices={[
          amongAll(
            { name: "status", label: t("newcomers-waits"), all: t("newcomers-all"), value: asked.status },
            CHOICES.newcomers.status,
            (w) => t(`vote-wait-${w}`),
          ),
        ]}
      />
      <Lines
        page={page}
        list={list}
        asked={asked.status !== undefined || asked.q !== undefined}
        all={next}
        none={
          <Empty href={`${base}/invite`} step={t("invite-title")}>
            {t("newcomers-none")}
          </Empty>
        }
        line={(m) => <NewcomerItem key={m.id} page={page} line={m} greets={list.greeters.you} next={next} />}
      />
      <Places page={page} view={list} />
      <Greeters page={page} view={list} next={next} />
    </>
  );
}

function NewcomerItem({
  page,
  line: m,
  greets,
  next,
}: {
  page: BodyPage;
  line: NewcomerLine;
  greets: boolean;
  next: string;
}) {
  const { t } = useSay();
  const { base, reader } = page;
  return (
    <li id={m.id.slice(0, 12)}>
      <span class="title">
        <Words of={m.name} />
        {m.you && ` (${t("person-you")})`}
      </span>
      <Meta>
        {m.standing !== "member" && t(`standing-short-${m.standing}`)}
        {m.lacks && <Lacking of={m.lacks} />}
        {m.standing === "applicant" && m.since !== undefined && (
          <>
            {t("newcomer-member-from")} <Day at={m.since} />
          </>
        )}
        {m.waits.length > 0 && <Waits waits={m.waits} />}
        <>
          {t("member-joined")} <Day at={m.joined} />
        </>
        {m.invitedBy && (
          <>
            {t("member-invited-by")} <PersonName of={m.invitedBy} />
          </>
        )}
        {m.sponsors.length > 0 && (
          <>
            {t("newcomer-sponsors")} <People of={m.sponsors} />
          </>
        )}
        {m.seenBy.length > 0 && (
          <>
            {t("newcomer-seen-by")} <People of={m.seenBy} />
          </>
        )}
        {m.card && t("member-card")}
        {m.confirmed !== undefined && (
          <>
            {t("newcomer-card-confirmed")} <Day at={m.confirmed} />
            {m.confirmedBy && (
              <>
                {" "}
                {t("newcomer-card-confirmed-by")} <PersonName of={m.confirmedBy} />
              </>
            )}
          </>
        )}
        <a href={`${base}/entries/${m.act}`}>{t("by-which-right")}</a>
      </Meta>
      {greets && m.may.see && (
        <ActForm quiet act="seen" body={reader.body} next={next} submit={t("see-do")} warning={t("see-warning")}>
          <Hidden name="members" value={m.id} as="list" />
        </ActForm>
      )}
      <Helping page={page} line={m} next={next} />
    </li>
  );
}

/** Two whom the meeting that is open elected to count enter together whom they see there (M-24). */
function SeenAtMeeting({ page, list, next }: { page: BodyPage; list: NewcomersView; next: string }) {
  const { t } = useSay();
  const { reader } = page;
  const me = reader.viewer.member;
  const sitting = openSittings(reader.state, reader.now).find(
    (s) => me !== undefined && electedTellerOf(reader.state, s.id, me, reader.now, "M-24").ok,
  );
  if (!sitting || me === undefined) return null;
  // Whom a greeter saw before is entered here once more where half of the roll is there: a place asks for it (M-26).
  const among = amongHalf(reader.state, sitting.id, reader.now);
  const unseen = list.items.filter((m) => maySee(reader.state, m.id, me, reader.now, among).ok);
  if (unseen.length === 0) return null;
  return (
    <details>
      <summary>{t("seen-title")}</summary>
      <p class="read">{t("seen-what")}</p>
      <ActForm quiet act="seen" body={reader.body} next={next} submit={t("seen-do")}>
        <Hidden name="sitting" value={sitting.id} />
        <Radios
          type="checkbox"
          name="members"
          legend={t("seen-who")}
          as="list"
          options={unseen.map((m) => ({ value: m.id as string, label: m.name.text ?? m.id.slice(0, 8) }))}
        />
      </ActForm>
    </details>
  );
}
