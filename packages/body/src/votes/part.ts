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
  readonly tellers: MemberId[];
  readonly opened: Millis;
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
  readonly outcome: "carried" | "lost" | "no-quorum" | "tied";
}

export interface VotesPart {
  votes: Map<ActId, Vote>;
}
