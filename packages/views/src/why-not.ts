/** The plain part of a refusal, as views carry it. */
import type { RefusalFacts } from "@nabat/kernel";

/** A refusal as a page shows it. */
export interface WhyNot {
  readonly rule: string;
  readonly code: string;
  readonly facts: RefusalFacts;
}

/** The plain part of a refusal. */
export function whyNot(refusal: WhyNot): WhyNot {
  return { rule: refusal.rule, code: refusal.code, facts: refusal.facts };
}
