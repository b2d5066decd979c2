/**
 * New keys and cards for somebody, as everybody sees them (K-6, K-11, K-15, K-17): who asks for whom, until when the
 * old may object, what came of it; cards of newcomers that wait for a third (M-28); the door of a meeting (K-11).
 */
import {
  askingsFor,
  decidedWindow,
  hasCard,
  keysOpen,
  knownFrom,
  awaitsThird,
  keyMark,
  objectsFor,
  mayConfirmCard,
  mayObjectByCard,
  mayObjectTo,
  mayStandFor,
  maySecondAsking,
  objectsUntil,
  type OffBecause,
  RECOVERY_MS,
  type Recovery,
  standing,
  type State,
  termsRun,
  termsUntil,
  wasSigned,
  waitsForSecond,
  waitsUntil,
} from "@nabat/body";
import type { ActId, MemberId, Millis } from "@nabat/kernel";
import { type Cell, csvMoment } from "./csv.ts";
import { fittingWords, type Page, pageFound, pageOf, type Paging } from "./lists.ts";
import { type May, may } from "./may.ts";
import type { BodyReader } from "./reader.ts";
import { mustRead, mustReadRecord, peopleOf, type Person } from "./shared.ts";
import { type WhyNot, whyNot } from "./why-not.ts";

/** `waits` for its second; `coming`: signed, the old go on; `terms`: in, and held back still; `off`: came to nothing. */
export type NewKeysStage = "waits" | "coming" | "terms" | "off";

export interface NewKeysLine {
  readonly id: ActId;
  readonly person: Person;
  readonly what: "keys" | "card";
  /** A short mark of the keys: the new device shows the same. */
  readonly mark?: string;
  readonly way: Recovery["way"];
  /** At the door of which sitting (K-11). */
  readonly sitting?: ActId;
  readonly stage: NewKeysStage;
  readonly by: Person;
  readonly second?: Person;
  /** One word sufficed (K-18). */
  readonly alone: boolean;
  readonly at: Millis;
  /** Until when it waits for its second. */
  readonly waitsUntil?: Millis;
  /** When the old keys end. */
  readonly effective?: Millis;
  /** Until when an old device, or a code of the old card, may object; nobody to what a meeting of half decided, and to what few did the sheet alone. */
  readonly objectUntil?: Millis;
  readonly termsUntil?: Millis;
  /** By a meeting at which fewer than half signed that they were there: the sheet objects, a code of the old card, and a meeting of half decides anew (K-15). */
  readonly few?: true;
  /** While it waits: when the old keys end if nobody else signs, and until when a second can sign in any case (K-18, K-19). */
  readonly byItself?: Millis;
  readonly atLeast?: Millis;
  readonly because?: OffBecause;
  /** Is it for the viewer? */
  readonly yours: boolean;
  /** Are these the very keys with which the viewer looks? */
  readonly own: boolean;
  /** May the viewer's key object, and until when? */
  readonly object: May;
  readonly yourUntil?: Millis;
  /** May the viewer give the second signature? */
  readonly you: May;
  /** May the viewer enter an objection of who has the old card? */
  readonly byCard: boolean;
  /** May a meeting decide over this person's keys now (K-15)? */
  readonly meetingMay: boolean;
  /** Others have asked for other keys for the same person. */
  readonly others: number;
}

export interface NewKeysQuery extends Paging {
  readonly status?: NewKeysStage;
  readonly member?: MemberId;
}

/** Where an asking stands at `at`; `undefined`: it is over. */
export function newKeysStage(recovery: Recovery, at: Millis): NewKeysStage | undefined {
  if (recovery.off) return "off";
  if (waitsForSecond(recovery, at)) return "waits";
  if (recovery.effective === undefined || !termsRun(recovery, at)) return undefined;
  return at < recovery.effective ? "coming" : "terms";
}

