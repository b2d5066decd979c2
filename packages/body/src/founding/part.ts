/** State of the founding chapter. */
import type { ActId, BodyId, Hash, KeyId, MemberId, Millis } from "@nabat/kernel";
import type { BodyType } from "./acts.ts";

export interface Child {
  readonly body: BodyId;
  readonly result: ActId;
  readonly at: Millis;
  /** Who entered it. */
  readonly by: MemberId;
  /** True where the child's founding act was shown; else a member's word (F-11). */
  readonly proved: boolean;
}

/** The closed list of those who found (F-14): each signs this very list (F-16). */
export interface FoundersList {
  /** The act that closed it. */
  readonly id: ActId;
  readonly by: MemberId;
  readonly at: Millis;
  readonly people: readonly MemberId[];
  /** Who has signed, each with the act that says so. */
  readonly signed: Map<MemberId, ActId>;
}

export interface FoundingPart {
  nonce: string;
  type: BodyType;
  name: Hash;
  purpose: Hash;
  founder: MemberId;
  at: Millis;
  practice: boolean;
  /** `provisional` until more than half of the list have signed (F-6); `adopted` from the start where a decision established it. */
  phase: "provisional" | "adopted";
  /** The list as it was last closed; while provisional it may have come open again since (F-15). */
  list?: FoundersList;
  /** Who opened a closed list again: each may once (F-15). */
  openedBy?: MemberId[];
  /** Whose closing another opened again: they don't close it another time, while others can (F-14). */
  closedBy?: MemberId[];
  /** What adopted it: a signature under the list, or the mother's act. */
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
