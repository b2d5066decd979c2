/**
 * Rules of notice (P1), and that no rule of a body's own puts the way back out of reach (P6), that can be switched off.
 * B-8 (three days) isn't here: what is put to all within them comes out of force again, so that nothing is left of it at
 * their end, of which alone S3 speaks.
 */
import { type ActId, type MemberId, refuse } from "@nabat/kernel";
import type { Act } from "@nabat/record";
import type { PutAll } from "@nabat/body/binding/acts.ts";
import { moveDecision } from "@nabat/body/binding/decided.ts";
import type { Hands } from "@nabat/body/binding/part.ts";
import { standingHands } from "@nabat/body/binding/ways.ts";
import type { State } from "@nabat/body/engine/state.ts";
import { KINDS } from "@nabat/body/kinds.ts";
import { roll, rollSize } from "@nabat/body/members/standing.ts";
import type { Motion } from "@nabat/body/motions/part.ts";
import { statutesNow } from "@nabat/body/statutes/queries.ts";
import type { VoteOpen } from "@nabat/body/votes/acts.ts";
import { changed, type Switch } from "./switch.ts";

/** The state as if meetings needed no notice. */
function noNotice(state: State): State {
  const versions = state.statutes.versions.map((v) => ({
    ...v,
    statutes: { ...v.statutes, convene: { ...v.statutes.convene, noticeDays: 0 } },
  }));
  return { ...state, statutes: { ...state.statutes, versions } };
}

/** The state as if whatever stands on an agenda had stood there when notice was over. */
function allNoticed(state: State): State {
  const calls = new Map(
    [...state.meetings.calls].map(([id, call]) => [id, { ...call, noticed: Number.MAX_SAFE_INTEGER }]),
  );
  return { ...state, meetings: { ...state.meetings, calls } };
}

/** The state as if everybody had agreed to decide now what somebody agreed to. */
function allForNow(state: State): State {
  const agreed = new Map<ActId, Hands>();
  for (const [on, hands] of state.binding.agreed) {
    const some = standingHands(state, hands, hands.version, state.at).length > 0;
    agreed.set(on, some ? { version: hands.version, by: roll(state, state.at).map((m) => m.id) } : hands);
  }
  return { ...state, binding: { ...state.binding, agreed } };
}

/** The state as if all had agreed to hold this very election now, where it is called at a sitting. */
function electedAnywhere(state: State, act: Act): State {
  const { election, sitting, version } = act.data as Partial<VoteOpen>;
  if (act.kind !== "vote.open" || election === undefined || sitting === undefined || version === undefined)
    return state;
  const agreed = new Map(state.binding.agreed).set(election, { version, by: roll(state, state.at).map((m) => m.id) });
  return { ...state, binding: { ...state.binding, agreed } };
}

/** The state as if the hour of every call had come. */
function anyHour(state: State): State {
  const calls = new Map(
    [...state.meetings.calls].map(([id, c]) => [id, { ...c, starts: Math.min(c.starts, state.at) }]),
  );
  return { ...state, meetings: { ...state.meetings, calls } };
}

const meetings: readonly string[] = ["meeting.call", "meeting.sign"];
const isVote = (act: Act): boolean => act.kind === "vote.open";

/** Calls and signatures as if meetings needed no notice, when they are admitted and when they are written down. */
function unannounced(): typeof KINDS {
  const kinds = new Map(KINDS);
  for (const name of meetings) {
    const kind = KINDS.get(name);
    if (kind)
      kinds.set(name, {
        ...kind,
        admit: (state, act, cx) => kind.admit(noNotice(state), act, cx),
        apply: (state, act, cx, effect) =>
          kind.apply({ ...state, statutes: noNotice(state).statutes }, act, cx, effect),
      });
  }
  return kinds;
}

