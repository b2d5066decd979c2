/** A result as JSON for people and programs: names instead of indices, every stage. */
import type { CountResult, Stage } from "./result.ts";

/** One stage with names. */
export type StageJson = Readonly<Record<string, unknown>> & { readonly number: number; readonly kind: string };

/** The JSON form of a result, without the file's name. */
export function resultJson(result: CountResult): Record<string, unknown> & { winners: string[]; stages: StageJson[] } {
  const name = (c: number): string => result.candidates[c]!;
  const names = (list: readonly number[]): string[] => list.map(name);
  const { winners, stages, ties, withdrawn, tieBreak, title, seats, rule, ...rest } = result;
  return {
    rule,
    title,
    seats,
    winners: names(winners),
    ...rest,
    withdrawn: names(withdrawn),
    tieBreak: { ...tieBreak, order: names(tieBreak.order) },
    ties: ties.map((t) => ({ ...t, tied: names(t.tied), chosen: name(t.chosen) })),
    stages: stages.map((s) => stageJson(s, name)),
  };
}

function stageJson(stage: Stage, name: (c: number) => string): StageJson {
  const { number, kind, subject, other, votes, transfers, elected, excluded, order, matrix, opposing, keep, ...rest } =
    stage;
  return {
    number,
    kind,
    ...(subject === undefined ? {} : { subject: name(subject) }),
    ...(other === undefined ? {} : { other: name(other) }),
    elected: elected.map(name),
    excluded: excluded.map(name),
    ...rest,
    ...(votes
      ? {
          votes: votes.flatMap((v, c) =>
            v === "" ? [] : [{ candidate: name(c), votes: v, ...(keep ? { keep: keep[c] } : {}) }],
          ),
        }
      : {}),
    ...(transfers ? { transfers: transfers.map((t) => ({ ...t, to: t.to < 0 ? null : name(t.to) })) } : {}),
    ...(order ? { order: order.map((list) => list.map(name)) } : {}),
    ...(matrix ? { matrix } : {}),
    ...(opposing ? { opposing } : {}),
  };
}
