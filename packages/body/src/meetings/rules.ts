/** Rules of the meetings (G-20 to G-42). See docs/protocol/meetings.md. */
import type { AnyKind } from "../engine/kind.ts";
import { callingRules } from "./calling.ts";
import { courseRules } from "./course-rules.ts";
import { namingRules } from "./naming.ts";

export const meetingRules: readonly AnyKind[] = [...callingRules, ...namingRules, ...courseRules];
