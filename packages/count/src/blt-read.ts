/**
 * Reads BLT files (I. D. Hill, B. A. Wichmann, D. R. Woodall, Computer Journal 30, 1987, as widened
 * by later counters): `candidates seats`, papers `weight preference … 0`, a final 0, names, title.
 *
 * Read as well: withdrawn candidates (`-2`, `[withdrawn 2]`), an order for ties (`[tie 3 1 2]`),
 * nicknames (`[nick a b c]`), equal ranks `2=3`, skipped ranks `-`, paper numbers `(17)`, comments
 * (`# …` and nested C comments), commas for
 * spaces, names quoted, half quoted or not at all, one or several on a line.
 * A line of papers is read byte by byte and merged at once, so that size is no trouble.
 *
 * A paper ends on its own line: where a 0 is missing, the next line would otherwise be read as more
 * preferences. It may go on below where a program broke a long line (60 characters and more), where
 * the next line is indented, or where that line is no paper by itself (one number a line).
 * A paper of weight 0 is read and counts for nothing.
 */
import { ok, type Refusal, type Result } from "@nabat/kernel";
import { fileFault } from "./file-error.ts";
import { decodeText, readNames } from "./blt-names.ts";
import { GAP, MAX_CANDIDATES, PaperBuilder, type Profile, SAME } from "./profile.ts";

/** A profile read from a file, and the pattern of the paper asked for. */
export interface ReadFile {
  readonly profile: Profile;
  /** Pattern of the `want`-th paper in the file's order (from 1), where it was asked for and is there. */
  readonly wanted?: number;
  /** Papers on which a candidate was marked twice; the first mark was read. */
  readonly repeated: number;
}

const [SPACE, LF, TAB, CR, COMMA, HASH, STAR, SLASH, EQUALS, MINUS, DOT, ZERO, NINE, OPEN, CLOSE, BRACKET, END] = [
  0x20, 0x0a, 0x09, 0x0d, 0x2c, 0x23, 0x2a, 0x2f, 0x3d, 0x2d, 0x2e, 0x30, 0x39, 0x28, 0x29, 0x5b, 0x5d,
] as const;

/** From this length on a line counts as broken by a program. */
const LONG_LINE = 60;

/** Reads a BLT file; `want` asks for the pattern of one paper. Refuses (T-1) with the line. */
export function readBlt(bytes: Uint8Array, want?: number): Result<ReadFile> {
  return new BltReader(bytes, want).read();
}

class BltReader {
  readonly #bytes: Uint8Array;
  readonly #want: number;
  #at = 0;
  #line = 1;
  #fault: Refusal | undefined;
  #nicks = new Map<string, number>();
  #withdrawn = new Set<number>();
  #tieOrder: number[] | undefined;
  #n = 0;

