/** When a second called meeting can decide what too few came for: by whoever comes (V-76), or rules by the ordinary quorum (S-39). */
import { secondCallFor } from "@nabat/body";
import { type SecondCall, secondCallForRules } from "@nabat/body/votes/second-call.ts";
import { wouldOf } from "./motion-would.ts";
import type { BodyReader } from "./reader.ts";
import type { Vote } from "./results.ts";

/** From when until when it begins; `rules`: a change of rules that makes nothing harder, by the ordinary quorum and two thirds. */
export interface SecondCallShown extends SecondCall {
  readonly rules?: true;
}

/** `undefined`: enough took part, or no second call decides it. */
export async function secondCallShown(reader: BodyReader, vote: Vote): Promise<SecondCallShown | undefined> {
  const { state } = reader;
  const any = secondCallFor(state, vote);
  if (any) return any;
  const forRules = secondCallForRules(state, vote);
  const motion = state.motions.motions.get(vote.motion);
  if (!forRules || !motion) return undefined;
  const would = await wouldOf(reader, motion);
  return (would?.needs?.harder.length ?? 1) > 0 ? undefined : { ...forRules, rules: true };
}
