/**
 * The parts of a vote that are counted apart (G-40 to G-42): the hall where it was called, other halls,
 * and in a mixed vote the positions on devices. One result is their sum.
 */
import type { ActId, MemberId } from "@nabat/kernel";
import type { Tally } from "./acts.ts";
import { deviceForm } from "./may-cast.ts";
import type { TellerTally, Vote } from "./part.ts";
import { DEVICES } from "./sealed.ts";

/** The part of the hall in which the vote was called, or the only part there is. */
export const HALL = "";

/** One part, who counts it, and who has. */
export interface Part {
  readonly key: string;
  readonly tellers: readonly MemberId[];
  readonly tallies: readonly TellerTally[];
}

/** Which part a tally is about; `undefined`: this vote has no such part. */
export function partNamed(vote: Vote, data: Pick<Tally, "hall" | "devices">): string | undefined {
  if (data.devices)
    return vote.mode === "mixed" && vote.devices === "count" && data.hall === undefined ? DEVICES : undefined;
  if (data.hall === undefined || data.hall === vote.sitting) return HALL;
  return vote.halls?.some((h) => h.sitting === data.hall) ? data.hall : undefined;
}

/** Who counts a part. */
export function tellersOf(vote: Vote, part: string): readonly MemberId[] {
  if (part === HALL || part === DEVICES) return vote.tellers;
  return vote.halls?.find((h) => h.sitting === (part as ActId))?.tellers ?? [];
}

/** The parts that tellers count, in a fixed order. A vote by name alone has none: everyone counts it. */
export function partsOf(vote: Vote): Part[] {
  if (vote.mode === "name") return [];
  const keys = [
    HALL,
    ...(vote.halls ?? []).map((h) => h.sitting as string),
    ...(vote.mode === "mixed" && deviceForm(vote) === "count" ? [DEVICES] : []),
  ];
  return keys.map((key) => ({ key, tellers: tellersOf(vote, key), tallies: [...tallyMap(vote, key).values()] }));
}

function tallyMap(vote: Vote, part: string): ReadonlyMap<MemberId, TellerTally> {
  return part === HALL ? vote.tallies : (vote.parts?.get(part) ?? new Map());
}

/** What this teller counted last in this part, if anything. */
export function tallyOf(vote: Vote, part: string, by: MemberId): TellerTally | undefined {
  return tallyMap(vote, part).get(by);
}

/** Enters a teller's count; a later one takes the place of the earlier. */
export function enterTally(vote: Vote, part: string, tally: TellerTally): void {
  if (part === HALL) {
    vote.tallies.set(tally.by, tally);
    return;
  }
  vote.parts ??= new Map();
  const of = vote.parts.get(part) ?? new Map<MemberId, TellerTally>();
  vote.parts.set(part, of.set(tally.by, tally));
}
