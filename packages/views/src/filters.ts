/**
 * By what each list can be narrowed, and the values that there are: the same names and values in the address of a page, of
 * its file and of the API. What a list doesn't know is told of and never left out in silence (API-1).
 */
import { FORCE_STAGES } from "./force-shown.ts";

export const CHOICES = {
  roll: { status: ["member", "waiting", "guest", "applicant", "left"] },
  newcomers: { status: ["seen", "sponsor", "place", "card", "time"] },
  sponsors: { status: ["free", "brought", "young"] },
  "new-keys": { status: ["waits", "coming", "terms", "off"] },
  founders: { status: ["signed", "not-signed", "left"] },
  motions: {
    status: ["open", "discussed", "voting", "counting", "carried", "lost", "withdrawn", "accepted", "fallen"],
    kind: ["motions", "amendments", "all"],
  },
  votes: { status: ["called", "open", "counting", "declared", "overtaken", "uncounted", "fallen"] },
  decisions: { status: FORCE_STAGES, way: ["meeting", "days", "now", "signed", "paper"] },
  sittings: { status: ["open", "closed"] },
  meetings: { when: ["coming", "past"] },
  elections: { status: ["open", "decided"] },
} as const satisfies Readonly<Record<string, Choices>>;

/** The filters of a list with the values of each. */
export type Choices = Readonly<Record<string, readonly string[]>>;

/** What was chosen of a list's filters. */
export type Chosen<C extends Choices> = { readonly [name in keyof C]?: C[name][number] };

/** What stands in an address that a list can't be narrowed by: a filter it doesn't have, or a value that there isn't. */
export interface Unknown {
  readonly code: "no-such-filter" | "no-such-value";
  readonly field: string;
  readonly value: string;
  /** What there is in its place. */
  readonly values: readonly string[];
}

/**
 * What of `query` narrows the list, and the first thing in it that doesn't. A field left empty is none, as a form sends it.
 * `beside`: other names that its address may hold, read elsewhere.
 */
export function choose<C extends Choices>(
  query: Readonly<Record<string, string>>,
  choices: C,
  beside: readonly string[],
): { readonly chosen: Chosen<C>; readonly unknown?: Unknown } {
  const chosen: Record<string, string> = {};
  let unknown: Unknown | undefined;
  for (const [field, value] of Object.entries(query)) {
    const values = Object.hasOwn(choices, field) ? choices[field] : undefined;
    if (value === "" || beside.includes(field)) continue;
    if (values?.includes(value)) chosen[field] = value;
    else if (values) unknown ??= { code: "no-such-value", field, value, values };
    else unknown ??= { code: "no-such-filter", field, value, values: Object.keys(choices) };
  }
  return { chosen: chosen as Chosen<C>, ...(unknown ? { unknown } : {}) };
}
