/** State of the meetings chapter: calls with their agendas, the course of each sitting, what is carried over. */
import type { ActId, Hash, KeyId, MemberId, Millis } from "@nabat/kernel";
import type { MeetingType } from "./acts.ts";

export interface AgendaItem {
  /** The act that put it on: `meeting.item`, or the procedural motion that made it urgent. */
  readonly id: ActId;
  /** When it was first put on an agenda: notice counts from here (G-26). */
  readonly at: Millis;
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
  /** Kept until then for the meeting that it comes from, which goes on by itself (G-35, G-37). */
  held?: Millis;
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
  /** Until when texts may come or change to be decided at the meeting (G-26). */
  readonly noticed: Millis;
  readonly halls: string[];
  signers: MemberId[];
  readonly needed: number;
  /** The office by whose power it was called, where not by signatures (G-20). */
  readonly office?: ActId;
  /** When enough had signed. Unset: it does not stand yet. */
  stands?: Millis;
  agenda: AgendaItem[];
  /** Amendments without notice that those present let in (G-34, V-50). */
  letIn: ActId[];
  /** Who is to get new keys or a new card at its door (K-11). */
  keys?: MemberId[];
  /** Who named whom of them, and when: one names a tenth of the roll (K-11). */
  namings?: { readonly by: MemberId; readonly at: Millis; readonly members: readonly MemberId[] }[];
  sittings: ActId[];
}

export interface Waiting {
  readonly member: MemberId;
  readonly asked: Millis;
  /** Was cut short by somebody else: speaks before all others (G-36). */
  readonly first?: true;
}

export interface Presence {
  readonly at: Millis;
  readonly by: MemberId;
  readonly present: number;
  readonly guests: number;
  /** Members taking part from outside at that moment. */
  readonly remote: number;
}

/** One plain fact for the minutes; `id` is the act that made it so. */
export interface Fact {
  readonly at: Millis;
  readonly what:
    | "opened"
    | "hall"
    | "board"
    | "item"
    | "item-done"
    | "item-put-off"
    | "urgent"
    | "agenda"
    | "moved"
    | "vote"
    | "result"
    | "procedure"
    | "adjourned"
    | "interrupted"
    | "leads"
    | "closed";
  readonly id: ActId;
  /** What it was about: an item, motion, vote, election or sitting; `aob`. */
  readonly about?: ActId | "aob";
}

/** What a sitting has besides the bare one. */
export interface Course {
  readonly sitting: ActId;
  readonly call?: ActId;
  readonly hall: string;
  /** The hall that was opened first and keeps the agenda and the list of speakers (G-41); unset: this one. */
  leads?: ActId;
  chair: MemberId;
  /** The motion that elected the board; without it the opener presides provisionally (G-29). */
  board?: ActId;
  secretary?: MemberId;
  item?: ActId | "aob";
  itemSince?: Millis;
  /** Any other business was reached. */
  aob: boolean;
  waiting: Waiting[];
  speaking?: { readonly member: MemberId; readonly since: Millis };
  /** How often each has spoken at this sitting. Emptied with its end, as are `waiting` and `remote`. */
  spoken: Map<MemberId, number>;
  /** Who was ended by another before their time. */
  cut: MemberId[];
  listClosed: boolean;
  /** The debate is over; the vote on the item is next. */
  proceeded: boolean;
  seconds?: number;
  secondsSince?: Millis;
  remote: Map<MemberId, Millis>;
  /** Who signed that they are there (G-44); emptied with the end. */
  here: Map<MemberId, Millis>;
  /** With which key, where not by a code of their card: whose keys are new votes only where a new one signed (K-12). */
  hereBy: Map<MemberId, KeyId>;
  /** By what those present elected their tellers: a result, or the last signature that it needed (G-46). */
  tellersBy?: ActId;
  outside: MemberId[];
  /** Results by which a ruling of the chair was set aside: from then on tellers need not wait (G-31). */
  overruled: ActId[];
  /** Last step of the course: from here the delay for those who stand in runs (G-31). */
  moved: Millis;
  /** Procedural motions put here, oldest first. */
  procedures: ActId[];
  /** Votes called here, oldest first. */
  votes: ActId[];
  presence: Presence[];
  log: Fact[];
  adjourned?: { readonly by: ActId; readonly returns: Millis };
  interrupted?: { readonly by: MemberId; readonly at: Millis; readonly reason: Hash };
}

export interface MeetingsPart {
  calls: Map<ActId, Call>;
  courses: Map<ActId, Course>;
  /** Items that wait for the next call: put off, not reached, or interrupted. */
  carried: AgendaItem[];
  /** What those present adjourned once, by its motion, election or item, with the result: not a second time (G-48). */
  delayed: Map<ActId, ActId>;
  /** Sittings whose business is not settled yet. */
  running: ActId[];
  /** Calls that stand and of which no sitting was opened yet. */
  due: ActId[];
}
