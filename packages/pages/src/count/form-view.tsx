/** The form of the counting page: papers, rule, seats, a second rule, and what single rules ask. */
import { RULE_IDS, type RuleId } from "@nabat/count";
import { sayRule } from "@nabat/speech/count/mod.ts";
import { Field, Select, useSay } from "@nabat/ui";
import { FOLDED, type Kept, OPTION_FIELDS, type OptionField } from "./form.ts";

/** Rules by what they are for. */
export const RULE_GROUPS: readonly (readonly [string, readonly RuleId[]])[] = [
  ["one", ["plurality", "approval", "irv", "schulze", "ranked-pairs", "majority-judgment", "score"]],
  ["proportional", ["scottish-stv", "wigm-stv", "meek-stv", "seq-phragmen", "seq-pav", "equal-shares"]],
  ["most", ["block"]],
];

/** Papers longer than this go along unseen, since a text area of megabytes stops a phone. */
const SHOWN = 100_000;

/** A rule's name as a heading: it begins with a capital. */
export function ruleTitle(rule: string, locale: "en" | "fr"): string {
  const name = sayRule(rule, locale);
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

/** The whole form. Its id lets buttons elsewhere on the page send it. */
export function CountForm({ kept }: { kept: Kept }) {
  const { t } = useSay();
  const v = kept.values;
  return (
    <form id="count-form" class="count-form no-print" method="post" action="/count" encType="multipart/form-data">
      <Papers kept={kept} />
      <RuleChoice chosen={v["rule"]} />
      <div class="two">
        <Field
          name="seats"
          type="number"
          label={t("counting-seats")}
          hint={t("counting-seats-hint")}
          value={v["seats"]}
          min={1}
          max={1000}
        />
        <Select
          name="compare"
          label={t("counting-compare")}
          value={v["compare"] ?? ""}
          options={[{ value: "", label: t("counting-compare-none") }, ...useRuleOptions()]}
        />
      </div>
      <More kept={kept} />
      <p>
        <button type="submit" class="main wide">
          {t("counting-do")}
        </button>
      </p>
    </form>
  );
}

function useRuleOptions(): { value: string; label: string }[] {
  const { locale } = useSay();
  return RULE_IDS.map((id) => ({ value: id, label: ruleTitle(id, locale) }));
}

function Papers({ kept }: { kept: Kept }) {
  const { t } = useSay();
  const long = kept.papers.length > SHOWN;
  return (
    <fieldset>
      <legend>{t("counting-papers")}</legend>
      <div class="field">
        <label for="field-file">{t("counting-file")}</label>
        <p class="hint" id="field-file-hint">
          {t("counting-file-hint")}
        </p>
        <input
          id="field-file"
          name="file"
          type="file"
          accept=".blt,.csv,.json,.txt,text/plain,text/csv,application/json"
          aria-describedby="field-file-hint"
        />
      </div>
      {long && <p>{t("counting-kept", { name: kept.name || t("counting-kept-some") })}</p>}
      {long && <input type="hidden" name="kept" value={kept.papers} />}
      <input type="hidden" name="name" value={kept.name} />
      <div class="field">
        <label for="field-papers">{t("counting-paste")}</label>
        <p class="hint" id="field-papers-hint">
          {t("counting-paste-hint")}
        </p>
        <textarea
          id="field-papers"
          name="papers"
          rows={8}
          class="papers"
          spellcheck={false}
          autocomplete="off"
          aria-describedby="field-papers-hint"
          value={long ? "" : kept.papers}
        />
      </div>
      <Select
        name="format"
        label={t("counting-format")}
        value={kept.values["format"] ?? ""}
        options={["", "blt", "csv", "json"].map((f) => ({ value: f, label: t(`counting-format-${f || "auto"}`) }))}
      />
    </fieldset>
  );
}

function RuleChoice({ chosen }: { chosen: string | undefined }) {
  const { t, locale } = useSay();
  return (
    <fieldset class="count-rules">
      <legend>{t("counting-rule")}</legend>
      {RULE_GROUPS.map(([group, rules]) => (
        <div key={group} role="group" aria-labelledby={`rules-${group}`}>
          <p class="kicker" id={`rules-${group}`}>
            {t(`counting-rule-${group}`)}
          </p>
          {rules.map((id) => (
            <div key={id} class="count-rule">
              <label class="pick">
                <input type="radio" name="rule" value={id} checked={id === chosen} required />
                <span>
                  <b>{ruleTitle(id, locale)}</b>
                  <small>{t(`counting-${id}-what`)}</small>
                </span>
              </label>
              <a href={`/count/rules/${id}`} aria-label={t("counting-rule-page", { rule: sayRule(id, locale) })}>
                {t("counting-source-short")}
              </a>
            </div>
          ))}
        </div>
      ))}
    </fieldset>
  );
}

function More({ kept }: { kept: Kept }) {
  const { t } = useSay();
  const v = kept.values;
  const open = FOLDED.some((name) => (v[name] ?? "").trim() !== "");
  return (
    <details open={open}>
      <summary>
        <span>{t("counting-more")}</span>
      </summary>
      <Field
        name="withdraw"
        label={t("counting-withdraw")}
        hint={t("counting-withdraw-hint")}
        value={v["withdraw"]}
        lines={3}
      />
      <Field
        name="reopen"
        label={t("counting-reopen")}
        hint={t("counting-reopen-hint")}
        value={v["reopen"]}
        maxLength={500}
      />
      <Field name="lot" label={t("counting-lot")} hint={t("counting-lot-hint")} value={v["lot"]} maxLength={500} />
      <Field
        name="groups"
        label={t("counting-groups")}
        hint={t("counting-groups-hint")}
        value={v["groups"]}
        lines={2}
      />
      {(Object.keys(OPTION_FIELDS) as OptionField[]).map((name) => (
        <OptionChoice key={name} name={name} value={v[name]} />
      ))}
    </details>
  );
}

function OptionChoice({ name, value }: { name: OptionField; value: string | undefined }) {
  const { t } = useSay();
  const choices: readonly string[] = OPTION_FIELDS[name];
  const label = t(`counting-o-${name}`);
  if (choices.length === 0)
    return (
      <Field
        name={name}
        type="number"
        label={label}
        value={value}
        min={name === "limit" ? 1 : 0}
        max={name === "limit" ? 1000 : 9}
      />
    );
  return (
    <Select
      name={name}
      label={label}
      value={value ?? ""}
      options={[
        { value: "", label: t("counting-default") },
        ...choices.map((c) => ({ value: c, label: t(`counting-v-${name}-${c}`) })),
      ]}
    />
  );
}
