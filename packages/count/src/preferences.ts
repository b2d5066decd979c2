/**
 * Reads papers the way a transfer count needs them: one candidate per rank. What equal ranks and
 * skipped ranks do is the rule's choice and is counted, so that the result can say it.
 */
import { GAP, type Profile, SAME } from "./profile.ts";
import type { Treatment, TreatmentId } from "./result.ts";

/** What a transfer rule does with irregular papers. */
export interface Reading {
  /** At two candidates in one rank the paper's preferences end. */
  readonly equal: "stop";
  /** At a skipped rank the preferences end, or the gap is passed over. */
  readonly gap: "stop" | "close";
}

/** Strict papers: pattern p prefers prefs[offsets[p]] first. Patterns without a usable mark are left out. */
export interface StrictPapers {
  readonly weights: Float64Array;
  readonly offsets: Uint32Array;
  readonly prefs: Uint16Array;
  /** For each pattern here, its number in the profile. */
  readonly pattern: Uint32Array;
  readonly total: number;
  readonly valid: number;
  readonly blank: number;
  readonly spoilt: number;
  readonly treatment: readonly Treatment[];
}

/** Counts how many papers each treatment touched. */
export class TreatmentCounter {
  readonly #counts = new Map<TreatmentId, number>();
  /** Notes `papers` papers under `id`; 0 states the rule even where nothing was touched. */
  note(id: TreatmentId, papers: number): void {
    this.#counts.set(id, (this.#counts.get(id) ?? 0) + papers);
  }
  list(): Treatment[] {
    return [...this.#counts].map(([id, papers]) => ({ id, papers }));
  }
}

/** Reads a profile's papers as strict preferences among those not withdrawn. */
export function readStrict(profile: Profile, reading: Reading): StrictPapers {
  const { weights, offsets, marks } = profile.papers;
  const out = profile.candidates.map((c) => c.withdrawn === true);
  const anyOut = out.includes(true);
  const count = weights.length;
  const prefs = new Uint16Array(marks.length);
  const starts = new Uint32Array(count + 1);
  const kept = new Float64Array(count);
  const pattern = new Uint32Array(count);
  const notes = new TreatmentCounter();
  let used = 0;
  let n = 0;
  let [total, valid, blank, spoilt] = [0, 0, 0, 0];
  let [stoppedEqual, stoppedGap, closed, passed] = [0, 0, 0, 0];
  for (let p = 0; p < count; p++) {
    const w = weights[p]!;
    total += w;
    const start = used;
    const end = offsets[p + 1]!;
    let equal = false;
    let gap = false;
    let skipped = false;
    let i = offsets[p]!;
    while (i < end) {
      const mark = marks[i]!;
      if (mark === GAP) {
        gap = true;
        i++;
        if (reading.gap === "stop") break;
        continue;
      }
      // One rank: i .. j; withdrawn candidates are passed over before the rank is judged.
      let j = i;
      let first = -1;
      let several = false;
      do {
        const c = marks[j]! & ~SAME;
        if (anyOut && out[c]) skipped = true;
        else if (first < 0) first = c;
        else several = true;
        j++;
      } while (j < end && marks[j] !== GAP && marks[j]! & SAME);
      i = j;
      if (several) {
        equal = true;
        break;
      }
      if (first >= 0) prefs[used++] = first;
    }
    if (skipped) passed += w;
    if (used === start) {
      if (equal || (gap && reading.gap === "stop")) spoilt += w;
      else blank += w;
      continue;
    }
    if (equal) stoppedEqual += w;
    if (gap && reading.gap === "stop" && i < end) stoppedGap += w;
    if (gap && reading.gap === "close") closed += w;
    valid += w;
    kept[n] = w;
    pattern[n] = p;
    starts[++n] = used;
  }
  notes.note("blank-set-aside", blank);
  notes.note("spoilt-no-first", spoilt);
  notes.note("stopped-at-equal", stoppedEqual);
  notes.note(reading.gap === "stop" ? "stopped-at-gap" : "gap-closed", reading.gap === "stop" ? stoppedGap : closed);
  if (anyOut) notes.note("withdrawn-passed-over", passed);
  return {
    weights: kept.subarray(0, n),
    offsets: starts.subarray(0, n + 1),
    prefs: prefs.subarray(0, used),
    pattern: pattern.subarray(0, n),
    total,
    valid,
    blank,
    spoilt,
    treatment: notes.list(),
  };
}
