/** Calls of meetings and their agendas (G-20 to G-28): who called, who signed, what is on them, what one may do. */
import {
  agendaOf,
  type Call,
  calls,
  type CallStage,
  callStage,
  callView,
  calledBy,
  courseAt,
  callingBy,
  mayCallMeeting,
  sittingEnd,
  statutesAt,
} from "@nabat/body";
import type { ActId, Millis } from "@nabat/kernel";
import type { BodyReader } from "./reader.ts";
import { type Page, pageNamed, type Paging } from "./lists.ts";
import { mustRead, peopleOf, type Person, readable, type Shown, textsOf } from "./shared.ts";
import { type May, may } from "./may.ts";
import { type AgendaShown, agendaShown } from "./agenda.ts";

const COMING: readonly CallStage[] = ["signing", "called", "due", "held", "adjourned", "interrupted"];

export interface CallLine {
  readonly id: ActId;
  readonly title: Shown;
  readonly type: Call["type"];
  readonly stage: CallStage;
  readonly starts: Millis;
  readonly caller: Person;
  readonly signatures: { readonly needed: number; readonly has: number };
  readonly items: number;
  /** The viewer called or signed it. */
  readonly yours: boolean;
  /** The viewer may sign it now. */
  readonly maySign: boolean;
  /** It was held on paper: a vote of it was entered, and no sitting of it was ever opened (B-13). */
  readonly onPaper?: true;
  /** Its sitting that is open now. */
  readonly open?: ActId;
}

export interface CallShown extends CallLine {
  readonly called: Millis;
  readonly reason: Shown;
  readonly place?: Shown;
  readonly placeGiven: boolean;
  readonly itemsUntil?: Millis;
  /** Until when texts may come or change to be decided there. */
  readonly noticed: Millis;
  readonly stands?: Millis;
  readonly office?: ActId;
  readonly halls: readonly string[];
  /** For whoever may read the record; how many stands in `signatures`. */
  readonly signers: readonly Person[];
  readonly agenda: readonly AgendaShown[];
  readonly sittings: readonly {
    readonly id: ActId;
    readonly title: Shown;
    readonly hall: string;
    readonly opened: Millis;
    readonly closed?: Millis;
  }[];
  readonly window?: { readonly from: Millis; readonly until: Millis; readonly anybody: boolean };
  /** Days of notice that the rules ask for. */
  readonly noticeDays: number;
  readonly you?: {
    readonly sign: May;
    readonly place: May;
    readonly item: May;
    readonly open: May;
    readonly freeHalls: readonly string[];
  };
}

/** Calls: those coming up first, by their hour; then those that are past, newest first. */
export async function callsView(
  reader: BodyReader,
  query: Paging & { readonly when?: "coming" | "past" } = {},
): Promise<Page<CallLine>> {
  mustRead(reader);
  const all = calls(reader.state, reader.now);
  const coming = all.filter((c) => COMING.includes(c.stage)).sort((a, b) => a.call.starts - b.call.starts);
  const past = all.filter((c) => !COMING.includes(c.stage)).sort((a, b) => b.call.starts - a.call.starts);
  const wanted = query.when === "coming" ? coming : query.when === "past" ? past : [...coming, ...past];
  const { page, named } = await pageNamed(reader, wanted, query, {
    id: (c) => c.call.id,
    name: (c) => c.call.title,
  });
  const person = await peopleOf(
    reader,
    page.items.map((c) => c.call.caller),
  );
  return { ...page, items: page.items.map((c) => line(reader, c.call, named(c), person(c.call.caller))) };
}

function line(reader: BodyReader, call: Call, title: Shown, caller: Person): CallLine {
  const { state, now, viewer } = reader;
  const me = viewer.standing === "member" ? viewer.member : undefined;
  const view = callView(state, call, now, me);
  const [open] = view.openHalls;
  const onPaper = call.sittings.length === 0 && [...state.binding.paper.values()].some((p) => p.data.call === call.id);
  return {
    id: call.id,
    title,
    type: call.type,
    stage: view.stage,
    starts: call.starts,
    caller,
    signatures: view.signatures,
    items: call.agenda.length,
    yours: me !== undefined && calledBy(call, me),
    maySign: view.you?.sign.ok ?? false,
    ...(onPaper ? { onPaper } : {}),
    ...(open ? { open: open.sitting } : {}),
  };
}

