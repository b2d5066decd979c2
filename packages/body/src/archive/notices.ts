/**
 * Servers' notices (R-15; W-1 to W-3, W-6, W-7): a closed list. None gives or takes a right: a notice
 * hands the record over, says openly that a content is not served, or attests and dates.
 */
import { type Hash, type KeyId, ok, refuse, type Result } from "@nabat/kernel";
import type { Notice, NoticeKind, Signed } from "@nabat/record";
import type * as z from "zod/mini";
import type { State } from "../engine/state.ts";
import {
  type Handover,
  handover,
  type LateSubmission,
  lateSubmission,
  type RecomputedBy,
  recomputedBy,
  type Withheld,
  withheld,
} from "./acts.ts";
import { isCopyHolder } from "./copies.ts";
import { isOpening } from "./openings.ts";
import { noteTaken } from "./taken.ts";
import { boundBy } from "./queries.ts";

/** Longest time for which one notice withholds a content, in ms (W-2): then it must be said again, or served. */
export const LONGEST_WITHHELD_MS = 366 * 24 * 3600_000;

interface NoticeRule<D> {
  readonly schema: z.ZodMiniType<D>;
  readonly admit: (state: State, data: D, key: KeyId, at: number) => Result<true>;
  readonly apply: (state: State, data: D, key: KeyId, at: number) => void;
}

/** W-3: a notice is by the clerk in office or by a server that the body named; by nobody else. */
function named(state: State, key: KeyId, at: number, rule: string): Result<true> {
  return state.archive.witnesses.has(key) || isCopyHolder(state, key, at)
    ? ok(true)
    : refuse(rule, "not-a-named-server");
}

/** May a server give these as its reasons (E-6)? They are bound by it: nobody's words, nor what opens a position. */
function mayGive(state: State, hashes: readonly Hash[]): Result<true> {
  const { owners, erased, guarded } = state.archive;
  const hash = hashes.find((h) => owners.has(h) || erased.has(h) || guarded.has(h) || isOpening(state, h));
  return hash === undefined ? ok(true) : refuse("E-6", "reasons-of-others", { hash });
}

const handoverRule: NoticeRule<Handover> = {
  schema: handover,
  admit: (state, data, key) => {
    if (key !== state.founding.clerk) return refuse("W-1", "not-the-clerk");
    if (data.epoch !== state.founding.epoch + 1)
      return refuse("W-1", "another-epoch", { expected: state.founding.epoch + 1 });
    if (data.size !== state.size) return refuse("W-1", "another-size", { size: state.size });
    return data.key === key ? refuse("W-1", "to-itself") : ok(true);
  },
  apply: (state, data) => {
    state.founding.epoch = data.epoch;
    state.founding.clerk = data.key;
    state.founding.clerks.push({ epoch: data.epoch, key: data.key, size: state.size + 1 });
  },
};

const withheldRule: NoticeRule<Withheld> = {
  schema: withheld,
  admit: (state, data, key, at) => {
    const clerk = key === state.founding.clerk;
    if (!clerk && !isCopyHolder(state, key, at)) return refuse("W-2", "not-a-host");
    if (data.until <= at) return refuse("W-2", "over-already", { until: data.until });
    if (data.until > at + LONGEST_WITHHELD_MS) return refuse("W-2", "too-long", { most: at + LONGEST_WITHHELD_MS });
    if (state.archive.erased.has(data.attachment)) return refuse("W-2", "erased-already");
    const reasons = mayGive(state, [data.duty.hash, data.appeal.hash]);
    if (!reasons.ok) return reasons;
    const before = state.archive.withheld.get(data.attachment);
    const clerksOwn = before !== undefined && before.key === state.founding.clerk && before.until > at;
    if (!clerk && clerksOwn) return refuse("W-2", "the-clerk-withholds-it");
    // What is decided stays readable: a host may be forced to stop serving a person's text, not our rules.
    return state.statutes.versions.some((v) => v.text === data.attachment)
      ? refuse("W-2", "our-rules", { by: boundBy(state, data.attachment) ?? "" })
      : ok(true);
  },
  apply: (state, data, key, at) => {
    state.archive.withheld.set(data.attachment, {
      key,
      at,
      until: data.until,
      duty: data.duty.hash,
      appeal: data.appeal.hash,
    });
    state.archive.bound.set(data.duty.hash, state.body);
    state.archive.bound.set(data.appeal.hash, state.body);
  },
};

const lateRule: NoticeRule<LateSubmission> = {
  schema: lateSubmission,
  admit: (state, data, key, at) => {
    const server = named(state, key, at, "W-6");
    if (!server.ok) return server;
    return data.taken > at ? refuse("W-6", "taken-in-the-future", { taken: data.taken }) : ok(true);
  },
  apply: (state, data, key, at) => noteTaken(state, data.act, { key, taken: data.taken, at }),
};

const recomputedRule: NoticeRule<RecomputedBy> = {
  schema: recomputedBy,
  admit: (state, data, key, at) => {
    const server = named(state, key, at, "W-7");
    if (!server.ok) return server;
    return data.size < 1 || data.size > state.size ? refuse("W-7", "no-such-size", { size: state.size }) : ok(true);
  },
  apply: (state, data, key, at) => void state.archive.recomputed.set(key, { size: data.size, state: data.state, at }),
};

// oxlint-disable-next-line no-explicit-any -- a table of notices is heterogeneous; each rule was checked where it was defined
const RULES: Readonly<Record<NoticeKind, NoticeRule<any>>> = {
  handover: handoverRule,
  withheld: withheldRule,
  "late-submission": lateRule,
  "recomputed-by": recomputedRule,
};

/** Admits a notice or refuses it: R-15 (not on the list, bad data), W-1, W-2, W-6, W-7. Its signature was checked. */
export function admitNotice(state: State, signed: Signed<Notice>, at: number): Result<true> {
  const { notice, data } = signed.document;
  if (!Object.hasOwn(RULES, notice)) return refuse("R-15", "unknown-notice", { notice: String(notice).slice(0, 40) });
  const rule = RULES[notice];
  if (!rule.schema.safeParse(data).success) return refuse("R-15", "bad-data", { notice });
  return rule.admit(state, data, signed.key, at);
}

/** Applies an admitted notice. */
export function applyNotice(state: State, signed: Signed<Notice>, at: number): void {
  RULES[signed.document.notice].apply(state, signed.document.data, signed.key, at);
}
