/**
 * Texts that were read a moment ago. At a meeting thousands of pages ask for the same titles and names
 * within seconds; each text is read from disk and held against its hash once in that time, not for every
 * page. Only plain texts are kept, never positions of voters, and nothing for longer than {@link KEEP_MS}:
 * what is erased or withheld is asked of the state first, and its words are gone from here soon after.
 */
import type { Hash } from "@nabat/kernel";

/** How long a text stays at hand, in ms. */
export const KEEP_MS = 10_000;
/** How many characters are kept for one body. */
const MOST = 8_000_000;

/** A text whose bytes were held against its hash. */
export interface TextAtHand {
  readonly grade: string;
  readonly media: string;
  readonly text: string;
}

export class TextsAtHand {
  #texts = new Map<Hash, TextAtHand>();
  #characters = 0;
  #ends: NodeJS.Timeout | undefined;

  get(hash: Hash): TextAtHand | undefined {
    return this.#texts.get(hash);
  }

  /** Keeps a text; one of another kind, or one too many, is not kept. */
  keep(hash: Hash, found: TextAtHand): void {
    if (!found.media.startsWith("text/") || found.grade === "closed" || this.#texts.has(hash)) return;
    if (this.#characters + found.text.length > MOST) return;
    this.#texts.set(hash, found);
    this.#characters += found.text.length;
    this.#ends ??= setTimeout(() => this.forget(), KEEP_MS).unref();
  }

  /** Drops one text, or all. */
  forget(hash?: Hash): void {
    if (hash !== undefined) {
      this.#characters -= this.#texts.get(hash)?.text.length ?? 0;
      this.#texts.delete(hash);
      return;
    }
    clearTimeout(this.#ends);
    this.#ends = undefined;
    this.#texts = new Map();
    this.#characters = 0;
  }
}

const atHand = new WeakMap<object, TextsAtHand>();

/** The texts at hand of a house; they go with it. */
export function textsAtHand(house: object): TextsAtHand {
  let texts = atHand.get(house);
  if (!texts) atHand.set(house, (texts = new TextsAtHand()));
  return texts;
}
