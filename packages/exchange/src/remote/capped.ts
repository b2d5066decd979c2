/**
 * Reading an answer from a stranger: never more bytes than one has set oneself, whatever its headers
 * say and however small it was when packed.
 */

/** An answer was longer than allowed. */
export class TooMuch extends Error {
  constructor(most: number) {
    super(`sends more than ${most} bytes`);
  }
}

/** The bytes of an answer. Throws {@link TooMuch} above `most`, and stops reading there. */
export async function cappedBytes(response: Response, most: number): Promise<Uint8Array> {
  if (response.body === null) return new Uint8Array(0);
  const pieces: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop cancels the stream.
  for await (const piece of response.body as unknown as AsyncIterable<Uint8Array>) {
    length += piece.length;
    if (length > most) throw new TooMuch(most);
    pieces.push(piece);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** The JSON of an answer. Throws {@link TooMuch}, or a `SyntaxError` where it holds none. */
export async function cappedJson(response: Response, most: number): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await cappedBytes(response, most)));
}
