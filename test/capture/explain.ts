/** A short history told line by line: what was entered, by whom and with whose key. For people who look for the hole. */
import { HOUR, START } from "./house.ts";
import type { World } from "./world.ts";

/** The entries of a history from `from` on, one a line. */
export function explain(world: World, from = 0): string[] {
  const names = new Map<string, string>();
  const short = (value: unknown): string =>
    JSON.stringify(value, (key, v: unknown) => {
      if (typeof v === "object" && v !== null && "hash" in v && "grade" in v) return undefined;
      if (typeof v !== "string") return v;
      if (key === "grant" || key === "invited" || key === "box" || key === "commit") return undefined;
      return names.get(v) ?? (v.length > 20 ? `${v.slice(0, 2)}…${v.slice(-5)}` : v);
    });
  for (const p of world.people) {
    const sort = p.invented ? "invented " : p.colludes ? "colluder " : "";
    names.set(p.member, `${sort}${p.name}`);
  }
  return world.house.entries
    .filter((e) => e.index >= from)
    .map((e) => {
      const by = world.byMember.get(e.by);
      const whose = by && !by.colludes && !world.control.holds(e.key, e.at) ? " (by another's hand)" : "";
      const days = ((e.at - START) / (24 * HOUR)).toFixed(2);
      return `${e.index} day ${days} ${names.get(e.by)}${whose} ${e.kind} ${short(e.data).slice(0, 220)} = ${e.id.slice(-5)}`;
    });
}
