/** One text, read on where a page showed only its beginning: in pieces that a small phone carries. */
import { isHash, type Hash } from "@nabat/kernel";
import { useSay } from "@nabat/ui";
import { pieceOf, wholeTexts } from "@nabat/views";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { membersPage, notFound, show } from "../frame.tsx";

export function textPage(app: Hono, deps: PagesDeps): void {
  app.get("/b/:body/texts/:hash", (c) =>
    membersPage(c, deps, async (page) => {
      const hash = c.req.param("hash");
      const found = isHash(hash) ? (await wholeTexts(page.reader, [hash as Hash]))(hash as Hash) : undefined;
      if (found?.text === undefined) return notFound(c, deps, "thing");
      const from = Number(c.req.query("from") ?? 0);
      const piece = pieceOf(found.text, Number.isSafeInteger(from) ? from : 0);
      const here = `${page.base}/texts/${hash}`;
      return show(page, { title: page.say.t("text-whole") }, <Whole {...piece} from={from} here={here} />);
    }),
  );
}

function Whole({ text, from, next, here }: { text: string; from: number; next?: number; here: string }) {
  const { t } = useSay();
  return (
    <div class="read">
      <h1>{t("text-whole")}</h1>
      {from > 0 && (
        <p>
          <a href={here}>{t("text-from-start")}</a>
        </p>
      )}
      <div class="text">{text}</div>
      {next !== undefined && (
        <p>
          <a class="btn" href={`${here}?from=${next}`}>
            {t("text-read-on")}
          </a>
        </p>
      )}
    </div>
  );
}
