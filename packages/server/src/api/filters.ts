/**
 * What each list of a body can be narrowed by, and the values that there are. A filter that a list doesn't know, or a
 * value, is refused with those that it knows (API-1): an empty list would say that there is nothing of the kind.
 */
import * as z from "zod";
import { KINDS } from "@nabat/body";
import { NOTICE_KINDS } from "@nabat/record";
import { type Choices, CHOICES } from "@nabat/views";

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);
const memberId = z.string().regex(/^[0-9a-f]{32}$/);
/** Filters of which every value is known. */
const closed = (of: Choices): z.ZodRawShape =>
  Object.fromEntries(Object.entries(of).map(([name, values]) => [name, z.enum(values as [string]).optional()]));

/** Kinds of entries, notices with them. */
export const ENTRY_KINDS = [...KINDS.keys(), ...NOTICE_KINDS.map((kind) => `notice.${kind}`)].sort() as [
  string,
  ...string[],
];

const at = z.coerce.number().int().optional();

/** Of each list what it can be narrowed by; lists that aren't named know none. */
export const FILTERS = {
  roll: { ...closed(CHOICES.roll), at },
  newcomers: closed(CHOICES.newcomers),
  sponsors: closed(CHOICES.sponsors),
  "new-keys": { ...closed(CHOICES["new-keys"]), member: memberId.optional() },
  founders: closed(CHOICES.founders),
  motions: { ...closed(CHOICES.motions), sitting: hex64.optional() },
  votes: { ...closed(CHOICES.votes), motion: hex64.optional(), sitting: hex64.optional() },
  decisions: closed(CHOICES.decisions),
  sittings: closed(CHOICES.sittings),
  statutes: { n: z.coerce.number().int().min(1).optional() },
  chain: { of: hex64.optional() },
  accounts: { about: hex64.optional() },
  meetings: closed(CHOICES.meetings),
  elections: closed(CHOICES.elections),
  entries: {
    kind: z.enum(ENTRY_KINDS).optional(),
    by: memberId.optional(),
    about: hex64.optional(),
    before: z.coerce.number().int().min(0).optional(),
  },
} as const satisfies Readonly<Record<string, z.ZodRawShape>>;

/** What is asked of any list: how many, from where on, words; the language of the answer. */
const PAGING = {
  limit: z.coerce.number().int().min(1).max(1000).optional(),
  after: z.string().max(64).optional(),
  q: z.string().max(200).optional(),
  lang: z.string().max(20).optional(),
};

/** The query of what can't be narrowed: the language of its refusals alone. */
export const NO_FILTERS = z.strictObject({ lang: PAGING.lang });

/** What comes whole, by its nature or because it is short: it knows neither pages nor words, as JSON or as a table. */
const WHOLE: ReadonlySet<string> = new Set(["statutes", "chain", "offices", "carried", "pending"]);

/** The query of a list: what every list knows, unless it comes whole, and its own filters. */
export function listQuery(name: string): z.ZodType<ListQuery> {
  const own: z.ZodRawShape = name in FILTERS ? FILTERS[name as keyof typeof FILTERS] : {};
  const { lang, limit } = PAGING;
  // Entries go on by the index of the last (`before`), and are found by kind, by whom and about what.
  const paging: z.ZodRawShape = WHOLE.has(name) ? { lang } : name === "entries" ? { lang, limit } : PAGING;
  return z.strictObject({ ...paging, ...own }) as unknown as z.ZodType<ListQuery>;
}

/** A list's query once read: each list reads what it knows. */
export interface ListQuery {
  readonly limit?: number;
  readonly after?: string;
  readonly q?: string;
  readonly status?: string;
  readonly n?: number;
  readonly of?: string;
  readonly [filter: string]: unknown;
}
