import { readFileSync } from "node:fs";
import { AS_THEY_ARE } from "./house.ts";
import { play } from "./history.ts";
const plan = JSON.parse(readFileSync(process.argv[2]!, "utf8").split("\n")[1]!);
const w = play(plan, AS_THEY_ARE);
for (const [k, n] of w.refusals) if (/device|key|leave/.test(k)) console.log(n, k);
console.log(w.control.losses.map((l) => ({ who: l.who.name, day: (l.at - 1772409600000) / 864e5, stolen: l.stolen, sheet: l.sheet })), w.puppets.map((p) => [p.name, p.key.slice(-5)]));
