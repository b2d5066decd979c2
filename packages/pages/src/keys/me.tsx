/** Me: what I signed and on which device, my name, erasing, leaving. */
import {
  ActForm,
  Day,
  Empty,
  Facts,
  Field,
  Notice,
  Pager,
  PersonName,
  Radios,
  Table,
  Time,
  type Say,
  useSay,
} from "@nabat/ui";
import {
  type OwnText,
  ownTexts,
  type OwnWay,
  ownWayView,
  type Page,
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
import { bodyPage, type BodyPage, show, told } from "../frame.tsx";
import { LeftOut, notNarrowed } from "../lists.tsx";
import { beforeOf, csvFile, narrowed, pagerLinks, pagingOf } from "../query.ts";

/** A page for someone whom the body knows; others are told how to come in. */
function minePage(
  c: Parameters<typeof bodyPage>[0],
  deps: PagesDeps,
  build: (page: BodyPage, me: MemberId) => Promise<Response>,
): Promise<Response> {
  return bodyPage(c, deps, (page) => {
    const me = page.reader.viewer.member;
    if (me !== undefined && page.reader.mayRead) return build(page, me);
    const { t } = page.say;
    return show(
      page,
      { title: t("tab-me"), tab: "me", status: 403 },
      <div class="read">
        <h1>{t("tab-me")}</h1>
        <p class="lead">{t("me-stranger")}</p>
        <p class="row">
          <a class="btn" href={`${page.base}/keys#back`}>
            {t("back-title")}
          </a>
          <a class="btn" href="/invited">
            {t("door-invited")}
          </a>
        </p>
      </div>,
    );
  });
}

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
  app.get("/b/:body/erase", (c) =>
    minePage(c, deps, async (page, me) => {
      const { unknown } = narrowed(c, {});
      const own = await ownTexts(page.reader, me, pagingOf(c));
      return show(
        page,
        { title: page.say.t("erase-title"), tab: "me", islands: ["sign"] },
        <Erase page={unknown ? { ...page, unknown } : page} own={own} />,
      );
    }),
  );
  app.get("/b/:body/leave", (c) =>
    minePage(c, deps, (page) =>
      show(page, { title: page.say.t("leave-title"), tab: "me", islands: ["sign"] }, <Leave page={page} />),
    ),
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

function Erase({ page, own }: { page: BodyPage; own: Page<OwnText> }) {
  const say = useSay();
  const { t } = say;
  const { base, reader } = page;
  const free = own.items.filter((o) => o.may);
  const kept = own.items.filter((o) => !o.may);
  const label = (o: OwnText) =>
    o.text.text === undefined
      ? `${t(`text-${o.text.why ?? "missing"}`)} (${o.hash.slice(0, 12)}…)`
      : o.text.text.slice(0, 140) || o.hash.slice(0, 12);
  return (
    <div class="read">
      <h1>{t("erase-title")}</h1>
      <p class="lead">{t("erase-lead")}</p>
      <LeftOut page={page} list={own} />
      {free.length === 0 ? (
        <Empty>{t("erase-none")}</Empty>
      ) : (
        <ActForm
          act="erase"
          body={reader.body}
          next={`${base}/record#erased`}
          submit={t("erase-do")}
          warning={t("erase-warning")}
        >
          <Radios
            type="checkbox"
            name="attachments"
            legend={t("erase-which")}
            as="list"
            options={free.map((o) => ({ value: o.hash as string, label: label(o) }))}
          />
        </ActForm>
      )}
      {kept.length > 0 && (
        <section>
          <h2>{t("erase-kept")}</h2>
          <Table
            columns={[{ name: t("retention-thing") }, { name: t("retention-why") }]}
            rows={kept.map((o) => [
              <bdi>{label(o)}</bdi>,
              <>
                {o.rule && o.code ? told(say, { rule: o.rule, code: o.code, facts: {} }) : ""}{" "}
                {o.bound && <a href={`${base}/entries/${o.bound}`}>{t("erase-decision")}</a>}
              </>,
            ])}
          />
        </section>
      )}
      <Pager shown={own.items.length} total={own.total} {...pagerLinks(page.c, own.next, false)} />
      <p>
        <a href={`${base}/record#erased`}>{t("erase-table")}</a>
      </p>
    </div>
  );
}

function Leave({ page }: { page: BodyPage }) {
  const { t } = useSay();
  const { base, reader } = page;
  return (
    <div class="read">
      <h1>{t("leave-title")}</h1>
      <p class="lead">{t("leave-lead")}</p>
      <ul>
        {[1, 2, 3].map((n) => (
          <li key={n}>{t(`leave-${n}`)}</li>
        ))}
      </ul>
      <Notice>
        <p>
          <a href={`/api/bodies/${reader.body}/export`} download>
            {t("record-export-do")}
          </a>{" "}
          · <a href={`${base}/erase`}>{t("erase-title")}</a>
        </p>
      </Notice>
      <ActForm act="leave" body={reader.body} next={base} submit={t("leave-do")} warning={t("leave-warning")} />
    </div>
  );
}