/** Every asking that isn't over, newest first; those that came to nothing for a month. */
export function askingsNow(state: State, at: Millis): Recovery[] {
  return [...state.keys.recoveries.values()]
    .filter((r) => newKeysStage(r, at) !== undefined)
    .sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
}

/** New keys for somebody, by stage and person, a page at a time. */
export async function newKeysView(reader: BodyReader, query: NewKeysQuery = {}): Promise<Page<NewKeysLine>> {
  // Of new keys for themselves everybody is told, a newcomer too.
  if (query.member !== undefined && query.member === reader.viewer.member) mustRead(reader);
  else mustReadRecord(reader);
  const { state, now } = reader;
  const all = askingsNow(state, now).filter(
    (r) =>
      (query.status === undefined || newKeysStage(r, now) === query.status) &&
      (query.member === undefined || r.member === query.member),
  );
  const fitting = await fittingWords(reader, all, query.q, {
    name: (r) => state.members.members.get(r.member)?.name ?? ("" as never),
    by: (r) => r.by,
  });
  const page = pageOf(fitting, query, (r) => r.id);
  const person = await peopleOf(
    reader,
    page.items.flatMap((r) => [r.member, r.by, ...(r.second ? [r.second] : [])]),
  );
  return { ...page, items: page.items.map((r) => lineOf(reader, r, person)) };
}

function lineOf(reader: BodyReader, r: Recovery, person: (id: MemberId) => Person): NewKeysLine {
  const { state, now, viewer } = reader;
  const me = viewer.standing === "member" ? viewer.member : undefined;
  const yours = viewer.member === r.member;
  const key = viewer.key;
  const reserve = key !== undefined && state.keys.keys.get(key)?.reserve === true;
  const yourUntil = yours && key !== undefined ? objectsUntil(r, key, reserve) : undefined;
  const terms = termsUntil(r);
  const waits = waitsForSecond(r, now);
  const cardBefore = r.card !== undefined || hasCard(state, r.member, (r.effective ?? now + 1) - 1);
  return {
    id: r.id,
    person: person(r.member),
    what: r.card ? "card" : "keys",
    ...(r.enrol ? { mark: keyMark(r.enrol.device) } : {}),
    way: r.way,
    ...(r.sitting === undefined ? {} : { sitting: r.sitting }),
    stage: newKeysStage(r, now) ?? "off",
    by: person(r.by),
    ...(r.second === undefined ? {} : { second: person(r.second) }),
    alone: r.alone === true && wasSigned(r, r.off?.at ?? now),
    at: r.at,
    ...(waits ? { waitsUntil: waitsUntil(r) } : {}),
    ...(waits && r.effective !== undefined ? { byItself: r.effective, atLeast: r.at + RECOVERY_MS } : {}),
    ...(waits || r.effective === undefined ? {} : { effective: r.effective }),
    ...(waits || r.effective === undefined || r.way === "meeting" || r.all
      ? {}
      : { objectUntil: Math.min(r.effective + objectsFor(r), terms ?? r.effective) }),
    ...(waits || terms === undefined ? {} : { termsUntil: terms }),
    ...(r.few ? { few: true as const } : {}),
    ...(r.off ? { because: r.off.because } : {}),
    yours,
    own: key !== undefined && state.keys.keys.get(key)?.of === r.id,
    object: yours && key !== undefined ? may(mayObjectTo(state, r, key, now)) : { yes: false },
    ...(yourUntil === undefined ? {} : { yourUntil }),
    you: me === undefined ? { yes: false } : may(maySecondAsking(state, r, me, now)),
    byCard: me !== undefined && cardBefore && mayObjectByCard(state, { of: r.id, member: r.member }, me, now).ok,
    meetingMay: keysOpen(state, r.member, now).ok,
    others: askingsFor(state, r.member).filter((o) => o !== r && (waitsForSecond(o, now) || termsRun(o, now))).length,
  };
}

