/** When a second called meeting can decide what too few came for: by whoever comes (V-76), or rules by the ordinary quorum (S-39). */
import { secondCallFor } from "@nabat/body";
import { callAt, leadingCourse } from "@nabat/body/meetings/queries.ts";
import { SECOND_CALL } from "@nabat/body/votes/second-call.ts";
import type { Millis } from "@nabat/kernel";
import { wouldOf } from "./motion-would.ts";
import type { BodyReader } from "./reader.ts";
import type { Vote } from "./results.ts";

/** From when until when it begins; `rules`: a change of rules that makes nothing harder, by the ordinary quorum and two thirds. */
export interface SecondCallShown {
  readonly from: Millis;
  readonly until: Millis;
  readonly rules?: true;
}

/** `undefined`: enough took part, or no second call decides it. */
export async function secondCallShown(reader: BodyReader, vote: Vote): Promise<SecondCallShown | undefined> {
  const { state } = reader;
  const any = secondCallFor(state, vote);
  if (any) return any;
  const motion = state.motions.motions.get(vote.motion);
  if (vote.result?.outcome !== "no-quorum" || vote.sitting === undefined || vote.opinion) return undefined;
  if (motion?.subject.type !== "statutes" || vote.section !== "") return undefined;
  const would = await wouldOf(reader, motion);
  const call = callAt(state, leadingCourse(state, vote.sitting));
  if (!call || (would?.needs?.harder.length ?? 1) > 0) return undefined;
  return { from: call.starts + SECOND_CALL.from, until: call.starts + SECOND_CALL.until, rules: true };
}
