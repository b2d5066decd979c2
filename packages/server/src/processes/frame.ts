/**
 * Frames between the processes of one server: a header in JSON and bytes, each with its length before it
 * (unsigned, 32 bit, big-endian). Whoever can send them holds the server's key (see `line.ts`); what doesn't
 * keep to the form ends the line all the same.
 */

/** Longest header and longest bytes of one frame. */
const MOST_HEADER = 262_144;
const MOST_BYTES = 16_777_216;
const LENGTHS = 8;

/** One message: `header` is plain data, `bytes` are as they are. */
export interface Frame<H = unknown> {
  readonly header: H;
  readonly bytes: Uint8Array;
}

/** The other side doesn't keep to the form. */
export class BadFrame extends Error {}

/** A frame as it goes onto the line: its pieces in order. */
export function frameBytes({ header, bytes }: Frame): readonly Uint8Array[] {
  const text = Buffer.from(JSON.stringify(header));
  const lengths = Buffer.allocUnsafe(LENGTHS);
  lengths.writeUInt32BE(text.length, 0);
  lengths.writeUInt32BE(bytes.length, 4);
  return bytes.length > 0 ? [lengths, text, bytes] : [lengths, text];
}

/** Takes what arrives in any pieces and gives whole frames, in order. Throws {@link BadFrame}. */
export class FrameReader<H = unknown> {
  #parts: Buffer[] = [];
  #have = 0;
  /** Bytes that must be there before there is anything to read. */
  #need = LENGTHS;

  push(part: Buffer): Frame<H>[] {
    this.#parts.push(part);
    this.#have += part.length;
    if (this.#have < this.#need) return [];
    const all = this.#parts.length === 1 ? part : Buffer.concat(this.#parts);
    const out: Frame<H>[] = [];
    let at = 0;
    this.#need = LENGTHS;
    while (all.length - at >= LENGTHS) {
      const header = all.readUInt32BE(at);
      const bytes = all.readUInt32BE(at + 4);
      if (header > MOST_HEADER || bytes > MOST_BYTES) throw new BadFrame("a frame is too long");
      const end = at + LENGTHS + header + bytes;
      if (end > all.length) {
        this.#need = end - at;
        break;
      }
      const from = at + LENGTHS;
      out.push({
        header: headerOf<H>(all.toString("utf8", from, from + header)),
        bytes: all.subarray(from + header, end),
      });
      at = end;
    }
    const rest = all.subarray(at);
    this.#parts = rest.length > 0 ? [rest] : [];
    this.#have = rest.length;
    return out;
  }
}

function headerOf<H>(text: string): H {
  try {
    return JSON.parse(text) as H;
  } catch {
    throw new BadFrame("a frame's header is not JSON");
  }
}