/** One call with its agenda; `undefined` where there is none of that id. */
export async function callShown(reader: BodyReader, id: ActId): Promise<CallShown | undefined> {
  mustRead(reader);
  const { state, now, viewer } = reader;
  const call = state.meetings.calls.get(id);
  if (!call) return undefined;
  const me = viewer.standing === "member" ? viewer.member : undefined;
  const view = callView(state, call, now, me);
  const sittings = call.sittings.flatMap((s) => state.sittings.sittings.get(s) ?? []);
  const text = await textsOf(reader, [
    call.title,
    call.reason,
    ...(call.place ? [call.place] : []),
    ...sittings.map((s) => s.title),
  ]);
  const person = await peopleOf(reader, [call.caller, ...call.signers]);
  const openHalls = new Set(view.openHalls.map((h) => h.hall));
  return {
    ...line(reader, call, text(call.title), person(call.caller)),
    called: call.at,
    reason: text(call.reason),
    placeGiven: call.place !== undefined,
    // The place is for members only, whatever else is public (G-23).
    ...(call.place && viewer.standing !== "stranger" ? { place: text(call.place) } : {}),
    ...(call.itemsUntil === undefined ? {} : { itemsUntil: call.itemsUntil }),
    noticed: call.noticed,
    ...(call.stands === undefined ? {} : { stands: call.stands }),
    ...(call.office === undefined ? {} : { office: call.office }),
    halls: call.halls,
    signers: readable(reader, call.signers).map(person),
    agenda: await agendaShown(reader, view.agenda),
    sittings: sittings.map((s) => {
      const closed = sittingEnd(s, now);
      return {
        id: s.id,
        title: text(s.title),
        hall: courseAt(state, s.id).hall,
        opened: s.opened,
        ...(closed === undefined ? {} : { closed }),
      };
    }),
    ...(view.window ? { window: view.window } : {}),
    noticeDays: statutesAt(state, now)?.statutes.convene.noticeDays ?? 0,
    ...(view.you
      ? {
          you: {
            sign: may(view.you.sign),
            place: may(view.you.place),
            item: may(view.you.item),
            open: may(view.you.open),
            freeHalls: call.halls.filter((h) => !openHalls.has(h)),
          },
        }
      : {}),
  };
}

/** What a call would need if this viewer made it now. */
export interface CallSetting {
  readonly needed: number;
  readonly byOffice: boolean;
  readonly earliest: Millis;
  readonly noticeDays: number;
  readonly may: May;
}

/** The setting of the form for a new call; for members. */
export function callSetting(reader: BodyReader): CallSetting | undefined {
  const { state, now, viewer } = reader;
  if (viewer.member === undefined || viewer.standing !== "member") return undefined;
  const calling = callingBy(state, viewer.member, now);
  return {
    needed: calling.needed,
    byOffice: calling.office !== undefined,
    earliest: calling.earliest,
    noticeDays: statutesAt(state, now)?.statutes.convene.noticeDays ?? 0,
    may: may(mayCallMeeting(state, { starts: calling.earliest }, viewer.member, now)),
  };
}

/** The meeting that comes next and stands, with what is on it: what a body's home shows first. */
export async function nextMeeting(
  reader: BodyReader,
): Promise<(CallLine & { readonly agenda: readonly AgendaShown[] }) | undefined> {
  const { state, now } = reader;
  const order: Readonly<Partial<Record<CallStage, number>>> = {
    held: 0,
    due: 1,
    called: 2,
    interrupted: 2,
    adjourned: 2,
  };
  const [next] = [...state.meetings.calls.values()]
    .map((call) => ({ call, rank: order[callStage(state, call, now)] }))
    .filter((c) => c.rank !== undefined)
    .sort((a, b) => (a.rank ?? 9) - (b.rank ?? 9) || a.call.starts - b.call.starts);
  if (!next) return undefined;
  const title = await textsOf(reader, [next.call.title]);
  const person = await peopleOf(reader, [next.call.caller]);
  return {
    ...line(reader, next.call, title(next.call.title), person(next.call.caller)),
    agenda: await agendaShown(reader, agendaOf(state, next.call)),
  };
}
