/** A vote held on paper as any other vote: with its tellers, its count, its whole (B-13). */
import type { ActId, Millis } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { electorateOf, wholeOf } from "../votes/electorate.ts";
import { calledOn } from "../votes/frozen.ts";
import type { Vote } from "../votes/part.ts";
import type { WaitingPaper } from "./part.ts";

/** The vote that stands in the state once every teller has signed; each of them with the same count. */
export function paperAsVote(state: State, { id, chair, index, data, ballot }: WaitingPaper, at: Millis): Vote {
  const electorate = electorateOf(state, state.motions.motions.get(data.motion ?? ("" as ActId)), at);
  // Who rests and came is awake (M-21).
  const { whole, resting } = wholeOf(state, electorate, at);
  const { motion, election, version, mode, counts, present, tellers, held } = data;
  const on = motion === undefined ? { election } : { motion };
  return {
    id,
    ...calledOn(state, { ...on, version, mode }, "", at, data.call),
    ...(ballot ? { ballot } : {}),
    version,
    mode,
    paper: true,
    call: data.call,
    section: "",
    tellers: [...tellers],
    opened: held,
    closed: held,
    index,
    caller: chair,
    whole,
    ...electorate,
    ...(resting > 0 ? { resting } : {}),
    cast: new Map(),
    commits: new Map(),
    castCount: 0,
    byTellers: 0,
    tallies: new Map(tellers.map((by) => [by, { by, at, counts, present }])),
  };
}
