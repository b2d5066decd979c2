/** State of the meetings chapter. */
import type { ActId, Hash, MemberId, Millis } from "@nabat/kernel";
import type { MeetingType } from "./acts.ts";

export interface AgendaItem {
  readonly id: ActId;
  readonly title: Hash;
  readonly by: MemberId;
  readonly text?: Hash;
  readonly motion?: ActId;
  readonly election?: ActId;
  /** Put on at the sitting without notice. */
  readonly urgent: boolean;
  /** Carried over from this call, where it was put off or not reached. */
  readonly from?: ActId;
  status: "waiting" | "open" | "done" | "put-off";
  /** When it returns, if it was put off to a date. */
  returns?: Millis;
}

export interface Call {
  readonly id: ActId;
  readonly caller: MemberId;
  readonly at: Millis;
  readonly title: Hash;
  readonly reason: Hash;
  readonly type: MeetingType;
  readonly starts: Millis;
  place?: Hash;
  readonly itemsUntil?: Millis;
  readonly halls: string[];
  signers: MemberId[];
  readonly needed: number;
  /** When enough had signed: notice runs from here. Unset: it does not stand yet. */
  stands?: Millis;
  agenda: AgendaItem[];
  sittings: ActId[];
}

export interface Waiting {
  readonly member: MemberId;
  readonly asked: Millis;
}

/** What a sitting has besides the bare one. */
export interface Course {
  readonly sitting: ActId;
  readonly call?: ActId;
  chair: MemberId;
  /** The motion that elected the board; without it the opener presides provisionally. */
  board?: ActId;
  secretary?: MemberId;
  item?: ActId | "aob";
  itemSince?: Millis;
  /** Any other business was reached. */
  aob: boolean;
  waiting: Waiting[];
  speaking?: { readonly member: MemberId; readonly since: Millis };
  /** How often each has spoken at this sitting. */
  spoken: Map<MemberId, number>;
  listClosed: boolean;
  /** The debate is over; the vote on the item is next. */
  proceeded: boolean;
  seconds?: number;
  remote: Map<MemberId, Millis>;
  outside: MemberId[];
  adjourned?: { readonly by: ActId; readonly returns: Millis };
  interrupted?: { readonly by: MemberId; readonly at: Millis; readonly reason: Hash };
}

export interface MeetingsPart {
  calls: Map<ActId, Call>;
  courses: Map<ActId, Course>;
  /** Items that wait for the next call: put off, not reached, or interrupted. */
  carried: AgendaItem[];
}
