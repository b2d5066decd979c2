/** Rules in words: the seven sentences, one parameter's value, and what changed. */
import { sayMajorities, saySentence, sayMajority, sayShare, speak } from "@nabat/speech";
import { type Say, Table, useSay } from "@nabat/ui";
import {
  atLeastHalf,
  type Change,
  type ChangeNeeds as Needs,
  type Majority,
  type Quorum,
  type Sentence,
  TEMPLATES,
} from "@nabat/body";

/** The seven sentences as a numbered list. */
export function Sentences({ of }: { of: readonly Sentence[] }) {
  const { locale } = useSay();
  return (
    <ol class="sentences">
      {of.map((s) => (
        <li key={s.id}>{saySentence(s, locale)}</li>
      ))}
    </ol>
  );
}

/** A parameter's name: `voting.hours` → "Hours a vote stays open". */
export function parameterName(say: Say, path: string): string {
  return say.t(`param-${path.replaceAll(".", "-")}`);
}

/** A share of all who must take part: to change rules it is half at least, whatever lower share stands there (S-38). */
export function sayQuorum(say: Say, path: string, stated: Quorum): string {
  const { num, den } = path === "change.quorum" ? atLeastHalf(stated) : stated;
  return num === 0 ? say.t("value-no-quorum") : sayShare(speak(say.locale), num, den);
}

/** A parameter's value as people read it. */
export function parameterValue(say: Say, path: string, value: unknown): string {
  if (typeof value === "boolean") return say.t(value ? "yes" : "no");
  if (typeof value === "number") return say.t("number", { n: value });
  if (path === "languages" && Array.isArray(value)) return value.map((l) => languageName(say, String(l))).join(", ");
  if (path === "template" && TEMPLATES.some((name) => name === value)) return say.t(`template-${String(value)}`);
  if (Array.isArray(value)) return value.join(", ");
  if (typeof value === "object" && value !== null && "num" in value) {
    const m = value as Majority;
    return m.of === undefined ? sayQuorum(say, path, m) : sayMajority(speak(say.locale), m);
  }
  return wordFor(say, path, String(value));
}

/** A language as its readers' own language calls it; its code where it has no name. */
function languageName({ locale }: Say, code: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}

const VALUES = new Set(["any-member", "decision", "members", "public", "count", "name", "true", "false"]);

function wordFor(say: Say, path: string, value: string): string {
  if (VALUES.has(value)) return say.t(`value-${value}`);
  const majority = /^(>?)(\d+)\/(\d+)(?: (cast|present|roll))?$/.exec(value);
  if (!majority) return value;
  const [, strict, num, den, of] = majority;
  if (of === undefined) return sayQuorum(say, path, { num: Number(num), den: Number(den) });
  return sayMajority(speak(say.locale), { num: Number(num), den: Number(den), strict: strict === ">", of });
}

/** What would change, before and after, in a table. */
export function RuleChanges({ changes }: { changes: readonly Change[] }) {
  const say = useSay();
  const { t } = say;
  if (changes.length === 0) return <p>{t("rules-no-change")}</p>;
  return (
    <Table
      caption={t("rules-changes", { count: changes.length })}
      columns={[{ name: t("rules-what") }, { name: t("rules-before") }, { name: t("rules-after") }]}
      rows={changes.map((ch) => [
        parameterName(say, ch.parameter),
        <del>{wordFor(say, ch.parameter, ch.old)}</del>,
        <ins>{wordFor(say, ch.parameter, ch.new)}</ins>,
      ])}
    />
  );
}

/** What a change needs: majorities, who takes part, notice; and whether it would make something harder. */
export function ChangeNeeds({ needs }: { needs: Needs }) {
  const say = useSay();
  const { t } = say;
  const speech = speak(say.locale);
  const harder = needs.harder.map((path) => parameterName(say, path)).join(", ");
  return (
    <>
      <p>
        {t("rules-change-needs", { majority: sayMajorities(speech, needs.majorities) })}{" "}
        {t("rules-change-part", { share: sayShare(speech, needs.quorum.num, needs.quorum.den) })}{" "}
        {t("rules-change-notice", { days: needs.noticeDays })}
      </p>
      <p>{harder ? t("rules-change-harder", { what: harder }) : t("rules-change-second-call")}</p>
    </>
  );
}
