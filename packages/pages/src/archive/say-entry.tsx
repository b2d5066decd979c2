/** An entry in words, the right it was admitted by, and the chain it rests on. */
import { Chain, type Say, Time, useSay, Words } from "@nabat/ui";
import type { ChainLink, EntryLine } from "@nabat/views";

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
export function Right({ line, base }: { line: EntryLine; base: string }) {
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
