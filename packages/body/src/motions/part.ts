/** State of the motions chapter. */
import type { ActId, Hash, MemberId, Millis } from "@nabat/kernel";
import type { Subject } from "./acts.ts";

export interface TextVersion {
  readonly n: number;
  /** What the exact text is known by: the hash of its attachment or, with changes, {@link amendedText} (V-48). */
  readonly text: Hash;
  /** The attachment that the changes are made to. */
  readonly base: Hash;
  /** Amendments that are part of it, in the order in which they came in. */
  readonly changes: readonly ActId[];
  readonly by: ActId;
  readonly at: Millis;
}

/** What one sitting of a section decided on one version; `carried` counts all its sittings on that version together. */
export interface Adoption {
  readonly section: string;
  readonly version: Hash;
  readonly result: ActId;
  readonly carried: boolean;
}

/** A called meeting at which too few were there to decide on this text. */
export interface TooFew {
  readonly call: ActId;
  readonly starts: Millis;
  readonly version: Hash;
}

export interface Motion {
  readonly id: ActId;
  readonly mover: MemberId;
  readonly at: Millis;
  title: Hash;
  /** Titles that it had before. */
  titles?: Hash[];
  readonly subject: Subject;
  /** Number of the statutes in force when it was moved (V-12). */
  readonly statutes: number;
  readonly sitting?: ActId;
  readonly sections: string[];
  versions: TextVersion[];
  seconds: MemberId[];
  /** When each of them seconded: since when it has as many as are asked (V-70). */
  secondsAt: Millis[];
  secretAsked: MemberId[];
  /** On a contested admission: when the person first spoke to it (M-12). */
  heard?: Millis;
  remarks: number;
  minorities: ActId[];
  /** Votes called on it, oldest first. */
  votes: ActId[];
  adoptions: Adoption[];
  /** Amendments put to it, oldest first. */
  amendments: ActId[];
  /** `standing` until decided or withdrawn; `accepted`: an amendment that the motion's mover took in (V-47). */
  status: "standing" | "voting" | "carried" | "lost" | "withdrawn" | "accepted";
  /** Votes that gave an opinion and decided nothing, oldest first (G-28, B-3). */
  opinions: ActId[];
  /** A change of rules: called meetings at which too few were there to decide it (S-39). */
  tooFew?: TooFew[];
  /** Calls of meetings at which fewer than half of the roll refused it, while others were called to decide it (V-77). */
  refusedAt?: ActId[];
  /** When it was withdrawn. */
  withdrawn?: Millis;
  /** The result, or the acceptance, that decided it. */
  decidedBy?: ActId;
}

/** What a text with changes is made of (V-48). */
export interface AmendedText {
  readonly base: Hash;
  readonly changes: readonly ActId[];
}

export interface MotionsPart {
  motions: Map<ActId, Motion>;
  /** What each member moved last and may be undecided (V-72): procedure and amendments apart. */
  ofMover: Map<MemberId, ActId[]>;
  /** Texts with changes, by what they are known by. */
  amended: Map<Hash, AmendedText>;
}
