/** How a file that can't be read is refused: rule T-1, with the line (from 1) where reading stopped. */
import { refuse, type Refusal } from "@nabat/kernel";

/** What is wrong with a file. */
export type FileFault =
  | "empty"
  | "encoding"
  | "candidates-count"
  | "seats-count"
  | "too-many-candidates"
  | "bad-token"
  | "no-such-candidate"
  | "no-such-paper"
  | "out-of-range"
  | "bad-weight"
  | "unknown-option"
  | "unfinished-comment"
  | "unfinished-paper"
  | "paper-not-closed"
  | "no-end-of-papers"
  | "names-missing"
  | "unfinished-quote"
  | "text-after-quote"
  | "bad-header"
  | "bad-directive"
  | "bad-cell"
  | "row-length"
  | "not-json"
  | "bad-field"
  | "blt-lacks";

/** Refuses a file at a line. `what` is the token in question, cut to 40 characters. */
export function fileFault(fault: FileFault, line: number, what = ""): Refusal {
  return refuse("T-1", fault, { line, ...(what ? { what: what.slice(0, 40) } : {}) });
}
