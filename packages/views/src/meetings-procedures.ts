/** What is put about the course of a sitting (G-30), as its page shows it: what it names, who is behind it, what one may do. */
import {
  courseView,
  hasVote,
  isOpen,
  leadingCourse,
  mayForce,
  modesAllowed,
  type Procedure,
  rollSize,
  votersOutside,
} from "@nabat/body";
import type { ActId, MemberId, Millis } from "@nabat/kernel";
import { callHere, standBehindIt } from "./meetings-may.ts";
import type { AgendaShown } from "./agenda.ts";
import type { BodyReader } from "./reader.ts";
import type { Person, Shown, textsOf } from "./shared.ts";
import type { WhyNot } from "./why-not.ts";

export interface ProcedureShown {
  readonly motion: ActId;
  readonly mover: Person;
  readonly what: Procedure["what"];
  readonly reason: Shown;
  readonly version: string;
  /** Persons and figures that it names. */
  readonly chair?: Person;
  readonly secretary?: Person;
  readonly tellers?: readonly Person[];
  readonly member?: Person;
  readonly seconds?: number;
  readonly returns?: Millis;
  readonly item?: Shown;
  readonly title?: Shown;
  readonly order?: readonly Shown[];
  readonly seconded: { readonly needed: number; readonly has: number };
  readonly vote?: ActId;
  readonly modes: readonly string[];
  /** Of a board with tellers: how many of those who are there stand behind it; more than half elect it (G-46). */
  readonly behind?: { readonly has: number; readonly of: number };
  readonly you: {
    readonly second: boolean;
    readonly call: boolean;
    /** For who runs the sitting or may call it with others: the rule in the way now. */
    readonly callNot?: WhyNot;
    readonly secret: boolean;
    readonly withdraw: boolean;
  };
}

export function procedureShown(
  reader: BodyReader,
  p: ReturnType<typeof courseView>["procedures"][number],
  people: (id: MemberId) => Person,
  text: Awaited<ReturnType<typeof textsOf>>,
  agenda: readonly AgendaShown[],
  me: MemberId | undefined,
): ProcedureShown {
  const { state, now, viewer } = reader;
  const motion = state.motions.motions.get(p.motion);
  const { procedure } = p;
  const titleOf = (id: ActId): Shown => agenda.find((a) => a.id === id)?.title ?? { why: "missing" };
  const member = me !== undefined && viewer.standing === "member";
  const voter = me !== undefined && hasVote(state, me, now);
  const vote = motion?.votes.findLast((v) => state.votes.votes.get(v)?.result === undefined);
  const sitting = motion?.sitting;
  const presides =
    sitting !== undefined &&
    me !== undefined &&
    isOpen(state, sitting, now) &&
    (courseView(state, sitting, now, me).you?.presides ?? false);
  const allowed = motion
    ? modesAllowed(state, motion, true, rollSize(state, now), now).filter(
        (m) =>
          !(m === "hands" || m === "paper") ||
          votersOutside(state, leadingCourse(state, motion.sitting as ActId), now).length === 0,
      )
    : [];
  // Said only to whose it is to call it: for anybody else the rule in the way is that it isn't.
  const theirs =
    member && motion !== undefined && vote === undefined && (presides || mayForce(state, motion, me, now))
      ? callHere(
          reader,
          me,
          leadingCourse(state, motion.sitting as ActId).sitting,
          { motion: p.motion, version: p.text },
          allowed,
        )
      : undefined;
  const behind = motion && standBehindIt(reader, motion);
  return {
    motion: p.motion,
    mover: people(p.mover),
    what: procedure.what,
    reason: text(p.text),
    version: p.text,
    ...(procedure.what === "board"
      ? {
          chair: people(procedure.chair),
          ...(procedure.secretary ? { secretary: people(procedure.secretary) } : {}),
          ...(procedure.tellers ? { tellers: procedure.tellers.map(people) } : {}),
        }
      : {}),
    ...(procedure.what === "exclude" ? { member: people(procedure.member) } : {}),
    ...(procedure.what === "time-limit" ? { seconds: procedure.seconds } : {}),
    ...(procedure.what === "adjourn"
      ? { returns: procedure.returns, ...(procedure.item ? { item: titleOf(procedure.item) } : {}) }
      : {}),
    ...(procedure.what === "urgent" ? { title: text(procedure.title.hash) } : {}),
    ...(procedure.what === "agenda" ? { order: procedure.order.map(titleOf) } : {}),
    seconded: p.seconds,
    ...(vote === undefined ? {} : { vote }),
    modes: theirs?.modes ?? allowed,
    ...(behind ? { behind } : {}),
    you: {
      second: voter && motion !== undefined && motion.mover !== me && !motion.seconds.includes(me),
      call: theirs?.may.yes ?? false,
      ...(theirs?.may.why ? { callNot: theirs.may.why } : {}),
      secret:
        voter &&
        (procedure.what === "board" || procedure.what === "exclude") &&
        vote === undefined &&
        (motion?.secretAsked.length ?? 0) === 0,
      withdraw: member && motion?.mover === me && vote === undefined,
    },
  };
}