  constructor(bytes: Uint8Array, want: number | undefined) {
    this.#bytes = bytes;
    this.#want = want ?? 0;
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) this.#at = 3;
  }

  read(): Result<ReadFile> {
    if (this.#bytes[0] === 0xff || this.#bytes[0] === 0xfe) return fileFault("encoding", 1);
    if (!this.#skip()) return this.#fault ?? fileFault("empty", 1);
    const n = this.#number();
    if (n < 1) return fileFault("candidates-count", this.#line, this.#token());
    if (n > MAX_CANDIDATES) return fileFault("too-many-candidates", this.#line, String(n));
    this.#n = n;
    const seats = this.#skip() ? this.#number() : -1;
    if (seats < 1) return fileFault("seats-count", this.#line, this.#token());
    const options = this.#options();
    if (options) return options;
    const builder = new PaperBuilder();
    const papers = this.#papers(builder);
    if (!papers.ok) return papers;
    const text = decodeText(this.#bytes.subarray(this.#at));
    if (text === undefined) return fileFault("encoding", this.#line);
    const names = readNames(text, this.#line, n);
    if (!names.ok) return names;
    const profile: Profile = {
      title: names.value.title,
      seats,
      candidates: names.value.names.map((name, c) => (this.#withdrawn.has(c) ? { name, withdrawn: true } : { name })),
      papers: builder.build(),
      form: "ranked",
      ...(this.#tieOrder ? { tieOrder: this.#tieOrder } : {}),
      ...(names.value.notes.length > 0 ? { notes: names.value.notes } : {}),
    };
    return ok({
      profile,
      repeated: papers.value.repeated,
      ...(papers.value.wanted < 0 ? {} : { wanted: papers.value.wanted }),
    });
  }

  /** Passes over spaces and comments; false at the end of the file. */
  #skip(): boolean {
    const b = this.#bytes;
    for (;;) {
      const c = b[this.#at];
      if (c === SPACE || c === TAB || c === COMMA) this.#at++;
      else if (c === CR) {
        // A carriage return alone ends a line too, as old machines wrote it.
        if (b[++this.#at] !== LF) this.#line++;
      } else if (c === LF) {
        this.#line++;
        this.#at++;
      } else if (c === HASH) {
        while (this.#at < b.length && b[this.#at] !== LF && b[this.#at] !== CR) this.#at++;
      } else if (c === SLASH && b[this.#at + 1] === STAR) {
        if (!this.#comment()) return false;
      } else return c !== undefined;
    }
  }

  #comment(): boolean {
    const b = this.#bytes;
    const start = this.#line;
    let depth = 0;
    do {
      const [c, d] = [b[this.#at], b[this.#at + 1]];
      if (c === undefined) {
        this.#fault = fileFault("unfinished-comment", start);
        return false;
      }
      if (c === SLASH && d === STAR) depth++;
      if (c === STAR && d === SLASH) depth--;
      this.#at += (c === SLASH && d === STAR) || (c === STAR && d === SLASH) ? 2 : 1;
      if (c === LF || (c === CR && d !== LF)) this.#line++;
    } while (depth > 0);
    return true;
  }

  /** A whole number at the cursor, or −1 (cursor unmoved) where there is none or it goes on with something else. */
  #number(): number {
    const b = this.#bytes;
    let i = this.#at;
    let v = 0;
    for (let c = b[i]; c !== undefined && c >= ZERO && c <= NINE; c = b[++i]) v = v * 10 + (c - ZERO);
    if (i === this.#at || v > Number.MAX_SAFE_INTEGER || !this.#ends(b[i])) return -1;
    this.#at = i;
    return v;
  }

  #ends(c: number | undefined): boolean {
    return (
      c === undefined || c === SPACE || c === LF || c === CR || c === TAB || c === COMMA || c === HASH || c === SLASH
    );
  }

  #token(): string {
    let i = this.#at;
    while (i < this.#bytes.length && !this.#ends(this.#bytes[i]) && i - this.#at < 40) i++;
    return String.fromCharCode(...this.#bytes.subarray(this.#at, i));
  }

  /** Withdrawn candidates and bracketed options, up to the first paper. */
  #options(): Refusal | undefined {
    while (this.#skip()) {
      const c = this.#bytes[this.#at]!;
      if (c === MINUS) {
        this.#at++;
        const k = this.#number();
        if (k < 1 || k > this.#n) return fileFault("no-such-candidate", this.#line, `-${this.#token()}`);
        this.#withdrawn.add(k - 1);
      } else if (c === BRACKET) {
        const fault = this.#option();
        if (fault) return fault;
      } else return undefined;
    }
    return this.#fault;
  }

  #option(): Refusal | undefined {
    const b = this.#bytes;
    const start = ++this.#at;
    const line = this.#line;
    while (this.#at < b.length && b[this.#at] !== END) if (b[this.#at++] === LF) this.#line++;
    if (this.#at >= b.length) return fileFault("unknown-option", line);
    const [name = "", ...words] = (decodeText(b.subarray(start, this.#at++)) ?? "").trim().split(/\s+/);
    switch (name) {
      case "nick":
        if (words.length !== this.#n) return fileFault("unknown-option", line, name);
        words.forEach((w, i) => this.#nicks.set(w, i));
        return undefined;
      case "withdrawn":
      case "tie": {
        const list = words.map((w) => this.#nicks.get(w) ?? (/^\d+$/.test(w) ? Number(w) - 1 : -1));
        const bad = list.findIndex((k) => k < 0 || k >= this.#n);
        if (bad >= 0) return fileFault("no-such-candidate", line, words[bad]);
        if (name === "withdrawn") list.forEach((k) => this.#withdrawn.add(k));
        else if (new Set(list).size !== this.#n) return fileFault("unknown-option", line, name);
        else this.#tieOrder = list;
        return undefined;
      }
      case "undeclared":
      case "droop":
        return undefined; // settings of another counter, of no meaning here
      default:
        return fileFault("unknown-option", line, name);
    }
  }

  #papers(builder: PaperBuilder): Result<{ wanted: number; repeated: number }> {
    const marks = new Uint16Array(4 * this.#n + 64);
    const seen = new Int32Array(this.#n).fill(-1);
    let wanted = -1;
    let before = 0;
    let repeated = 0;
    for (let paper = 0; ; paper++) {
      if (!this.#skip()) return this.#fault ?? fileFault("no-end-of-papers", this.#line);
      const start = this.#at;
      let line = this.#line;
      const weight = this.#weight();
      if (typeof weight !== "number") return weight;
      if (weight === 0 && !this.#isPaper(this.#at)) return ok({ wanted, repeated });
      if (!Number.isSafeInteger(before + weight)) return fileFault("out-of-range", line, String(weight));
      let length = 0;
      let twice = false;
      let inRank = 0;
      for (;;) {
        if (!this.#skip()) return this.#fault ?? fileFault("unfinished-paper", this.#line);
        if (this.#line !== line) {
          if (!this.#goesOn(start)) return fileFault("paper-not-closed", line);
          line = this.#line;
        }
        if (length + 1 >= marks.length) return fileFault("bad-token", this.#line, "-");
        if (this.#bytes[this.#at] === MINUS && this.#ends(this.#bytes[this.#at + 1])) {
          this.#at++;
          marks[length++] = GAP;
          inRank = 0;
          continue;
        }
        const k = this.#candidate();
        if (k === -1) return fileFault("bad-token", this.#line, this.#token());
        if (k === -2) break;
        if (k >= this.#n) return fileFault("no-such-candidate", this.#line, String(k + 1));
        if (seen[k] === paper) twice = true;
        else {
          seen[k] = paper;
          marks[length++] = inRank > 0 ? k | SAME : k;
          inRank++;
        }
        if (this.#bytes[this.#at] !== EQUALS) inRank = 0;
        else if (!this.#joins(++this.#at)) return fileFault("bad-token", this.#line, "=");
      }
      while (length > 0 && marks[length - 1] === GAP) length--;
      if (weight === 0) continue;
      const pattern = builder.add(marks, length, weight);
      if (twice) repeated += weight;
      if (this.#want > before && this.#want <= before + weight) wanted = pattern;
      before += weight;
    }
  }

  /** True if another candidate follows an equals sign: anything but a 0 or the end of the line. */
  #joins(at: number): boolean {
    const b = this.#bytes;
    while (b[at] === SPACE || b[at] === TAB) at++;
    return !this.#ends(b[at]) && !(b[at] === ZERO && this.#ends(b[at + 1]));
  }

  /** True if what stands on this line from `at` on, up to a comment, is preferences closed by a 0. */
  #isPaper(at: number): boolean {
    const b = this.#bytes;
    let end = at;
    while (end < b.length && b[end] !== LF && b[end] !== CR && b[end] !== HASH && end - at < 100_000) end++;
    const words = String.fromCharCode(...b.subarray(at, Math.min(end, at + 20_000))).split(/[\s,]+/);
    while (words.at(-1) === "") words.pop();
    return (
      words.at(-1) === "0" &&
      words.every((w) => /^[\d=-]*$/.test(w) || w.split("=").every((k) => /^\d+$/.test(k) || this.#nicks.has(k)))
    );
  }

  /** True if a paper that began at `start` may go on at the cursor, on another line. */
  #goesOn(start: number): boolean {
    const b = this.#bytes;
    let from = this.#at;
    while (from > start && b[from - 1] !== LF && b[from - 1] !== CR) from--;
    if (from < this.#at) return true; // indented, or after a comment
    let end = from - 1;
    while (end > start && (b[end] === LF || b[end] === CR)) end--;
    let begin = end;
    while (begin > 0 && b[begin - 1] !== LF && b[begin - 1] !== CR) begin--;
    if (end - begin >= LONG_LINE) return true;
    const c = b[this.#at]!;
    const number = /^\d+/.exec(this.#token())?.[0];
    return !(c === OPEN || (number !== undefined && this.#isPaper(this.#at + number.length)));
  }

  /** A paper's weight (0 ends the papers), or 1 after a paper number in parentheses. */
  #weight(): number | Refusal {
    const b = this.#bytes;
    if (b[this.#at] === OPEN) {
      while (this.#at < b.length && b[this.#at] !== CLOSE) if (b[this.#at++] === LF) this.#line++;
      if (this.#at++ >= b.length) return fileFault("unfinished-paper", this.#line);
      return 1;
    }
    const v = this.#number();
    if (v >= 0) return v;
    const whole = /^(\d+)\.0*$/.exec(this.#token());
    if (whole && b.indexOf(DOT, this.#at) > 0) {
      this.#at += whole[0].length;
      return Number(whole[1]);
    }
    return fileFault("bad-weight", this.#line, this.#token());
  }

  /** A candidate's index; −2 for the closing 0; −1 for anything else. */
  #candidate(): number {
    const b = this.#bytes;
    let i = this.#at;
    let v = 0;
    for (let c = b[i]; c !== undefined && c >= ZERO && c <= NINE; c = b[++i]) v = v * 10 + (c - ZERO);
    if (i > this.#at && v <= 0xffff && (b[i] === EQUALS || this.#ends(b[i]))) {
      this.#at = i;
      return v === 0 ? (b[i] === EQUALS ? -1 : -2) : v - 1;
    }
    if (this.#nicks.size === 0) return -1;
    const name = this.#token().split("=")[0]!;
    const k = this.#nicks.get(name);
    if (k === undefined) return -1;
    this.#at += name.length;
    return k;
  }
}
