/** Motions: the list, and one with its texts, remarks, votes and minority statements (V-1 to V-19). */
import {
  bound,
  fallenOn,
  isAmendment,
  leadingCourse,
  mayDecideHere,
  openSittings,
  adoptionTable,
  motionFacts,
  motionStage,
  type NotYet,
  type State,
  type VoteMode,
  uncountedOn,
} from "@nabat/body";
import type { ActId, Hash, MemberId, Millis } from "@nabat/kernel";
import { type AmendmentLine, amendmentLines, type AmendmentShown, amendmentShown } from "./amendments.ts";
import { type MotionLine, motionLine, motionLines, type MotionStatus } from "./motion-lines.ts";
import { type NowShown, nowShown } from "./at-once.ts";
import { type DecisionShown, decisionShown, lastDecisionOn } from "./binding.ts";
import { paperWaitsOn } from "./paper.ts";
import type { BodyReader, EntryFound } from "./reader.ts";
import { fittingWords, newestFirst, type Page, pageOf, type Paging } from "./lists.ts";
import { mustRead, peopleOf, type Person, readable, type Shown, textsOf } from "./shared.ts";
import { concernedBy, officeOf, wouldChange, type WouldChange } from "./motion-would.ts";
import { type SecondCallShown, secondCallShown } from "./second-call.ts";
import type { VoteLine } from "./vote-shown.ts";
import { votesView } from "./votes.ts";
import { type WhyNot, whyNot } from "./why-not.ts";
import { type Change, wordChanges } from "./words.ts";
import { type MotionMay, mayNow } from "./motion-may.ts";

type Motion = State["motions"]["motions"] extends Map<ActId, infer M> ? M : never;

export interface Remark {
  readonly id: ActId;
  readonly by: Person;
  readonly at: Millis;
  readonly text: Shown;
}

/** One of the sections that decide on the same text (V-14). */
export interface SectionShown {
  readonly section: string;
  readonly adopted: boolean;
  /** Its last result, and the version that was about. */
  readonly result?: ActId;
  readonly version?: Hash;
  /** Its sittings on the version in force, added up. */
  readonly counts?: Readonly<Record<string, number>>;
  readonly present?: number;
  readonly sittings?: number;
}

export interface MotionView extends MotionLine {
  readonly text: Shown;
  /** Hash of the text as it stands: what a vote is called on. */
  readonly version: Hash;
  readonly history: readonly {
    readonly n: number;
    readonly hash: Hash;
    readonly at: Millis;
    readonly by: ActId;
    readonly text: Shown;
    /** The amendment by which it differs from the one before it. */
    readonly amendment?: ActId;
    readonly changes?: readonly Change[];
  }[];
  /** Amendments put to it: those that wait in the order of the text, then the settled ones. */
  readonly amendmentList: readonly AmendmentLine[];
  /** Of an amendment: what it would change. */
  readonly amendment?: AmendmentShown;
  /** For whoever may read the record; how many stands in `seconds`. */
  readonly seconders: readonly Person[];
  readonly secretAsked: { readonly asked: number; readonly has: number };
  /** Why no vote can be called outside a sitting yet; empty: it can. */
  readonly notYet: readonly NotYet[];
  /** The last vote on it, where its count fell and it is held again in person (V-60), or where nobody counted it (V-57). */
  readonly spoilt?: { readonly vote: ActId; readonly is: "fallen" | "uncounted" };
  /** By when it has a result at the latest, if it is seconded (V-75). */
  readonly resultBy?: Millis;
  /** Too few were at the meeting that voted on it last: when a second one can decide it (V-76). */
  readonly secondCall?: SecondCallShown;
  /** Forms its vote may have. */
  readonly modes: { readonly sitting: readonly VoteMode[]; readonly outside: readonly VoteMode[] };
  readonly remarkList: readonly Remark[];
  readonly minorities: readonly Remark[];
  readonly votes: readonly VoteLine[];
  readonly sections: readonly SectionShown[];
  /** What was decided, by which way and from when (B-1, B-8). */
  readonly decision?: DecisionShown;
  /** A meeting on paper voted on it, and its count waits for its tellers (B-13). */
  readonly onPaper?: { readonly call: ActId; readonly until: Millis };
  /** How it may be decided at once (B-5, B-6); absent where it can't be. */
  readonly now?: NowShown;
  /** What it would change, beyond its text. */
  readonly would: WouldChange;
  readonly you: {
    readonly member: boolean;
    readonly guest: boolean;
    readonly mover: boolean;
    readonly seconded: boolean;
    readonly askedSecret: boolean;
    /** Open sittings where an amendment came after notice and those present can let it in (V-50). */
    readonly letIn: readonly { readonly sitting: ActId; readonly why: WhyNot }[];
    readonly may: MotionMay;
  };
}

