/**
 * Questions to the accounts: what sources say of an event, side by side. Nothing is added
 * up, averaged or turned into an outcome.
 */
import type { ActId } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import type { Stated } from "./part.ts";

/** How accounts stand to each other on one point: nobody says, one says, all say the same, they differ. */
export type Concord = "silent" | "one" | "agree" | "differ";

/** The accounts of one event, in order of entry, and where they agree. */
export interface Accounts {
  readonly about: ActId;
  readonly stated: readonly Stated[];
  readonly present: Concord;
  readonly counts: Concord;
  readonly says: Concord;
  readonly when: Concord;
  /** Least and greatest number of people that any account gives, whatever its quality. */
  readonly range?: { readonly least: number; readonly most: number };
}

/** All accounts about `about`; an empty list where there are none. */
export function accountsOf(state: State, about: ActId): Accounts {
  const stated = state.accounts.about.get(about) ?? [];
  const numbers = stated.flatMap(({ account }) => (account.present ? [account.present.value] : []));
  return {
    about,
    stated,
    present: concord(stated, (s) => s.account.present),
    counts: concord(stated, (s) => s.account.counts),
    says: concord(stated, (s) => s.account.says),
    when: concord(stated, (s) => s.account.when),
    ...(numbers.length > 0 ? { range: { least: Math.min(...numbers), most: Math.max(...numbers) } } : {}),
  };
}

/**
 * Does this account contradict itself? It words the outcome in more than one way, or says
 * unanimous and counts somebody against. It is shown whole and marked, never mended.
 */
export function contradictsItself({ account }: Pick<Stated, "account">): boolean {
  const words = new Set([...(account.says ? [account.says] : []), ...(account.also ?? [])]);
  const against = (account.counts?.["against"] ?? 0) + (account.counts?.["taking-part"] ?? 0);
  return words.size > 1 || (words.has("unanimous") && against > 0);
}

/** Events with accounts, in order of the first account. */
export function eventsWithAccounts(state: State): ActId[] {
  return [...state.accounts.about.keys()];
}

function concord(stated: readonly Stated[], of: (s: Stated) => unknown): Concord {
  const said = stated
    .map(of)
    .filter((v) => v !== undefined)
    .map(plain);
  if (said.length < 2) return said.length === 0 ? "silent" : "one";
  return said.every((v) => v === said[0]) ? "agree" : "differ";
}

function plain(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
