/** Questions to the voice chapter, for pages, the record keeper and checkers. */
export * from "./links.ts";
export * from "./look-alikes.ts";
export { inPace, leftOf, paceKind, paceOf } from "./pace.ts";
export * from "./sizes.ts";
export { appealsByCard, mayAppealByCard } from "./appealing.ts";
export { mayAppealStay, mayBringBack, mayEndStay, STAY_APPEAL_MS, stayAppeals } from "./stays.ts";
export * from "./stay-over.ts";
export { mayStill, stillUntil } from "./still.ts";
export * from "./uses.ts";
export * from "./wording.ts";