export interface MotionQuery extends Paging {
  /** `open`: discussed, voting or counting. */
  readonly status?: MotionStatus | "open";
  /** Motions alone unless told: amendments stand with theirs. */
  readonly kind?: "motions" | "amendments" | "all";
  readonly sitting?: ActId;
}

/** Motions, newest first. */
export async function motionsView(reader: BodyReader, query: MotionQuery = {}): Promise<Page<MotionLine>> {
  mustRead(reader);
  const wanted = newestFirst(reader.state.motions.motions.values(), (m) => m.at).filter(
    (m) =>
      (query.kind === "all" || isAmendment(m) === (query.kind === "amendments")) &&
      (query.status === undefined || fits(motionStage(reader.state, m, reader.now), query.status)) &&
      (query.sitting === undefined || m.sitting === query.sitting),
  );
  const fitting = await fittingWords(reader, wanted, query.q, { name: (m) => m.title, by: (m) => m.mover });
  const page = pageOf(fitting, query, (m) => m.id);
  return { ...page, items: await motionLines(reader, page.items) };
}

const OPEN: readonly MotionStatus[] = ["discussed", "voting", "counting"];

function fits(stage: MotionStatus, wanted: MotionStatus | "open"): boolean {
  return wanted === "open" ? OPEN.includes(stage) : stage === wanted;
}

