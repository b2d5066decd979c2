import { AS_THEY_ARE } from "./house.ts";
import { cut, breakIn } from "./cut.ts";
import { search } from "./search.ts";
import { play } from "./history.ts";
import { explain } from "./explain.ts";
import type { Invariant } from "./breaks.ts";
const [inv, told, weeks, seed, size, skip] = process.argv.slice(2);
const run = search({ weeks: Number(weeks ?? 300), seed: Number(seed ?? 1), ...(size ? { size: Number(size) } : {}) });
const found = run.breaks.filter((b) => b.invariant === inv && b.told.includes(told ?? ""));
console.log(found.length, run.breaks.length);
const first = found[Number(skip ?? 0)];
if (first) {
  const short = cut(first.plan, AS_THEY_ARE, inv as Invariant, 250);
  console.log(JSON.stringify(short));
  const w = play(short, AS_THEY_ARE);
  console.log(breakIn(short, AS_THEY_ARE, inv as Invariant));
  console.log("people", w.people.map((p) => `${p.name} ${p.colludes ? "C" : ""}${p.invented ? "I" : ""} ${p.looks} ${p.keyless ? "keyless" : ""}${p.gone ? "gone" : ""} ${p.lost ? `lost ${p.lost.stolen}` : ""}`).join("; "));
  console.log(explain(w, 20).join("\n"));
}
