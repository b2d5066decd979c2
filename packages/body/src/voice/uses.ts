/** Which texts of a record are names and titles, so that whoever shows them does it as N-1 and N-2 say, whatever was let in. */
import type { Hash } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { shownName, shownTitle } from "./wording.ts";

interface Uses {
  readonly size: number;
  readonly of: ReadonlyMap<Hash, "name" | "title">;
}
const uses = new WeakMap<State, Uses>();

/** Which attachments are names or titles. */
export function usesOf(state: State): ReadonlyMap<Hash, "name" | "title"> {
  const kept = uses.get(state);
  if (kept?.size === state.size) return kept.of;
  const of = new Map<Hash, "name" | "title">();
  of.set(state.founding.name, "title");
  for (const m of state.motions.motions.values())
    for (const title of [m.title, ...(m.titles ?? [])]) of.set(title, "title");
  for (const s of state.sittings.sittings.values()) of.set(s.title, "title");
  for (const c of state.meetings.calls.values()) {
    of.set(c.title, "title");
    for (const item of c.agenda) of.set(item.title, "title");
  }
  for (const e of state.elections.elections.values()) of.set(e.title, "title");
  for (const o of state.elections.offices) of.set(o.title, "title");
  for (const m of state.members.members.values()) of.set(m.name, "name");
  uses.set(state, { size: state.size, of });
  return of;
}

/** A name or title as it is shown; `undefined` for a name of which nothing can be read. */
export function shownAs(use: "name" | "title", text: string): string | undefined {
  return use === "name" ? shownName(text) : shownTitle(text);
}
