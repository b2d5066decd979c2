/**
 * Rules that the game can switch off, one at a time: the table of kinds is the body's own, with one kind that
 * admits or does otherwise. With a rule off, its known attack must break an invariant; else the rule is needless
 * or the game is blind. G-44 (those at a called meeting elect who counts) isn't here: without it a false count of hands
 * is put to all by those who saw it (B-9), so nothing breaks; it saves them the vote of all. docs/capture-switches.md has
 * every sentence, with its switch or why it has none.
 */
import { ok, refuse } from "@nabat/kernel";
import type { Act } from "@nabat/record";
import type { Kinds } from "@nabat/body/engine/admit.ts";
import type { State } from "@nabat/body/engine/state.ts";
import { KINDS } from "@nabat/body/kinds.ts";
import type { NowSign } from "@nabat/body/binding/acts.ts";
import { moveDecision } from "@nabat/body/binding/decided.ts";
import type { NumberMissing, ResultDeclared, VoteOpen } from "@nabat/body/votes/acts.ts";
import { changed, onlyMembers, type Switch } from "./switch.ts";
import { KEY_SWITCHES } from "./switches-keys.ts";
import { MEMBER_SWITCHES } from "./switches-members.ts";
import { NOTICE_SWITCHES } from "./switches-notice.ts";
import { COUNT_SWITCHES } from "./switches-counting.ts";
import { VOICE_SWITCHES } from "./switches-voice.ts";

/** The calling of a vote, admitted on a state that is seen otherwise. */
function calledOn(view: (state: State, act: Act<VoteOpen>) => State): Kinds {
  const kind = KINDS.get("vote.open");
  return changed<VoteOpen>("vote.open", {
    admit: (state, act, cx, own) => kind?.admit(view(state, act), act, cx) ?? own(),
  });
}

/** The state as if votes could be as short as one likes. */
function noTerm(state: State): State {
  const versions = state.statutes.versions.map((v) => ({
    ...v,
    statutes: { ...v.statutes, voting: { ...v.statutes.voting, hours: 0 } },
  }));
  return { ...state, statutes: { ...state.statutes, versions } };
}

/** The state as if whoever calls the vote had moved the motion. */
function everybodyMoves(state: State, { by, data }: Act<VoteOpen>): State {
  const motion = data.motion === undefined ? undefined : state.motions.motions.get(data.motion);
  if (!motion || data.sitting !== undefined) return state;
  const motions = new Map(state.motions.motions).set(motion.id, { ...motion, mover: by });
  return { ...state, motions: { ...state.motions, motions } };
}

export const SWITCHES: Readonly<Record<string, Switch>> = {
  ...KEY_SWITCHES,
  ...MEMBER_SWITCHES,
  ...VOICE_SWITCHES,
  ...NOTICE_SWITCHES,
  ...COUNT_SWITCHES,
  "B-3": {
    says: "at a sitting that nobody was called to, one gives opinions",
    attack: "an opinion decides somebody's motion",
    breaks: "L1",
    kinds: changed<VoteOpen>("vote.open", {
      admit: (_state, _act, _cx, own) => {
        const admitted = own();
        if (!admitted.ok) return admitted;
        return ok({ ...admitted.value, effect: { ...(admitted.value.effect as object), opinion: false } });
      },
    }),
  },
  "B-6": {
    says: "signed by more than half of all",
    attack: "few sign a text",
    breaks: "S3",
    kinds: changed<NowSign>("now.sign", {
      apply: (state, { by, data }, _cx, own) => {
        const signed = state.binding.signed.get(data.motion);
        own(signed && signed.by.length > 0 ? onlyMembers(state, [by, ...signed.by]) : state);
      },
    }),
  },
  "B-9": {
    says: "what a meeting decided can be put to all",
    attack: "a meeting at three in the morning",
    breaks: "S3",
    kinds: changed("put.all", { admit: () => refuse("B-9", "switched-off") }),
  },
  "B-11": {
    says: "what all say goes before what a meeting decided",
    attack: "a meeting at three in the morning",
    breaks: "S3",
    kinds: changed<ResultDeclared>("result", {
      apply: (state, { data }, cx, own) => {
        own(state);
        const again = state.votes.votes.get(data.vote)?.again;
        const decision = again === undefined ? undefined : state.binding.decisions.get(again);
        if (decision) moveDecision(state, decision, cx.at, cx.at);
      },
    }),
  },
  "V-18": {
    says: "a vote over days lasts two days at least",
    attack: "a vote over days in a minute",
    breaks: "S3",
    kinds: calledOn(noTerm),
  },
  "V-25": {
    says: "a vote that can't be counted ends",
    attack: "a teller never counts",
    breaks: "L1",
    kinds: changed<VoteOpen>("vote.open", {
      admit: (state, { data }, _cx, own) => {
        const votes = data.motion === undefined ? [] : (state.motions.motions.get(data.motion)?.votes ?? []);
        const waits = votes.find((v) => state.votes.votes.get(v)?.result === undefined);
        return waits === undefined ? own() : refuse("V-25", "another-vote", { vote: waits });
      },
    }),
  },
  "V-37": {
    says: "a declared result is recomputed",
    attack: "a false result is declared",
    breaks: "S2",
    kinds: changed<ResultDeclared>("result", {
      admit: (state, { data }, _cx, own) => {
        const admitted = own();
        const vote = state.votes.votes.get(data.vote);
        if (admitted.ok || vote === undefined || admitted.rule !== "V-37") return admitted;
        return ok({ right: { rule: "V-37", from: vote.id }, effect: { differ: false } });
      },
    }),
  },
  "V-49": {
    says: "amendments hold a motion up for one round",
    attack: "amendments at one place, one after the other",
    breaks: "L1",
    seed: 2,
    lasting: 6,
    kinds: changed<VoteOpen>("vote.open", {
      admit: (state, { data }, _cx, own) => {
        const motion = data.motion === undefined ? undefined : state.motions.motions.get(data.motion);
        const waits = motion?.amendments.find((a) => {
          const found = state.motions.motions.get(a);
          return found?.status === "standing" && found.seconds.length > 0;
        });
        return waits === undefined ? own() : refuse("V-49", "amendment-first", { amendment: waits });
      },
    }),
  },
  "V-58": {
    says: "who misses their number says so",
    attack: "both tellers turn the count round",
    breaks: "S2",
    kinds: changed<NumberMissing>("number.missing", { admit: () => refuse("V-58", "switched-off") }),
  },
  "V-70": {
    says: "for a week the mover calls the vote, then anybody for the shortest term",
    attack: "an opponent calls the vote for a month",
    breaks: "L1",
    lasting: 6,
    seed: 4,
    kinds: calledOn(everybodyMoves),
  },
};
