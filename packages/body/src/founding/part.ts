/** State of the founding chapter. */
import type { ActId, BodyId, Hash, KeyId, MemberId, Millis } from "@nabat/kernel";
import type { BodyType } from "./acts.ts";

export interface Child {
  readonly body: BodyId;
  readonly result: ActId;
  readonly at: Millis;
  /** True where the child's founding act was shown; else a member's word (F-11). */
  readonly proved: boolean;
}

export interface FoundingPart {
  nonce: string;
  type: BodyType;
  name: Hash;
  purpose: Hash;
  founder: MemberId;
  at: Millis;
  practice: boolean;
  /** `provisional` until the founding sitting adopts, or from the start where a decision established it. */
  phase: "provisional" | "adopted";
  /** What adopted it: a result here, or the mother's act. */
  adoptedBy?: ActId;
  adoptedAt?: Millis;
  /** The mother's decision, how many members this body may have by it (M-10), and its mandate's text. */
  establishedBy?: { body: BodyId; act: ActId; at: Millis; seats: number; mandate: Hash };
  existing?: { since: Millis; confirmed: boolean };
  continues?: BodyId;
  /** Decisions `establish` carried here and not yet used: result id → seats and type. */
  mayEstablish: Map<
    ActId,
    { type: BodyType; seats: number; text: Hash; motion: ActId; at: Millis; /** In force from (B-8). */ from: Millis }
  >;
  children: Child[];
  /** Epoch and key of the clerk in office. */
  epoch: number;
  clerk: KeyId;
  /** Key of each epoch, the first first, with the size at which it began. */
  clerks: { readonly epoch: number; readonly key: KeyId; readonly size: number }[];
}
