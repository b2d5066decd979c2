/** State of the binding chapter: what was decided by which way, from when it is in force, who agreed and signed. */
import type { ActId, Hash, MemberId, Millis } from "@nabat/kernel";
import type { Vote } from "../votes/part.ts";
import type { PaperVote } from "./acts.ts";

/**
 * By which way a decision binds (B-1): at a called meeting, in a vote over days, in a vote that all
 * agreed to hold now, by the signatures of more than half, or in a hall on paper.
 */
export type Way = "meeting" | "days" | "now" | "signed" | "paper";

/**
 * Something carried, an election that filled seats, or what a meeting refused; known by the act that made it: a
 * result, or the last signature.
 */
export interface Decision {
  readonly id: ActId;
  /** A meeting didn't carry it: it does nothing, and can be put to all (B-9). */
  readonly lost?: true;
  readonly way: Way;
  /** The vote that decided; none where signatures did. */
  readonly vote?: ActId;
  /** The motion, or the election. */
  readonly on: ActId;
  readonly election?: true;
  readonly at: Millis;
  /** Of a meeting in several halls, of which all but the one that leads have tellers whom nobody elected, or were left out (G-41): it waits as what few decided. */
  readonly halls?: true;
  /** At a second call, by fewer than the ordinary quorum: it waits for a fortnight (V-76). */
  readonly second?: true;
  /** How many took part in deciding, of how many. */
  readonly voted: number;
  readonly whole: number;
  /** From when it is in force, if nothing else is entered (B-8, B-10); unset: never, it fell. */
  from?: Millis;
  /** Who asked that it be put to all (B-9). */
  putBy: MemberId[];
  /** When enough had asked (B-10). */
  suspended?: Millis;
  /** Votes over days on it since, oldest first. */
  again: ActId[];
  /** How many of these there were when it was put to all last, where it was put before (B-11). */
  putAfter?: number;
  /** A vote over days on what few decided at a second call, in which fewer than the quorum took part: it settled nothing, and it can be put to all again (B-11). */
  fewVoted?: { readonly by: ActId; readonly at: Millis };
  /** Numbers are missed in the count that made it, since when: out of force until those drawn have looked (V-59, V-60). */
  contested?: Millis;
  /** Until when it is so if nothing more is entered. */
  doubtUntil?: Millis;
  /** How the putting to all ended (B-11). */
  settled?: { readonly by: ActId; readonly at: Millis; readonly stands: boolean; readonly few: boolean };
}

/** Who agreed to decide on a text now, or signed for it (B-5, B-6). Those given for an older text don't count. */
export interface Hands {
  readonly version: Hash;
  by: MemberId[];
  /** When each agreed to decide now: that holds for three days (B-5). Signatures have none, and hold. */
  at?: Map<MemberId, Millis>;
}

/** A vote on paper that waits for its tellers' signatures (B-13). */
export interface WaitingPaper {
  readonly id: ActId;
  readonly chair: MemberId;
  readonly at: Millis;
  readonly index: number;
  readonly data: PaperVote;
  /** In an election: its ballot when this was entered, which the hall voted on, whoever stands, declines or leaves since. */
  readonly ballot?: NonNullable<Vote["ballot"]>;
  signed: MemberId[];
}

export interface BindingPart {
  decisions: Map<ActId, Decision>;
  agreed: Map<ActId, Hands>;
  signed: Map<ActId, Hands>;
  paper: Map<ActId, WaitingPaper>;
}
