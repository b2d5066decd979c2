/** Minutes with their texts and names (G-43): the facts of a sitting in order, as print, text and JSON show them. */
import { minutesOf, type Procedure } from "@nabat/body";
import type { ActId, Hash, MemberId, Millis } from "@nabat/kernel";
import { type AgendaShown, agendaShown } from "./agenda.ts";
import {
  boardElected,
  laterOf,
  type Later,
  minutedBoard,
  type MinutedBoard,
  namedIn,
  whoCounted,
} from "./meetings-minutes.ts";
import type { BodyReader } from "./reader.ts";
import { mustRead, peopleOf, type Person, type Shown, textsOf } from "./shared.ts";
import { type ResultShown, resultShown } from "./results.ts";

/** One candidate's line in an election's result. */
export interface MinutedRow {
  readonly person: Person;
  readonly marks: number;
  readonly place: "elected" | "tied" | "not-elected";
}

export interface MinutedLine {
  readonly what: string;
  readonly at: Millis;
  /** The entry to point to. */
  readonly id: ActId;
  readonly aob?: boolean;
  /** Title of the item, motion, vote or election that it is about. */
  readonly title?: Shown;
  /** Where it is about an amendment: the title of the motion that it changes. */
  readonly amends?: Shown;
  /** Text put, for motions. */
  readonly text?: Shown;
  readonly mover?: Person;
  readonly procedure?: Procedure["what"];
  readonly returns?: Millis;
  readonly mode?: string;
  readonly opinion?: boolean;
  readonly result?: ResultShown;
  readonly differ?: boolean;
  readonly rows?: readonly MinutedRow[];
  readonly none?: number;
  readonly board?: MinutedBoard;
  /** Of a result: who counted it; nobody where positions are by name. */
  readonly counted?: readonly Person[];
  readonly later?: Later;
}

export interface MinutesShown {
  readonly sitting: ActId;
  readonly title: Shown;
  readonly call?: { readonly id: ActId; readonly title: Shown; readonly caller: Person };
  readonly type?: "decide" | "consult" | "inform";
  readonly place?: Shown;
  readonly hall: string;
  readonly opened: Millis;
  readonly opener: Person;
  readonly ended?: { readonly at: Millis; readonly how: "closed" | "interrupted" | "adjourned" | "by-itself" };
  readonly chair: Person;
  readonly secretary?: Person;
  readonly tellers: readonly Person[];
  readonly elected: boolean;
  readonly lines: readonly MinutedLine[];
  readonly presence: readonly {
    readonly at: Millis;
    readonly by: Person;
    readonly present: number;
    readonly guests: number;
    readonly remote: number;
  }[];
  readonly carried: readonly AgendaShown[];
  readonly unvoted: readonly { readonly id: ActId; readonly title: Shown }[];
}

