/** State of the keys chapter. */
import type { ActId, Hash, KeyId, MemberId, Millis } from "@nabat/kernel";
import type { Enrolment } from "./acts.ts";

export interface DeviceKey {
  readonly member: MemberId;
  /** X25519 public key in hex; empty for a reserve key. */
  readonly box: string;
  readonly reserve: boolean;
  readonly weak: boolean;
  readonly since: Millis;
  /** When it ended, or ends. */
  ended?: Millis;
  /** The asking by which it came in, or by which the key came that added it (K-12). */
  readonly of?: ActId;
}

/** A key that is to end because new ones come in, and when it would have ended without them. */
export interface OldKey {
  readonly key: KeyId;
  ended?: Millis;
}

/** New codes for somebody who has a card (K-17). */
export interface NewCard {
  codes: Hash[];
  /** That one of them which serves for keys on a phone alone. */
  keyCode?: Hash;
  readonly name: Hash;
  /** The name that they had before. */
  nameBefore?: Hash;
}

/** Why an asking came to nothing: somebody objected, the sheet was found, other keys were asked for, a door or meeting went before it, the person left, or signed something where one word alone was for it. */
export type OffBecause = "objected" | "sheet" | "clash" | "door" | "meeting" | "asked-anew" | "left" | "awake";

/** New keys, or a new card, asked for for somebody (K-6, K-11, K-15, K-17, K-18). Exactly one of `enrol` and `card`. */
export interface Recovery {
  readonly id: ActId;
  readonly member: MemberId;
  /** Who asked. */
  readonly by: MemberId;
  /** From when it waits for its second. */
  at: Millis;
  readonly enrol?: Enrolment;
  readonly card?: NewCard;
  /** With a code of the card that its holder has still (K-17). */
  readonly coded?: true;
  readonly way: "two" | "door" | "meeting";
  /** At a door: the sitting, and whether its call names the person (K-11). */
  readonly sitting?: ActId;
  readonly named?: boolean;
  /** By a meeting: the decision (K-15). */
  readonly decided?: ActId;
  /** Who stood for it with whoever asked. */
  second?: MemberId;
  /** One word suffices, from `signed` on, which may lie ahead (K-18, K-19). */
  alone?: true;
  /** In a body of three: others' signs don't hold it up any more (K-19). */
  fortnight?: true;
  /** After an objection, where at most two besides the person have a vote: all of them asked (K-18). */
  all?: true;
  /** When two had signed, or from when one word suffices; unset: it waits. */
  signed?: Millis;
  /** When the old keys end. */
  effective?: Millis;
  /** By a meeting's decision: when that was, from which its terms are reckoned (K-15). */
  metAt?: Millis;
  /** By the decision of a meeting at which fewer than half signed that they were there: the old reserve key objects still (K-15). */
  few?: true;
  /** The keys that end by it. */
  before?: OldKey[];
  off?: { readonly at: Millis; readonly because: OffBecause };
}

/** A device that another device of the same member ended: it may object (K-14). */
export interface EndedDevice {
  readonly member: MemberId;
  readonly device: KeyId;
  readonly at: Millis;
  /** When it would have ended by itself. */
  readonly natural?: Millis;
}

/** A called meeting decided that these two may enter new keys for somebody (K-15). */
export interface DecidedKeys {
  readonly member: MemberId;
  readonly by: readonly MemberId[];
  /** The key that the decision itself names: no other comes in (K-15). */
  readonly device?: KeyId;
  readonly at: Millis;
  /** From when the decision is in force; unset: never. */
  from?: Millis;
  used?: true;
  /** Half of the roll had signed by their own keys that they were there: then it isn't put to all (K-15). */
  half?: true;
  /** Two fifths had: then it brings back who left by a device (K-15). */
  fifths?: true;
}

/** Somebody with an old key objected (K-13), or two pairs stood for two keys (K-7). */
export interface Objection {
  readonly at: Millis;
  /** Who had asked alone when the person stopped them: only they are held off. Unset: everybody. */
  readonly by?: readonly MemberId[];
  /** Word stood against word: no key objected (K-7). */
  readonly words?: true;
  /** To keys of a meeting at which fewer than half were: a meeting decides anew only where half are (K-15). */
  readonly half?: true;
}

/** An act waiting for a second signature: kind, who began it, and its data. */
export interface Pending {
  readonly kind: string;
  readonly by: MemberId;
  readonly at: Millis;
  readonly data: unknown;
}

export interface KeysPart {
  keys: Map<KeyId, DeviceKey>;
  recoveries: Map<ActId, Recovery>;
  /** Askings for each person; those that two signed in the order of signing. */
  askedFor: Map<MemberId, ActId[]>;
  /** Askings that one signed alone and that aren't in effect (K-18). */
  alone: ActId[];
  /** For whom each member asked, or stood, and when (K-7). */
  stoodFor: Map<MemberId, { readonly member: MemberId; readonly at: Millis }[]>;
  /** Who doesn't ask for this person, but where a call names them, and since when (K-13). */
  objected: Map<MemberId, Objection>;
  ended: Map<ActId, EndedDevice>;
  /** Until when two devices of one member hold each other back (K-14). */
  disputes: Map<MemberId, Millis>;
  decided: Map<ActId, DecidedKeys>;
  pending: Map<ActId, Pending>;
}
