/** A comparison of two rules as text and as JSON. */
import { type Comparison, resultJson } from "@nabat/count";
import { compareSentences, countLocale } from "@nabat/speech/count/mod.ts";

/** The sentences of a comparison, under the file's name. */
export function compareText(file: string, comparison: Comparison, lang: string): string {
  return `${[file, ...compareSentences(comparison, countLocale(lang))].join("\n")}\n`;
}

/** The JSON of a comparison: the first rule's result, with the second and the parting under `compare`. */
export function compareJson(file: string, c: Comparison): string {
  const name = (k: number): string => c.a.candidates[k]!;
  return JSON.stringify({
    file,
    ...resultJson(c.a),
    compare: {
      ...resultJson(c.b),
      agreement: c.agreement,
      ...(c.parting
        ? {
            parting: {
              first: { ...c.parting.a, candidate: name(c.parting.a.candidate) },
              second: { ...c.parting.b, candidate: name(c.parting.b.candidate) },
            },
          }
        : {}),
      pairs: c.pairs.map((p) => ({ ...p, x: name(p.x), y: name(p.y) })),
    },
  });
}
