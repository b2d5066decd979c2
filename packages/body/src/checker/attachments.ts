/**
 * The second pass: what stands beside the record. Each attachment that is here must be the one that
 * the act named; each that is not here must have gone by an act, by the end of a vote's
 * contest term, or by a host's public notice. Openings of votes by name are read here and
 * nowhere else, and each declared result is held against them (V-37).
 */
import { fromUtf8, type Hash, isHash, type Millis, refuse, type Refusal, type Sha256, toHex } from "@nabat/kernel";
import { fitsRef, GRADES } from "@nabat/record";
import type { Opening } from "../engine/kind.ts";
import type { State } from "../engine/state.ts";
import { hiddenBy, viewStage } from "../archive/out-of-view.ts";
import { isPosition, waitingPositions } from "../archive/positions.ts";
import { openingsUntil } from "../archive/queries.ts";
import { wordingHolds } from "../voice/wording.ts";
import { positionOf } from "../votes/may-cast.ts";
import type { Vote } from "../votes/part.ts";
import type { Checker, SeenResult } from "./checker.ts";
import type { AttachmentSource, FoundAttachment } from "./source.ts";
import type { Attested, Fault, Summary } from "./verdict.ts";

/** What the second pass found. */
export interface Beside {
  readonly results: Summary["results"];
  readonly attachments: Summary["attachments"];
  /** Names and titles that a record keeper should not have let in (N-1, N-2), and the first entry with one. */
  readonly unfit?: { readonly count: number; readonly index: number };
}

/** Why an attachment may be absent. */
export type Absence = "erased" | "withheld" | "hidden" | "term";

/** By which right an attachment may be absent at the end of this record, if by any. */
export function lawfulAbsence(state: State, hash: Hash, at: Millis): Absence | undefined {
  const erased = state.archive.erased.get(hash);
  if (erased !== undefined) return erased.how === "term" ? "term" : "erased";
  // Out of view by decision: whoever isn't its author or a copy-holder gets no bytes (E-11); then they go (E-10).
  if (hiddenBy(state, hash, at)) return viewStage(state, hash, at) === "gone" ? "term" : "hidden";
  const withheld = state.archive.withheld.get(hash);
  return withheld !== undefined && withheld.until > state.at ? "withheld" : undefined;
}

/** The moment by which terms are reckoned: the last admission, or the checker's own clock where the body has none of its own. */
export function momentOf(state: State, now: Millis | undefined): Millis {
  if (state.founding.practice) return Math.max(state.at, state.practice.clock ?? state.at);
  return Math.max(state.at, now ?? state.at);
}

/** May the openings of this vote be gone at `at` (E-5)? */
export function termOver(state: State, vote: Vote | undefined, at: Millis): boolean {
  const until = vote && openingsUntil(state, vote, at);
  return until !== undefined && until <= at;
}

export class SecondPass {
  readonly #sha256: Sha256;
  readonly #checker: Checker;
  readonly #state: State;
  readonly #at: Millis;
  readonly #tallies: Map<string, number>[];
  #seen = 0;
  #unfit: { readonly count: number; readonly index: number } | undefined;

  /** `checker` has folded the whole record; `now` is the checker's own clock, for terms that end by time alone. */
  constructor(sha256: Sha256, checker: Checker, now?: Millis) {
    if (checker.state === undefined) throw new Error("nothing was folded");
    this.#sha256 = sha256;
    this.#checker = checker;
    this.#state = checker.state;
    this.#at = momentOf(checker.state, now);
    this.#tallies = checker.results.map(() => new Map());
  }

