/** What a motion would do if it is carried, beyond its text (V-2). */
import {
  keyMark,
  type Change as RuleChange,
  changedStatutes,
  type ChangeNeeds,
  changesBetween,
  type ContestGround,
  HEARD_MS,
  membersAt,
  needsOf,
  needsOfVote,
  type State,
  statutesAt,
  type Subject,
} from "@nabat/body";
import type { ActId, Hash, MemberId, Millis } from "@nabat/kernel";
import type { BodyReader } from "./reader.ts";
import { peopleOf, type Person, type Shown, textsOf } from "./shared.ts";

type Motion = State["motions"]["motions"] extends Map<ActId, infer M> ? M : never;

/** What it would change; nothing of a plain text. */
export interface WouldChange {
  readonly member?: Person;
  /** On which ground it ends the stay of a guest (N-8). */
  readonly ground?: string;
  /** Of a decision over keys: whom the meeting sends to the person (K-15). */
  readonly before?: readonly Person[];
  /** The mark of the key that it names, as the new device shows it (K-15). */
  readonly mark?: string;
  /** The office that it ends; `member` holds it (O-14). */
  readonly office?: { readonly id: ActId; readonly title: Shown };
  readonly body?: { readonly type: string; readonly seats: number; readonly founder?: Person };
  readonly copy?: string;
  /** Texts that it would take out of view, and on which ground (E-3), or bring back (E-9). */
  readonly erases?: { readonly count: number; readonly ground: string };
  readonly restores?: number;
  /** Of a contested admission: the ground, when the person spoke to it, and from when it is voted on without (M-12). */
  readonly contest?: { readonly ground: ContestGround; readonly heard?: Millis; readonly from: Millis };
  /** Of an open door: so many places, until when (M-27); of those who wait for a vote so many could take one. */
  readonly door?: { readonly places: number; readonly until: Millis; readonly waiting: number };
  readonly rules?: readonly RuleChange[];
  /** What a change of rules needs, as things stand. */
  readonly needs?: ChangeNeeds;
}

/** The title of the office that a motion ends. */
export function officeOf(state: State, subject: Subject): Hash[] | undefined {
  if (subject.type !== "end-office") return undefined;
  const office = state.elections.offices.findLast((o) => o.id === subject.office && o.holder === subject.holder);
  return office && [office.title];
}

/** What a motion would change, beyond its text. */
export function wouldChange(
  reader: BodyReader,
  motion: Motion,
  person: (id: MemberId) => Person,
  text: (hash: Hash) => Shown,
): WouldChange {
  const { subject } = motion;
  switch (subject.type) {
    case "admission":
    case "stay-again":
      return { member: person(subject.member) };
    case "guest-stay":
      return { member: person(subject.member), ground: subject.ground };
    case "keys":
      return {
        member: person(subject.member),
        ...(subject.before ? { before: subject.before.map(person) } : {}),
        ...(subject.device === undefined ? {} : { mark: keyMark(subject.device) }),
      };
    case "contest": {
      const { heard } = motion;
      const from = motion.at + HEARD_MS;
      const contest = { ground: subject.ground, from, ...(heard === undefined ? {} : { heard }) };
      return { member: person(subject.member), contest };
    }
    case "door": {
      const { state, now } = reader;
      const members = membersAt(state, now).filter((m) => m.votesFrom === undefined);
      const needs = needsOfVote(state, motion, now);
      const door = { places: subject.places, until: subject.until, waiting: members.length };
      return { door, ...(needs ? { needs } : {}) };
    }
    case "end-office": {
      const [title] = officeOf(reader.state, subject) ?? [];
      return {
        member: person(subject.holder),
        office: { id: subject.office, title: title ? text(title) : { why: "missing" } },
      };
    }
    case "establish":
      return {
        body: {
          type: subject.body,
          seats: subject.seats,
          ...(subject.founder === undefined ? {} : { founder: person(subject.founder) }),
        },
      };
    case "copy":
      return { copy: subject.key };
    case "erasure":
      return { erases: { count: subject.attachments.length, ground: subject.ground } };
    case "restore":
      return { restores: subject.attachments.length };
    case "statutes": {
      const now = statutesAt(reader.state, reader.now)?.statutes;
      if (!now) return {};
      const wanted = changedStatutes(now, subject.changes);
      return { rules: changesBetween(now, wanted), needs: needsOf(now, wanted) };
    }
    default:
      return {};
  }
}

/** What a motion on one of these subjects would do, with the subject: for its own page and for whoever votes on it. */
export interface Would extends WouldChange {
  readonly subject: Subject["type"];
}

/** Whom a subject names. */
export function concernedBy(subject: Subject): readonly MemberId[] {
  switch (subject.type) {
    case "admission":
    case "contest":
    case "guest-stay":
    case "stay-again":
      return [subject.member];
    case "end-office":
      return [subject.holder];
    case "keys":
      return [subject.member, ...(subject.before ?? [])];
    default:
      return [];
  }
}

/** What a motion would do beyond its text, for whoever votes on it; `undefined` for a plain text and an amendment, which shows itself. */
export async function wouldOf(reader: BodyReader, motion: Motion): Promise<Would | undefined> {
  const { subject } = motion;
  if (subject.type === "text" || subject.type === "amendment") return undefined;
  const person = await peopleOf(reader, concernedBy(subject));
  const text = await textsOf(reader, officeOf(reader.state, subject) ?? []);
  return { subject: subject.type, ...wouldChange(reader, motion, person, text) };
}
