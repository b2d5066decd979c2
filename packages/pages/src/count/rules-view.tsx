/** The rules of counting, one by one: in short, source, arithmetic, ties, irregular papers, an example by hand. */
import { listRules, type RuleId } from "@nabat/count";
import { sayArithmetic } from "@nabat/speech/count/mod.ts";
import { Facts, useSay } from "@nabat/ui";
import { RULE_EXAMPLES } from "./examples.ts";
import { RULE_GROUPS, ruleTitle } from "./form-view.tsx";
import { OPTION_FIELDS, type OptionField } from "./form.ts";

/** All rules, by what they are for. */
export function RulesPage() {
  const { t, locale } = useSay();
  return (
    <>
      <div class="read">
        <h1>{t("counting-rules-title")}</h1>
        <p class="lead">{t("counting-rules-lead")}</p>
      </div>
      {RULE_GROUPS.map(([group, rules]) => (
        <section key={group} class="read">
          <h2>{t(`counting-rule-${group}`)}</h2>
          <ul class="ledger">
            {rules.map((id) => (
              <li key={id}>
                <a class="title" href={`/count/rules/${id}`}>
                  {ruleTitle(id, locale)}
                </a>
                <p class="soft small">{t(`counting-${id}-what`)}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p>
        <a class="btn" href="/count">
          {t("counting-title")}
        </a>
      </p>
    </>
  );
}

/** One rule. */
export function RulePage({ id }: { id: RuleId }) {
  const { t, locale } = useSay();
  const rule = listRules().find((r) => r.id === id)!;
  const options = (Object.keys(OPTION_FIELDS) as OptionField[]).filter((o) =>
    (rule.options as readonly string[]).includes(o),
  );
  return (
    <div class="read">
      <p class="kicker">
        <a href="/count/rules">{t("counting-rules-back")}</a>
      </p>
      <h1>{ruleTitle(id, locale)}</h1>
      <p class="lead">{t(`counting-${id}-what`)}</p>
      <p class="row">
        <a class="btn main" href={`/count?rule=${id}`}>
          {t("counting-rules-use")}
        </a>
      </p>
      <Facts
        rows={[
          [t("counting-f-source"), rule.source],
          [t("counting-f-arithmetic"), sayArithmetic(rule.arithmetic, locale)],
          [t("counting-f-rule"), t("counting-f-rule-version", { rule: id, version: rule.version })],
        ]}
      />
      <h2>{t("counting-r-how")}</h2>
      <p>{t(`counting-${id}-how`)}</p>
      <h2>{t("counting-r-ties")}</h2>
      <p>{t(rule.tieBreak === "none" ? "counting-ties-order" : "counting-ties-earlier")}</p>
      <h2>{t("counting-r-papers")}</h2>
      <p>{t(`counting-${id}-papers`)}</p>
      {options.length > 0 && (
        <>
          <h2>{t("counting-r-options")}</h2>
          <ul>
            {options.map((o) => (
              <li key={o}>
                {t(`counting-o-${o}`)}
                {OPTION_FIELDS[o].length > 0 &&
                  `${t("colon")}${OPTION_FIELDS[o].map((v) => t(`counting-v-${o}-${v}`)).join(" · ")}`}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{t("counting-r-example")}</h2>
      <p>{t(`counting-${id}-example`)}</p>
      <p class="row no-print">
        <a class="btn" href={`/count?example=${id}`}>
          {t("counting-r-example-do")}
        </a>
      </p>
      <h3>{t("counting-r-example-papers")}</h3>
      <pre class="papers" tabIndex={0}>
        {RULE_EXAMPLES[id].text}
      </pre>
    </div>
  );
}
