/**
 * Rules of who counts (P2) that can be switched off, besides those of `switches.ts`. V-57 (who failed to count doesn't
 * count the next) isn't here: those who want a count add a teller (V-53), so that nobody waits for it.
 */
import { refuse } from "@nabat/kernel";
import type { NumberMissing } from "@nabat/body/votes/acts.ts";
import { DAY } from "./house.ts";
import { changed, type Switch } from "./switch.ts";

export const COUNT_SWITCHES: Readonly<Record<string, Switch>> = {
  "V-58 eight days": {
    says: "a number is missed until the contest term ends, eight days at least",
    attack: "one number is left out",
    breaks: "S2",
    seed: 32,
    kinds: changed<NumberMissing>("number.missing", {
      admit: (state, { data }, cx, own) => {
        const declared = state.votes.votes.get(data.vote)?.result?.at;
        return declared !== undefined && cx.at > declared + DAY / 2 ? refuse("V-58", "switched-off") : own();
      },
    }),
  },
};
