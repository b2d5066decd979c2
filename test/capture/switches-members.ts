/** Rules of admission (P5) that can be switched off. */
import { ok } from "@nabat/kernel";
import { KINDS } from "@nabat/body/kinds.ts";
import { standingOf } from "@nabat/body/members/standing.ts";
import { bestSponsor } from "@nabat/body/members/sponsors.ts";
import type { TakePlace } from "@nabat/body/members/acts.ts";
import { beginWithPlace, endVote } from "@nabat/body/members/vote-begins.ts";
import type { State } from "@nabat/body/engine/state.ts";
import type { Kinds } from "@nabat/body/engine/admit.ts";
import { changed, type Switch } from "./switch.ts";

/** After each of these kinds nobody has a vote as somebody's first: they wait for a place. */
function noFirsts(): Kinds {
  const kinds = new Map(KINDS);
  for (const name of ["join", "apply", "vouch", "seen", "cosign", "sponsor"]) {
    const kind = KINDS.get(name);
    if (kind)
      kinds.set(name, {
        ...kind,
        apply: (state, act, cx, effect) => {
          kind.apply(state, act, cx, effect);
          for (const m of state.members.members.values()) if (m.voteBy === "first") endVote(m);
        },
      });
  }
  return kinds;
}

/** Every member has a vote from their membership on. */
function allVote(state: State): void {
  for (const m of state.members.members.values())
    if (m.votesFrom === undefined && m.from !== undefined && standingOf(m, state.at) === "member") {
      m.votesFrom = m.from;
      m.votesIndex = m.fromIndex ?? 0;
    }
}

export const MEMBER_SWITCHES: Readonly<Record<string, Switch>> = {
  "M-23": {
    says: "membership is no vote yet",
    attack: "thirty who don't exist",
    breaks: "S5",
    kinds: KINDS,
    before: allVote,
  },
  "M-26 quarter": {
    says: "further ones come within a quarter of the roll",
    attack: "every place is taken before others come",
    breaks: "S5",
    kinds: changed<TakePlace>("place", {
      admit: (state, { data }, cx, own) => {
        const admitted = own();
        const member = state.members.members.get(data.member);
        if (admitted.ok || !member || (admitted.code !== "no-place" && admitted.code !== "others-first"))
          return admitted;
        return ok({ right: { rule: "M-26" }, effect: { forced: bestSponsor(state, member, cx.at)?.id } });
      },
      apply: (state, { data }, cx, own, effect) => {
        const forced = (effect as { forced?: Parameters<typeof beginWithPlace>[2] } | undefined)?.forced;
        const member = state.members.members.get(data.member);
        if (forced === undefined || !member) own(state);
        else beginWithPlace(state, member, forced, cx.at);
      },
    }),
  },
  "M-26 half a year": {
    says: "sponsors have had a vote for half a year",
    attack: "each brings one, and these bring others",
    breaks: "S5",
    kinds: KINDS,
    before: (state) => {
      for (const m of state.members.members.values()) if (m.votesFrom !== undefined) m.founder = true;
    },
  },
  "M-26 seen by half": {
    says: "a place is given only to whom two elected tellers saw while half of the roll was there",
    attack: "a place is taken before the others' firsts",
    breaks: "S5",
    seed: 5,
    kinds: KINDS,
    before: (state) => {
      for (const m of state.members.members.values()) if (m.seen) m.seenAmong = true;
    },
  },
  "M-26 firsts": {
    says: "each sponsor's first in half a year waits for no place",
    attack: "every place is taken before others come",
    breaks: "L4",
    lasting: 8,
    kinds: noFirsts(),
  },
};
