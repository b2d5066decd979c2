/**
 * Long texts as pages show them, whatever is in the record (N-3): cut where one is too long, or where a page has
 * shown enough. What is cut leads to the whole.
 */
import type { BodyReader } from "./reader.ts";

/** Most of one text on a page, and of all texts on one page, in bytes as a page carries them. */
const ONE = 150_000;
const ALL = 300_000;
/** What is shown of each text once a page has shown enough. */
const SHORT = 400;

const left = new WeakMap<BodyReader, number>();

/** So much weighs this character on a page: in UTF-8, with what HTML makes of it. */
function weightOf(code: number): number {
  if (code === 0x26) return 5;
  if (code === 0x3c || code === 0x3e) return 4;
  if (code === 0x22) return 6;
  if (code < 0x80) return 1;
  return code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 2 : 3;
}

/** Where a text must end so as to weigh no more than `most`, and what that part weighs. */
function within(text: string, most: number): { readonly end: number; readonly weight: number } {
  let weight = 0;
  for (let i = 0; i < text.length; i++) {
    const one = weightOf(text.charCodeAt(i));
    if (weight + one > most) return { end: i, weight };
    weight += one;
  }
  return { end: text.length, weight };
}

/** A text for this reader's page: the whole, or its beginning. A reader is one request's. */
export function cutFor(reader: BodyReader, text: string): { readonly text: string; readonly cut: boolean } {
  const has = left.get(reader) ?? ALL;
  const { end, weight } = within(text, Math.max(SHORT, Math.min(ONE, has)));
  left.set(reader, Math.max(0, has - weight));
  if (end === text.length) return { text, cut: false };
  // Not between the halves of one character.
  const whole = /[\ud800-\udbff]$/.test(text.slice(0, end)) ? end - 1 : end;
  return { text: `${text.slice(0, whole).trimEnd()}…`, cut: true };
}

/** A piece of a text for reading on: from a place on, so much as one page carries. */
export function pieceOf(text: string, from: number): { readonly text: string; readonly next?: number } {
  const begin = Math.min(Math.max(0, from), text.length);
  const { end } = within(text.slice(begin), ONE);
  return { text: text.slice(begin, begin + end), ...(begin + end < text.length ? { next: begin + end } : {}) };
}
