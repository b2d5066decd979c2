/** State of the elections chapter. */
import type { TooFew } from "../motions/part.ts";
import type { ActId, Hash, MemberId, Millis } from "@nabat/kernel";
import type { InForceFrom } from "../engine/in-force.ts";
import type { ElectionOpen } from "./acts.ts";

export interface Candidate {
  readonly member: MemberId;
  readonly nominatedBy: MemberId;
  /** Key on the ballot: `c1`, `c2` … in order of nomination. */
  readonly key: string;
  /** The nominator's words; `words`: the candidate's own, backers included. */
  readonly text?: Hash;
  words?: Hash;
  accepted?: Millis;
  declined?: Millis;
}

export interface Election {
  readonly id: ActId;
  readonly by: MemberId;
  readonly at: Millis;
  readonly title: Hash;
  readonly seats: number;
  readonly rule: ElectionOpen["rule"];
  readonly termDays: number;
  readonly powers: ElectionOpen["powers"];
  readonly nominationsUntil?: Millis;
  readonly sitting?: ActId;
  /** Number of the statutes in force when it was opened: it is held under them (O-13). */
  readonly statutes: number;
  /** 1, and one more each time nominations are reopened or a tie is voted again. */
  round: number;
  /** Seats of this round: those not filled yet. */
  open: number;
  /** A run-off between those who tied: nobody else is nominated. */
  runoff: boolean;
  candidates: Candidate[];
  /** Candidates of earlier rounds: should one of these be held again (V-60). */
  stood?: Candidate[];
  /** One person objected to a show of hands. */
  secret: boolean;
  votes: ActId[];
  /** Called meetings to which too few came (V-76). */
  tooFew?: TooFew[];
  result?: ActId;
  elected: MemberId[];
  /** No more candidates than seats. */
  uncontested: boolean;
  status: "nominating" | "voting" | "decided" | "reopened";
}

export interface Office {
  /** The election's id. */
  readonly id: ActId;
  readonly title: Hash;
  readonly holder: MemberId;
  /** Later than its result where that waits to be in force, or was put to all (B-8, B-10). */
  since: Millis;
  readonly until: Millis;
  readonly powers: ElectionOpen["powers"];
  readonly result: ActId;
  resigned?: Millis;
  /** Ended before its term: by which decision, from when (O-14). */
  ended?: InForceFrom;
  /** Every decision that ends it, whenever each is in force; `ended` is the first of them. */
  ends?: InForceFrom[];
  /** Its election was put to all and fell (B-11). */
  fell?: true;
}

export interface ElectionsPart {
  elections: Map<ActId, Election>;
  offices: Office[];
}
