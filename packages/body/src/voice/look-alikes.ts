/**
 * Which names look alike (N-10): equal but for capitals, accents, spaces, width, or letters of other
 * alphabets that are drawn the same. Too strict rather than too fine: whoever is told apart in vain
 * only gets a number.
 */
import type { Hash, MemberId } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { MARK, shownName } from "./wording.ts";

/** Small letters and figures that are drawn like Latin ones, after them the letter that stands for all. */
const DRAWN_ALIKE: readonly (readonly [string, string])[] = [
  ["аɑα", "a"],
  ["вʙв", "b"],
  ["сϲⅽ", "c"],
  ["ԁⅾ", "d"],
  ["еєэҽ", "e"],
  ["ɡԍ", "g"],
  ["һнн", "h"],
  ["іїιı1|ӏlⅼǀ", "i"],
  ["јϳ", "j"],
  ["кκ", "k"],
  ["мⅿ", "m"],
  ["пոη", "n"],
  ["оοσօ0ჿ", "o"],
  ["рρ", "p"],
  ["ԛզ", "q"],
  ["гᴦ", "r"],
  ["ѕꜱ5", "s"],
  ["тτ", "t"],
  ["υսц", "u"],
  ["νѵ", "v"],
  ["ԝѡω", "w"],
  ["хχ", "x"],
  ["уγү", "y"],
  ["ʐ2", "z"],
];

const ALIKE = new Map(DRAWN_ALIKE.flatMap(([from, to]) => [...from].map((letter) => [letter, to] as const)));

/** Two names of the same skeleton look alike. Empty where nothing of it can be read. */
export function skeleton(name: string): string {
  const plain = name
    .slice(0, 1000)
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/ß/gu, "ss")
    .replace(/[^\p{L}\p{N}|]/gu, "");
  return [...plain]
    .map((letter) => ALIKE.get(letter) ?? letter)
    .join("")
    .replaceAll("rn", "m")
    .replaceAll("vv", "w");
}

/** Those whose names look like somebody else's. `text` gives a name by its attachment; what it doesn't have is left aside. */
export function alike(state: State, skeletonOf: (name: Hash) => string | undefined): ReadonlySet<MemberId> {
  const first = new Map<string, MemberId>();
  const out = new Set<MemberId>();
  for (const member of state.members.members.values()) {
    const drawn = skeletonOf(member.name);
    if (drawn === undefined) continue;
    const other = first.get(drawn);
    if (other === undefined) first.set(drawn, member.id);
    else out.add(other).add(member.id);
  }
  return out;
}

/** A name with the number that tells it from others like it: "Ana #7". The number is the person's own and never changes. */
export function markedName(state: State, id: MemberId, text: string, twins: ReadonlySet<MemberId>): string | undefined {
  const name = shownName(text);
  const number = state.voice.numbers.get(id);
  return name === undefined || number === undefined || !twins.has(id) ? name : `${name} ${MARK}${number}`;
}
