/**
 * Counting for whoever comes: papers in, every stage out, without script. The form comes back filled in
 * with each answer, since nothing of it is stored anywhere else.
 */
import { countedJson, RULE_IDS, type RuleId } from "@nabat/count";
import { Notice, useSay } from "@nabat/ui";
import type { Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { MOST_BYTES } from "@nabat/count/asked/limits.ts";
import { countRefusal } from "@nabat/speech/count/refusal.ts";
import type { PagesDeps } from "../deps.ts";
import { localeOf, notFound, plainPage } from "../frame.tsx";
import { csvFile, formOf } from "../query.ts";
import { exampleOf } from "./examples.ts";
import { CountForm } from "./form-view.tsx";
import { askedByForm, EMPTY, formatOf, type FormFault, type Kept, readForm } from "./form.ts";
import { CountedPage } from "./result-view.tsx";
import { RulePage, RulesPage } from "./rules-view.tsx";
import { stagesCsv } from "./stages-csv.ts";

/** Papers, and the fields and seams of the form around them. */
const MOST_FORM = MOST_BYTES + 200_000;

type Wrong = FormFault | { readonly sentence: string };

/** The pages under /count. */
export function countPages(app: Hono, deps: PagesDeps): void {
  const form = (c: Context, kept: Kept, wrong?: Wrong, status: 200 | 413 | 422 | 429 = wrong ? 422 : 200) => {
    return plainPage(c, deps, ({ t }) => ({
      options: { title: t("counting-title"), status },
      content: <Start kept={kept} {...(wrong ? { wrong } : {})} />,
    }));
  };
  const tooLarge = (c: Context, kept: Kept) => {
    const facts = { bytes: MOST_BYTES, most: MOST_BYTES };
    return form(c, kept, { sentence: countRefusal({ rule: "T-3", code: "too-large", facts }, localeOf(c)) }, 413);
  };
  const answer = async (c: Context, kept: Kept) => {
    const asked = askedByForm(kept);
    if (asked === "too-large") return tooLarge(c, EMPTY);
    if ("id" in asked) return form(c, kept, asked);
    const counted = await deps.count(c, asked);
    if (counted === "busy") return form(c, kept, { id: "counting-busy" }, 429);
    if (!counted.ok) return form(c, kept, { sentence: countRefusal(counted, localeOf(c)) });
    const { result } = counted.value;
    const as = kept.values["as"];
    if (as === "csv") return csvFile(c, `count-${result.rule}`, stagesCsv(result));
    if (as === "blt" && counted.value.written !== undefined) {
      c.header("Content-Disposition", 'attachment; filename="papers.blt"');
      c.header("Cache-Control", "private, no-store");
      return c.body(counted.value.written, 200, { "Content-Type": "text/plain; charset=utf-8" });
    }
    if (as === "json") {
      c.header("Content-Disposition", `attachment; filename="count-${result.rule}.json"`);
      c.header("Cache-Control", "private, no-store");
      return c.json({ file: kept.name || `ballots.${formatOf(kept)}`, ...countedJson(counted.value) });
    }
    return plainPage(c, deps, ({ t }) => ({
      options: { title: result.title || t("counting-untitled") },
      content: <CountedPage counted={counted.value} kept={kept} />,
    }));
  };
  app.get("/count", (c) => {
    const example = exampleOf(c.req.query("example") ?? "");
    const rule = c.req.query("rule") ?? "";
    const known = (RULE_IDS as readonly string[]).includes(rule) ? rule : undefined;
    if (!example) return form(c, known ? { ...EMPTY, values: { rule: known } } : EMPTY);
    const values = { rule: known ?? example.rule, ...(example.compare ? { compare: example.compare } : {}) };
    return answer(c, { values, papers: example.text, name: "" });
  });
  app.post("/count", bodyLimit({ maxSize: MOST_FORM, onError: (c) => tooLarge(c, EMPTY) }), async (c) =>
    answer(c, await readForm(await formOf(c))),
  );
  app.get("/count/rules", (c) =>
    plainPage(c, deps, ({ t }) => ({ options: { title: t("counting-rules-title") }, content: <RulesPage /> })),
  );
  app.get("/count/rules/:id", (c) => {
    const id = c.req.param("id");
    if (!(RULE_IDS as readonly string[]).includes(id)) return notFound(c, deps, "thing");
    return plainPage(c, deps, ({ t }) => ({
      options: { title: `${t("counting-f-rule")}${t("colon")}${id}` },
      content: <RulePage id={id as RuleId} />,
    }));
  });
}

function Start({ kept, wrong }: { kept: Kept; wrong?: Wrong }) {
  const { t } = useSay();
  return (
    <>
      <div class="read">
        <h1>{t("counting-title")}</h1>
        <p class="lead">{t("counting-lead")}</p>
        {wrong && (
          <div role="alert">
            <Notice tone="needs" title={t("counting-refused")}>
              <p>{"id" in wrong ? t(wrong.id, wrong.args) : wrong.sentence}</p>
            </Notice>
          </div>
        )}
        <p>
          {t("counting-nothing-kept")} <a href="/count/rules">{t("counting-rules-all")}</a>
        </p>
      </div>
      {!wrong && (
        <section class="read" aria-labelledby="try">
          <h2 id="try">{t("counting-try")}</h2>
          <ul class="ledger">
            {["capital", "committee"].map((name) => (
              <li key={name}>
                <a class="title" href={`/count?example=${name}`}>
                  {t(`counting-try-${name}`)}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <CountForm kept={kept} />
    </>
  );
}
