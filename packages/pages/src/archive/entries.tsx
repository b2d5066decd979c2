/** Entries in plain words: who did what by which right; and one entry with the chain it rests on. */
import { Chain, Empty, Facts, Notice, Pager, PersonName, type Say, Time, useSay, Words } from "@nabat/ui";
import { type ActId, isMemberId } from "@nabat/kernel";
import {
  type ChainLink,
  chainView,
  csvMoment,
  entriesView,
  type EntryLine,
  type EntryView,
  entryView,
  type MemberLine,
  membersView,
  toCsv,
} from "@nabat/views";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { type BodyPage, recordOnly, notFound, show } from "../frame.tsx";
import { csvFile, oneOf, pagerLinks, pagingOf, withQuery } from "../query.ts";

/** Kinds by the words people use; a value ending in `.` is a prefix. */
const KINDS = [
  "move",
  "say",
  "vote.",
  "result",
  "sitting.",
  "join",
  "invite",
  "leave",
  "device.",
  "account",
  "erase",
  "clock",
] as const;

export function entryPages(app: Hono, deps: PagesDeps): void {
  const query = (page: BodyPage, limit: number, one?: string) => {
    const { c } = page;
    const kind = oneOf(c, "kind", KINDS);
    const by = c.req.query("by") ?? one;
    const before = Number(c.req.query("before") ?? Number.NaN);
    return {
      limit,
      ...(kind ? { kind } : {}),
      ...(by && isMemberId(by) ? { by } : {}),
      ...(Number.isSafeInteger(before) && before >= 0 ? { before } : {}),
    };
  };
  app.get("/b/:body/entries", (c) =>
    recordOnly(c, deps, async (page) => {
      const named = await membersNamed(page);
      const list =
        named && named.length !== 1
          ? { items: [], total: page.reader.state.size }
          : await entriesView(page.reader, query(page, pagingOf(c).limit ?? 50, named?.[0]?.id));
      return show(
        page,
        { title: page.say.t("tab-entries"), tab: "entries", islands: ["live"] },
        <Entries page={page} list={list} named={named} />,
      );
    }),
  );
  app.get("/b/:body/entries.csv", (c) =>
    recordOnly(c, deps, async (page) => {
      const named = await membersNamed(page);
      const one = named?.length === 1 ? named[0]?.id : undefined;
      const list =
        named && one === undefined
          ? { items: [] }
          : await entriesView(page.reader, { ...query(page, 1000, one), clock: true });
      const rows = list.items.map((e) => [
        e.index,
        csvMoment(e.at),
        e.kind,
        e.by?.id,
        e.by?.name,
        sayEntry(page.say, e),
        e.right?.rule,
        e.id,
      ]);
      return csvFile(c, "entries", toCsv(["index", "at", "kind", "by", "name", "what", "right", "id"], rows));
    }),
  );
  app.get("/b/:body/entries/:id", (c) =>
    recordOnly(c, deps, async (page) => {
      const view = await entryView(page.reader, c.req.param("id") as ActId);
      if (!view) return notFound(c, deps, "thing");
      const chain = await chainView(page.reader, view.id);
      return show(
        page,
        { title: page.say.t("entry-n", { n: view.index }), tab: "entries" },
        <Entry page={page} view={view} chain={chain} />,
      );
    }),
  );
}

/** What an entry says, in words; with the author's name unknown it still makes a sentence. */
export function sayEntry(say: Say, line: Pick<EntryLine, "told">): string {
  const { id, args } = line.told;
  const who = args["who"] === "" ? say.t("person-unnamed") : String(args["who"]);
  const said = say.t(id, {
    ...args,
    who,
    titled: args["title"] === "" ? "" : say.t("quoted", { text: String(args["title"]) }),
  });
  return said.startsWith("⟦") ? say.t("entry-other", { who, kind: id.replace("entry-", "") }) : said;
}

