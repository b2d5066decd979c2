/**
 * A text's paragraphs and what a change does to them (V-48): anybody who has the texts gets the same
 * words. A paragraph is a line with something on it; the line breaks after it belong to it.
 */

/** Where an amendment changes a text. Paragraphs are numbered from 1; `after: 0` is before the first. */
export type TextPlace =
  | { readonly what: "replace"; readonly from: number; readonly to: number }
  | { readonly what: "strike"; readonly from: number; readonly to: number }
  | { readonly what: "insert"; readonly after: number };

/** A change with its words; what is struck has none. */
export interface TextChange {
  readonly place: TextPlace;
  readonly words: string;
}

/** A paragraph and the line breaks up to the next. */
export interface Paragraph {
  readonly words: string;
  readonly tail: string;
}

/** The paragraphs of a text, and what stands before the first. Joined again they give the text. */
export function paragraphsOf(text: string): { readonly head: string; readonly list: Paragraph[] } {
  let head = "";
  const list: { words: string; tail: string }[] = [];
  const lines = text.split("\n");
  for (const [n, line] of lines.entries()) {
    const end = n < lines.length - 1 ? "\n" : "";
    const last = list.at(-1);
    if (line.trim() !== "") list.push({ words: line, tail: end });
    else if (last) last.tail += line + end;
    else head += line + end;
  }
  return { head, list };
}

/** How paragraphs are set apart in this text: as its first two are, else by an empty line. */
function breakOf(list: readonly Paragraph[]): string {
  return list.length > 1 ? (list[0]?.tail ?? "\n\n") : "\n\n";
}

/** First and last paragraph that a place takes away; nothing for an insertion. */
function taken(place: TextPlace): readonly [from: number, to: number] | undefined {
  return place.what === "insert" ? undefined : [place.from, place.to];
}

/**
 * Do two changes touch the same place, so that only one of them can be (V-46)? Paragraphs that both
 * take, or words put between paragraphs that the other takes together. Two insertions never do.
 */
export function collide(a: TextPlace, b: TextPlace): boolean {
  const [x, y] = [taken(a), taken(b)];
  if (x && y) return x[0] <= y[1] && y[0] <= x[1];
  const [range, at] = x ? [x, b] : [y, a];
  return range !== undefined && at.what === "insert" && range[0] <= at.after && at.after < range[1];
}

/** Are these changes of one place: they touch it together, or put words at the same one (V-49)? */
export function samePlace(a: TextPlace, b: TextPlace): boolean {
  return collide(a, b) || (a.what === "insert" && b.what === "insert" && a.after === b.after);
}

/**
 * The text with these changes, none of which {@link collide}: each at its place in `text` as it was. Words
 * inserted at one place stand in the order of the changes. A place beyond the end is the end.
 */
export function withChanges(text: string, changes: readonly TextChange[]): string {
  if (changes.length === 0) return text;
  const { head, list } = paragraphsOf(text);
  const apart = breakOf(list);
  const out: { words: string; tail?: string }[] = [];
  const put = (words: string): void => void out.push({ words: words.trim() });
  const insertedAfter = (n: number): void => {
    for (const { place, words } of changes)
      if (place.what === "insert" && Math.min(place.after, list.length) === n) put(words);
  };
  insertedAfter(0);
  for (const [i, paragraph] of list.entries()) {
    const n = i + 1;
    const change = changes.find(({ place }) => place.what !== "insert" && place.from <= n && n <= place.to);
    // The old break stays between paragraphs that stay; beside words that are new it is the text's own.
    if (!change) out.push({ words: paragraph.words, ...(n < list.length ? { tail: paragraph.tail } : {}) });
    else if (change.place.what === "replace" && n === Math.min(change.place.to, list.length)) put(change.words);
    insertedAfter(n);
  }
  const end = list.at(-1)?.tail ?? "";
  return head + out.map(({ words, tail }, i) => words + (i === out.length - 1 ? end : (tail ?? apart))).join("");
}
