/** The form of a count asked for over HTTP: the API's body, and what the page's form is turned into. */
import { type CountJob, FORMATS, RULE_IDS, WRITTEN } from "@nabat/count";
import { utf8 } from "@nabat/kernel";
import * as z from "zod";
import { type CountAsked, MOST_BYTES, MOST_SEATS } from "./limits.ts";

const whole = (least: number, most: number) => z.int().min(least).max(most);
const name = z.string().max(500);

/** Options that only some rules read (docs/counting); each rule names those that it read in its result. */
export const ruleOptions = z.strictObject({
  limit: whole(1, 1_000).optional(),
  unranked: z.enum(["last", "unknown"]).optional(),
  strength: z.enum(["winning", "margins"]).optional(),
  middle: z.enum(["lower", "upper"]).optional(),
  unmarked: z.enum(["worst", "spoil"]).optional(),
  decimals: whole(0, 9).optional(),
  electing: z.enum(["all", "highest"]).optional(),
  quota: z.enum(["exact", "whole"]).optional(),
  completion: z.enum(["phragmen", "greedy", "none"]).optional(),
  utility: z.enum(["cost", "count"]).optional(),
});

/** What `POST /api/count` takes. */
export const countBody = z.strictObject({
  rule: z.enum(RULE_IDS),
  format: z.enum(FORMATS).default("blt"),
  /** The file's text. */
  ballots: z.string().max(MOST_BYTES),
  /** The file's name, given back as `file`. */
  file: z.string().max(300).optional(),
  seats: whole(1, MOST_SEATS).optional(),
  compare: z.enum(RULE_IDS).optional(),
  trace: whole(1, Number.MAX_SAFE_INTEGER).optional(),
  form: z.enum(["ranks", "marks", "scores", "grades"]).optional(),
  lot: z.string().max(500).optional(),
  /** Answer also with the papers written down again, under `written`. */
  write: z.enum(WRITTEN).optional(),
  withdraw: z.array(name).max(100).default([]),
  reopen: name.optional(),
  groups: z
    .array(z.strictObject({ group: name, min: whole(0, MOST_SEATS).optional(), max: whole(0, MOST_SEATS).optional() }))
    .max(20)
    .default([]),
  ...ruleOptions.shape,
});
export type CountBody = z.infer<typeof countBody>;

/** The count that a body asks for. */
export function askedOf(body: CountBody): CountAsked {
  const {
    rule,
    format,
    ballots,
    file: _,
    seats,
    compare,
    trace,
    form,
    lot,
    write,
    withdraw,
    reopen,
    groups,
    ...rest
  } = body;
  const job: CountJob = {
    rule,
    format,
    withdraw,
    options: {
      ...(Object.fromEntries(Object.entries(rest).filter(([, v]) => v !== undefined)) as CountJob["options"]),
      ...(seats === undefined ? {} : { seats }),
      ...(groups.length > 0 ? { groups: groups as NonNullable<CountJob["options"]["groups"]> } : {}),
    },
    ...(compare ? { compare } : {}),
    ...(trace === undefined ? {} : { trace }),
    ...(form ? { form } : {}),
    ...(lot === undefined ? {} : { lot }),
    ...(write ? { write } : {}),
    ...(reopen === undefined ? {} : { reopen }),
  };
  return { job, bytes: utf8(ballots) };
}
