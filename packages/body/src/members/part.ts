/** State of the members chapter. Names are attachments; nothing here holds an opinion. */
import type { ActId, Hash, KeyId, MemberId, Millis } from "@nabat/kernel";
import type { InForceFrom } from "../engine/in-force.ts";
import type { Stay, Stilled } from "../voice/part.ts";
import type { Lot } from "../votes/part.ts";
import type { InvitedAs } from "./acts.ts";

export interface Member {
  readonly id: MemberId;
  /** Attachment with the name. */
  name: Hash;
  /** How they came: founding act, invitation, or a card. */
  readonly by: ActId;
  invitedBy?: MemberId;
  /** The group link by which they came as a guest (M-4): it serves nobody while their stay is ended (N-12). */
  readonly link?: ActId;
  /** On the founders' list; once the body is adopted, who signed it (F-7, F-18). */
  founder?: boolean;
  readonly joined: Millis;
  /** `applicant` becomes `member` by time alone once `from` is set and reached (M-7). */
  status: "guest" | "applicant" | "member" | "left";
  /** Moment from which they are a member; set when all conditions but time are met. */
  from?: Millis;
  /** Index of the entry that set `from`: orders what happened in the same moment (M-14). */
  fromIndex?: number;
  applied?: Millis;
  /** Moment from which they have a vote (M-23), and the index of the entry that set it (M-14). */
  votesFrom?: Millis;
  votesIndex?: number;
  /** By which way it came (M-26 to M-28), once it has. */
  voteBy?: VoteBy;
  /** By whose word, where it came by a sponsor's (M-26). */
  sponsor?: MemberId;
  /** Who said that they sponsor them, besides who invited (M-26). */
  sponsors?: MemberId[];
  /** The decision that opened the door by which they came (M-27). */
  door?: ActId;
  /** True for who came by a card (M-28); it stays when they get a device. */
  byCard?: boolean;
  vouchers: MemberId[];
  seen: boolean;
  /** Since when, and by whom (M-24). */
  seenAt?: Millis;
  seenBy?: MemberId[];
  /** Seen, or given a card, where half of the roll was there: a place asks for it (M-26). */
  seenAmong?: true;
  decided: boolean;
  /** The decision that admits them and from when it is in force (M-9, B-8). */
  admitted?: InForceFrom;
  /** Every decision that admits them, whenever each is in force; `admitted` is the first of them. */
  admissions?: InForceFrom[];
  /** The decision that ended a contested admission, and from when (M-12, B-8): then they are a guest. */
  contested?: InForceFrom;
  /** Every decision that ended it, whenever each is in force; `contested` is the first of them. */
  contests?: InForceFrom[];
  /** Hashes of codes not yet spent, for members without a device. */
  codes: Hash[];
  /** That one of them which serves for keys on a phone, and for no vote; none where the card had one code (K-17). */
  keyCode?: Hash;
  /** True for a member without a device; what was asked for since stands in the keys chapter (K-17). */
  card: boolean;
  /** The act by which a newcomer's card came, and the two who entered it (M-13). */
  cardBy?: ActId;
  cardTellers?: readonly MemberId[];
  /** When a third confirmed that card (M-28). */
  confirmed?: Millis;
  confirmedBy?: MemberId;
  left?: Millis;
  /** What was decided about their stay as a guest (N-8). */
  stay?: Stay;
  /** The day on which two had them be still (N-9). */
  stilled?: Stilled;
  /**
   * What they were when they left by this device's signature, or by a code of their card: the reserve key brings them
   * back, another device of theirs, or another code (K-16).
   */
  leftAs?: {
    readonly was: "guest" | "applicant" | "member";
    readonly index: number;
    readonly key?: KeyId;
    readonly card?: true;
  };
  /** Away between these entries, because somebody else left in their name (K-16): no vote on what was called then. */
  away?: {
    readonly from: number;
    readonly until: number;
    readonly left: Millis;
    readonly back: Millis;
    /** Another device took it back. */
    readonly byDevice?: true;
  }[];
  /** When they last gave a sign: an act, a card's code, a name at the door (M-20). */
  sign?: Millis;
  /** Who asked whether they are still there, since that sign; two at most (M-19). */
  asks?: { readonly by: MemberId; readonly at: Millis }[];
  /** The last time that they rested and woke (M-21). */
  rested?: { readonly from: Millis; readonly until: Millis };
}

/**
 * How a vote began: as a founder's, with a seat from the mother, by a decision on this person, through an open
 * door; by a sponsor's word as the first in half a year, or with a place.
 */
export type VoteBy = "founder" | "seat" | "decision" | "door" | "first" | "place";

/** A decision that gives so many places for a time (M-27). */
export interface Door {
  /** The result that opened it. */
  readonly by: ActId;
  readonly places: number;
  readonly until: Millis;
  /** From when it is in force (B-8); never, where it isn't. */
  from: Millis;
  /** Places taken. */
  taken: number;
}

/** Drawing greeters (M-25): a lot among all who offered to count. */
export interface GreetDraw extends Lot {
  readonly id: ActId;
  readonly at: Millis;
}

/** Who may see newcomers, drawn beforehand, for half a year (M-25). */
export interface Greeters {
  readonly by: ActId;
  readonly from: Millis;
  readonly members: MemberId[];
}

export interface Greeting {
  /** The lot that waits for its secrets, or the last that stayed incomplete. */
  draw?: GreetDraw;
  list?: Greeters;
  /** Who didn't reveal in one, each with until when they are left out of the next. */
  missed: Map<MemberId, Millis>;
}

export interface Invitation {
  readonly key: KeyId;
  readonly as: InvitedAs;
  readonly by: MemberId;
  readonly until: Millis;
  readonly many: boolean;
  used: number;
  /** Who came by it, where it is for one. */
  usedBy?: MemberId;
  ended: boolean;
}

export interface MembersPart {
  members: Map<MemberId, Member>;
  invitations: Map<ActId, Invitation>;
  /** Doors that decisions opened (M-27), by result. */
  doors: Map<ActId, Door>;
  greeting: Greeting;
}