/** One motion; `undefined` where the record holds none of that id. `most`: so many of its latest versions and remarks. */
export async function motionView(
  reader: BodyReader,
  id: ActId,
  most: { readonly versions?: number; readonly remarks?: number } = {},
): Promise<MotionView | undefined> {
  mustRead(reader);
  const m = reader.state.motions.motions.get(id);
  if (!m) return undefined;
  const { viewer } = reader;
  const said = await reader.entries({ kind: "say", about: id, limit: most.remarks ?? 500 });
  const minority = await reader.entries({ kind: "minority", about: id, limit: 200 });
  const entries = [...said, ...minority];
  const last = m.versions.at(-1);
  const from = Math.max(0, m.versions.length - (most.versions ?? m.versions.length));
  const text = await textsOf(reader, [
    m.title,
    ...(officeOf(reader.state, m.subject) ?? []),
    // One more than is shown: the first shown is compared with it.
    ...m.versions.slice(Math.max(0, from - 1)).map((v) => v.text),
    ...entries.flatMap((e) => textRef(e) ?? []),
  ]);
  const person = await peopleOf(reader, [
    m.mover,
    ...m.seconds,
    ...concernedBy(m.subject),
    ...entries.flatMap((e) => e.act?.by ?? []),
  ]);
  const remark = (e: EntryFound): Remark => ({
    id: e.id,
    by: person(e.act?.by as MemberId),
    at: e.at,
    text: text(textRef(e) as Hash),
  });
  const votes = await votesView(reader, { motion: id, limit: 100 });
  const facts = motionFacts(reader.state, id, reader.now);
  if (!facts) return undefined;
  const is = (list: readonly MemberId[]) => viewer.member !== undefined && list.includes(viewer.member);
  const amendment = await amendmentShown(reader, m);
  const spoilt = facts.stage === "discussed" ? spoiltOn(reader, m) : undefined;
  const resultBy = bound(reader.state, m, reader.now);
  const decided = lastDecisionOn(reader.state, id);
  const lastVote = reader.state.votes.votes.get(m.votes.at(-1) as ActId);
  const secondCall = facts.stage === "discussed" && lastVote ? await secondCallShown(reader, lastVote) : undefined;
  const atOnce = await nowShown(reader, id);
  const onPaper = paperWaitsOn(reader, id);
  return {
    ...motionLine(reader, m, text(m.title), person(m.mover), undefined, decided),
    text: last ? text(last.text) : { why: "missing" },
    version: (last?.text ?? m.title) as Hash,
    history: m.versions.slice(from).map((v, i) => {
      const earlier = m.versions[from + i - 1];
      const before = earlier && text(earlier.text);
      const now = text(v.text);
      // What is cut isn't compared: it would seem to have been struck.
      const compared = before?.text !== undefined && now.text !== undefined && !before.more && !now.more;
      return {
        n: v.n,
        hash: v.text,
        at: v.at,
        by: v.by,
        text: now,
        ...(v.changes.length > 0 ? { amendment: v.changes.at(-1) as ActId } : {}),
        ...(compared ? { changes: wordChanges(before.text ?? "", now.text ?? "") } : {}),
      };
    }),
    amendmentList: await amendmentLines(reader, m),
    ...(amendment ? { amendment } : {}),
    seconders: readable(reader, m.seconds).map(person),
    secretAsked: facts.secretAsked,
    notYet: facts.notYet,
    ...(spoilt ? { spoilt } : {}),
    ...(resultBy === undefined ? {} : { resultBy }),
    ...(secondCall ? { secondCall } : {}),
    modes: facts.modes,
    remarkList: [...said].sort((a, b) => a.index - b.index).map(remark),
    minorities: [...minority].sort((a, b) => a.index - b.index).map(remark),
    votes: votes.items,
    sections: adoptionTable(reader.state, m).map(({ section, counts, present, results }) => {
      const a = m.adoptions.findLast((x) => x.section === section);
      const said = results.length === 0 ? {} : { counts, present, sittings: results.length };
      return { section, adopted: a?.carried ?? false, ...(a ? { result: a.result, version: a.version } : {}), ...said };
    }),
    ...(decided ? { decision: await decisionShown(reader, decided) } : {}),
    ...(onPaper ? { onPaper } : {}),
    ...(atOnce ? { now: atOnce } : {}),
    would: wouldChange(reader, m, person, text),
    you: {
      member: viewer.standing === "member",
      guest: viewer.standing === "guest" || viewer.standing === "applicant",
      mover: viewer.member === m.mover,
      seconded: is(m.seconds),
      askedSecret: is(m.secretAsked),
      letIn: letInAt(reader, m),
      may: await mayNow(reader, m),
    },
  };
}

function spoiltOn({ state, now }: BodyReader, m: Motion): MotionView["spoilt"] {
  const fallen = fallenOn(state, m, now);
  if (fallen) return { vote: fallen.id, is: "fallen" };
  const uncounted = uncountedOn(state, m, now);
  return uncounted && { vote: uncounted.id, is: "uncounted" };
}

function letInAt(reader: BodyReader, m: Motion): MotionView["you"]["letIn"] {
  const { state, now, viewer } = reader;
  if (!isAmendment(m) || viewer.standing !== "member") return [];
  return openSittings(state, now).flatMap(({ id }) => {
    const here = mayDecideHere(state, leadingCourse(state, id), m);
    return !here.ok && here.code === "amendment-after-notice" ? [{ sitting: id, why: whyNot(here) }] : [];
  });
}

function textRef(entry: EntryFound): Hash | undefined {
  return (entry.act?.data as { text?: { hash: Hash } } | undefined)?.text?.hash;
}
