/** Reading a teller's published list on the device (V-56), apart from what counts and seals: a page that only looks loads no more. */
import type { ListLine } from "@nabat/body/votes/opening-bytes.ts";

/** The lines of a published list; none where it is no such list. */
export function linesOf(bytes: Uint8Array): ListLine[] {
  try {
    return (JSON.parse(new TextDecoder().decode(bytes)) as { positions: ListLine[] }).positions;
  } catch {
    return [];
  }
}
