/** Islands know the sentences of one chapter: whatever they say stands in it, in both languages. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { makeSpeech } from "@nabat/speech";
import { device as english } from "@nabat/speech/en/device.ftl.ts";
import { device as french } from "@nabat/speech/fr/device.ftl.ts";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
  (f) => /\.tsx?$/.test(f) && !f.includes(".test."),
);

test.each([
  ["en", english],
  ["fr", french],
] as const)("every sentence of an island is in its chapter, in %s", (locale, device) => {
  const speech = makeSpeech(locale, [device]);
  const missing = files.flatMap((file) => {
    const code = readFileSync(join(root, file), "utf8");
    if (!/from "(\.\.?\/)+(page\/)?say\.ts"/.test(code)) return [];
    return [...code.matchAll(/\bt\(\s*"([a-z][\w-]*)"/g)].flatMap(([, id]) =>
      id !== undefined && !speech.has(id) ? [`${file}: ${id}`] : [],
    );
  });
  expect(missing).toEqual([]);
});
