/** State of the motions chapter. */
import type { ActId, Hash, MemberId, Millis } from "@nabat/kernel";
import type { Subject } from "./acts.ts";

export interface TextVersion {
  readonly n: number;
  /** Hash of the text attachment: the exact text. */
  readonly text: Hash;
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

export interface Motion {
  readonly id: ActId;
  readonly mover: MemberId;
  readonly at: Millis;
  title: Hash;
  readonly subject: Subject;
  /** Number of the statutes in force when it was moved (V-12). */
  readonly statutes: number;
  readonly sitting?: ActId;
  readonly sections: string[];
  versions: TextVersion[];
  seconds: MemberId[];
  secretAsked: MemberId[];
  remarks: number;
  minorities: ActId[];
  /** Votes called on it, oldest first. */
  votes: ActId[];
  adoptions: Adoption[];
  /** `standing` until decided or withdrawn. */
  status: "standing" | "voting" | "carried" | "lost" | "withdrawn";
  /** Put to a meeting that only consults: the outcome is an opinion and binds nobody (G-28). */
  opinion?: true;
  /** The result that decided it. */
  decidedBy?: ActId;
}

export interface MotionsPart {
  motions: Map<ActId, Motion>;
}
