/** What is shown of a vote: a line in a list, the whole, a part counted by itself, and what it asks of the viewer. */
import type { Counts, Majority, Position, Quorum, ResultDeclared, Unanimity, VoteMode, VoteStage } from "@nabat/body";
import type { ActId, Hash, MemberId, Millis } from "@nabat/kernel";
import type { AmendmentShown } from "./amendments.ts";
import type { DecisionShown } from "./binding.ts";
import type { RoundStanding } from "./election-rounds.ts";
import type { CountingShown } from "./vote-counting.ts";
import type { Would } from "./motion-would.ts";
import type { ResultShown } from "./results.ts";
import type { Person, Shown } from "./shared.ts";
import type { SecondCallShown } from "./second-call.ts";
import type { WhyNot } from "./why-not.ts";

export interface VoteLine {
  readonly id: ActId;
  /** The motion; of an election's vote the election. */
  readonly motion: ActId;
  readonly election?: ActId;
  readonly title: Shown;
  readonly mode: VoteMode;
  readonly status: VoteStage;
  readonly opened: Millis;
  readonly closes?: Millis;
  /** When it ended, if it has. */
  readonly closed?: Millis;
  readonly sitting?: ActId;
  readonly whole: number;
  /** How many have taken a position; says nothing of which. */
  readonly castCount: number;
  /** It decides nothing: of a meeting that only consults, or at a sitting that nobody called (G-28, B-3). */
  readonly opinion: boolean;
  /** All had agreed to decide now (B-5). */
  readonly now?: true;
  /** The decision that was put to all and is voted on again (B-10). */
  readonly again?: ActId;
  readonly result?: ResultShown;
}

/** A part of a vote that is counted by itself: the hall where it was called, another hall, or the devices of those outside. */
export interface PartShown {
  /** `""` the hall where it was called, `devices`, or the sitting of another hall. */
  readonly key: string;
  readonly hall: string;
  readonly tellers: readonly Person[];
  readonly tallies: VoteView["tallies"];
  readonly mayTally: boolean;
}

/** A candidate's line of a declared election. */
export interface ElectionRow {
  readonly person: Person;
  readonly marks: number;
  readonly place: "elected" | "tied" | "not-elected";
}

export interface VoteView extends VoteLine {
  /** In an election: who stands on this ballot, seats and rule. */
  readonly ballot?: readonly { readonly key: string; readonly person: Person }[];
  readonly seats?: number;
  readonly rule?: "plurality" | "approval";
  readonly rows?: readonly ElectionRow[];
  /** Of a declared election: whether what came out still counts. */
  readonly standing?: RoundStanding;
  /** Counted apart and added up; one part alone where it is a plain vote. */
  readonly parts: readonly PartShown[];
  /** Those who took part from outside the hall when it was called. */
  readonly remotes: number;
  /** Of a mixed vote: how those outside give their position. */
  readonly devices?: "count" | "name";
  readonly differ: boolean;
  readonly version: { readonly n: number; readonly hash: Hash; readonly text: Shown };
  /** Where an amendment is voted on: what it would change. */
  readonly amendment?: AmendmentShown;
  /** What it does besides its text, with whom it concerns and the ground: whoever votes is shown it where they vote. */
  readonly would?: Would;
  readonly caller: Person;
  readonly tellers: readonly Person[];
  readonly byTellers: number;
  /** So many of these for people whose keys or card were in their terms: votes, and no part of the roll (V-38). */
  readonly inTerms?: number;
  readonly majority: Majority;
  /** Majorities that must be met besides, in a change of rules. */
  readonly also?: readonly Majority[];
  readonly quorum: Quorum;
  /** Who has a vote, but none on this: those whose vote is younger than three months, on rules; so many who are contested (M-29, M-30). */
  readonly without?: { readonly settled?: true; readonly barred: number };
  /** Too few were there: within this time a second called meeting begins at which all who come decide the same (V-76). */
  readonly secondCall?: SecondCallShown;
  /** At a second call, where all who come suffice (V-76). */
  readonly second?: true;
  /** Each teller's own count; empty while a vote on devices is open. */
  readonly tallies: readonly {
    readonly by: Person;
    readonly at: Millis;
    readonly counts: Counts;
    readonly present?: number;
  }[];
  /** Positions by name, for members once the result is declared (N-11); `position` absent where the opening was erased. */
  readonly positions?: readonly { readonly by: Person; readonly at: Millis; readonly position?: Position }[];
  /** What may be said of agreement; only with a declared result (L8). */
  readonly agreement?: Unanimity;
  /** Tellers who must have counted before a result can be declared; 0 for votes by name. */
  readonly tellersNeeded: number;
  /** From when the result may be declared; absent while the vote is open. */
  readonly declarableFrom?: Millis;
  /** The one result that the record gives now, ready to be declared; or why there is none yet. */
  readonly computed?: ResultDeclared;
  readonly notComputed?: WhyNot;
  /** Tellers a position is sealed to, with the X25519 keys of their standing devices (hex). */
  readonly sealedTo: readonly { readonly member: MemberId; readonly boxes: readonly string[] }[];
  /** Members who vote through tellers with a card of codes, for whoever may read the roll; only while the vote is open. */
  readonly cards: readonly Person[];
  /** Sealed, outside a sitting: who counts and who named them, the lists, the numbers that are missing. */
  readonly counting?: CountingShown;
  /** What it decided, by which way and from when (B-1, B-8); where it is a vote on what was put to all, that decision. */
  readonly decision?: DecisionShown;
  readonly you: VoteYou;
}

/** What the viewer may do in a vote; for each that may not be done now, the rule in the way. */
export interface VoteYou {
  readonly mayVote: boolean;
  readonly whyNot?: WhyNot;
  /** When your position was entered, and its opening. */
  readonly cast?: { readonly at: Millis; readonly opening: Hash; readonly commit: Hash };
  readonly teller: boolean;
  readonly mayClose: boolean;
  readonly mayTally: boolean;
  readonly mayDeclare: boolean;
}
