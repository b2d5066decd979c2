/**
 * The checker's fold: takes entries whose form and signatures were read, in order, and recomputes
 * everything the entries alone decide: the Merkle tree, what each author says they saw, time,
 * counts of signing keys, and every admission by the rules. Synchronous and pure. It can begin anew
 * or go on from a state that was checked before: a checker that saw n entries accepts only n + 1
 * that honestly follow.
 */
import {
  type ActId,
  type Hash,
  type KeyId,
  type MemberId,
  refuse,
  type Refusal,
  type Sha256,
  toHex,
} from "@nabat/kernel";
import { type Act, attachmentRefs, GrowingTree } from "@nabat/record";
import { type Kinds, kindOf, nestedSignatures, type Occasion } from "../engine/admit.ts";
import { begin, foldAct, foldNotice } from "../engine/fold.ts";
import type { Evidence, NestedSignature } from "../engine/kind.ts";
import type { State } from "../engine/state.ts";
import type { VoteMode } from "../votes/acts.ts";
import { wordingsOf } from "../voice/sizes.ts";
import { deviceForm } from "../votes/may-cast.ts";
import type { ReadEntry } from "./read-entries.ts";
import { RefTable } from "./ref-table.ts";
import type { Fault, FaultIn } from "./verdict.ts";

/** What the rules are run with. */
export interface Rules {
  readonly kinds: Kinds;
  readonly sha256: Sha256;
}

/** A declared result that this checker saw admitted. */
export interface SeenResult {
  readonly vote: ActId;
  readonly id: ActId;
  readonly by: MemberId;
  /** Of a mixed vote: how those outside the hall voted. */
  readonly mode: VoteMode;
  /** A part of it was counted in the hall, by tellers (G-40). */
  readonly hall: boolean;
  /** Index of its entry. */
  readonly index: number;
  /** Positions that counted; for votes by name each has an opening. */
  readonly casts: number;
}

/** The answer to one entry. Nested signatures are still to be checked. */
export interface Step {
  readonly fault?: Fault;
  readonly nested: readonly NestedSignature[];
}

/** Roots of earlier sizes kept in hex. */
const KEPT_ROOTS = 1000;

const NOTHING: readonly NestedSignature[] = [];

export class Checker {
  readonly #rules: Rules;
  readonly tree: GrowingTree;
  readonly refs = new RefTable();
  readonly results: SeenResult[] = [];
  /** Names and titles, held against N-1 and N-2 where their bytes are. */
  readonly wordings = new Map<Hash, "name" | "title">();
  /** Openings that the reader whose copy this is sealed themselves. */
  readonly own = new Set<Hash>();
  readonly #reader: MemberId | undefined;
  readonly #roots = new Map<number, string>();
  #state: State | undefined;
  #handover: { readonly index: number; readonly from: KeyId } | undefined;

  /**
   * `seen`: a state and tree of the same size that were checked before; both become the checker's own. `reader`:
   * the member whose copy is checked.
   */
  constructor(rules: Rules, seen?: { readonly state: State; readonly tree: GrowingTree }, reader?: MemberId) {
    this.#rules = rules;
    this.#reader = reader;
    this.tree = seen?.tree ?? new GrowingTree(rules.sha256);
    this.#state = seen?.state;
    if (seen && seen.state.size !== seen.tree.size) throw new RangeError("state and tree differ in size");
  }

  /** How many entries stand. */
  get size(): number {
    return this.#state?.size ?? 0;
  }

  /** The state after them; none before the founding act. Only read it. */
  get state(): State | undefined {
    return this.#state;
  }

