/**
 * Whether a newer copy can honestly follow an older one: the older record is its beginning, byte for
 * byte; the older checkpoint was signed by whoever was clerk then; nothing beside the record has
 * vanished without an act or a notice. The newer copy is checked whole, so time, counts, handovers
 * and rules are covered by that.
 */
import { equalBytes, type Millis, refuse, type Sha256, toHex } from "@nabat/kernel";
import { GRADES, leafHash, parseBundle } from "@nabat/record";
import { isPosition, waitingPositions } from "../archive/positions.ts";
import { lawfulAbsence, momentOf, termOver } from "./attachments.ts";
import { check, type Tools } from "./check.ts";
import type { Checker } from "./checker.ts";
import { signedByClerk, type StatedHead, statedHead } from "./head.ts";
import type { Source } from "./source.ts";
import type { Fault, Verdict } from "./verdict.ts";

/** Checks `newer` whole and that it follows `older`. */
export async function checkFollows(older: Source, newer: Source, tools: Tools): Promise<Verdict> {
  const was = statedHead(older.checkpoint);
  if (!was.ok) return { ok: false, fault: { in: "checkpoint", refusal: was }, checked: 0 };
  const is = statedHead(newer.checkpoint);
  if (!is.ok) return { ok: false, fault: { in: "checkpoint", refusal: is }, checked: 0 };
  const apart = headsFault(was.value, is.value);
  if (apart) return { ok: false, fault: apart, checked: 0 };
  const at = new Map(tools.at);
  at.set(was.value.checkpoint.size, (checker) => prefixFault(older, was.value, checker, tools));
  const { verdict, checker } = await check(newer, { ...tools, at });
  if (!verdict.ok || checker === undefined) return verdict;
  const beside = await compareBeside(older, newer, checker, tools.now);
  if (typeof beside !== "number") return { ok: false, fault: beside, checked: checker.size };
  if (beside === 0) return verdict;
  const warnings = [...verdict.summary.warnings, { code: "not-compared" as const, facts: { attachments: beside } }];
  return { ok: true, summary: { ...verdict.summary, warnings } };
}

/** Two heads of one record, before anything is recomputed. */
export function headsFault(was: StatedHead, is: StatedHead): Fault | undefined {
  if (was.body !== is.body) return { in: "growth", refusal: refuse("R-25", "another-body", { body: is.body }) };
  const [old, now] = [was.checkpoint.size, is.checkpoint.size];
  if (old > now) return { in: "growth", refusal: refuse("R-24", "shrunk", { old, size: now }) };
  if (old === now && !equalBytes(was.checkpoint.root, is.checkpoint.root)) {
    return { in: "growth", refusal: refuse("R-24", "forked", { size: old }) };
  }
  return undefined;
}

/** Runs when the newer record stands at the older's size. */
async function prefixFault(older: Source, was: StatedHead, checker: Checker, tools: Tools): Promise<Fault | undefined> {
  const { size, root } = was.checkpoint;
  if (checker.state === undefined) return { in: "growth", refusal: refuse("R-24", "forked", { size }) };
  const index = await firstDifference(older, size, checker, tools.sha256);
  if (index !== undefined) return { in: "growth", index, refusal: refuse("R-24", "forked", { size: index }) };
  if (!equalBytes(checker.tree.rootAt(size), root))
    return { in: "growth", refusal: refuse("R-42", "other-root", { size, root: toHex(root) }) };
  const refusal = await signedByClerk(tools.sha256, tools.verify, was, ...checker.clerks);
  return refusal && { in: "checkpoint", refusal };
}

/** The first entry of the older copy that the newer one does not repeat. */
async function firstDifference(
  older: Source,
  size: number,
  checker: Checker,
  sha256: Sha256,
): Promise<number | undefined> {
  for await (const bundle of older.bundles(0, size)) {
    const entries = parseBundle(bundle.bytes, bundle.count);
    if (!entries.ok) return bundle.first;
    for (const [i, bytes] of entries.value.entries()) {
      if (!equalBytes(leafHash(sha256, bytes), checker.tree.leaf(bundle.first + i))) return bundle.first + i;
    }
  }
  return undefined;
}

/**
 * What the older copy had and the newer one lacks must have gone by right. Gives the first that did
 * not, or how many could not be compared, since the newer copy isn't meant to hold their grade.
 */
async function compareBeside(
  older: Source,
  newer: Source,
  checker: Checker,
  now: Millis | undefined,
): Promise<Fault | number> {
  const state = checker.state;
  if (older.attachments === undefined || state === undefined) return 0;
  const { refs, results } = checker;
  const held = newer.attachments?.grades ?? [];
  const waits = waitingPositions(state);
  let apart = 0;
  for await (const { hash } of older.attachments.read(() => refs.wanted())) {
    const rows = refs.rowsOf(hash);
    const first = rows.at(-1);
    if (first === undefined || first.seen || lawfulAbsence(state, hash, momentOf(state, now))) continue;
    const over = rows.some((r) => {
      const result = results[r.vote];
      return result !== undefined && termOver(state, state.votes.votes.get(result.vote), momentOf(state, now));
    });
    if (over) continue;
    const grade = GRADES[refs.grade(first.row)] as (typeof GRADES)[number];
    const waiting = grade === "members" && waits.has(hash);
    const refused = isPosition(state, hash, grade) && (waiting || newer.attachments?.notGiven?.(hash));
    if (!held.includes(grade) || refused) apart++;
    else return { in: "attachment", index: first.index, refusal: refuse("R-47", "vanished", { hash }) };
  }
  return apart;
}
