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
