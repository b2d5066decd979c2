/** Rules of motions and their texts (V-1 to V-12, V-14, V-45 to V-50). See docs/protocol/motions-and-votes.md. */
import { type ActId, refuse } from "@nabat/kernel";
import { bringIn, mayBring } from "../archive/own.ts";
import { type AnyKind, defineKind } from "../engine/kind.ts";
import { admitted, cameBy } from "../engine/right.ts";
import type { State } from "../engine/state.ts";
import { mayObject } from "../elections/may.ts";
import { electionOf } from "../elections/queries.ts";
import { noteMoved, standBehind } from "../meetings/procedure.ts";
import { statutesNow } from "../statutes/queries.ts";
import {
  type Accept,
  accept,
  askSecret,
  type AskSecret,
  type Minority,
  minority,
  type Move,
  move,
  type Revise,
  revise,
  type Say,
  say,
  type Second,
  second,
  type Withdraw,
  withdraw,
} from "./acts.ts";
import { isAmendment, mayTakeIn, takeIn } from "./amending.ts";
import { mayAskSecret, mayMove, mayRevise, maySecond, mayWithdraw, motionOf, undecidedOf } from "./may.ts";
import type { Motion } from "./part.ts";
import { isKnown } from "./queries.ts";

function mustFind(state: State, id: ActId): Motion {
  const motion = state.motions.motions.get(id);
  if (!motion) throw new Error(`no motion ${id}`);
  return motion;
}

const moveKind = defineKind<Move, undefined>({
  kind: "move",
  schema: move,
  signer: "member",
  admit: (state, act, cx) => {
    const may = mayMove(state, act.data, cx.at, act.by);
    if (!may.ok) return may;
    const texts = mayBring(state, act.by, act.data);
    return texts.ok ? admitted("V-1", cameBy(state, act.by)) : texts;
  },
  apply: (state, act, cx) => {
    const { title, text, subject, sitting, sections } = act.data;
    state.motions.motions.set(cx.id, {
      id: cx.id,
      mover: act.by,
      at: cx.at,
      title: title.hash,
      subject,
      statutes: statutesNow(state, cx.at).n,
      ...(sitting ? { sitting } : {}),
      sections: [...(sections ?? [])],
      versions: [{ n: 1, text: text.hash, base: text.hash, changes: [], by: cx.id, at: cx.at }],
      seconds: [],
      secondsAt: [],
      secretAsked: [],
      remarks: 0,
      minorities: [],
      votes: [],
      opinions: [],
      adoptions: [],
      amendments: [],
      status: "standing",
    });
    if (subject.type === "amendment") mustFind(state, subject.motion).amendments.push(cx.id);
    else if (subject.type !== "procedure") state.motions.ofMover.set(act.by, [...undecidedOf(state, act.by), cx.id]);
    if (sitting) noteMoved(state, sitting, cx.id, subject.type === "procedure", cx.at);
    bringIn(state, act.by, act.data);
  },
});

const reviseKind = defineKind<Revise, undefined>({
  kind: "revise",
  schema: revise,
  signer: "member",
  admit: (state, act, cx) => {
    const motion = motionOf(state, act.data.motion);
    if (!motion.ok) return motion;
    const may = mayRevise(state, motion.value, act.by, cx.at);
    if (!may.ok) return may;
    if (motion.value.versions.some((v) => v.text === act.data.text.hash)) return refuse("V-5", "same-text");
    const texts = mayBring(state, act.by, act.data);
    return texts.ok ? admitted("V-5", motion.value.id) : texts;
  },
  apply: (state, act, cx) => {
    const motion = mustFind(state, act.data.motion);
    const text = act.data.text.hash;
    motion.versions.push({ n: motion.versions.length + 1, text, base: text, changes: [], by: cx.id, at: cx.at });
    if (act.data.title) {
      motion.titles = [...(motion.titles ?? []), motion.title];
      motion.title = act.data.title.hash;
    }
    // Who seconded has seconded a text: a new one needs them again (V-6).
    motion.seconds = [];
    motion.secondsAt = [];
    motion.status = "standing";
    bringIn(state, act.by, act.data);
  },
});

const secondKind = defineKind<Second, undefined>({
  kind: "second",
  schema: second,
  signer: "voter",
  admit: (state, act, cx) => {
    const motion = motionOf(state, act.data.motion);
    if (!motion.ok) return motion;
    const may = maySecond(state, motion.value, act.by, cx.at);
    return may.ok ? admitted("V-6", cameBy(state, act.by)) : may;
  },
  apply: (state, act, cx) => {
    const motion = mustFind(state, act.data.motion);
    motion.seconds.push(act.by);
    motion.secondsAt.push(cx.at);
    standBehind(state, motion, cx.id, cx.at);
  },
});

