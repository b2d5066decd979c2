/** Changing some parameters and no others (S-5): what a change makes of the statutes, and what it changes. */
import { ok, refuse, type Result } from "@nabat/kernel";
import type { Statutes, StatutesChanges } from "./acts.ts";
import { checkStatutes } from "./check.ts";
import { changesBetween } from "./sentences.ts";

/** The statutes with these parameters changed. */
export function changedStatutes(now: Statutes, changes: StatutesChanges): Statutes {
  return {
    ...now,
    ...given(changes),
    admission: { ...now.admission, ...given(changes.admission) },
    convene: { ...now.convene, ...given(changes.convene) },
    voting: { ...now.voting, ...given(changes.voting) },
    change: { ...now.change, ...given(changes.change) },
    clerk: { ...now.clerk, ...given(changes.clerk) },
    guarantees: { ...now.guarantees, ...given(changes.guarantees) },
  };
}

/** An object without the fields that are left out. */
function given<T extends object>(of: T | undefined): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(of ?? {}).filter(([, v]) => v !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

/** The paths that a change names: `voting.hours`, `change.majority`, `zone`. */
export function namedIn(changes: StatutesChanges): string[] {
  return Object.entries(given(changes)).flatMap(([key, value]) =>
    typeof value === "object" && !Array.isArray(value) ? Object.keys(given(value)).map((k) => `${key}.${k}`) : [key],
  );
}

/** What must change for `wanted` to come out of `now`: for forms that show all parameters. */
export function changesTo(now: Statutes, wanted: Statutes): StatutesChanges {
  const out: Record<string, unknown> = {};
  for (const { parameter } of changesBetween(now, wanted)) {
    const [group = "", field] = parameter.split(".");
    const value = (wanted as unknown as Record<string, unknown>)[group];
    if (field === undefined) out[group] = value ?? [];
    else out[group] = { ...(out[group] as object), [field]: (value as Record<string, unknown>)[field] };
  }
  return out as StatutesChanges;
}

/** Can this change be made of these statutes? Refuses S-5 (nothing changes), S-6 and S-20 to S-34 (what no statutes may say). */
export function mayChange(now: Statutes, changes: StatutesChanges): Result<Statutes> {
  const wanted = changedStatutes(now, changes);
  if (changesBetween(now, wanted).length === 0) return refuse("S-5", "changes-nothing");
  const good = checkStatutes(wanted);
  return good.ok ? ok(wanted) : good;
}

/** Those of `paths` that read differently in the two. */
export function differsIn(paths: readonly string[], one: Statutes, other: Statutes): string[] {
  return changesBetween(one, other)
    .map((c) => c.parameter)
    .filter((p) => paths.includes(p));
}