/** The right an entry was admitted by. */
function Right({ line, base }: { line: EntryLine; base: string }) {
  const { t } = useSay();
  if (!line.right) return null;
  return (
    <>
      {t("right-rule", { rule: line.right.rule })}
      {line.right.from && (
        <>
          {" "}
          <a href={`${base}/entries/${line.right.from}`}>{t("right-from")}</a>
        </>
      )}
    </>
  );
}

/** The members whose name fits what was typed, those who left among them; nothing where nobody was asked for. */
async function membersNamed(page: BodyPage): Promise<readonly MemberLine[] | undefined> {
  const q = page.c.req.query("who")?.slice(0, 100).trim();
  if (!q || page.c.req.query("by")) return undefined;
  const here = await membersView(page.reader, { q, limit: 20 });
  const left = await membersView(page.reader, { q, standing: "left", limit: 20 });
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

/** The chain of acts an entry rests on. */
export function ChainOf({ links, base }: { links: readonly ChainLink[]; base: string }) {
  const say = useSay();
  const { t } = say;
  return (
    <Chain
      links={links.map((link) => ({
        root: link.root,
        other: !link.here,
        children: (
          <>
            <p>
              {link.entry ? (
                <a href={link.here ? `${base}/entries/${link.act}` : `/b/${link.body}/entries/${link.act}`}>
                  {sayEntry(say, link.entry)}
                </a>
              ) : (
                <span>{t("chain-elsewhere")}</span>
              )}
            </p>
            <p class="meta">
              {link.entry && (
                <span>
                  <Time at={link.entry.at} />
                </span>
              )}
              {link.entry?.right && <span>{t("right-rule", { rule: link.entry.right.rule })}</span>}
              {!link.here && (
                <span>
                  {t("chain-in")} <Words of={link.bodyName} />
                </span>
              )}
              {link.root && <span>{t("chain-root")}</span>}
            </p>
          </>
        ),
      }))}
    />
  );
}

function Entry({ page, view, chain }: { page: BodyPage; view: EntryView; chain: readonly ChainLink[] }) {
  const say = useSay();
  const { t } = say;
  const { base } = page;
  return (
    <>
      <p class="kicker">{t("entry-n", { n: view.index })}</p>
      <h1 class="read">{sayEntry(say, view)}</h1>
      {view.path && (
        <p>
          <a class="btn" href={base + view.path}>
            {t("entry-about")}
          </a>
        </p>
      )}
      <Facts
        rows={[
          [t("entry-at"), <Time at={view.at} />],
          [t("entry-by"), view.by ? <PersonName name={view.by.name} /> : t("entry-server")],
          [t("entry-right"), view.right ? <Right line={view} base={base} /> : undefined],
          [t("entry-claimed"), view.claimed === undefined ? undefined : <Time at={view.claimed} />],
          [t("entry-saw"), view.saw === undefined ? undefined : t("entry-saw-n", { n: view.saw })],
          [t("entry-key"), view.key ? <code>{view.key}</code> : undefined],
          [t("entry-seq"), view.seq === undefined ? undefined : t("number", { n: view.seq })],
          [t("entry-id"), <code>{view.id}</code>],
        ]}
      />
      {view.attachments.length > 0 && (
        <section>
          <h2>{t("entry-texts")}</h2>
          {view.attachments.map((a) => (
            <article class="remark" key={a.hash}>
              <p class="meta">
                <span>{t(`grade-${a.grade}`)}</span>
                <span>{t("entry-bytes", { n: a.size })}</span>
                <code>{a.hash}</code>
              </p>
              {a.grade === "closed" ? <p class="soft">{t("grade-closed-what")}</p> : <Words of={a.text} block />}
            </article>
          ))}
        </section>
      )}
      {chain.length > 0 && (
        <section>
          <h2>{t("entry-chain")}</h2>
          <p class="read soft">{t("entry-chain-what")}</p>
          <ChainOf links={chain} base={base} />
        </section>
      )}
      <p>
        <a href={`${base}/accounts?about=${view.id}`}>{t("account-add")}</a>
      </p>
      <details>
        <summary>{t("entry-raw")}</summary>
        <pre class="scroll small">{JSON.stringify(view.document, null, 2)}</pre>
      </details>
    </>
  );
}
