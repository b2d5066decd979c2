/** Who called it, by which right: founding, adoption, the bodies above and below. */
import { Day, HouseMark, Notice, PersonName, StreetMark, useSay, Words } from "@nabat/ui";
import { type BodyChain, bodyChain } from "@nabat/views";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { ChainOf } from "../archive/say-entry.tsx";
import { type BodyPage, recordOnly, show } from "../frame.tsx";

export function chainPages(app: Hono, deps: PagesDeps): void {
  app.get("/b/:body/chain", (c) =>
    recordOnly(c, deps, async (page) => {
      const chain = await bodyChain(page.reader);
      return show(page, { title: page.say.t("chain-title"), tab: "entries" }, <ChainPage page={page} chain={chain} />);
    }),
  );
}

function ChainPage({ page, chain }: { page: BodyPage; chain: BodyChain }) {
  const { t } = useSay();
  const { base, facts } = page;
  return (
    <div class="read">
      <h1>{t("chain-title")}</h1>
      <p class="lead">{t("chain-lead")}</p>
      {chain.provisional && (
        <Notice title={t("provisional-title")}>
          <p>{t("provisional-what")}</p>
        </Notice>
      )}
      {chain.existing && (
        <Notice title={t(chain.existing.confirmed ? "chain-existing-confirmed" : "chain-existing")}>
          <p>
            {t("chain-existing-since")} <Day at={chain.existing.since} />.{" "}
            {!chain.existing.confirmed && t("chain-existing-what")}
          </p>
        </Notice>
      )}
      <h2>{t("chain-back")}</h2>
      <ChainOf links={chain.links} base={base} />
      <p class="soft small">
        {t("home-founded-by")} <PersonName of={chain.founded.by} />, <Day at={chain.founded.at} />.
        {chain.mother ? "" : ` ${t("chain-founding-what")}`}
      </p>
      <h2>{t("chain-tree")}</h2>
      <ul class="tree">
        <li>
          {chain.mother && (
            <div class="house">
              <StreetMark />
              <a href={`/b/${chain.mother.body}`}>
                <Words of={chain.mother.name} />
              </a>
            </div>
          )}
          <ul class={chain.mother ? "tree" : "tree alone"}>
            <li>
              <div class="house">
                <HouseMark />
                <b>
                  <Words of={facts.name} />
                </b>
              </div>
              {chain.children.length > 0 && (
                <ul class="tree">
                  {chain.children.map((child) => (
                    <li key={child.body}>
                      <div class="house">
                        <HouseMark />
                        <span>
                          <a href={`/b/${child.body}`}>
                            <Words of={child.name} />
                          </a>{" "}
                          <a class="small" href={`${base}/entries/${child.result}`}>
                            {t("by-which-right")}
                          </a>
                        </span>
                      </div>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          </ul>
        </li>
      </ul>
      {chain.children.length === 0 && !chain.mother && <p class="soft">{t("chain-alone")}</p>}
    </div>
  );
}
