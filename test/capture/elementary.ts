/** Every elementary act that a plan may hold, and which of them are about one subject. */
import { BASIC, type Elementary } from "./colluders.ts";
import { ABOUT_KEYS } from "./colluders-keys.ts";
import { MORE } from "./colluders-more.ts";

export const ELEMENTARY: Readonly<Record<string, Elementary>> = { ...BASIC, ...ABOUT_KEYS, ...MORE };

/** What "raise" does in one, step by step: the swarm alone tries what comes of some steps without the others. */
const STEPS: readonly string[] = ["vouch", "see", "give one's word", "take a place"];

/** The acts that any plan may hold, without those steps. */
export const WHOLE: readonly string[] = Object.keys(ELEMENTARY).filter((what) => !STEPS.includes(what));

const USING = ["end a key", "leave for one", "add a device", "object for one", "cast"];

/** What is about one subject, as the protocol's chapters are: acts of one come together more often than by chance, and the first of each always. */
export const SUBJECTS: readonly (readonly string[])[] = [
  // Motions and their texts.
  ["text", "second", "amend", "amend theirs", "revise", "withdraw", "ask secret"],
  // What is decided at once.
  ["text", "sign now", "agree now", "bare sitting", "second"],
  ["election", "agree now", "bare sitting", "stand", "nominate"],
  // Votes over days.
  ["text", "call vote on own", "call a short vote", "cast", "put to all"],
  ["second", "call vote", "call vote on theirs", "cast", "put to all"],
  // Counting and declaring.
  ["text", "call vote on own", "cast", "count", "declare", "declare otherwise"],
  // Rules.
  ["rules", "rules to the utmost", "call vote on own", "call meeting", "put to all"],
  // Meetings.
  ["text", "call meeting", "call meeting soon", "open meeting", "item", "procedure"],
  // Elections.
  ["election", "stand", "nominate", "vote on election"],
  ["election", "call meeting", "call meeting soon", "open meeting", "item of an election"],
  // Keys that others are asked for.
  ["ask keys", "ask keys of one who lost theirs", "ask keys at a sitting", "cosign all", "steal"],
  // What is done with somebody's keys.
  ["ask keys", ...USING],
  ["steal", ...USING],
  // Newcomers.
  ["invent", "raise", "vouch", "see", "give one's word", "take a place"],
  // Who is let in, and in whose name.
  ["invent", "raise", "ask keys", "steal", "bring a guest"],
  ["contest", "end a stay", "door", "bring a guest"],
  // The room.
  ["flood", "revise at length", "bring a guest", "text"],
];
