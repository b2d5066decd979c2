/** Seed to words and back (BIP-39), in the person's language where a word list exists. */
import { entropyToMnemonic, mnemonicToEntropy } from "@scure/bip39";
import { wordlist as english } from "@scure/bip39/wordlists/english.js";
import { wordlist as french } from "@scure/bip39/wordlists/french.js";

const LISTS = { en: english, fr: french };
export type WordLanguage = keyof typeof LISTS;

/** Twelve words for a seed of 16 bytes. */
export function seedWords(seed: Uint8Array, language: WordLanguage): string[] {
  return entropyToMnemonic(seed, LISTS[language]).split(/\s+/u);
}

/** The words of a text as somebody types them: numbered as on the sheet, with commas or full stops. */
function wordsIn(text: string): string[] {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .split(/[\s\d.,;:)(]+/u)
    .filter((word) => word !== "");
}

/** The first word that no list knows; `undefined` where all are words of a sheet. */
export function unknownWord(text: string): string | undefined {
  const lists = Object.values(LISTS).map((list) => new Set(list.map((word) => word.normalize("NFKD"))));
  return wordsIn(text).find((word) => !lists.some((list) => list.has(word)));
}

/** The seed of twelve words in any list known; `undefined` where a word or the check is wrong. */
export function wordsSeed(text: string): Uint8Array | undefined {
  const words = wordsIn(text).join(" ");
  for (const list of Object.values(LISTS)) {
    try {
      return mnemonicToEntropy(words, list);
    } catch {
      continue;
    }
  }
  return undefined;
}
