/** Entries in plain words: who did what by which right. */
import { Empty, Notice, Pager, Time, useSay, Words } from "@nabat/ui";
import { isMemberId } from "@nabat/kernel";
import {
  type EntriesQuery,
  entriesView,
  ENTRY_COLUMNS,
  type EntryLine,
  entryRow,
  type MemberLine,
  membersView,
  toCsv,
  type Unknown,
} from "@nabat/views";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { type BodyPage, recordOnly, show } from "../frame.tsx";
import { Right, sayEntry } from "./say-entry.tsx";
import { LeftOut, notNarrowed } from "../lists.tsx";
import { beforeOf, csvFile, narrowed, pagerLinks, pagingOf, withQuery } from "../query.ts";

/** Kinds by the words people use; a value ending in `.` is a prefix. */
const KINDS = [
  "move",
  "say",
  "vote.",
  "result",
  "now.",
  "put.",
  "sitting.",
  "join",
  "invite",
  "vouch",
  "seen",
  "sponsor",
  "place",
  "greet.",
  "list.",
  "leave",
  "leave.card",
  "device.",
  "key.",
  "card",
  "vote.card",
  "account",
  "erase",
  "appeal",
  "stay.",
  "guest.",
  "clock",
] as const;

export function entryPages(app: Hono, deps: PagesDeps): void {
  app.get("/b/:body/entries", (c) =>
    recordOnly(c, deps, async (page) => {
      const named = await membersNamed(page);
      const { query, unknown } = asked(page, named?.[0]?.id);
      const list =
        named && named.length !== 1
          ? { items: [], total: page.reader.state.size }
          : await entriesView(page.reader, { ...query, limit: pagingOf(c).limit ?? 50 });
      return show(
        page,
        { title: page.say.t("tab-entries"), tab: "entries", islands: ["live"] },
        <Entries page={unknown ? { ...page, unknown } : page} list={list} named={named} />,
      );
    }),
  );
  app.get("/b/:body/entries.csv", (c) =>
    recordOnly(c, deps, async (page) => {
      const named = await membersNamed(page);
      const one = named?.length === 1 ? named[0]?.id : undefined;
      const { query, unknown } = asked(page, one);
      if (unknown) return notNarrowed(page, unknown);
      const list =
        named && one === undefined
          ? { items: [] }
          : await entriesView(page.reader, { ...query, limit: 1000, clock: true });
      const rows = list.items.map((e) => [...entryRow(e), sayEntry(page.say, e)]);
      return csvFile(c, "entries", toCsv([...ENTRY_COLUMNS, "says"], rows));
    }),
  );
}

/** What of the address narrows the entries, and what in it they can't be narrowed by. `one`: whom the name that was typed fits. */
function asked({ c }: BodyPage, one?: string): { query: Omit<EntriesQuery, "limit">; unknown?: Unknown } {
  const { chosen, unknown } = narrowed(c, { kind: KINDS }, ["who", "by", "before"]);
  const by = c.req.query("by") || one;
  const { before, unknown: odd } = beforeOf(c);
  const wrong: Unknown | undefined =
    unknown ??
    odd ??
    (by && !isMemberId(by) ? { code: "no-such-value", field: "by", value: by, values: [] } : undefined);
  return {
    query: {
      ...chosen,
      ...(by && isMemberId(by) ? { by } : {}),
      ...(before === undefined ? {} : { before }),
    },
    ...(wrong ? { unknown: wrong } : {}),
  };
}

/** The members whose name fits what was typed, those who left among them; nothing where nobody was asked for. */
async function membersNamed(page: BodyPage): Promise<readonly MemberLine[] | undefined> {
  const q = page.c.req.query("who")?.slice(0, 100).trim();
  if (!q || page.c.req.query("by")) return undefined;
  const here = await membersView(page.reader, { q, limit: 20 });
  const left = await membersView(page.reader, { q, status: "left", limit: 20 });
  return [...here.items, ...left.items];
}

function Entries({
  page,
  list,
  named,
}: {
  page: BodyPage;
  list: { readonly items: readonly EntryLine[]; readonly total: number; readonly next?: number };
  named?: readonly MemberLine[];
}) {
  const say = useSay();
  const { t } = say;
  const { base, c } = page;
  const { items, total, next } = list;
  return (
    <>
      <h1>{t("tab-entries")}</h1>
      <p class="lead">{t("entries-lead")}</p>
      <p class="links">
        <a href={`${base}/chain`}>{t("home-chain")}</a>
      </p>
      <form class="filter" method="get" action={`${base}/entries`} role="search">
        <div class="field">
          <label for="who">{t("entries-who")}</label>
          <input id="who" name="who" type="search" maxLength={100} value={c.req.query("who") ?? ""} />
        </div>
        <div class="field">
          <label for="kind">{t("entries-kind")}</label>
          <select id="kind" name="kind">
            <option value="">{t("list-all")}</option>
            {KINDS.filter((k) => k !== "clock" || page.facts.practice).map((k) => (
              <option key={k} value={k} selected={page.c.req.query("kind") === k}>
                {t(`kind-${k.replaceAll(".", "")}`)}
              </option>
            ))}
          </select>
        </div>
        <button type="submit">{t("list-filter")}</button>
      </form>
      <LeftOut page={page} />
      {page.facts.practice && !page.c.req.query("kind") && <p class="soft">{t("entries-clock")}</p>}
      {named && named.length > 1 ? (
        <Notice title={t("entries-who-which")}>
          <ul class="doors-plain">
            {named.map((m) => (
              <li key={m.id}>
                <a href={withQuery(c, { by: m.id, before: undefined })}>
                  <Words of={m.name} />
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      ) : items.length === 0 ? (
        <Empty href={`${base}/entries`} step={t("list-show-all")}>
          {t("list-none-found")}
        </Empty>
      ) : (
        <>
          <ol class="ledger" reversed start={items[0]?.index}>
            {items.map((e) => (
              <li key={e.id}>
                <a class="title" href={`${base}/entries/${e.id}`}>
                  {sayEntry(say, e)}
                </a>
                <p class="meta">
                  <span>{t("entry-n", { n: e.index })}</span>
                  <span>
                    <Time at={e.at} />
                  </span>
                  <span>
                    <Right line={e} base={base} />
                  </span>
                </p>
              </li>
            ))}
          </ol>
          <Pager shown={items.length} total={total} {...pagerLinks(page.c, next, true, "before")} />
        </>
      )}
    </>
  );
}
