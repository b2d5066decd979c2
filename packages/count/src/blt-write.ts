/**
 * Writes a profile as BLT, so that reading it back gives the same profile. What BLT can't hold (grades,
 * money, groups, reopening) `bltLacks` names; a profile of crosses comes back as equal ranks.
 */
import { GAP, type Profile, SAME } from "./profile.ts";

/** The BLT text of a ranked or marked profile. */
export function writeBlt(profile: Profile): string {
  const { weights, offsets, marks } = profile.papers;
  const lines = [`${profile.candidates.length} ${profile.seats}`];
  const out = profile.candidates.flatMap((c, i) => (c.withdrawn ? [-(i + 1)] : []));
  if (out.length > 0) lines.push(out.join(" "));
  if (profile.tieOrder) lines.push(`[tie ${profile.tieOrder.map((c) => c + 1).join(" ")}]`);
  for (let p = 0; p < weights.length; p++) {
    let text = String(weights[p]);
    for (let i = offsets[p]!; i < offsets[p + 1]!; i++) {
      const mark = marks[i]!;
      if (mark === GAP) text += " -";
      else if (mark & SAME) text += `=${(mark & ~SAME) + 1}`;
      else text += ` ${mark + 1}`;
    }
    lines.push(`${text} 0`);
  }
  lines.push("0");
  for (const name of [...profile.candidates.map((c) => c.name), profile.title, ...(profile.notes ?? [])])
    lines.push(quote(name));
  return `${lines.join("\n")}\n`;
}

/** What of a profile BLT has no place for; undefined where it holds everything. */
export function bltLacks(profile: Profile): "grades" | "budget" | "cost" | "groups" | "reopen" | undefined {
  const { candidates, form, budget } = profile;
  if (form === "graded") return "grades";
  if (budget !== undefined) return "budget";
  if (candidates.some((c) => c.cost !== undefined)) return "cost";
  if (candidates.some((c) => c.groups)) return "groups";
  return candidates.some((c) => c.reopen) ? "reopen" : undefined;
}

/** A name that ends in a backslash gets a space after it, which reading takes off again. */
function quote(name: string): string {
  return `"${name
    .replace(/[\r\n]+/g, " ")
    .replaceAll('"', '\\"')
    .replace(/\\$/, "\\ ")}"`;
}
