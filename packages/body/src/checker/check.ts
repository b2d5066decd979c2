/**
 * Checks a whole record: entries, signatures, rules, tree, checkpoint, tiles, and what stands beside.
 * Streams: nothing is held but the state, 64 bytes of tree and about 90 of references an entry. The
 * costly reading of bundles may run elsewhere (see read-entries.ts) while the fold goes on in order.
 */
import { fromHex, type Hash, type Millis, refuse, toHex } from "@nabat/kernel";
import type { Evidence, NestedSignature } from "../engine/kind.ts";
import { stateHash } from "../engine/snapshot.ts";
import type { State } from "../engine/state.ts";
import { memberCount } from "../members/standing.ts";
import { type Beside, SecondPass } from "./attachments.ts";
import { Checker, type Rules } from "./checker.ts";
import { headFault, signedByClerk, type StatedHead, statedHead, tileFault, witnessesOf } from "./head.ts";
import { ahead, type BundleReader, type CheckSignature, type ReadEntry } from "./read-entries.ts";
import { readEvidence } from "./read-evidence.ts";
import type { Source } from "./source.ts";
import type { Fault, Summary, Verdict, Warning, WitnessSeen } from "./verdict.ts";

/** What a check needs besides its source. */
export interface Tools extends Rules {
  readonly read: BundleReader;
  readonly verify: CheckSignature;
  /** The checker's clock, ms since 1970: terms end by time alone (E-5). Without it, the last entry's moment. */
  readonly now?: Millis;
  /** Bundles under way at once. */
  readonly depth?: number;
  readonly progress?: (done: number, of: number) => void;
  /** Called before the entry that would make the record larger than one of these sizes. */
  readonly at?: ReadonlyMap<number, (checker: Checker) => Fault | undefined | Promise<Fault | undefined>>;
}

/** A verdict with what was folded, for callers that go on with it. */
export type Checked = { readonly verdict: Verdict; readonly checker?: Checker; readonly head?: StatedHead };

/** Checks a record. Faults are verdicts; only bugs and an unreadable source throw. */
export async function check(source: Source, tools: Tools): Promise<Checked> {
  const head = statedHead(source.checkpoint);
  if (!head.ok) return { verdict: failed({ in: "checkpoint", refusal: head }, 0) };
  const { checkpoint } = head.value;
  if (checkpoint.size === 0) return { verdict: failed({ in: "checkpoint", refusal: refuse("F-1", "no-founding") }, 0) };
  const checker = new Checker(tools, undefined, source.attachments?.reader);
  const folded = await foldAll(source, tools, checker, checkpoint.size);
  if (folded) return { verdict: failed(folded, checker.size) };
  const state = checker.state as State;
  const fault =
    (await headFault(head.value, checker.tree, state, source)) ??
    (await clerkFault(tools, head.value, checker)) ??
    (source.tile ? await tileFault(checker.tree, source.tile) : undefined) ??
    clerkKeysFault(source, state);
  if (fault) return { verdict: failed(fault, checker.size) };
  const witnesses = await witnessesOf(tools.sha256, tools.verify, head.value, state.archive.witnesses.keys());
  if (!witnesses.ok) return { verdict: failed({ in: "checkpoint", refusal: witnesses }, checker.size) };
  const beside = await secondPass(source, tools, checker);
  if ("in" in beside) return { verdict: failed(beside, checker.size) };
  const summary = summarise(tools, head.value, checker, state, witnesses.value, beside, source);
  return { verdict: { ok: true, summary }, checker, head: head.value };
}

function failed(fault: Fault, checked: number): Verdict {
  return { ok: false, fault, checked };
}

/** Runs the fold over all bundles. The lowest fault wins, also where its signature was checked later. */
async function foldAll(source: Source, tools: Tools, checker: Checker, size: number): Promise<Fault | undefined> {
  const nested = new NestedChecks(tools);
  let fault: Fault | undefined;
  for await (const bundle of ahead(source.bundles(checker.size, size), tools.read, tools.depth ?? 4)) {
    if (bundle.first > checker.size) throw new Error("bundles out of order");
    let known = checker.size - bundle.first;
    for (const read of bundle.entries) {
      if (known-- > 0) continue;
      // Almost every entry goes without waiting for anything: an `await` for each would cost more than a rule.
      const stop = tools.at?.get(checker.size);
      if (stop) fault = await stop(checker);
      if (fault) break;
      const step = stepOnce(source, tools, checker, nested, read);
      fault = step instanceof Promise ? await step : step;
      if (fault) break;
    }
    fault ??= bundle.refusal && {
      in: bundle.refusal.rule === "R-40" ? "tile" : "entry",
      index: checker.size,
      refusal: bundle.refusal,
    };
    tools.progress?.(checker.size, size);
    fault = (await nested.settle(fault ? 0 : 8)) ?? fault;
    if (fault) return fault;
  }
  return (await nested.settle(0)) ?? (await tools.at?.get(checker.size)?.(checker));
}