const withdrawKind = defineKind<Withdraw, undefined>({
  kind: "withdraw",
  schema: withdraw,
  signer: "member",
  admit: (state, act, cx) => {
    const motion = motionOf(state, act.data.motion);
    if (!motion.ok) return motion;
    const may = mayWithdraw(state, motion.value, act.by, cx.at);
    return may.ok ? admitted("V-7", motion.value.id) : may;
  },
  apply: (state, act, cx) => {
    const motion = mustFind(state, act.data.motion);
    motion.status = "withdrawn";
    motion.withdrawn = cx.at;
  },
});

const acceptKind = defineKind<Accept, undefined>({
  kind: "accept",
  schema: accept,
  signer: "member",
  admit: (state, act, cx) => {
    const amendment = motionOf(state, act.data.motion);
    if (!amendment.ok) return amendment;
    const may = mayTakeIn(state, amendment.value, act.by, cx.at);
    return may.ok ? admitted("V-47", amendment.value.id) : may;
  },
  apply: (state, act, cx) => {
    const amendment = mustFind(state, act.data.motion);
    if (!isAmendment(amendment)) throw new Error("no amendment");
    amendment.status = "accepted";
    amendment.decidedBy = cx.id;
    takeIn(state, amendment, cx.id, cx.at, cx.sha256);
    // Who seconded has seconded a text (V-6).
    const motion = mustFind(state, amendment.subject.motion);
    motion.seconds = [];
    motion.secondsAt = [];
  },
});

const sayKind = defineKind<Say, undefined>({
  kind: "say",
  schema: say,
  signer: "guest",
  beforeAdoption: true,
  admit: (state, act) => {
    if (!isKnown(state, act.data.about)) return refuse("V-8", "about-nothing-known");
    const texts = mayBring(state, act.by, act.data);
    return texts.ok ? admitted("V-8", cameBy(state, act.by)) : texts;
  },
  apply: (state, act, cx) => {
    const motion = state.motions.motions.get(act.data.about);
    if (motion) motion.remarks += 1;
    const on = motion?.subject;
    if (motion && (on?.type === "contest" || on?.type === "guest-stay") && on.member === act.by) motion.heard ??= cx.at;
    bringIn(state, act.by, act.data);
  },
});

const minorityKind = defineKind<Minority, undefined>({
  kind: "minority",
  schema: minority,
  signer: "member",
  admit: (state, act) => {
    const motion = motionOf(state, act.data.motion);
    if (!motion.ok) return motion;
    // A text that stands already can't be put out of every decision's reach by naming it again (E-4).
    if (state.archive.owners.has(act.data.text.hash)) return refuse("V-10", "not-a-new-text");
    const texts = mayBring(state, act.by, act.data);
    return texts.ok ? admitted("V-10", cameBy(state, act.by)) : texts;
  },
  apply: (state, act, cx) => {
    mustFind(state, act.data.motion).minorities.push(cx.id);
    state.archive.guarded.set(act.data.text.hash, cx.id);
    bringIn(state, act.by, act.data);
  },
});

const askSecretKind = defineKind<AskSecret, undefined>({
  kind: "ask.secret",
  schema: askSecret,
  signer: "voter",
  admit: (state, act, cx) => {
    if (act.data.election !== undefined) {
      const election = electionOf(state, act.data.election);
      if (!election.ok) return election;
      const may = mayObject(election.value);
      return may.ok ? admitted("O-6", cameBy(state, act.by)) : may;
    }
    const motion = motionOf(state, act.data.motion ?? ("" as ActId));
    if (!motion.ok) return motion;
    const may = mayAskSecret(state, motion.value, act.by, cx.at);
    return may.ok ? admitted("V-9", cameBy(state, act.by)) : may;
  },
  apply: (state, act) => {
    const election = act.data.election === undefined ? undefined : state.elections.elections.get(act.data.election);
    if (election) election.secret = true;
    else mustFind(state, act.data.motion ?? ("" as ActId)).secretAsked.push(act.by);
  },
});

export const motionRules: readonly AnyKind[] = [
  moveKind,
  reviseKind,
  secondKind,
  withdrawKind,
  acceptKind,
  sayKind,
  minorityKind,
  askSecretKind,
];
