/** Start a group: name, purpose, our rules in seven sentences with sound defaults, the rest folded. */
import { checkStatutes, sentences, type Statutes, template, type TemplateName, TEMPLATES } from "@nabat/body";
import { statutesText, zoneOrUtc } from "@nabat/speech";
import { ActForm, Field, Hidden, Island, Notice, Radios, Select, useSay } from "@nabat/ui";
import type { Context, Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { localeOf, plainPage, told } from "../frame.tsx";
import { formOf } from "../query.ts";
import { AdjustableSentences } from "../statutes/rules-fields.tsx";
import { statutesFrom } from "../statutes/statutes-form.ts";

interface Draft {
  readonly template: TemplateName;
  readonly statutes: Statutes;
  readonly fields: Readonly<Record<string, string>>;
  readonly wrong?: {
    readonly rule: string;
    readonly code: string;
    readonly facts: Record<string, string | number | boolean>;
  };
}

export function foundPages(app: Hono, deps: PagesDeps): void {
  const page = (c: Context, draft: Draft) =>
    plainPage(c, deps, (say) => {
      const wrong = draft.wrong && told(say, draft.wrong);
      return {
        options: { title: say.t("found-title"), islands: ["found"] },
        content: <FoundPage c={c} deps={deps} draft={draft} wrong={wrong} />,
      };
    });
  app.get("/found", (c) => page(c, draftOf(c, deps, c.req.query())));
  // By POST, so that a name or a code never comes to stand in an address or a log.
  app.post("/found/preview", async (c) => {
    const sent = await formOf(c);
    return page(
      c,
      draftOf(
        c,
        deps,
        Object.fromEntries(Object.entries(sent).flatMap(([k, v]) => (typeof v === "string" ? [[k, v]] : []))),
      ),
    );
  });
  // The text that will be signed, for these settings: what the island shows and attaches.
  app.get("/found/sentences", (c) => {
    const draft = draftOf(c, deps, c.req.query());
    if (draft.wrong) return c.json(draft.wrong, 422);
    return c.json({ statutes: draft.statutes, text: statutesText(sentences(draft.statutes), localeOf(c)) });
  });
}

function draftOf(c: Context, deps: PagesDeps, asked: Readonly<Record<string, string>>): Draft {
  const sent = Object.fromEntries(Object.entries(asked).map(([k, v]) => [k, v.slice(0, 4000)]));
  const name = TEMPLATES.find((t) => t === (sent["pick"] ?? sent["template"])) ?? "house";
  // Another template brings its own numbers; what the person wrote goes along.
  const other = sent["template"] !== undefined && sent["template"] !== name;
  const fields = Object.fromEntries(Object.entries(sent).filter(([k]) => !other || !k.startsWith("statutes.")));
  const base = template(name, { zone: zoneOrUtc(deps.clerk.zone), languages: [localeOf(c)] });
  const made = statutesFrom(base, fields);
  if (!made.ok)
    return {
      template: name,
      statutes: base,
      fields,
      wrong: { rule: made.rule, code: made.code, facts: { ...made.facts } },
    };
  const checked = checkStatutes(made.value);
  return checked.ok
    ? { template: name, statutes: made.value, fields }
    : {
        template: name,
        statutes: made.value,
        fields,
        wrong: { rule: checked.rule, code: checked.code, facts: { ...checked.facts } },
      };
}

/** All zones this machine knows, with UTC. */
function zones(): readonly string[] {
  const all = Intl.supportedValuesOf("timeZone").filter((z) => z.includes("/"));
  return ["UTC", ...all];
}

/** The decision of another group that establishes this one, where the address or the form names it (F-10). */
function motherOf(fields: Draft["fields"]): { body: string; result: string; type: string } | undefined {
  const mother = fields["mother"] ?? fields["establishedBy.body"];
  const result = fields["result"] ?? fields["establishedBy.act"];
  const type = fields["type"];
  const hex = /^[0-9a-f]{64}$/;
  if (!mother || !result || !hex.test(mother) || !hex.test(result)) return undefined;
  return { body: mother, result, type: type === "council" || type === "committee" ? type : "assembly" };
}

function FoundPage({ c, deps, draft, wrong }: { c: Context; deps: PagesDeps; draft: Draft; wrong?: string }) {
  const { t, locale } = useSay();
  const { statutes, fields } = draft;
  const existing = fields["existing"] === "1" || fields["existing.since"] !== undefined;
  const code = deps.clerk.founding(c) === "code";
  const mother = motherOf(fields);
  return (
    <div class="read">
      <h1>{existing ? t("found-existing-title") : t("found-title")}</h1>
      <p class="lead">{mother ? t("found-established-lead") : existing ? t("found-existing-lead") : t("found-lead")}</p>
      <ActForm
        act="found"
        next="/b/{body}"
        submit={t("found-do")}
        warning={t("found-warning")}
        wrong={wrong}
        data={{
          clerk: deps.clerk.key,
          sentences: "/found/sentences",
          zone: statutes.zone,
          code: code ? "asked" : undefined,
        }}
        id="found"
      >
        <input type="hidden" name="template" value={draft.template} />
        <Radios
          name="pick"
          legend={t("found-template")}
          value={draft.template}
          options={TEMPLATES.map((name) => ({
            value: name,
            label: t(`template-${name}`),
            hint: t(`template-${name}-what`),
          }))}
        />
        <p>
          <button type="submit" formmethod="post" formaction="/found/preview" formnovalidate data-no-sign="1">
            {t("found-template-use")}
          </button>
        </p>
        <Hidden name="type" value={mother?.type ?? "assembly"} />
        {mother && <Hidden name="establishedBy.body" value={mother.body} />}
        {mother && <Hidden name="establishedBy.act" value={mother.result} />}
        <Field
          name="name"
          label={t("found-name")}
          hint={t("found-name-hint")}
          text="public"
          required
          maxLength={120}
          value={fields["name"]}
        />
        <Field
          name="purpose"
          label={t("found-purpose")}
          hint={t("found-purpose-hint")}
          text="public"
          lines={3}
          required
          maxLength={2000}
          value={fields["purpose"]}
        />
        <Field
          name="founderName"
          label={t("found-you")}
          hint={t("found-you-hint")}
          text="members"
          required
          maxLength={80}
          autocomplete="name"
          value={fields["founderName"]}
        />
        {existing && (
          <Field
            name="existing.since"
            label={t("found-since")}
            hint={t("found-since-hint")}
            type="date"
            as="day"
            required
            value={fields["existing.since"]}
          />
        )}
        <h2 id="sentences">{t("found-sentences")}</h2>
        <p class="soft">{t("found-sentences-what")}</p>
        <AdjustableSentences statutes={statutes} />
        <p>
          <button type="submit" formmethod="post" formaction="/found/preview#sentences" formnovalidate data-no-sign="1">
            {t("found-show")}
          </button>
        </p>
        <details>
          <summary>{t("found-rest")}</summary>
          <Select
            name="statutes.zone"
            label={t("param-zone")}
            hint={t("found-zone-hint")}
            value={statutes.zone}
            options={zones().map((z) => ({ value: z, label: z.replaceAll("_", " ") }))}
          />
          <Field
            name="statutes.languages"
            label={t("param-languages")}
            hint={t("found-languages-hint")}
            as="words"
            value={statutes.languages.join(",")}
          />
          <Select
            name="practice"
            label={t("found-practice")}
            hint={t("found-practice-hint")}
            as="true"
            value={fields["practice"] ?? ""}
            options={[
              { value: "", label: t("no") },
              { value: "true", label: t("yes") },
            ]}
          />
        </details>
        {code && <Field name="code" label={t("found-code")} hint={t("found-code-hint")} required maxLength={40} />}
        <Notice title={t("found-next")} level={3}>
          <ol>
            {[1, 2, 3, 4].map((n) => (
              <li key={n}>{t(`found-next-${n}`)}</li>
            ))}
          </ol>
        </Notice>
        <Island name="found" props={{ locale }} />
      </ActForm>
    </div>
  );
}
