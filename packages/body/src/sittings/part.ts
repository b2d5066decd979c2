/** State of the sittings chapter. */
import type { ActId, Hash, MemberId, Millis } from "@nabat/kernel";

export interface Headcount {
  readonly by: MemberId;
  readonly at: Millis;
  readonly present: number;
  readonly guests: number;
}

export interface Sitting {
  readonly id: ActId;
  readonly opener: MemberId;
  /** Those present may elect others (G-29). */
  tellers: MemberId[];
  readonly title: Hash;
  readonly place?: Hash;
  readonly section: string;
  readonly opened: Millis;
  closed?: Millis;
  /** Each teller's latest headcount. */
  counts: Map<MemberId, Headcount>;
}

export interface SittingsPart {
  sittings: Map<ActId, Sitting>;
}
