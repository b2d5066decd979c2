/** The language-neutral cases of vectors/count. A changed result means a new version of its rule. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readBlt } from "./blt-read.ts";
import { countProfile } from "./count.ts";
import { resultJson } from "./result-json.ts";
import type { RuleId } from "./result.ts";

const vectors = <T>(file: string): readonly T[] =>
  (JSON.parse(readFileSync(join(import.meta.dirname, "../../../vectors/count", file), "utf8")) as { cases: T[] }).cases;

test.each(vectors<{ name: string; rule: RuleId; blt: string; expect: Record<string, unknown> }>("results.json"))(
  "$name",
  (c) => {
    const read = readBlt(new TextEncoder().encode(c.blt));
    if (!read.ok) throw new Error(read.code);
    expect(JSON.parse(JSON.stringify(resultJson(countProfile(read.value.profile, c.rule))))).toMatchObject(c.expect);
  },
);

test.each(vectors<{ blt: string; rule: string; code: string; line: number }>("unreadable.json"))(
  "unreadable: $blt",
  (c) => {
    expect(readBlt(new TextEncoder().encode(c.blt))).toMatchObject({
      ok: false,
      rule: c.rule,
      code: c.code,
      facts: { line: c.line },
    });
  },
);

test.each(vectors<{ source: string; blt: string; winners: number[]; transfers: string[][] }>("real-wards.json"))(
  "a real ward, as an independent counter has it: $source",
  (c) => {
    const read = readBlt(new TextEncoder().encode(c.blt));
    if (!read.ok) throw new Error(read.code);
    const result = countProfile(read.value.profile, "scottish-stv");
    expect([...result.winners].sort()).toEqual(c.winners);
    // Theirs has a stage for a surplus of nothing and a transfer after the last exclusion; ours are found among theirs in order.
    let at = 0;
    for (const stage of result.stages.filter((s) => s.kind === "surplus" || s.kind === "exclude")) {
      while (at < c.transfers.length && !stage.votes!.every((v, k) => v === "" || v === c.transfers[at]![k])) at++;
      expect(at, `stage ${stage.number}`).toBeLessThan(c.transfers.length);
    }
  },
);
