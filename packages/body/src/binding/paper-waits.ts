/** Votes of halls on paper that were entered and wait for their tellers (B-13). */
import type { ActId, MemberId, Millis } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import type { WaitingPaper } from "./part.ts";

/** So long after its hour a meeting on paper is entered and signed, in ms (B-13). */
export const PAPER_MS = 7 * 24 * 3600_000;

/** What it was voted on: a motion or an election. */
export function onPaper({ data }: WaitingPaper): ActId | undefined {
  return data.motion ?? data.election;
}

/** Have all its tellers signed? Then it was decided. */
export function isSigned(paper: WaitingPaper): boolean {
  return paper.signed.length >= paper.data.tellers.length;
}

/**
 * Until when a vote of a hall on paper on this waits for its other tellers, once one has signed; `undefined`: none does
 * (B-13). Of several meetings only the first that was left half signed: else it could be held fast again and again.
 */
export function paperWaits(state: State, on: ActId, at: Millis): Millis | undefined {
  const ends = [...state.binding.paper.values()]
    .filter((p) => onPaper(p) === on && p.signed.length > 0 && !isSigned(p))
    .map((p) => (state.meetings.calls.get(p.data.call)?.starts ?? 0) + PAPER_MS);
  const first = Math.min(...ends);
  return at < first && ends.length > 0 ? first : undefined;
}

/** What this chair entered of a call on the same before, and not all have signed: a new entry takes its place. */
export function replacedBy(state: State, chair: MemberId, data: WaitingPaper["data"]): WaitingPaper | undefined {
  const on = data.motion ?? data.election;
  return [...state.binding.paper.values()].find(
    (p) => p.chair === chair && p.data.call === data.call && onPaper(p) === on && !isSigned(p),
  );
}
