/**
 * Which statutes a body may have (S-6, S-20 to S-34, S-40). The majority has limits (L18): statutes that
 * take what no decision may take are refused, each guarantee under its own number. So are
 * parameters that nobody could ever meet, or that would make a rule unchangeable.
 */
import { ok, refuse, type Result } from "@nabat/kernel";
import type { Majority, Quorum, Statutes } from "./acts.ts";

/** Each guarantee of L18 with the rule that protects it. */
export const GUARANTEES = {
  hearing: "S-20",
  voice: "S-21",
  secretVote: "S-22",
  readRecord: "S-23",
  minorityStatement: "S-24",
  commonShare: "S-25",
  exit: "S-26",
  noSanctionForOpinion: "S-27",
} as const satisfies Record<keyof Statutes["guarantees"], string>;

/** The limits of S-31 to S-34. Shares as [num, den]; numbers of members; days; hours. */
export const LIMITS = {
  majority: [4, 5],
  majorityOfRoll: [3, 4],
  quorum: [3, 4],
  signatures: 100,
  seconds: 20,
  secretOnRequest: 20,
  vouchers: 5,
  conveneNoticeDays: 30,
  discussionHours: 720,
  hours: 720,
  conveneNoticeDaysLeast: 1,
  discussionHoursLeast: 24,
  hoursLeast: 48,
  changeNoticeDaysLeast: 1,
  contestDaysLeast: 8,
} as const;

const ZONE = /^(UTC|[A-Z][A-Za-z_+-]*(\/[A-Za-z0-9_+-]+){1,2})$/;

/**
 * May a body have these statutes? Refuses the first fault: S-20 to S-27 (a guarantee taken), S-6
 * (zone, languages), S-30 and S-31 (majorities), S-32 (quorum), S-33 (numbers), S-34 (times), S-40 (laws).
 */
export function checkStatutes(statutes: Statutes): Result<true> {
  for (const [name, rule] of Object.entries(GUARANTEES))
    if (!statutes.guarantees[name as keyof Statutes["guarantees"]])
      return refuse(rule, "guarantee-taken", { guarantee: name });
  if (!ZONE.test(statutes.zone)) return refuse("S-6", "zone", { zone: statutes.zone });
  if (new Set(statutes.languages).size !== statutes.languages.length) return refuse("S-6", "languages-twice");
  const named = statutes.laws ?? [];
  if (new Set(named.map((l) => l.of)).size !== named.length) return refuse("S-40", "law-twice");
  for (const where of ["voting", "change"] as const) {
    const lifted = named.some((l) => l.of === `${where}.majority`);
    const majority = checkMajority(statutes[where].majority, where, lifted);
    if (!majority.ok) return majority;
    const quorum = checkQuorum(statutes[where].quorum, where);
    if (!quorum.ok) return quorum;
  }
  return checkNumbers(statutes);
}

/** `lifted`: a law is named that asks for more (S-40); then all may be asked for, and no more. */
function checkMajority(m: Majority, where: string, lifted: boolean): Result<true> {
  if (2 * m.num < m.den || (2 * m.num === m.den && !m.strict))
    return refuse("S-30", "less-than-half", { where, num: m.num, den: m.den });
  const [num, den] = lifted ? [1, 1] : m.of === "roll" ? LIMITS.majorityOfRoll : LIMITS.majority;
  const [share, most] = [m.num * den, num * m.den];
  // More than four fifths would be all of five; three quarters of the roll leave a fifth out either way.
  if (share > most || (share === most && m.strict && (lifted || m.of !== "roll")))
    return refuse("S-31", "majority-too-high", { where, num: m.num, den: m.den, most: `${num}/${den}` });
  return ok(true);
}

function checkQuorum(q: Quorum, where: string): Result<true> {
  const [num, den] = LIMITS.quorum;
  return q.num * den > num * q.den
    ? refuse("S-32", "quorum-too-high", { where, num: q.num, den: q.den, most: `${num}/${den}` })
    : ok(true);
}

function checkNumbers(s: Statutes): Result<true> {
  const people: readonly (readonly [string, number, number])[] = [
    ["convene.signatures", s.convene.signatures, LIMITS.signatures],
    ["voting.seconds", s.voting.seconds, LIMITS.seconds],
    ["voting.secretOnRequest", s.voting.secretOnRequest, LIMITS.secretOnRequest],
    ["admission.vouchers", s.admission.vouchers, LIMITS.vouchers],
  ];
  for (const [field, value, most] of people)
    if (value > most) return refuse("S-33", "too-many-asked", { field, value, most });
  const times: readonly (readonly [string, number, number])[] = [
    ["convene.noticeDays", s.convene.noticeDays, LIMITS.conveneNoticeDays],
    ["voting.discussionHours", s.voting.discussionHours, LIMITS.discussionHours],
    ["voting.hours", s.voting.hours, LIMITS.hours],
  ];
  for (const [field, value, most] of times) if (value > most) return refuse("S-34", "too-long", { field, value, most });
  const floors: readonly (readonly [string, number, number])[] = [
    ["convene.noticeDays", s.convene.noticeDays, LIMITS.conveneNoticeDaysLeast],
    ["voting.discussionHours", s.voting.discussionHours, LIMITS.discussionHoursLeast],
    ["voting.hours", s.voting.hours, LIMITS.hoursLeast],
    ["change.noticeDays", s.change.noticeDays, LIMITS.changeNoticeDaysLeast],
    ["voting.contestDays", s.voting.contestDays, LIMITS.contestDaysLeast],
  ];
  for (const [field, value, least] of floors)
    if (value < least) return refuse("S-34", "too-short", { field, value, least });
  return ok(true);
}
