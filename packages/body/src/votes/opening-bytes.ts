/** Positions, and the bytes that a commitment and a list hide (V-30, V-55, V-56), apart from the schemas: pages that only sign need no more. */
import { canonicalBytes } from "@nabat/kernel";

/** The four positions on a motion. `taking-part`: opposed, yet taking part; counted apart, as against. */
export const POSITIONS = ["for", "against", "abstain", "taking-part"] as const;
export type Position = (typeof POSITIONS)[number];

/** What may stand in an opening: a position, or the keys marked in an election. */
export type Choice = string | readonly string[];

/**
 * What a commitment hides: `{choice, salt, vote}` with a salt of 16 bytes in hex; where positions are
 * sealed, `number` besides, 16 more such bytes by which its author finds it in the tellers' list (V-55).
 */
export function openingBytes(vote: string, choice: Choice, salt: string, number?: string): Uint8Array {
  return canonicalBytes({ choice, ...(number === undefined ? {} : { number }), salt, vote });
}

/** Bytes of an opening that members will read (V-30): a position, or the paper of an election with 99 marks. Its size stands in the entry from the first moment on. */
const OPENING_BYTES = { position: 192, paper: 896 } as const;

/**
 * The bytes of an opening as its attachment holds them where it isn't sealed: with spaces behind, as long for every
 * choice, so that the size in the entry tells nothing before the result (N-11). They read as the same JSON.
 */
export function openingFile(opening: Uint8Array, choice: Choice): Uint8Array {
  const least = typeof choice === "string" ? OPENING_BYTES.position : OPENING_BYTES.paper;
  const out = new Uint8Array(Math.max(least, opening.length)).fill(0x20);
  out.set(opening);
  return out;
}

/** One line of a tellers' list: the number, and the position that stands with it. */
export type ListLine = readonly [number: string, choice: Choice];

/** The list that a teller publishes (V-56), in its one form: sorted by number. Its SHA-256 is what tellers agree on. */
export function listBytes(vote: string, positions: readonly ListLine[]): Uint8Array {
  const text = (line: ListLine): string => JSON.stringify(line);
  const sorted = [...positions].sort((a, b) => (text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0));
  return canonicalBytes({ positions: sorted, vote });
}

/** A position as a teller opened it; without a choice where it isn't what was committed to. */
export interface OpenedLine {
  readonly commit: string;
  readonly number?: string;
  readonly choice?: Choice;
}

/**
 * The lines of a list: each position under its number; under its commitment where it is invalid, or where its number
 * was given by more than one, whatever order they were opened in: two who give one number spoil nobody's list (V-56).
 */
export function listLines(opened: readonly OpenedLine[]): ListLine[] {
  const times = new Map<string, number>();
  for (const { number } of opened) if (number !== undefined) times.set(number, (times.get(number) ?? 0) + 1);
  return opened.map(({ commit, number, choice }): ListLine => {
    if (choice === undefined || number === undefined) return [commit, "invalid"];
    return [times.get(number) === 1 ? number : commit, choice];
  });
}

/** The line of one's own position, by its number or else by its commitment. */
export function ownLine(
  lines: readonly ListLine[],
  own: { readonly number: string; readonly commit: string },
): ListLine | undefined {
  return lines.find(([n]) => n === own.number) ?? lines.find(([n]) => n === own.commit);
}
