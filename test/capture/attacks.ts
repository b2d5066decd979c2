/**
 * The attacks that are known: each took or held up a body under the rules of 0.1.0. The search mixes these
 * fragments with elementary acts; with a rule switched off its fragment must break an invariant.
 */
import { COUNTING } from "./attacks-counting.ts";
import { HOLDING } from "./attacks-holding.ts";
import { NOTICE } from "./attacks-notice.ts";
import { KEYS } from "./attacks-keys.ts";
import { SEATS } from "./attacks-seats.ts";
import { MEMBERS } from "./attacks-members.ts";
import { VOICE } from "./attacks-voice.ts";
import type { Attack } from "./fragments.ts";

export const ATTACKS: Readonly<Record<string, Attack>> = {
  ...NOTICE,
  ...COUNTING,
  ...HOLDING,
  ...KEYS,
  ...MEMBERS,
  ...VOICE,
  ...SEATS,
};

/** Attacks that hold the whole of another, or nearly: where that one's fragment is taken out, these go with it. */
const HOLDING_IT: Readonly<Record<string, readonly string[]>> = {
  "both tellers turn the count round": ["one number is left out"],
  "one number is left out": ["both tellers turn the count round"],
  "a meeting at three in the morning": ["nobody counts what was put to all", "rules changed at three in the morning"],
  "nobody counts what was put to all": ["a meeting at three in the morning", "rules changed at three in the morning"],
  "each brings one, and these bring others": [
    "the invented vote on their own contest",
    "newcomers change the rules at once",
    "new keys bring in people who don't exist",
  ],
  "thirty who don't exist": ["every place is taken before others come", "a door for forty"],
  "every place is taken before others come": ["thirty who don't exist", "a door for forty"],
  "a place is taken before the others' firsts": [
    "every place is taken before others come",
    "thirty who don't exist",
    "each brings one, and these bring others",
    "the invented vote on their own contest",
    "newcomers change the rules at once",
  ],
  "a stolen phone shuts its owner out": ["objections hold somebody up", "who asks first has them"],
  "a thief ends the second device": ["a thief ends the second device, then leaves"],
  "a thief ends the second device, then leaves": ["a thief ends the second device"],
  "a stolen phone leaves": ["a stolen phone ends the sheet's key, then leaves"],
  "two ask for others' keys": [
    "new keys ask for more keys",
    "one asks again and again",
    "who asks first has them",
    "new keys bring in people who don't exist",
  ],
  "an opponent calls the vote for a month": ["an opponent seconds, then calls"],
};

/** What is taken out with the fragment of this attack. */
export function withIts(attack: string): string[] {
  return [attack, ...(HOLDING_IT[attack] ?? [])];
}