  /** Takes one attachment. One that no act names is left aside: it proves nothing and harms nothing. */
  take(found: FoundAttachment): Fault | undefined {
    const { refs } = this.#checker;
    const rows = isHash(found.hash) ? refs.rowsOf(found.hash) : [];
    const first = rows.at(-1);
    if (first === undefined || first.seen) return undefined;
    const grade = GRADES[refs.grade(first.row)] as (typeof GRADES)[number];
    if (!fitsRef(this.#sha256, { hash: found.hash, grade, media: "", size: first.size }, found.attachment)) {
      return { in: "attachment", index: first.index, refusal: refuse("R-16", "altered", { hash: found.hash }) };
    }
    this.#seen++;
    this.#look(found, first.index);
    for (const row of rows) {
      refs.markSeen(row.row);
      if (row.vote >= 0) this.#open(row.vote, toHex(refs.commit(row.row)) as Hash, found.attachment.bytes);
    }
    return undefined;
  }

  /** A name or title that pages can't show as it is: no fault of the entries, but worth telling. */
  #look({ hash, attachment }: FoundAttachment, index: number): void {
    const use = this.#checker.wordings.get(hash);
    if (use === undefined || wordingHolds(textOf(attachment.bytes), use).ok) return;
    this.#unfit = { count: (this.#unfit?.count ?? 0) + 1, index: Math.min(index, this.#unfit?.index ?? index) };
  }

