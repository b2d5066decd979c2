/** How a vote came out: its numbers in one sentence, its rule in words, and the whole with its picture. */
import { type BarPart, ResultBar, type Say, useSay } from "@nabat/ui";
import { sayMajorities, sayShare, speak } from "@nabat/speech";
import type { ResultShown, VoteView } from "@nabat/views";

export const POSITION_KEYS = ["for", "against", "taking-part", "abstain"] as const;

/** "212 of 540 present: 140 for, 31 against, 12 abstained, 29 took no position". */
export function numbers(say: Say, r: Pick<ResultShown, "counts" | "whole" | "present" | "none">): string {
  const said = POSITION_KEYS.filter((k) => (r.counts[k] ?? 0) > 0 || k === "for" || k === "against").map((k) =>
    say.t(`count-${k}`, { n: r.counts[k] ?? 0 }),
  );
  const other = Object.entries(r.counts)
    .filter(([k]) => !(POSITION_KEYS as readonly string[]).includes(k))
    .map(([k, n]) => say.t("count-other", { n, key: k }));
  const taken = Object.values(r.counts).reduce((a, b) => a + b, 0);
  const head =
    r.present === undefined
      ? say.t("count-of", { n: taken, whole: r.whole })
      : say.t("count-present", { n: r.present, whole: r.whole });
  return say.t("count-line", { head, parts: [...said, ...other, say.t("count-none", { n: r.none })].join(", ") });
}

/** The rule a vote is decided under, in words. */
export function ruleInWords(say: Say, vote: Pick<VoteView, "majority" | "also" | "quorum">): string {
  const speech = speak(say.locale);
  const majority = sayMajorities(speech, [vote.majority, ...(vote.also ?? [])]);
  return vote.quorum.num === 0
    ? say.t("rule-plain", { majority })
    : say.t("rule-quorum", { majority, share: sayShare(speech, vote.quorum.num, vote.quorum.den) });
}

/** The outcome in one sentence, the counts in one sentence and as a bar. */
export function Result({
  result,
  id,
  agreement,
  amendment = false,
  fell = false,
  level = 2,
}: {
  result: ResultShown;
  id: string;
  agreement?: VoteView["agreement"];
  /** What was voted on is an amendment, not the motion. */
  amendment?: boolean;
  /** Its count could not be relied on: the vote is void, whatever was declared (V-60). */
  fell?: boolean;
  level?: 2 | 3;
}) {
  const say = useSay();
  const { t } = say;
  const H = level === 2 ? "h2" : "h3";
  const parts: BarPart[] = POSITION_KEYS.map((k) => ({ key: k, label: t(`part-${k}`), value: result.counts[k] ?? 0 }));
  parts.push({ key: "none", label: t("part-none"), value: result.none });
  const sentence = numbers(say, result);
  // Over days nobody is present: they take part (V-40).
  const over = agreement?.of === "all-present" && result.present === undefined;
  return (
    <section class="result">
      <H class="outcome">
        {t(
          fell
            ? "outcome-void"
            : `outcome-${result.opinion ? "opinion-" : amendment ? "amendment-" : ""}${result.outcome}`,
        )}
      </H>
      {result.opinion && (
        <p>
          <b>{t("opinion-not-binding")}.</b> {t("opinion-stands")}
        </p>
      )}
      <p>{fell ? t("outcome-void-was", { counts: sentence }) : sentence}</p>
      {!fell && agreement && agreement.of !== "not-all-for" && (
        <p class="soft">
          {t(`agreement-${over ? "all-took-part" : agreement.of}`, {
            for: agreement.for,
            present: agreement.present,
            whole: agreement.whole,
            silent: agreement.silent,
          })}
        </p>
      )}
      <ResultBar id={`bar-${id.slice(0, 12)}`} parts={parts} sentence={sentence} />
    </section>
  );
}
