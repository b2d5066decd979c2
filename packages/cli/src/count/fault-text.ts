/** The sentence for a file that couldn't be read or counted, in the reader's language. */
import { countFault } from "@nabat/speech/count/mod.ts";

/** One sentence; `what` is the offending token. */
export function faultText(code: string, what: string, lang: string): string {
  return countFault(code, what, lang);
}
