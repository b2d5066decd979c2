/** What of decisions, agreements and signatures waits for one member (B-5, B-6, B-9, B-10, B-13). */
import {
  callAgainUntil,
  type Decision,
  forceStage,
  mayAgree,
  mayPutToAll,
  maySignFor,
  motionToDecide,
  putUntil,
  signaturesNeeded,
  standingHands,
  type State,
} from "@nabat/body";
import type { Hash, MemberId, Millis } from "@nabat/kernel";
import { mayCallAnother, titleAt } from "./binding.ts";
import { unsignedPapers } from "./paper.ts";
import type { BodyReader } from "./reader.ts";

/** A decision that waits for this member, for the list of what needs them. */
export interface BindingNeed {
  readonly what: "put" | "call-again" | "agree" | "sign-text" | "sign-paper";
  readonly path: string;
  readonly text: Hash;
  readonly by?: Millis;
}

/**
 * What waits for this member here, calmly: what few decided at a meeting they weren't at, what was put to
 * all and nobody has called, texts for which others have agreed or signed, and counts on paper that they made.
 */
export function bindingNeeds({ state, now, viewer }: BodyReader, me: MemberId): BindingNeed[] {
  if (viewer.standing !== "member") return [];
  const out: BindingNeed[] = [];
  for (const d of state.binding.decisions.values()) {
    const path = `/${d.election ? "elections" : "motions"}/${d.on}#decision`;
    const text = titleAt(state, d);
    const asked = d.putBy.length > 0;
    const few = d.lost ? 2 * d.voted < d.whole : forceStage(d, now) === "waits";
    if (mayPutToAll(state, d, me, now).ok && (asked || few) && !wasThere(state, d, me))
      out.push({ what: "put", path, text, by: putUntil(d) });
    if (d.suspended !== undefined && forceStage(d, now) === "suspended" && mayCallAnother(state, d, now)) {
      const until = callAgainUntil(d);
      out.push({ what: "call-again", path, text, ...(until === undefined ? {} : { by: until }) });
    }
  }
  for (const [hands, what, may] of [
    [state.binding.signed, "sign-text", maySignFor],
    [state.binding.agreed, "agree", mayAgree],
  ] as const)
    for (const [on, given] of hands) {
      const motion = state.motions.motions.get(on);
      if (!motion || !motionToDecide(state, motion, now)) continue;
      const n = standingHands(state, given, given.version, now).length;
      if (n === 0 || !worthTelling(state, motion, what, n, now)) continue;
      if (may(state, on, given.version, me, now).ok) out.push({ what, path: `/motions/${on}#now`, text: motion.title });
    }
  for (const { paper, on, call, until } of unsignedPapers(state, now)) {
    const text = (state.motions.motions.get(on) ?? state.elections.elections.get(on))?.title;
    if (text && paper.data.tellers.includes(me) && !paper.signed.includes(me))
      out.push({ what: "sign-paper", path: `/meetings/${call}#on-paper`, text, by: until });
  }
  return out;
}

/** Nobody in a large group is told of one signature: a third of those needed, or half of all who must agree. */
function worthTelling(
  state: State,
  motion: Parameters<typeof signaturesNeeded>[1],
  what: "sign-text" | "agree",
  n: number,
  now: Millis,
): boolean {
  const { needed, whole } = signaturesNeeded(state, motion, now);
  if (what === "sign-text") return whole <= 12 || 3 * n >= needed;
  return whole <= 7 || 2 * n >= whole;
}

/** Did this member take part in deciding, as far as the record says? */
function wasThere(state: State, d: Decision, me: MemberId): boolean {
  const vote = d.vote === undefined ? undefined : state.votes.votes.get(d.vote);
  const here = vote?.sitting === undefined ? undefined : state.meetings.courses.get(vote.sitting)?.here;
  return vote?.cast.has(me) === true || here?.has(me) === true;
}
