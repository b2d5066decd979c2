/**
 * Statutes (pages: *our rules*): typed parameters that an assembly adopts (S-1). The seven sentences
 * that members read are an attachment written from these parameters; no rule reads the sentences.
 */
import * as z from "zod/mini";
import { label } from "../engine/fields.ts";

const days = (most: number) => z.int().check(z.gte(0), z.lte(most));

/**
 * A majority: `for` must be more than (strict) or at least num/den of the base.
 * `cast`: for + against; `present`: the headcount (or all positions taken, on devices);
 * `roll`: all who may vote.
 */
export const majority = z.strictObject({
  num: z.int().check(z.gte(1), z.lte(100)),
  den: z.int().check(z.gte(1), z.lte(100)),
  strict: z.boolean(),
  of: z.enum(["cast", "present", "roll"]),
});
export type Majority = z.infer<typeof majority>;

/** Share of the roll that must be present (sitting) or take a position (devices); 0/1 is none. */
export const quorum = z.strictObject({
  num: z.int().check(z.gte(0), z.lte(100)),
  den: z.int().check(z.gte(1), z.lte(100)),
});
export type Quorum = z.infer<typeof quorum>;

/** What no decision takes from a member (L18); anything but `true` is refused (S-20 ff.). */
export const guarantees = z.strictObject({
  hearing: z.boolean(),
  voice: z.boolean(),
  secretVote: z.boolean(),
  readRecord: z.boolean(),
  minorityStatement: z.boolean(),
  commonShare: z.boolean(),
  exit: z.boolean(),
  noSanctionForOpinion: z.boolean(),
});

/** Version of the rules that this code holds (S-3). */
export const RULES = 1;

/** IANA time zone in which notice and deadlines are reckoned. */
const zone = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9_+/-]{0,49}$/));
/** Languages of the body's texts, the binding one first (BCP 47). */
const languages = z.array(z.string().check(z.regex(/^[a-z]{2,3}(-[A-Z]{2})?$/))).check(z.minLength(1), z.maxLength(8));
/** Who reads entries: its members, or everyone. */
const entries = z.enum(["members", "public"]);

const admission = z.strictObject({
  /** Who may hand out personal invitations. */
  invitedBy: z.enum(["any-member", "decision"]),
  /** Members, besides the one who invited, who must vouch. */
  vouchers: days(10),
  waitingDays: days(90),
  /** Must the newcomer have been seen at a sitting by its two tellers? */
  seen: z.boolean(),
  /** Must the assembly admit by decision? */
  decision: z.boolean(),
  /** How long an admission can be contested. */
  contestDays: days(90),
});

const convene = z.strictObject({
  /** Members who together can call a meeting; no officer can refuse it. */
  signatures: z.int().check(z.gte(1), z.lte(1000)),
  noticeDays: days(60),
});

const voting = z.strictObject({
  /** How members vote on devices: by count (secret from all but two tellers) or by name. */
  mode: z.enum(["count", "name"]),
  majority,
  quorum,
  /** Members who must second a motion before a vote outside a sitting. */
  seconds: days(50),
  /** Hours from the text's last version to the vote's opening, outside sittings. */
  discussionHours: days(1000),
  /** Least hours that a vote outside a sitting stays open. */
  hours: z.int().check(z.gte(1), z.lte(2000)),
  /** So many members may ask for secret paper or the urn on any vote. */
  secretOnRequest: z.int().check(z.gte(1), z.lte(1000)),
  /** Days after the result during which it can be contested; then openings are erased. */
  contestDays: days(365),
});

/** What changing these statutes asks for. */
const change = z.strictObject({ majority, quorum, noticeDays: days(60) });

const clerk = z.strictObject({
  /** Minutes within which a submitted act must be entered. */
  admitMinutes: z.int().check(z.gte(1), z.lte(1440)),
  /** Servers, besides the clerk, that hold copies; by decision or by any member. */
  copies: z.enum(["any-member", "decision"]),
});

/** Parameters whose limit a law may lift (S-40). */
export const LAW_LIFTS = ["voting.majority", "change.majority", "office.term"] as const;

/** A law that asks for more than these rules allow: the parameter, and the law as it is cited ("DE GenG 16 III"). */
const laws = z
  .array(
    z.strictObject({
      of: z.enum(LAW_LIFTS),
      law: z.string().check(z.regex(/^[\x21-\x7e]([\x20-\x7e]{0,58}[\x21-\x7e])?$/)),
    }),
  )
  .check(z.maxLength(LAW_LIFTS.length));

export const statutes = z.strictObject({
  /** Version of the rules this body runs under (S-3). */
  rules: z.literal(RULES),
  template: label,
  zone,
  languages,
  entries,
  admission,
  convene,
  voting,
  change,
  clerk,
  guarantees,
  laws: z.optional(laws),
});

/** A change of statutes: the parameters that it changes and no others (S-5); never the version of the rules. */
export const statutesChanges = z.strictObject({
  zone: z.optional(zone),
  languages: z.optional(languages),
  entries: z.optional(entries),
  admission: z.optional(z.partial(admission)),
  convene: z.optional(z.partial(convene)),
  voting: z.optional(z.partial(voting)),
  change: z.optional(z.partial(change)),
  clerk: z.optional(z.partial(clerk)),
  guarantees: z.optional(z.partial(guarantees)),
  laws: z.optional(laws),
});
export type StatutesChanges = z.infer<typeof statutesChanges>;
/** The typed parameters of a body's statutes. */
export type Statutes = z.infer<typeof statutes>;
