import { writeFileSync } from "node:fs";
import { AS_THEY_ARE } from "./house.ts";
import { cut, breakIn } from "./cut.ts";
import { search } from "./search.ts";
import { play } from "./history.ts";
import { explain } from "./explain.ts";
const [out, weeks, seed, size, only] = process.argv.slice(2);
const run = search({ weeks: Number(weeks ?? 300), seed: Number(seed ?? 1), ...(size && size !== "0" ? { size: Number(size) } : {}) });
const seen = new Set<string>();
for (const b of run.breaks) {
  const key = `${b.invariant} ${b.told.replace(/\d+/g, "N")} n${b.plan.n}`;
  if (seen.has(key) || (only && !key.startsWith(only))) continue;
  seen.add(key);
  const short = cut(b.plan, AS_THEY_ARE, b.invariant, 160);
  const w = play(short, AS_THEY_ARE);
  const lines = [key, JSON.stringify(short), JSON.stringify(breakIn(short, AS_THEY_ARE, b.invariant)),
    "people " + w.people.map((p) => `${p.name} ${p.colludes ? "C" : ""}${p.invented ? "I" : ""} ${p.looks} ${p.keyless ? "keyless" : ""}${p.gone ? "gone" : ""} ${p.lost ? `lost ${p.lost.stolen}` : ""}`).join("; "),
    ...explain(w, 2 * short.n + 2)];
  writeFileSync(`${out}-${seen.size}.txt`, lines.join("\n") + "\n");
  console.log(seen.size, key, "genes", short.genes.map((g) => g.what).join(","), "days", short.days.map((d) => d.what).join(","), "entries", w.state.size);
}
