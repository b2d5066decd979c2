/** The figures of a count with their words, and an election's numbers in one sentence. */
import type { VoteView } from "@nabat/views";
import type { Say } from "@nabat/ui";
import { plainName } from "../form-values.ts";

/** A figure of a count: its key in the record, and its words. */
export interface Figure {
  readonly key: string;
  readonly label: string;
}

/** The figures of a count, with their words: four positions, or who stands. */
export function figures(say: Say, view: Pick<VoteView, "ballot">, paper: boolean): Figure[] {
  const invalid = paper ? [{ key: "invalid", label: say.t("part-invalid") }] : [];
  if (!view.ballot)
    return [
      ...["for", "against", "taking-part", "abstain"].map((key) => ({ key, label: say.t(`part-${key}`) })),
      ...invalid,
    ];
  return [
    ...view.ballot.map((b) => ({ key: b.key, label: plainName(b.person) })),
    { key: "none", label: say.t("figure-none") },
    { key: "blank", label: say.t("figure-blank") },
    ...invalid,
  ];
}

/** Names of a ballot's marks, for islands. */
export function labelsOf(say: Say, view: VoteView): Record<string, string> {
  return Object.fromEntries(figures(say, view, true).map((f) => [f.key, f.label]));
}

/** "9 of 12 present: Bo 6, Emma 3; none of these 0, blank 0". */
export function electionNumbers(
  say: Say,
  view: Pick<VoteView, "ballot">,
  counts: Readonly<Record<string, number>>,
  present: number | undefined,
  whole: number,
): string {
  const names = (view.ballot ?? []).map((b) => `${plainName(b.person)} ${counts[b.key] ?? 0}`);
  const others = (["none", "blank", "invalid"] as const)
    .filter((k) => k !== "invalid" || (counts[k] ?? 0) > 0)
    .map((k) => `${say.t(k === "invalid" ? "part-invalid" : `figure-${k}`)} ${counts[k] ?? 0}`);
  const head = present === undefined ? say.t("count-whole", { whole }) : say.t("count-present", { n: present, whole });
  return say.t("count-line", { head, parts: [...names, ...others].join(", ") });
}
