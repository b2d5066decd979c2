import { readFileSync } from "node:fs";
import { AS_THEY_ARE } from "./house.ts";
import { play } from "./history.ts";
const c = JSON.parse(readFileSync(process.argv[2]!, "utf8"));
const w = play(c.plan, AS_THEY_ARE, true);
const day = (t: number) => ((t - 1772409600000) / 864e5).toFixed(2);
console.log(c.broke, c.told, "n", c.plan.n, "k", c.plan.k, "genes", c.plan.genes.map((g: any) => g.what + "@" + (g.at / 864e5).toFixed(1)).join("; "), "days", c.plan.days.map((g: any) => g.what + "@" + (g.at / 864e5).toFixed(1)).join("; "));
for (const p of w.people) if (!p.invented) console.log(p.name, p.colludes ? "C" : "", p.looks, "lost", p.lost ? day(p.lost.at) + " " + p.lost.stolen : "", p.gone ? "gone" : "", p.keyless ? "keyless" : "");
const id = w.house.entries.find((e) => e.index === c.entry)?.id as never;
const d = w.state.binding.decisions.get(id);
if (d) { const m = w.truth.matters.get(d.on)!; console.log("likes", [...m.likes].map((n) => w.people[n]?.name).join(), "at", day(m.at), "way", d.way, "cast", [d.vote, ...d.again].map((v) => [...(w.truth.casts.get(v!)?.keys() ?? [])].map((x) => w.person(x)?.name).join()).join(" / "), "hands", [...(w.truth.hands.get(d.vote!)?.keys() ?? [])].join()); }
for (const [k, n] of [...w.refusals].filter(([k]) => !k.startsWith("coll")).sort((a, b) => b[1] - a[1]).slice(0, 8)) console.log("   ", n, k);
