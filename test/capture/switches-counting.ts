/** Rules of who counts (P2) that can be switched off, besides those of `switches.ts`. */
import { type ActId, refuse } from "@nabat/kernel";
import type { State } from "@nabat/body/engine/state.ts";
import { KINDS } from "@nabat/body/kinds.ts";
import type { NumberMissing } from "@nabat/body/votes/acts.ts";
import { fateAt } from "@nabat/body/votes/course.ts";
import { DAY } from "./house.ts";
import { changed, type Switch } from "./switch.ts";

/** The state as if votes that nobody counted had not been held. */
function forgiven(state: State): State {
  const counted = (id: ActId): boolean => {
    const vote = state.votes.votes.get(id);
    return vote === undefined || fateAt(state, vote, state.at)?.is !== "uncounted";
  };
  const motions = new Map([...state.motions.motions].map(([id, m]) => [id, { ...m, votes: m.votes.filter(counted) }]));
  const elections = new Map(
    [...state.elections.elections].map(([id, e]) => [id, { ...e, votes: e.votes.filter(counted) }]),
  );
  return {
    ...state,
    motions: { ...state.motions, motions },
    elections: { ...state.elections, elections },
  };
}

export const COUNT_SWITCHES: Readonly<Record<string, Switch>> = {
  "V-57": {
    says: "who failed to count doesn't count the next",
    attack: "who didn't count counts the next",
    breaks: "L1",
    lasting: 9,
    kinds: KINDS,
    view: (state, act) => (act.kind === "vote.open" ? forgiven(state) : state),
  },
  "V-58 eight days": {
    says: "a number is missed until the contest term ends, eight days at least",
    attack: "both tellers turn the count round",
    breaks: "S2",
    kinds: changed<NumberMissing>("number.missing", {
      admit: (state, { data }, cx, own) => {
        const declared = state.votes.votes.get(data.vote)?.result?.at;
        return declared !== undefined && cx.at > declared + DAY / 2 ? refuse("V-58", "switched-off") : own();
      },
    }),
  },
};
