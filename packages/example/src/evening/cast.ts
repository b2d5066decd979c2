/**
 * Who plays: three of the board and up to six neighbours, all invented, with keys that follow from the evening's seed;
 * and whoever is in the room, with keys of their own that nobody here has.
 */
import { type BodyId, fromHex, type Random, utf8 } from "@nabat/kernel";
import { type Client, nodeTools, Person, type Seat } from "@nabat/exchange/client/mod.ts";

/** Of the board; the first calls, moves and presides, the second stands behind it, the third counts. */
export const BOARD = ["Magnus", "Odile", "Rufus"] as const;
/** Neighbours who do what the room does. */
export const NEIGHBOURS = ["Bo", "Dunja", "Emil", "Fatou", "Gina", "Hugo"] as const;
/** Whom the board brings in: nobody else has ever met them. */
export const NEWCOMERS: readonly string[] = (
  "Alba Boris Clio Darius Edda Florin Greta Hamid Ilka Janis Karim Lotte Milo Nadia Orla Pavel Quirin Rosa Selim Tilda " +
  "Ugo Vera Wim Xenia Yann Zora Ada Basil Cora Dimas"
).split(" ");
/** So many neighbours at least, however full the room: something happens to the first two. */
export const LEAST_NEIGHBOURS = 2;
/** The body has so many members at least. */
export const MEMBERS = 9;

/** How many neighbours come in beside so many people of the room. */
export function neighboursBeside(people: number): number {
  return Math.min(NEIGHBOURS.length, Math.max(LEAST_NEIGHBOURS, MEMBERS - BOARD.length - people));
}

/** Bytes that follow from a seed and a word: the same ones each time they are asked for in the same order. */
export function chanceOf(seed: string, word: string): Random {
  let n = 0;
  return (size) => {
    const out = new Uint8Array(size);
    for (let at = 0; at < size; at += 32) {
      const block = nodeTools.sha256(utf8(`nabat evening ${seed} ${word} ${n++}`));
      out.set(block.subarray(0, Math.min(32, size - at)), at);
    }
    return out;
  };
}

/** An invented person of this evening: asked for again by the same word, the same keys. */
export function personOf(seed: string, word: string, name = word): Person {
  const random = chanceOf(seed, word);
  const own = random(fromHex(seed).length);
  return new Person({ ...nodeTools, random }, name, own);
}

/** The seat of an invented person who has come in before. */
export function seatOf(client: Client, body: BodyId, nonce: string, seed: string, word: string): Promise<Seat> {
  const person = personOf(seed, word);
  return client.seat(body, person.keysFor(nonce), person.name);
}