/** One entry; a promise only where evidence has to be fetched. */
function stepOnce(
  source: Source,
  tools: Tools,
  checker: Checker,
  nested: NestedChecks,
  read: ReadEntry,
): Fault | undefined | Promise<Fault | undefined> {
  const index = checker.size;
  const { parsed } = read;
  const step = (evidence?: Evidence): Fault | undefined => {
    const done = checker.step(read, evidence);
    if (done.nested.length > 0) nested.add(index, done.nested);
    return done.fault;
  };
  if (parsed.type !== "act" || parsed.evidence === undefined) return step();
  return readEvidence(tools.sha256, tools.verify, source, parsed.signed.document, parsed.evidence).then((found) =>
    found.ok ? step(found.value) : { in: "evidence", index, refusal: found },
  );
}

/** Signatures inside acts' data: checked beside the fold, since they need its state to be found. */
class NestedChecks {
  readonly #tools: Tools;
  readonly #under: { index: number; rule: string; held: Promise<boolean> }[] = [];

  constructor(tools: Tools) {
    this.#tools = tools;
  }

  add(index: number, checks: readonly NestedSignature[]): void {
    for (const { key, message, signature, rule } of checks) {
      const held = Promise.resolve(this.#tools.verify(key, message, fromHex(signature)));
      held.catch(() => undefined);
      this.#under.push({ index, rule, held });
    }
  }

  /** Waits until at most `keep` bundles' worth are under way; gives the first that doesn't hold. */
  async settle(keep: number): Promise<Fault | undefined> {
    while (this.#under.length > keep * 256) {
      const { index, rule, held } = this.#under.shift() as { index: number; rule: string; held: Promise<boolean> };
      if (!(await held)) return { in: "signature", index, refusal: refuse(rule, "signature-does-not-hold") };
    }
    return undefined;
  }
}

async function clerkFault(tools: Tools, head: StatedHead, checker: Checker): Promise<Fault | undefined> {
  const refusal = await signedByClerk(tools.sha256, tools.verify, head, ...checker.clerks);
  return refusal && { in: "checkpoint", refusal };
}

/** the keys that a bundle names must be those of the record. */
function clerkKeysFault({ clerkKeys }: Source, { founding }: State): Fault | undefined {
  const same =
    clerkKeys === undefined ||
    (clerkKeys.length === founding.clerks.length &&
      founding.clerks.every((c, i) => clerkKeys[i]?.epoch === c.epoch && clerkKeys[i].key === c.key));
  return same ? undefined : { in: "archive", refusal: refuse("R-48", "contradicts-the-record", { what: "clerkKeys" }) };
}

async function secondPass(source: Source, tools: Tools, checker: Checker): Promise<Beside | Fault> {
  const pass = new SecondPass(tools.sha256, checker, tools.now);
  for await (const found of source.attachments?.read(() => checker.refs.wanted()) ?? []) {
    const fault = pass.take(found);
    if (fault) return fault;
  }
  return pass.finish(source.attachments);
}

function summarise(
  tools: Tools,
  head: StatedHead,
  checker: Checker,
  state: State,
  witnesses: readonly WitnessSeen[],
  beside: Beside,
  source: Source,
): Summary {
  const warnings: Warning[] = [];
  if (witnesses.length === 0) warnings.push({ code: "no-witnesses", facts: { named: state.archive.witnesses.size } });
  const { unfit } = beside;
  if (unfit) warnings.push({ code: "names-against-rules", facts: { count: unfit.count, index: unfit.index } });
  if (source.attachments === undefined) warnings.push({ code: "attachments-not-here", facts: {} });
  if (state.founding.phase === "provisional") warnings.push({ code: "still-provisional", facts: {} });
  return {
    body: state.body,
    entries: checker.size,
    size: head.checkpoint.size,
    root: toHex(head.checkpoint.root) as Hash,
    state: stateHash(tools.sha256, state),
    at: state.at,
    practice: state.founding.practice,
    clerk: state.founding.clerk,
    epoch: state.founding.epoch,
    members: memberCount(state, state.at),
    ...beside,
    witnesses,
    warnings,
  };
}
