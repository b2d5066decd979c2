/** A hall on paper (B-13): what of a call can still be entered, and what was entered and waits for its tellers. */
import {
  ballotHash,
  electionToDecide,
  forceStage,
  type ForceStage,
  isSigned,
  knownFrom,
  mayEnterHall,
  maySignPaper,
  motionToDecide,
  onPaper,
  standingFor,
  PAPER_MS,
  type State,
  type WaitingPaper,
  waitingVotes,
} from "@nabat/body";
import type { ActId, Hash, MemberId, Millis, Sha256 } from "@nabat/kernel";
import type { BodyReader } from "./reader.ts";
import { type May, may } from "./may.ts";
import { peopleOf, type Person, type Shown, textsOf } from "./shared.ts";

/** A count on paper that was entered and waits for its tellers, and until when (B-13). */
export interface UnsignedPaper {
  readonly paper: WaitingPaper;
  readonly on: ActId;
  readonly call: ActId;
  readonly until: Millis;
}

/** Counts on paper that tellers can still sign: their week isn't over, and nothing has decided the same since. */
export function unsignedPapers(state: State, now: Millis): UnsignedPaper[] {
  return [...state.binding.paper.values()].flatMap((paper) => {
    const call = state.meetings.calls.get(paper.data.call);
    const on = onPaper(paper);
    if (!call || on === undefined || isSigned(paper) || !mayEnterHall(call, now).ok) return [];
    const motion = state.motions.motions.get(on);
    const election = state.elections.elections.get(on);
    const free = motion ? motionToDecide(state, motion, now) : election && electionToDecide(state, election, now);
    return free ? [{ paper, on, call: call.id, until: call.starts + PAPER_MS }] : [];
  });
}

/** The meeting on paper whose count on this waits for its tellers; of several the first. */
export function paperWaitsOn({ state, now }: BodyReader, on: ActId): { call: ActId; until: Millis } | undefined {
  const [first] = unsignedPapers(state, now)
    .filter((p) => p.on === on)
    .sort((a, b) => a.until - b.until);
  return first && { call: first.call, until: first.until };
}

/** A vote that could be entered: of an item of the agenda that nobody has decided. */
export interface PaperItem {
  readonly motion?: ActId;
  readonly election?: ActId;
  readonly title: Shown;
  readonly version: Hash;
  /** This viewer entered it before: a new entry takes the place of theirs (B-13). */
  readonly again: boolean;
  /** In an election: who stands. */
  readonly ballot?: readonly { readonly key: string; readonly person: Person }[];
}

/** A vote that was entered and waits, or was decided with the last signature. */
export interface PaperShown {
  readonly id: ActId;
  readonly title: Shown;
  readonly chair: Person;
  readonly at: Millis;
  readonly held: Millis;
  readonly mode: "hands" | "paper";
  readonly counts: Readonly<Record<string, number>>;
  readonly present: number;
  readonly ballot?: PaperItem["ballot"];
  readonly tellers: readonly { readonly person: Person; readonly signed: boolean }[];
  readonly sign: May;
  /** With the last signature: how it came out, who was elected, and from when it is in force (B-8). */
  readonly decided?: {
    readonly outcome: string;
    readonly election: boolean;
    readonly elected: readonly Person[];
    readonly stage?: ForceStage;
    readonly from?: Millis;
  };
}

/** What a call's page shows of a hall on paper; `undefined` where there is nothing to show. */
export interface PaperHall {
  readonly may: May;
  /** Within a week of the hour, and nothing of it is in the record (B-13). */
  readonly open: boolean;
  readonly items: readonly PaperItem[];
  readonly waiting: readonly PaperShown[];
}

