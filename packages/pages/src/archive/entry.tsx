/** One entry: what it says, by which right, its texts, the chain it rests on, and its bytes. */
import { Facts, People, PersonName, Time, useSay, Words } from "@nabat/ui";
import type { ActId } from "@nabat/kernel";
import { type ChainLink, chainView, type EntryView, entryView } from "@nabat/views";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { type BodyPage, notFound, recordOnly, show } from "../frame.tsx";
import { ChainOf, Right, sayEntry } from "./say-entry.tsx";

export function entryPage(app: Hono, deps: PagesDeps): void {
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
          [t("entry-by"), view.by ? <PersonName of={view.by} /> : t("entry-server")],
          [t("entry-confirmed-by"), view.confirmedBy.length > 0 && <People of={view.confirmedBy} />],
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