  /** The verdict over everything beside the record. `source` says which grades it holds, whose copy it is, what it wasn't given. */
  finish(source?: Pick<AttachmentSource, "grades" | "notGiven">): Fault | Beside {
    const held = source?.grades ?? [];
    const notGiven = source?.notGiven;
    const { refs, results } = this.#checker;
    const missing = results.map(() => 0);
    const unread = results.map(() => 0);
    const here = { named: refs.distinct, present: this.#seen, erased: 0, withheld: 0, hidden: 0, unread: 0 };
    const undeclared = this.#undeclaredOpenings();
    const waits = waitingPositions(this.#state);
    /** Is this one that the source should have: of its grades or the reader's own, and not somebody's position by name that waits for the result, or was refused (N-11)? */
    const owed = (row: number): boolean => {
      const hash = refs.hash(row);
      const own = this.#checker.own.has(hash);
      if (!own && !this.#holds(held, row)) return false;
      const grade = GRADES[refs.grade(row)] as (typeof GRADES)[number];
      if (own || !isPosition(this.#state, hash, grade)) return true;
      return !((grade === "members" && waits.has(hash)) || notGiven?.(hash));
    };
    const { erased, withheld, outOfView } = this.#state.archive;
    const nothingGone = erased.size === 0 && withheld.size === 0 && outOfView.size === 0;
    for (let row = 0; row < refs.rows; row++) {
      const { index, seen, vote } = refs.row(row);
      const eldest = refs.isEldest(row);
      if (seen || (vote < 0 && !eldest)) continue;
      const why = nothingGone ? undefined : lawfulAbsence(this.#state, refs.hash(row), this.#at);
      if (vote >= 0) {
        if (why === undefined && !this.#termOver(vote) && !owed(row)) unread[vote] = (unread[vote] ?? 0) + 1;
        else missing[vote] = (missing[vote] ?? 0) + 1;
      }
      // What stands beside the record is counted once for each attachment.
      if (!eldest) continue;
      if (why === "withheld" || why === "hidden") here[why]++;
      else if (why !== undefined) here.erased++;
      // Not in the grades of this source: whether it still stands elsewhere can't be told from here.
      else if (!owed(row)) here.unread++;
      else if (this.#goneByTerm(undeclared, refs.hash(row))) here.erased++;
      else return { in: "attachment", index, refusal: refuse("R-47", "missing", { hash: refs.hash(row) }) };
    }
    const judged = this.#results(missing, unread);
    return "in" in judged
      ? judged
      : { results: judged, attachments: here, ...(this.#unfit ? { unfit: this.#unfit } : {}) };
  }

  #holds(held: AttachmentSource["grades"], row: number): boolean {
    return held.includes(GRADES[this.#checker.refs.grade(row)] as (typeof GRADES)[number]);
  }

  /** An opening whose vote's contest term is over, whether its result was declared or not (E-5). */
  #goneByTerm(undeclared: ReadonlySet<Hash>, hash: Hash): boolean {
    return undeclared.has(hash) || this.#checker.refs.rowsOf(hash).some((r) => r.vote >= 0 && this.#termOver(r.vote));
  }

  #termOver(vote: number): boolean {
    const result = this.#checker.results[vote] as SeenResult;
    return termOver(this.#state, this.#state.votes.votes.get(result.vote), this.#at);
  }

  /** Openings of votes never declared that may be gone by now (E-5). */
  #undeclaredOpenings(): ReadonlySet<Hash> {
    const gone = new Set<Hash>();
    for (const vote of this.#state.votes.votes.values()) {
      if (vote.result === undefined && termOver(this.#state, vote, this.#at))
        for (const cast of vote.cast.values()) gone.add(cast.opening);
    }
    return gone;
  }

  #results(missing: readonly number[], unread: readonly number[]): Summary["results"] | Fault {
    const out = { recomputed: 0, byTellers: 0, attested: [] as Attested[], unread: 0 };
    for (const [n, result] of this.#checker.results.entries()) {
      if (result.mode !== "name") {
        out.recomputed++;
        out.byTellers++;
        continue;
      }
      const wrong = this.#countFault(n, result, (missing[n] ?? 0) + (unread[n] ?? 0));
      if (wrong) return { in: "result", index: result.index, refusal: wrong };
      if ((unread[n] ?? 0) > 0) out.unread++;
      else if ((missing[n] ?? 0) > 0) out.attested.push(this.#attested(result));
      else {
        out.recomputed++;
        if (result.hall) out.byTellers++;
      }
    }
    return out;
  }

  /** With all openings here the counts must be equal; with some gone no count may exceed the declared one. */
  #countFault(n: number, result: SeenResult, gone: number): Refusal | undefined {
    const stated = this.#state.votes.votes.get(result.vote)?.result;
    // In a mixed vote only what came from devices has openings.
    const declared = stated?.devices ?? stated?.counts ?? {};
    const mine = this.#tallies[n] as Map<string, number>;
    for (const choice of new Set([...Object.keys(declared), ...mine.keys()])) {
      const said = declared[choice] ?? 0;
      const found = mine.get(choice) ?? 0;
      if (found > said || (gone === 0 && found !== said)) {
        return refuse("V-37", "false-result", { field: choice, declared: said, found });
      }
    }
    return undefined;
  }

  #attested(result: SeenResult): Attested {
    const servers = [...this.#state.archive.recomputed].filter(([, r]) => r.size > result.index).map(([key]) => key);
    return { vote: result.vote, result: result.id, by: [result.by, ...servers] };
  }

  /** Counts the position that an opening shows; `invalid` where it isn't what was committed to (V-30). */
  #open(vote: number, commit: Hash, bytes: Uint8Array): void {
    const result = this.#checker.results[vote] as SeenResult;
    if (result.mode !== "name") return;
    const tally = this.#tallies[vote] as Map<string, number>;
    const opening = readOpening(bytes);
    const position = opening ? positionOf({ id: result.vote }, commit, opening, this.#sha256) : "invalid";
    tally.set(position, (tally.get(position) ?? 0) + 1);
  }
}

/** The text of some bytes; one that no name may be where they are none. */
function textOf(bytes: Uint8Array): string {
  try {
    return fromUtf8(bytes);
  } catch {
    return "";
  }
}

/** The opening that an attachment's bytes hold; `undefined` where they hold none. */
export function readOpening(bytes: Uint8Array): Opening | undefined {
  try {
    const { salt, choice } = JSON.parse(fromUtf8(bytes)) as Opening;
    return typeof salt === "string" && (typeof choice === "string" || Array.isArray(choice))
      ? { salt, choice }
      : undefined;
  } catch {
    return undefined;
  }
}