/** The hall on paper of a call. */
export async function paperHall(reader: BodyReader, id: ActId, sha256: Sha256): Promise<PaperHall | undefined> {
  const { state, now, viewer } = reader;
  const call = state.meetings.calls.get(id);
  if (!call) return undefined;
  const hall = mayEnterHall(call, now);
  const entered = [...state.binding.paper.values()].filter((p) => p.data.call === id);
  // Whoever presided enters what others may have entered wrongly; their own they may enter anew.
  const done = new Set(entered.filter(isSigned).map(onPaper));
  const items = call.agenda.filter((i) => !done.has(i.motion ?? i.election));
  const motions = items.flatMap((i) => (i.motion && state.motions.motions.get(i.motion)) || []);
  const elections = items.flatMap((i) => (i.election && state.elections.elections.get(i.election)) || []);
  const titleOf = (p: WaitingPaper): Hash[] => {
    const on = p.data.motion
      ? state.motions.motions.get(p.data.motion)
      : state.elections.elections.get(p.data.election ?? ("" as ActId));
    return on ? [on.title] : [];
  };
  const text = await textsOf(reader, [
    ...motions.map((m) => m.title),
    ...elections.map((e) => e.title),
    ...entered.flatMap(titleOf),
  ]);
  const stands = (election: ActId | undefined) => {
    const found = election === undefined ? undefined : state.elections.elections.get(election);
    return found ? standingFor(state, found, now) : [];
  };
  const person = await peopleOf(reader, [
    ...entered.flatMap((p) => [p.chair, ...p.data.tellers, ...(state.votes.votes.get(p.id)?.result?.elected ?? [])]),
    ...elections.flatMap((e) => stands(e.id).map((c) => c.member)),
    ...entered.flatMap((p) => stands(p.data.election).map((c) => c.member)),
  ]);
  const ballot = (election: ActId | undefined) => {
    const candidates = stands(election).map((c) => ({ key: c.key, person: person(c.member) }));
    return candidates.length > 0 ? { ballot: candidates } : {};
  };
  const decided = (id: ActId): Pick<PaperShown, "decided"> => {
    const result = state.votes.votes.get(id)?.result;
    if (!result) return {};
    const decision = [...state.binding.decisions.values()].find((d) => d.vote === id);
    const from = decision && knownFrom(decision.from);
    return {
      decided: {
        outcome: result.outcome,
        election: state.votes.votes.get(id)?.election !== undefined,
        elected: (result.elected ?? []).map(person),
        ...(decision ? { stage: forceStage(decision, now) } : {}),
        ...(from === undefined ? {} : { from }),
      },
    };
  };
  const again = (on: ActId) => entered.some((p) => p.chair === viewer.member && onPaper(p) === on && !isSigned(p));
  const free = motions.filter(
    (m) =>
      motionToDecide(state, m, now) &&
      waitingVotes(state, m, now).length === 0 &&
      m.subject.type !== "procedure" &&
      m.sections.length === 0,
  );
  return {
    may: may(hall),
    open: hall.ok,
    items: [
      ...free.map((m) => ({
        motion: m.id,
        title: text(m.title),
        version: m.versions.at(-1)?.text ?? m.title,
        again: again(m.id),
      })),
      ...elections
        .filter((e) => electionToDecide(state, e, now) && stands(e.id).length > 0)
        .map((e) => ({
          election: e.id,
          title: text(e.title),
          version: ballotHash(sha256, state, e, now),
          again: again(e.id),
          ...ballot(e.id),
        })),
    ],
    waiting: entered.map((p) => ({
      id: p.id,
      title: text(titleOf(p)[0] ?? call.title),
      chair: person(p.chair),
      at: p.at,
      held: p.data.held,
      mode: p.data.mode,
      counts: p.data.counts,
      present: p.data.present,
      ...ballot(p.data.election),
      tellers: p.data.tellers.map((m) => ({ person: person(m), signed: p.signed.includes(m) })),
      ...decided(p.id),
      sign: may(maySignPaper(state, p, viewer.member ?? ("" as MemberId), { at: now, sha256 })),
    })),
  };
}
