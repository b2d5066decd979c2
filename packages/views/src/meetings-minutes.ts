/** What minutes say of a board and of a result besides the bare fact (G-43): who was elected, who counted, what came of it since. */
import { forceStage, type MinutedVote, partsOf, type Procedure, resultStage } from "@nabat/body";
import type { ActId, MemberId } from "@nabat/kernel";
import type { BodyReader } from "./reader.ts";
import type { Person } from "./shared.ts";

type Board = Extract<Procedure, { what: "board" }>;

/** A board that was elected; `behind`: so many stood behind it, and nothing was counted (G-46). */
export interface MinutedBoard {
  readonly chair: Person;
  readonly secretary?: Person;
  readonly tellers: readonly Person[];
  readonly behind?: number;
}

/** What came of a result after its meeting: put to all, and what all decided; or its count in doubt. */
export type Later = "suspended" | `settled-${"stands" | "fell" | "refused" | "carried"}` | "contested" | "fallen";

/** The board that the motion of this line elected, and how many stood behind it where no vote did. */
export function boardElected(
  { state }: BodyReader,
  line: { readonly what: string; readonly id: ActId; readonly about?: ActId | "aob" },
): { readonly board: Board; readonly behind?: number } | undefined {
  if (line.what !== "board" || line.about === undefined || line.about === "aob") return undefined;
  const motion = state.motions.motions.get(line.about);
  if (motion?.subject.type !== "procedure" || motion.subject.procedure.what !== "board") return undefined;
  const voted = motion.votes.some((v) => state.votes.votes.get(v)?.result?.id === line.id);
  return { board: motion.subject.procedure, ...(voted ? {} : { behind: 1 + motion.seconds.length }) };
}

/** Everybody whom a board names. */
export function namedIn({ chair, secretary, tellers }: Board): MemberId[] {
  return [chair, ...(secretary === undefined ? [] : [secretary]), ...(tellers ?? [])];
}

export function minutedBoard(
  { board, behind }: { readonly board: Board; readonly behind?: number },
  person: (id: MemberId) => Person,
): MinutedBoard {
  return {
    chair: person(board.chair),
    ...(board.secretary === undefined ? {} : { secretary: person(board.secretary) }),
    tellers: (board.tellers ?? []).map(person),
    ...(behind === undefined ? {} : { behind }),
  };
}

/** Who counted this vote, each once. */
export function whoCounted({ vote }: MinutedVote): MemberId[] {
  return [...new Set(partsOf(vote).flatMap((p) => p.tallies.map((t) => t.by)))];
}

/** What came of a result since. */
export function laterOf({ state, now }: BodyReader, { vote }: MinutedVote): Later | undefined {
  const decision = vote.result && state.binding.decisions.get(vote.result.id);
  if (decision?.settled) {
    if (decision.lost) return decision.settled.stands ? "settled-refused" : "settled-carried";
    return decision.settled.stands ? "settled-stands" : "settled-fell";
  }
  if (decision && forceStage(decision, now) === "suspended") return "suspended";
  const stage = resultStage(state, vote, now);
  return stage === "contested" || stage === "fallen" ? stage : undefined;
}