/** The list as a file: its columns in English, so that programs find them in every language. */
export const NEW_KEYS_COLUMNS = [
  ...["id", "for", "for id", "what", "mark", "way", "stage", "off because", "asked by", "asked by id"],
  ...["second", "second id", "asked", "old keys end", "objections until", "terms until"],
] as const;

/** One line of that file. */
export function newKeysRow(k: NewKeysLine): Cell[] {
  return [
    ...[k.id, k.person.name, k.person.id, k.what, k.mark, k.way, k.stage, k.because, k.by.name, k.by.id],
    ...[k.second?.name, k.second?.id],
    ...[csvMoment(k.at), csvMoment(k.effective), csvMoment(k.objectUntil), csvMoment(k.termsUntil)],
  ];
}

/** A newcomer's card that waits for a third to confirm it (M-28). */
export interface CardToConfirm {
  readonly card: ActId;
  readonly person: Person;
  /** The two who entered it. */
  readonly by: readonly Person[];
  readonly at: Millis;
  readonly you: May;
}

/** Cards of newcomers that nobody has confirmed yet, oldest first. */
export async function cardsToConfirm(reader: BodyReader): Promise<readonly CardToConfirm[]> {
  mustReadRecord(reader);
  const { state, now, viewer } = reader;
  const me = viewer.standing === "member" ? viewer.member : undefined;
  const open = [...state.members.members.values()].filter((m) => awaitsThird(state, m, now));
  const person = await peopleOf(
    reader,
    open.flatMap((m) => [m.id, ...(m.cardTellers ?? [])]),
  );
  return open
    .sort((a, b) => (a.applied ?? a.joined) - (b.applied ?? b.joined))
    .map((m) => ({
      card: m.cardBy as ActId,
      person: person(m.id),
      by: (m.cardTellers ?? []).map(person),
      at: m.applied ?? m.joined,
      you: me === undefined ? { yes: false } : may(mayConfirmCard(state, m.cardBy as ActId, me, now)),
    }));
}

/** A page of them, found by the names of who they are for and who entered them. */
export async function cardsToConfirmPage(reader: BodyReader, query: Paging = {}): Promise<Page<CardToConfirm>> {
  return pageFound(await cardsToConfirm(reader), query, {
    id: (c) => c.card,
    words: (c) => [c.person.name, ...c.by.map((p) => p.name)],
  });
}

/** For whom a member can ask, and by which decisions of meetings (K-7, K-15). */
export interface AskView {
  /** Why the viewer stands for nobody now; absent: they may. */
  readonly why?: WhyNot;
  readonly people: readonly (Person & { readonly card: boolean })[];
  readonly decided: readonly {
    readonly id: ActId;
    readonly person: Person;
    readonly from: Millis;
    readonly until: Millis;
    readonly now: boolean;
  }[];
}

/** What stands on the page on which a member asks for new keys for somebody. */
export async function askView(reader: BodyReader): Promise<AskView> {
  mustRead(reader);
  const { state, now, viewer } = reader;
  const me = viewer.member;
  const may = me === undefined || viewer.standing !== "member" ? undefined : mayStandFor(state, me, now);
  const decided = [...state.keys.decided].flatMap(([id, d]) => {
    const window = decidedWindow(d);
    return me !== undefined && d.by.includes(me) && window && knownFrom(d.from) !== undefined && now < window.until
      ? [{ id, d, ...window }]
      : [];
  });
  const ids = may?.ok
    ? [...state.members.members.values()]
        .filter((m) => m.id !== me && standing(state, m.id, now) !== "left")
        .map((m) => m.id)
    : [];
  const person = await peopleOf(reader, [...ids, ...decided.map((x) => x.d.member)]);
  return {
    ...(may && !may.ok ? { why: whyNot(may) } : {}),
    people: ids
      .map((id) => ({ ...person(id), card: hasCard(state, id, now) }))
      .sort((a, b) => (a.name ?? "").localeCompare(b.name ?? "")),
    decided: decided.map(({ id, d, from, until }) => ({ id, person: person(d.member), from, until, now: now >= from })),
  };
}