/** The minutes of a sitting as far as it has come; `undefined` where there is no such sitting. */
export async function minutesShown(reader: BodyReader, id: ActId): Promise<MinutesShown | undefined> {
  mustRead(reader);
  const { state } = reader;
  if (!state.sittings.sittings.has(id) || !state.meetings.courses.has(id)) return undefined;
  const m = minutesOf(state, id, reader.now);
  const call = m.call === undefined ? undefined : state.meetings.calls.get(m.call);
  const hashes: Hash[] = [m.title, ...(m.place ? [m.place] : []), ...(call ? [call.title] : [])];
  const members: MemberId[] = [
    m.opener,
    m.chair,
    ...(m.secretary ? [m.secretary] : []),
    ...m.tellers,
    ...m.presence.map((p) => p.by),
    ...(call ? [call.caller] : []),
  ];
  for (const l of m.lines) {
    if (l.item) hashes.push(l.item.title);
    if (l.vote) hashes.push(l.vote.title);
    if (l.motion) hashes.push(l.motion.title, l.motion.text);
    if (l.motion) members.push(l.motion.mover);
    members.push(...(l.vote ? whoCounted(l.vote) : []), ...boardsNames(reader, l));
    members.push(...(l.vote?.election?.rows ?? []).map((r) => r.member));
  }
  const parentOf = (motion: ActId) => {
    const subject = state.motions.motions.get(motion)?.subject;
    return subject?.type === "amendment" ? state.motions.motions.get(subject.motion) : undefined;
  };
  for (const l of m.lines) {
    const of = l.vote ? parentOf(l.vote.vote.motion) : l.motion ? parentOf(l.motion.id) : undefined;
    if (of) hashes.push(of.title);
  }
  const unvoted = m.unvoted.flatMap((u) => state.motions.motions.get(u) ?? []);
  hashes.push(...unvoted.map((u) => u.title));
  const text = await textsOf(reader, hashes);
  const person = await peopleOf(reader, members);
  return {
    sitting: id,
    title: text(m.title),
    ...(call ? { call: { id: call.id, title: text(call.title), caller: person(call.caller) } } : {}),
    ...(m.type ? { type: m.type } : {}),
    ...(m.place ? { place: text(m.place) } : {}),
    hall: m.hall,
    opened: m.opened,
    opener: person(m.opener),
    ...(m.ended ? { ended: m.ended } : {}),
    chair: person(m.chair),
    ...(m.secretary ? { secretary: person(m.secretary) } : {}),
    tellers: m.tellers.map(person),
    elected: m.board !== undefined,
    lines: m.lines.map((l): MinutedLine => {
      const procedure = l.motion?.procedure ?? l.vote?.procedure;
      const result = l.what === "result" && l.vote ? resultShown(l.vote.vote) : undefined;
      const on = l.vote?.vote.motion ?? (l.what === "moved" ? l.id : l.what === "urgent" ? l.about : undefined);
      const amends = on === undefined || on === "aob" ? undefined : parentOf(on);
      const title = l.item
        ? text(l.item.title)
        : l.vote
          ? text(l.vote.title)
          : l.motion
            ? text(l.motion.title)
            : undefined;
      const board = boardElected(reader, l);
      const later = result && l.vote && laterOf(reader, l.vote);
      const returns =
        l.what === "item-put-off"
          ? l.item?.returns
          : l.what === "adjourned"
            ? state.meetings.courses.get(id)?.adjourned?.returns
            : undefined;
      return {
        what: l.what,
        at: l.at,
        id: l.id,
        ...(l.about === "aob" ? { aob: true } : {}),
        ...(title ? { title } : {}),
        ...(amends ? { amends: text(amends.title) } : {}),
        ...(l.motion ? { text: text(l.motion.text), mover: person(l.motion.mover) } : {}),
        ...(procedure ? { procedure: procedure.what } : {}),
        ...(returns === undefined ? {} : { returns }),
        ...(l.vote ? { mode: l.vote.vote.mode, ...(l.vote.vote.opinion ? { opinion: true } : {}) } : {}),
        ...(result ? { result, differ: l.vote?.result?.differ ?? false } : {}),
        ...(result && l.vote ? { counted: whoCounted(l.vote).map(person) } : {}),
        ...(later ? { later } : {}),
        ...(board ? { board: minutedBoard(board, person) } : {}),
        ...(result && l.vote?.election
          ? {
              rows: l.vote.election.rows.map((r) => ({ person: person(r.member), marks: r.marks, place: r.place })),
              none: l.vote.election.none,
            }
          : {}),
      };
    }),
    presence: m.presence.map((p) => ({
      at: p.at,
      by: person(p.by),
      present: p.present,
      guests: p.guests,
      remote: p.remote,
    })),
    carried: await agendaShown(
      reader,
      m.carried.map((item) => ({ item })),
    ),
    unvoted: unvoted.map((u) => ({ id: u.id, title: text(u.title) })),
  };
}

function boardsNames(reader: BodyReader, line: Parameters<typeof boardElected>[1]): MemberId[] {
  const board = boardElected(reader, line);
  return board ? namedIn(board.board) : [];
}