/** Does our rules' own number, which a fifth of the roll never reaches, stand in the way (S-35)? */
function outOfReach(state: State, { kind, data }: Act, at: number): boolean {
  const { convene, voting } = statutesNow(state, at).statutes;
  const whole = rollSize(state, at);
  if (kind === "meeting.call") return convene.signatures > whole;
  const { motion, sitting, again } = data as Partial<VoteOpen>;
  return motion !== undefined && sitting === undefined && again === undefined && voting.seconds > whole;
}

/** Calls that could never have their signatures, and votes that could never have their seconds. */
function numbersAsStated(): typeof KINDS {
  const kinds = new Map(KINDS);
  for (const name of ["meeting.call", "vote.open"]) {
    const kind = KINDS.get(name);
    if (kind)
      kinds.set(name, {
        ...kind,
        admit: (state, act, cx) =>
          outOfReach(state, act, cx.at) ? refuse("S-35", "switched-off") : kind.admit(state, act, cx),
      });
  }
  return kinds;
}

/** Has another change of the rules come into force since this one was moved, or is one being voted on? */
function otherChange(state: State, motion: Motion): boolean {
  if (motion.subject.type !== "statutes") return false;
  if (state.statutes.versions.some((v) => v.from > motion.at)) return true;
  for (const other of state.motions.motions.values())
    if (other.id !== motion.id && other.subject.type === "statutes" && other.status === "voting") return true;
  return false;
}

export const NOTICE_SWITCHES: Readonly<Record<string, Switch>> = {
  "G-21": {
    says: "everybody is called days ahead",
    attack: "an election within the hour",
    breaks: "S3",
    kinds: unannounced(),
  },
  "G-26": {
    says: "what is decided stood on the agenda before",
    attack: "an election comes onto the agenda at the last minute",
    breaks: "S3",
    kinds: KINDS,
    view: (state, act) => (isVote(act) ? allNoticed(state) : state),
  },
  "G-27": {
    says: "a meeting isn't opened before its hour",
    attack: "a meeting is opened days before its hour",
    breaks: "S3",
    kinds: KINDS,
    view: (state, act) => (act.kind === "sitting.open" ? anyHour(state) : state),
  },
  "O-6": {
    says: "nobody is elected at a sitting that nobody was called to",
    attack: "an election in one moment",
    breaks: "S3",
    kinds: KINDS,
    view: electedAnywhere,
  },
  "B-5": {
    says: "everybody must have agreed to decide now",
    attack: "those who agree elect now",
    breaks: "S3",
    kinds: KINDS,
    view: (state, act) => (isVote(act) ? allForNow(state) : state),
  },
  "B-9 so few": {
    says: "a fifth puts to all",
    attack: "a meeting at three in the morning",
    breaks: "S3",
    kinds: changed<PutAll>("put.all", {
      apply: (state, { by, data }, cx, own) => {
        const decision = state.binding.decisions.get(data.result);
        if (decision && 2 * (decision.putBy.length + 1) <= rollSize(state, cx.at)) decision.putBy.push(by as MemberId);
        else own(state);
      },
    }),
  },
  "B-10": {
    says: "what is put to all is suspended",
    attack: "nobody counts what was put to all",
    breaks: "S2",
    seed: 10,
    kinds: changed<PutAll>("put.all", {
      apply: (state, { data }, cx, own) => {
        own(state);
        const decision = state.binding.decisions.get(data.result);
        if (decision?.suspended === cx.at) moveDecision(state, decision, cx.at, cx.at);
      },
    }),
  },
  "S-5": {
    says: "changes of different rules don't wait for each other",
    attack: "a harmless change of rules blocks others",
    breaks: "L1",
    seed: 2,
    lasting: 10,
    colluders: 2,
    kinds: changed<VoteOpen>("vote.open", {
      admit: (state, { data }, _cx, own) => {
        const motion = data.motion === undefined ? undefined : state.motions.motions.get(data.motion);
        return motion && otherChange(state, motion) ? refuse("S-5", "switched-off") : own();
      },
    }),
  },
  "S-35": {
    says: "where rules ask for a number, a fifth of the roll suffices",
    attack: "rules that read well ask for hundreds",
    breaks: "S4",
    kinds: numbersAsStated(),
  },
};
