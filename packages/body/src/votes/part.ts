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
  /** Of sealed positions: the list by its hash, and where it is (V-56). */
  readonly list?: Hash;
  readonly file?: Hash;
  /** How many times they have counted this part, this one with it (V-34). */
  readonly times?: number;
}

/** A standing offer to count, should the lot fall on its author (V-51). */
export interface Offer {
  readonly commit: Hash;
  readonly at: Millis;
}

/** A lot among those who had offered: complete once every secret is revealed (V-54). */
export interface Lot {
  /** Who takes part, with the commitment of their offer. */
  readonly pool: Map<MemberId, Hash>;
  secrets: Map<MemberId, string>;
}

/** A member whose number is missing in a teller's list, or stands there with another position (V-58). */
export interface Complaint {
  readonly at: Millis;
  /** The list, by {@link TellerTally.list}. */
  readonly list: Hash;
}

/** Counting once more, by others who were drawn (V-59). */
export interface Round {
  readonly at: Millis;
  readonly list: Hash;
  readonly lot: Lot;
  complainants: MemberId[];
  drawn: MemberId[];
  drawnAt?: Millis;
  /** Who opened their position to those drawn. */
  opened: Map<MemberId, Hash>;
  /** What those drawn say: how many complaints are right. */
  said: Map<MemberId, { readonly at: Millis; readonly upheld: number }>;
}

/** Another hall whose tellers count in the same vote (G-41). */
export interface Hall {
  readonly sitting: ActId;
  readonly tellers: MemberId[];
}

export interface Vote {
  readonly id: ActId;
  /** What is voted on: the motion; in an election the election, whose id stands in `election` too. */
  readonly motion: ActId;
  readonly election?: ActId;
  /** In an election: the ballot, seats and rule, frozen at the call. */
  readonly ballot?: { readonly key: string; readonly member: MemberId }[];
  readonly seats?: number;
  /** In an election: between those who tied, once (O-9). */
  readonly runoff?: true;
  /** In an election: the vote whose count fell and in whose place this one is held (V-60). */
  readonly instead?: ActId;
  /** In an election: an earlier vote is held again, and nothing that followed from it holds (V-60). */
  aside?: true;
  readonly rule?: "plurality" | "approval";
  readonly version: Hash;
  readonly mode: VoteMode;
  readonly sitting?: ActId;
  /** The sitting's section, for a text that many sections adopt (V-14); else empty. */
  readonly section: string;
  readonly tellers: MemberId[];
  /** Of a mixed vote: how those outside the hall vote (G-40). */
  readonly devices?: "count" | "name";
  /** Of a mixed vote: who took part from outside when it was called; emptied with `cast`. */
  remote?: Map<MemberId, Millis>;
  readonly remotes?: number;
  /** Other halls that count in it (G-41); one that is closed before it counted is left out. */
  halls?: Hall[];
  /** Counts other than those of the hall that it was called in: per hall, and `devices` (G-40, G-41). */
  parts?: Map<string, Map<MemberId, TellerTally>>;
  /** Of a meeting that only consults, or of a sitting that nobody called (G-28, B-3). */
  readonly opinion?: true;
  /** All had agreed to decide now (B-5). */
  readonly now?: true;
  /** Held in a hall on paper and entered afterwards (B-13). */
  readonly paper?: true;
  /** The call of the meeting that was held so. */
  readonly call?: ActId;
  /** The decision that was put to all and that this vote is about (B-10). */
  readonly again?: ActId;
  readonly opened: Millis;
  /** Index of the entry that called it: orders what happened in the same moment (M-14). */
  readonly index: number;
  /** Number of the statutes in force at the call: the vote ends under them (S-4). */
  readonly statutes: number;
  readonly caller: MemberId;
  /** In a body of few: all count, and the count of most of them stands (V-62). */
  readonly together?: true;
  /** Counted by lists: so many who miss their number are enough for it to fall (V-59). */
  readonly many?: number;
  /** Outside a sitting. */
  readonly closes?: Millis;
  closed?: Millis;
  /** Who counts: members since before the call who don't rest; a number that grows by who wakes and votes (M-21). */
  whole: number;
  /** Who rested at the call and may vote all the same; absent where nobody did. */
  resting?: number;
  /** The vote that was called in its place (V-49, V-71): what was cast here falls. */
  overtakenBy?: ActId;
  /** On rules: only who has had a vote for three months has one here (M-29). */
  readonly settled?: true;
  /** On a contested admission: who has no vote on it, being contested (M-30). */
  readonly barred?: MemberId[];
  readonly majority: Majority;
  /** Majorities that must be met besides, for a change of rules (S-37, S-39). */
  readonly also?: Majority[];
  readonly quorum: Quorum;
  /** At a second call: the ordinary quorum, which isn't asked there (V-76). */
  readonly second?: Quorum;
  /** Some of its openings must be kept yet (E-5). */
  keeps?: true;
  /** Emptied when the result is declared: only totals remain in the state. */
  cast: Map<MemberId, Cast>;
  /** Commitments cast, so that none is cast twice (V-27); emptied with `cast`. */
  commits: Map<Hash, MemberId>;
  castCount: number;
  /** Bytes of all openings that were cast: a teller's list is no longer than they and a line each (V-56). */
  castBytes?: number;
  byTellers: number;
  tallies: Map<MemberId, TellerTally>;
  /** Sealed, outside a sitting: from when positions are cast; until then groups may add a teller (V-52). */
  readonly opens?: Millis;
  /** Who signed for whom as a further teller, and who came in by it (V-53). */
  backing?: Map<MemberId, MemberId>;
  added?: MemberId[];
  lot?: Lot;
  /** Who cast, from the result until it can't be contested any more: they alone can miss a number (V-42, V-58). */
  voters?: MemberId[];
  /** For whom tellers cast while it was open whose their keys were, and when (K-12, K-13). */
  through?: Map<MemberId, Millis>;
  /** So many of these were taken out after the result, since their keys were called off; `since`: it fell by them (K-13, V-60). */
  struck?: { readonly n: number; readonly since?: Millis };
  missing?: Map<MemberId, Complaint>;
  rounds?: Round[];
  /** Since when a number is missed; whether it is contested still, `fateOf` says. */
  contested?: { readonly since: Millis };
  /** The statement by which a result fell; one that fell by time alone, `fateOf` knows. */
  fallen?: { readonly by: ActId; readonly at: Millis };
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
  /** In a mixed vote: those of the counts that came from devices. */
  readonly devices?: Counts;
  readonly opinion?: true;
  readonly elected?: MemberId[];
  /** Who tied for the seats that stayed empty (O-9). */
  readonly tied?: MemberId[];
}

/** `elected`, `reopened`: elections only. */
export type Outcome = "carried" | "lost" | "no-quorum" | "tied" | "elected" | "reopened";

export interface VotesPart {
  votes: Map<ActId, Vote>;
  /** Declared results: result id → vote id. */
  results: Map<ActId, ActId>;
  /** Standing offers to count, one a member (V-51). */
  offers: Map<MemberId, Offer>;
}
