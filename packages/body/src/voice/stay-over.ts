/** Whether a guest's stay is over (N-8), or they are still for a day (N-9): computed from the moment. */
import type { Millis } from "@nabat/kernel";
import type { InForceFrom } from "../engine/in-force.ts";
import type { Standing } from "../engine/kind.ts";
import type { Stay, StayEnd } from "./part.ts";

/** Whose stay can end, and who can be still (N-8, N-9): who speaks here and is no member. */
export const STAYS: ReadonlySet<Standing> = new Set(["guest", "applicant"]);

function last<D extends InForceFrom>(decisions: readonly D[], at: Millis): D | undefined {
  return decisions
    .filter((d) => d.from <= at)
    .reduce<D | undefined>((a, b) => (a && a.from > b.from ? a : b), undefined);
}

/** The decision by which a guest's stay is over at `at`, unless a later one brought them back. */
export function stayEndedBy(stay: Stay | undefined, at: Millis): StayEnd | undefined {
  const end = stay && last(stay.ends, at);
  if (!end) return undefined;
  const back = last(stay.backs, at);
  return back && back.from >= end.from ? undefined : end;
}
