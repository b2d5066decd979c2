/** State of the votes chapter. Positions never enter it; totals do, once declared. */
import type { ActId, Hash, MemberId, Millis } from "@nabat/kernel";
import type { Majority, Quorum } from "../statutes/acts.ts";
import type { Counts, VoteMode } from "./acts.ts";

export interface Cast {
  readonly commit: Hash;
  /** Attachment with the opening. */
  readonly opening: Hash;
  readonly at: Millis;
  /** Entered by two tellers for a member with a card. */
  readonly byTellers: boolean;
}

export interface TellerTally {
  readonly by: MemberId;
  readonly at: Millis;
  readonly counts: Counts;
  readonly present?: number;
}

export interface Vote {
  readonly id: ActId;
  readonly motion: ActId;
  readonly version: Hash;
  readonly mode: VoteMode;
  readonly sitting?: ActId;
  /** The sitting's section, for a text that many sections adopt (V-14); else empty. */
  readonly section: string;
  readonly tellers: MemberId[];
  readonly opened: Millis;
  /** Index of the entry that called it: orders what happened in the same moment (M-14). */
  readonly index: number;
  /** Number of the statutes in force at the call: the vote ends under them (S-4). */
  readonly statutes: number;
  readonly caller: MemberId;
  /** Outside a sitting. */
  readonly closes?: Millis;
  closed?: Millis;
  /** Who may vote: members since before the call; frozen as a number. */
  readonly whole: number;
  readonly majority: Majority;
  readonly quorum: Quorum;
  /** Emptied when the result is declared: only totals remain in the state. */
  cast: Map<MemberId, Cast>;
  /** Commitments cast, so that none is cast twice (V-27); emptied with `cast`. */
  commits: Map<Hash, MemberId>;
  castCount: number;
  byTellers: number;
  tallies: Map<MemberId, TellerTally>;
  result?: Declared;
}

export interface Declared {
  readonly id: ActId;
  readonly at: Millis;
  readonly counts: Counts;
  readonly whole: number;
  readonly present?: number;
  readonly outcome: Outcome;
  /** The tellers' counts differed and the outcome is the same under each (V-35). */
  readonly differ: boolean;
  /** Positions that tellers entered for members without a device. */
  readonly byTellers: number;
}

export type Outcome = "carried" | "lost" | "no-quorum" | "tied";

export interface VotesPart {
  votes: Map<ActId, Vote>;
  /** Declared results: result id → vote id. */
  results: Map<ActId, ActId>;
}
