/** Me: what I signed and on which device, my name, my own way to a vote. */
import { ActForm, Day, Empty, Facts, Field, Pager, PersonName, Table, Time, type Say, useSay } from "@nabat/ui";
import {
  type OwnWay,
  ownWayView,
  signedView,
  stilledNow,
  type SignedLine,
  csvMoment,
  toCsv,
  peopleOf,
  type Unknown,
} from "@nabat/views";
import type { MemberId } from "@nabat/kernel";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { sayEntry } from "../archive/say-entry.tsx";
import { voteWaits, type VoteWait } from "@nabat/body";
import { OwnWayShown } from "../members/own-way.tsx";
import { type Stilled, StilledHere } from "../voice/stilled.tsx";
import { Waits } from "../members/waits.tsx";
import { bodyPage, type BodyPage, show } from "../frame.tsx";
import { LeftOut, notNarrowed } from "../lists.tsx";
import { beforeOf, csvFile, narrowed, pagerLinks } from "../query.ts";
import { minePage } from "./mine-page.tsx";

export function mePages(app: Hono, deps: PagesDeps): void {
  const asked = (c: Parameters<typeof bodyPage>[0]): { query: { before?: number }; unknown?: Unknown } => {
    const { unknown } = narrowed(c, {}, ["before"]);
    const { before, unknown: odd } = beforeOf(c);
    const wrong = unknown ?? odd;
    return { query: before === undefined ? {} : { before }, ...(wrong ? { unknown: wrong } : {}) };
  };
  app.get("/b/:body/me", (c) =>
    minePage(c, deps, async (page, me) => {
      const { query, unknown } = asked(c);
      const signed = await signedView(page.reader, me, { limit: 50, ...query });
      const { name } = (await peopleOf(page.reader, [me]))(me);
      return show(
        page,
        { title: page.say.t("tab-me"), tab: "me", islands: ["sign"] },
        <Me
          page={unknown ? { ...page, unknown } : page}
          name={name}
          signed={signed.items}
          next={signed.next}
          way={await ownWayView(page.reader)}
          stilled={await stilledNow(page.reader)}
        />,
      );
    }),
  );
  app.get("/b/:body/me.csv", (c) =>
    minePage(c, deps, async (page, me) => {
      const { query, unknown } = asked(c);
      if (unknown) return notNarrowed(page, unknown);
      const signed = await signedView(page.reader, me, { limit: 1000, ...query });
      return csvFile(
        c,
        "signed",
        toCsv(
          ["index", "at", "kind", "what", "device", "id"],
          signed.items.map((e) => [e.index, csvMoment(e.at), e.kind, sayEntry(page.say, e), e.key, e.id]),
        ),
      );
    }),
  );
}

/** Since when one votes, or what one's vote waits for. */
function ownVote(say: Say, { from, waits }: { from?: number; waits: readonly VoteWait[] }) {
  if (waits.length === 0) return from === undefined ? undefined : say.t("me-votes-since", { when: say.day(from) });
  return (
    <a href="#vote">
      <Waits waits={waits} />
    </a>
  );
}

function Me({
  page,
  name,
  signed,
  next,
  way,
  stilled,
}: {
  page: BodyPage;
  name?: string;
  signed: readonly SignedLine[];
  next?: number;
  way?: OwnWay;
  stilled?: Stilled;
}) {
  const say = useSay();
  const { t, day } = say;
  const { base, reader } = page;
  const me = reader.viewer.member as MemberId;
  const member = reader.state.members.members.get(me);
  const has = reader.viewer.standing;
  const own =
    member && (has === "member" || has === "applicant")
      ? { from: member.votesFrom, waits: voteWaits(reader.state, member, reader.now) }
      : undefined;
  return (
    <>
      <h1>{t("tab-me")}</h1>
      <Facts
        rows={[
          [t("found-you"), <PersonName {...(name === undefined ? {} : { of: { name } })} />],
          [
            t("me-standing"),
            reader.viewer.standing === "applicant" && member?.from !== undefined
              ? t("standing-applicant-from", { when: day(member.from) })
              : t(`standing-${reader.viewer.standing}`),
          ],
          [t("me-vote"), own && ownVote(say, own)],
          [t("member-joined"), member ? <Day at={member.joined} /> : undefined],
          [t("keys-title"), <a href={`${base}/keys`}>{t("me-keys")}</a>],
        ]}
      />
      {way && <OwnWayShown page={page} way={way} />}
      <p class="row">
        <a class="btn" href={`${base}/erase`}>
          {t("erase-title")}
        </a>
        <a class="btn" href={`${base}/leave`}>
          {t("leave-title")}
        </a>
      </p>
      {stilled ? (
        <StilledHere stilled={stilled} />
      ) : (
        <details>
          <summary>{t("rename-title")}</summary>
          <ActForm
            act="rename"
            body={reader.body}
            next={`${base}/me`}
            submit={t("rename-do")}
            warning={t("rename-warning")}
          >
            <Field name="name" label={t("join-name")} text="members" required maxLength={80} />
          </ActForm>
        </details>
      )}
      <h2>{t("me-signed")}</h2>
      <p class="read soft">{t("me-signed-what")}</p>
      <LeftOut page={page} />
      {signed.length === 0 ? (
        <Empty>{t("me-signed-none")}</Empty>
      ) : (
        <>
          <Table
            columns={[{ name: t("entry-what") }, { name: t("entry-at") }, { name: t("me-device") }]}
            rows={signed.map((e) => [
              reader.mayReadRecord ? (
                <a href={`${base}/entries/${e.id}`}>{sayEntry(say, e)}</a>
              ) : (
                <>{sayEntry(say, e)}</>
              ),
              <Time at={e.at} />,
              e.key === reader.viewer.key ? t("device-here") : <code>{(e.key ?? "").slice(0, 12)}…</code>,
            ])}
          />
          <Pager
            shown={signed.length}
            total={Math.max(
              signed.length,
              [...reader.state.keys.keys].reduce(
                (n, [key, k]) => (k.member === me ? n + (reader.state.seqs.get(key) ?? 0) : n),
                0,
              ),
            )}
            {...pagerLinks(page.c, next, true, "before")}
          />
        </>
      )}
    </>
  );
}
