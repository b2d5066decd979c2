/**
 * What a kind of act is: its schema, the rule that admits it, and what it changes.
 *
 * `admit` only reads the state and answers with a refusal or an admission; `apply` owns the state
 * and writes what the admission says. Both are synchronous and get acts whose signatures were
 * already checked. Property: fold(a + b) = fold(fold(a), b).
 */
import type { ActId, BodyId, Hash, KeyId, MemberId, Millis, Result, Sha256 } from "@nabat/kernel";
import type { Act } from "@nabat/record";
import type * as z from "zod/mini";
import type { State } from "./state.ts";

/** What is known of an act when the rules see it. */
export interface Context {
  /** Moment of admission, in ms; the only time that rules read. */
  readonly at: Millis;
  readonly id: ActId;
  /** Key that signed; checked. */
  readonly key: KeyId;
  /** Index the entry would have. */
  readonly index: number;
  readonly sha256: Sha256;
  /**
   * The opening behind a cast position, where the caller has it (votes by name, rule V-30).
   * It can only lead to a refusal: nothing in the state may depend on it.
   */
  readonly opening?: (ref: Hash) => Opening | undefined;
  /** Parsed evidence from outside this record, already checked against its hash. */
  readonly evidence?: Evidence;
}

/** A position as its author wrote it: `salt` is hex, `choice` a position or option keys. */
export interface Opening {
  readonly salt: string;
  /** Where it is sealed: the number in the tellers' list (V-55). */
  readonly number?: string;
  readonly choice: string | readonly string[];
}

/** What rules need from outside this record; stands in the entry by hash, its bytes kept. */
export interface Evidence {
  /** For a founding act with `establishedBy`: what the mother body's record proves. */
  readonly parent?: {
    readonly body: BodyId;
    readonly act: ActId;
    readonly establishes: Establishes;
    readonly at: Millis;
    /** From when the decision is in force (B-8). */
    readonly from: Millis;
  };
  /** For `established`: what the child's founding act, its signature verified, says of its mother. */
  readonly child?: {
    readonly body: BodyId;
    readonly type: Establishes["type"];
    readonly establishedBy?: { readonly body: ActId; readonly act: ActId };
  };
}

/** What an `establish` decision says of the body to be founded. */
export interface Establishes {
  readonly type: "assembly" | "council" | "committee";
  readonly seats: number;
  /** Hash of the attachment with the mandate's text. */
  readonly text: Hash;
}

/** By which right an act was admitted: the rule, and the act that the right comes from. */
export interface Right {
  readonly rule: string;
  /** Act that gave the right; for the founding act itself, none. */
  readonly from?: ActId;
}

/** An admission: the right it rests on, and what `apply` needs to know. */
export interface Admission<E = unknown> {
  readonly right: Right;
  readonly effect: E;
}

/** A signature inside an act's data that must hold besides the act's own (e.g. an invitation's). */
export interface NestedSignature {
  readonly key: KeyId;
  readonly message: Uint8Array;
  /** Hex of 64 bytes. */
  readonly signature: string;
  /** Rule a false one is refused under. */
  readonly rule: string;
}

/** Who may sign a kind: decides which checks the engine makes before `admit`. */
export type Signer = "founder" | "newcomer" | "guest" | "member" | "voter";

export interface Kind<D = never, E = unknown> {
  readonly kind: string;
  readonly schema: z.ZodMiniType<D>;
  /**
   * Least standing the engine asks for. `newcomer`: the signer is not yet known to the body and the
   * rule itself checks the key; `guest`: guests and applicants too; `member`: all members; `voter`: members who
   * have a vote (M-23), for whatever is one of a number or stands for others.
   */
  readonly signer: Signer;
  /** May someone who has left still sign it? Only what concerns their own traces (E-1), or their coming back (K-16). */
  readonly alsoLeft?: boolean;
  /** May this key sign it, though it has ended? Only to object (K-13, K-14). */
  readonly alsoEnded?: (state: State, key: KeyId, at: Millis) => boolean;
  /** May this be done while the founding is still provisional (F-5)? */
  readonly beforeAdoption?: boolean;
  readonly nested?: (act: Act<D>, state: State | undefined, sha256: Sha256) => readonly NestedSignature[];
  readonly admit: (state: State, act: Act<D>, cx: Context) => Result<Admission<E>>;
  readonly apply: (state: State, act: Act<D>, cx: Context, effect: E) => void;
}

/** Types a kind and hands it back, so that tables can hold kinds of different data. */
export function defineKind<D, E>(kind: Kind<D, E>): AnyKind {
  return kind as unknown as AnyKind;
}

// oxlint-disable-next-line no-explicit-any -- a table of kinds is heterogeneous; each entry was checked where it was defined
export type AnyKind = Kind<any, any>;

/** A member's standing at a moment. */
export type Standing = "none" | "guest" | "applicant" | "member" | "left";

export interface Author {
  readonly id: MemberId;
  readonly standing: Standing;
}
