/** State of the members chapter. Names are attachments; nothing here holds an opinion. */
import type { ActId, Hash, KeyId, MemberId, Millis } from "@nabat/kernel";
import type { InForceFrom } from "../engine/in-force.ts";
import type { InvitedAs } from "./acts.ts";

export interface Member {
  readonly id: MemberId;
  /** Attachment with the name. */
  name: Hash;
  /** How they came: founding act, invitation, or a card. */
  readonly by: ActId;
  invitedBy?: MemberId;
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
  vouchers: MemberId[];
  seen: boolean;
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
  /** True for a member without a device; what was asked for since stands in the keys chapter (K-17). */
  card: boolean;
  /** The act by which a newcomer's card came, and the two who entered it (M-13). */
  cardBy?: ActId;
  cardTellers?: readonly MemberId[];
  /** When a third confirmed that card (M-28). */
  confirmed?: Millis;
  left?: Millis;
  /** What they were when they left by a device's signature: the reserve key brings them back (K-16). */
  leftAs?: { readonly was: "guest" | "applicant" | "member"; readonly index: number };
  /** Away between these entries, because somebody else left in their name (K-16): no vote on what was called then. */
  away?: { readonly from: number; readonly until: number }[];
  /** When they last gave a sign: an act, a card's code, a name at the door (M-20). */
  sign?: Millis;
  /** Who asked whether they are still there, since that sign; two at most (M-19). */
  asks?: { readonly by: MemberId; readonly at: Millis }[];
  /** The last time that they rested and woke (M-21). */
  rested?: { readonly from: Millis; readonly until: Millis };
}

export interface Invitation {
  readonly key: KeyId;
  readonly as: InvitedAs;
  readonly by: MemberId;
  readonly until: Millis;
  readonly many: boolean;
  used: number;
  ended: boolean;
}

export interface MembersPart {
  members: Map<MemberId, Member>;
  invitations: Map<ActId, Invitation>;
}
