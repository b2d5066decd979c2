/** The table of kinds: one line per chapter. */
import { accountRules } from "./accounts/rules.ts";
import { archiveRules } from "./archive/rules.ts";
import { bindingRules } from "./binding/rules.ts";
import { electionRules } from "./elections/rules.ts";
import type { Kinds } from "./engine/admit.ts";
import { foundingRules } from "./founding/rules.ts";
import { keyRules } from "./keys/rules.ts";
import { meetingRules } from "./meetings/rules.ts";
import { memberRules } from "./members/rules.ts";
import { motionRules } from "./motions/rules.ts";
import { practiceRules } from "./practice/rules.ts";
import { sittingRules } from "./sittings/rules.ts";
import { voiceRules } from "./voice/rules.ts";
import { voteRules } from "./votes/rules.ts";

/** Every kind of act of rules version 1. */
export const KINDS: Kinds = new Map(
  [
    foundingRules,
    memberRules,
    keyRules,
    sittingRules,
    motionRules,
    voteRules,
    bindingRules,
    meetingRules,
    electionRules,
    accountRules,
    archiveRules,
    practiceRules,
    voiceRules,
  ].flatMap((rules) => rules.map((kind) => [kind.kind, kind] as const)),
);
