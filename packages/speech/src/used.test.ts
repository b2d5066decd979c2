/** Words that no code says any more are taken out: each message is named somewhere, whole or by what it is composed of. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { TEXTS } from "./mod.ts";

const root = join(import.meta.dirname, "../../..");

/** Messages that are put together where no template shows it. */
const COMPOSED = /^verify-/;

function sources(): string[] {
  return readdirSync(join(root, "packages"), { recursive: true, encoding: "utf8" })
    .filter((f) => /^[a-z]+\/src\/.*\.tsx?$/.test(f) && !f.includes(".test.") && !f.startsWith("testkit/"))
    .filter((f) => !f.endsWith(".ftl.ts"))
    .map((f) => readFileSync(join(root, "packages", f), "utf8"));
}

test("every message is said somewhere", () => {
  const named = new Set<string>();
  const begun: RegExp[] = [];
  const fluent = TEXTS.en;
  for (const code of [...sources(), ...fluent]) {
    for (const m of code.matchAll(/["'`]([a-zA-Z][\w-]*)["'`]/g)) named.add(m[1] as string);
    // A message may say another.
    for (const m of code.matchAll(/\{ ([a-z][\w-]*) \}/g)) named.add(m[1] as string);
    // `need-${what}`: three letters at least stand before what is put in.
    for (const m of code.matchAll(/`([a-zA-Z][\w-]{2,})\$\{[^`]*?\}([\w-]*)`/g))
      begun.push(new RegExp(`^${m[1]}.*${m[2]}$`));
  }
  const ids = fluent.flatMap((text) => [...text.matchAll(/^([a-zA-Z][\w-]*) =/gm)].map((m) => m[1] as string));
  const unsaid = ids.filter((id) => !named.has(id) && !COMPOSED.test(id) && !begun.some((b) => b.test(id)));
  expect(unsaid).toEqual([]);
});
