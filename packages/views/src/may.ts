/** What a viewer may do, as pages and the API show it: yes, or the rule that says no. */
import type { Refusal, Result } from "@nabat/kernel";
import { type WhyNot, whyNot } from "./why-not.ts";

/** "Yes", or the rule that says no. */
export interface May {
  readonly yes: boolean;
  readonly why?: WhyNot;
}

/** A check of the rules as a page shows it. */
export function may(result: Result<unknown>): May {
  return result.ok ? { yes: true } : { yes: false, why: whyNot(result as Refusal) };
}
