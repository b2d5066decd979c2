/** A body at first sight: what is open, what was decided, who belongs to it, where its authority comes from. */
import {
  closedList,
  copyHolders,
  hasVote,
  knownFrom,
  memberCount,
  signatures,
  type Signatures,
  standing,
  statutesAt,
  voteWaits,
  type VoteWait,
  wholeRoll,
} from "@nabat/body";
import type { BodyId, MemberId, Millis } from "@nabat/kernel";
import { type DecisionLine, notInForce } from "./binding.ts";
import { type OfficeShown, officesView } from "./elections.ts";
import { nextMeeting } from "./meetings.ts";
import { type MineItem, mineView } from "./mine.ts";
import type { MotionLine } from "./motion-lines.ts";
import { motionsView } from "./motions.ts";
import type { BodyReader } from "./reader.ts";
import { type Person, peopleOf, type Shown, textsOf } from "./shared.ts";
import { type SittingLine, sittingsView } from "./sittings.ts";
import type { VoteLine } from "./vote-shown.ts";
import { votesView } from "./votes.ts";

/** What everybody may know of a body. */
export interface BodyFacts {
  readonly body: BodyId;
  readonly name: Shown;
  readonly purpose: Shown;
  readonly type: "assembly" | "council" | "committee";
  readonly phase: "provisional" | "adopted";
  readonly practice: boolean;
  readonly zone: string;
  readonly now: Millis;
  readonly size: number;
  readonly at: Millis;
  readonly entries: "members" | "public";
  readonly founded: Millis;
  readonly template: string;
  readonly copies: number;
  readonly witnesses: number;
  readonly mother?: BodyId;
}

export interface BodyView extends BodyFacts {
  readonly mayRead: true;
  /** Members with a vote. */
  readonly roll: number;
  readonly members: number;
  readonly guests: number;
  readonly founder: Person;
  readonly needs: readonly MineItem[];
  readonly sittings: readonly SittingLine[];
  /** The meeting that comes next, or is held now, with what is on it. */
  readonly meeting?: Awaited<ReturnType<typeof nextMeeting>>;
  /** Offices held now. */
  readonly offices: readonly OfficeShown[];
  readonly open: readonly MotionLine[];
  readonly openTotal: number;
  /** Votes that are called or open on an election, or on what was put to all: no motion that is open leads to them. */
  readonly openVotes: readonly VoteLine[];
  readonly decided: readonly MotionLine[];
  /** Decided and not in force yet: it waits, or was put to all, or its count is looked at again. */
  readonly waiting: readonly DecisionLine[];
  readonly children: readonly { readonly body: BodyId; readonly name: Shown }[];
  readonly you: {
    readonly standing: string;
    readonly id?: MemberId;
    readonly name?: string;
    readonly since?: Millis;
    /** Has a vote (M-23). */
    readonly votes: boolean;
    /** Of a newcomer: what their vote still waits for. */
    readonly waits: readonly VoteWait[];
  };
  /** While it is provisional and the founders' list is closed: how far it is signed. */
  readonly signatures?: Signatures;
}

/** The public facts of a body. */
export async function bodyFacts(reader: BodyReader): Promise<BodyFacts> {
  const { state } = reader;
  const f = state.founding;
  const statutes = statutesAt(state, reader.now)?.statutes;
  const text = await textsOf(reader, [f.name, f.purpose]);
  return {
    body: reader.body,
    name: text(f.name),
    purpose: text(f.purpose),
    type: f.type,
    phase: f.phase,
    practice: f.practice,
    zone: statutes?.zone ?? "UTC",
    now: reader.now,
    size: state.size,
    at: state.at,
    entries: statutes?.entries ?? "members",
    founded: f.at,
    template: statutes?.template ?? "",
    copies: copyHolders(state, reader.now).length,
    witnesses: state.archive.witnesses.size,
    ...(f.establishedBy ? { mother: f.establishedBy.body } : {}),
  };
}

/** A body's home, or only its public facts for who may not read its entries. */
export async function bodyView(reader: BodyReader): Promise<BodyView | (BodyFacts & { readonly mayRead: false })> {
  const facts = await bodyFacts(reader);
  if (!reader.mayRead) return { ...facts, mayRead: false };
  const { state, now, viewer } = reader;
  const me = viewer.member === undefined ? undefined : state.members.members.get(viewer.member);
  const open = await motionsView(reader, { status: "open", limit: 10 });
  const decided = await motionsView(reader, { limit: 1000 });
  const waiting = await notInForce(reader);
  const person = await peopleOf(reader, [state.founding.founder, ...(me ? [me.id] : [])]);
  const children = await Promise.all(
    state.founding.children.map(async (c) => {
      const child = await reader.other(c.body);
      const text = child && (await textsOf(child, [child.state.founding.name]));
      return { body: c.body, name: child && text ? text(child.state.founding.name) : { why: "missing" as const } };
    }),
  );
  const list = closedList(state, now);
  let guests = 0;
  for (const id of state.members.members.keys()) if (standing(state, id, now) === "guest") guests++;
  return {
    ...facts,
    mayRead: true,
    roll: wholeRoll(state, now),
    members: memberCount(state, now),
    guests,
    founder: person(state.founding.founder),
    needs: (await mineView(reader)).items,
    meeting: await nextMeeting(reader),
    offices: (await officesView(reader)).filter((o) => o.stage === "held"),
    sittings: (await sittingsView(reader, { status: "open", limit: 5 })).items,
    open: open.items,
    openTotal: open.total,
    openVotes: await openVotes(reader),
    decided: decided.items
      .filter((m) => m.subject !== "procedure" && (m.status === "carried" || m.status === "lost"))
      .filter((m) => !waiting.some((d) => d.on === m.id))
      .slice(0, 5),
    waiting,
    children,
    you: {
      standing: viewer.standing,
      votes: me !== undefined && hasVote(state, me.id, now),
      waits: me ? voteWaits(state, me, now) : [],
      ...(me ? { id: me.id } : {}),
      ...(me && person(me.id).name ? { name: person(me.id).name } : {}),
      ...(knownFrom(me?.from) === undefined ? {} : { since: me?.from }),
    },
    ...(list && facts.phase === "provisional" ? { signatures: signatures(state, list, now) } : {}),
  };
}

async function openVotes(reader: BodyReader): Promise<VoteLine[]> {
  const [open, called] = [
    await votesView(reader, { status: "open", limit: 50 }),
    await votesView(reader, { status: "called", limit: 50 }),
  ];
  return [...open.items, ...called.items].filter((v) => v.election !== undefined || v.again !== undefined);
}
