/** Motions as lines of a list: where each stands, its vote, its result. */
import {
  type Decision,
  givenBy,
  isAmendment,
  type MotionStage,
  motionStage,
  type State,
  type Subject,
  type VoteMode,
  voteStage,
} from "@nabat/body";
import type { ActId, Millis } from "@nabat/kernel";
import { lastDecisions } from "./binding.ts";
import { type ForceShown, forceShown } from "./force-shown.ts";
import type { BodyReader } from "./reader.ts";
import { peopleOf, type Person, type Shown, textsOf } from "./shared.ts";
import { type ResultShown, resultShown } from "./results.ts";

type Motion = State["motions"]["motions"] extends Map<ActId, infer M> ? M : never;

export type MotionStatus = MotionStage;

export interface MotionLine {
  readonly id: ActId;
  readonly title: Shown;
  readonly mover: Person;
  readonly at: Millis;
  readonly status: MotionStatus;
  readonly subject: Subject["type"];
  readonly versions: number;
  readonly seconds: number;
  readonly remarks: number;
  /** Amendments put to it. */
  readonly amendments: number;
  /** Of an amendment: the motion whose text it changes. */
  readonly amends?: { readonly id: ActId; readonly title: Shown };
  readonly sitting?: ActId;
  /** When the vote opens that is called on it. */
  readonly opens?: Millis;
  /** The vote that is open on it. */
  readonly vote?: {
    readonly id: ActId;
    readonly closes?: Millis;
    readonly mode: VoteMode;
    readonly yours: boolean;
  };
  /** `byAll`: of the vote of all on what a meeting had decided or refused. */
  readonly result?: ResultShown & { readonly vote: ActId; readonly byAll?: true };
  /** Of what was decided: whether it is in force (B-8 to B-11). */
  readonly force?: ForceShown;
}

/** Lines for these motions, in their order. */
export async function motionLines(reader: BodyReader, motions: readonly Motion[]): Promise<MotionLine[]> {
  const amended = (m: Motion): Motion | undefined =>
    isAmendment(m) ? reader.state.motions.motions.get(m.subject.motion) : undefined;
  const title = await textsOf(
    reader,
    motions.flatMap((m) => [m.title, ...(amended(m) ? [(amended(m) as Motion).title] : [])]),
  );
  const person = await peopleOf(
    reader,
    motions.map((m) => m.mover),
  );
  const decisions = lastDecisions(reader.state);
  return motions.map((m) => {
    const of = amended(m);
    return motionLine(
      reader,
      m,
      title(m.title),
      person(m.mover),
      of && { id: of.id, title: title(of.title) },
      decisions.get(m.id),
    );
  });
}

/** One line, from texts already at hand. */
export function motionLine(
  reader: BodyReader,
  m: Motion,
  title: Shown,
  mover: Person,
  amends: MotionLine["amends"],
  decided: Decision | undefined,
): MotionLine {
  // What was put to all is voted on again (B-10).
  const votes = [...m.votes, ...(decided?.again ?? [])].flatMap((id) => reader.state.votes.votes.get(id) ?? []);
  const open = votes.find((v) => voteStage(reader.state, v, reader.now) === "open");
  const called = votes.find((v) => voteStage(reader.state, v, reader.now) === "called");
  // What all decided comes before what the meeting had (B-11).
  const by = decided ? givenBy(decided) : m.decidedBy;
  const decidedIn = by === undefined ? undefined : reader.state.votes.results.get(by);
  const deciding =
    (decidedIn === undefined ? undefined : reader.state.votes.votes.get(decidedIn)) ??
    (decided?.way === "signed" ? undefined : votes.findLast((v) => v.result));
  const result = deciding && resultShown(deciding);
  const yours = open !== undefined && reader.viewer.member !== undefined && open.cast.has(reader.viewer.member);
  return {
    id: m.id,
    title,
    mover,
    at: m.at,
    status: motionStage(reader.state, m, reader.now),
    subject: m.subject.type,
    versions: m.versions.length,
    seconds: m.seconds.length,
    remarks: m.remarks,
    amendments: m.amendments.length,
    ...(amends ? { amends } : {}),
    ...(m.sitting === undefined ? {} : { sitting: m.sitting }),
    ...(open === undefined && called?.opens !== undefined ? { opens: called.opens } : {}),
    ...(open
      ? { vote: { id: open.id, mode: open.mode, yours, ...(open.closes === undefined ? {} : { closes: open.closes }) } }
      : {}),
    ...(decided ? { force: forceShown(reader.state, decided, reader.now) } : {}),
    ...(result && deciding
      ? { result: { ...result, vote: deciding.id, ...(deciding.again ? { byAll: true as const } : {}) } }
      : {}),
  };
}