  /** Whose signature a checkpoint here must bear: the clerk's; right at a handover also the one's before. */
  get clerks(): readonly KeyId[] {
    if (this.#state === undefined) return [];
    const { clerk } = this.#state.founding;
    return this.#handover?.index === this.size - 1 ? [clerk, this.#handover.from] : [clerk];
  }

  /** Takes the next entry. After a fault the checker must not be used further. */
  step(read: ReadEntry, evidence?: Evidence): Step {
    const index = this.size;
    if (!read.held)
      return this.#fault("signature", index, refuse("R-6", "signature-does-not-hold", { key: read.parsed.signed.key }));
    const step = read.parsed.type === "act" ? this.#act(read, index, evidence) : this.#notice(read, index);
    if (step.fault === undefined) this.tree.append(read.leaf);
    return step;
  }

  #act(read: ReadEntry, index: number, evidence: Evidence | undefined): Step {
    if (read.parsed.type !== "act") throw new Error("not an act");
    const { signed, at } = read.parsed;
    const act = signed.document;
    const { kinds, sha256 } = this.#rules;
    const occasion: Occasion = evidence === undefined ? { at, sha256 } : { at, sha256, evidence };
    let nested = NOTHING;
    if (kinds.get(act.kind)?.nested) {
      // Their data must be well formed before signatures are looked for in it; for others `admit` sees to that.
      const kind = kindOf(kinds, act);
      if (!kind.ok) return this.#fault("rule", index, kind);
      nested = nestedSignatures(kind.value, this.#state, act, sha256);
    }
    if (this.#state === undefined) {
      const made = begin(kinds, signed, occasion);
      if (!made.ok) return this.#fault("rule", index, made);
      this.#state = made.value.state;
    } else {
      const saw = this.#sawFault(act);
      if (saw) return this.#fault("saw", index, saw);
      if (act.kind === "result") this.#beforeResult(act, signed.id, index);
      const folded = foldAct(kinds, this.#state, signed, occasion);
      if (!folded.ok) return this.#fault("rule", index, folded);
    }
    for (const ref of attachmentRefs(act.data)) this.refs.add(ref, index);
    if (act.kind === "vote.cast") this.#noteOwn(act);
    else for (const [hash, use] of wordingsOf(act.kind, act.data)) if (use !== "text") this.wordings.set(hash, use);
    return { nested };
  }

  #noteOwn(act: Act): void {
    if (act.by === this.#reader) this.own.add((act.data["opening"] as { readonly hash: Hash }).hash);
  }

  #notice(read: ReadEntry, index: number): Step {
    if (read.parsed.type !== "notice") throw new Error("not a notice");
    if (this.#state === undefined) return this.#fault("rule", index, refuse("F-1", "not-a-founding"));
    const notice = read.parsed.signed.document;
    if (notice.notice === "handover") {
      if (notice.data["root"] !== toHex(this.tree.root()))
        return this.#fault("rule", index, refuse("W-1", "another-root", { size: index }));
      this.#handover = { index, from: this.#state.founding.clerk };
    }
    const folded = foldNotice(this.#state, read.parsed.signed, read.parsed.at);
    if (!folded.ok) return this.#fault("rule", index, folded);
    for (const ref of attachmentRefs(read.parsed.signed.document.data)) this.refs.add(ref, index);
    return { nested: NOTHING };
  }

  /** what the author's device had verified must be this record's own past. */
  #sawFault(act: Act): Refusal | undefined {
    const saw = act.saw;
    if (saw === undefined || saw.size > this.tree.size) return undefined; // admit says this itself
    return this.#rootAt(saw.size) === saw.root ? undefined : refuse("R-9", "saw-another-record", { size: saw.size });
  }

  /** The root at an earlier size in hex; the same few are asked for again and again. */
  #rootAt(size: number): string {
    let root = this.#roots.get(size);
    if (root === undefined) {
      root = toHex(this.tree.rootAt(size));
      if (this.#roots.size >= KEPT_ROOTS) this.#roots.clear();
      this.#roots.set(size, root);
    }
    return root;
  }

  /** A result empties the vote's positions from the state; what must be opened is noted just before. */
  #beforeResult(act: Act, id: ActId, index: number): void {
    const vote = act.data["vote"] as ActId;
    const open = this.#state?.votes.votes.get(vote);
    if (open === undefined || open.result !== undefined) return; // the rule refuses it
    const form = deviceForm(open);
    if (form !== undefined) {
      for (const cast of open.cast.values())
        this.refs.addOpening(cast.opening, index, this.results.length, cast.commit);
    }
    this.results.push({
      vote,
      id,
      by: act.by,
      mode: form ?? open.mode,
      hall: open.mode === "mixed",
      index,
      casts: open.cast.size,
    });
  }

  #fault(where: FaultIn, index: number, refusal: Refusal): Step {
    return { fault: { in: where, index, refusal }, nested: NOTHING };
  }
}
