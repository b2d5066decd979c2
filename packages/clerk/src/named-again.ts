/**
 * What an act names and doesn't bring was brought before, by its author: nobody makes another's position a
 * text of their own by its hash. It is of the size that the act states, and a name or title is fit to be
 * one (N-1, N-2).
 */
import { type Hash, type MemberId, ok, refuse, type Result } from "@nabat/kernel";
import { attachmentRefs } from "@nabat/record";
import { type State, waitingPositions, wordingsOf } from "@nabat/body";
import type { Here } from "./house-ports.ts";
import { type Authenticated, type Brought, fitWording } from "./intake.ts";

/** May this act name what it doesn't bring? `here` is kept already, `staged` comes with acts before it. Refuses, N-1, N-2. */
export function namedAgain(
  state: State,
  item: Authenticated,
  here: ReadonlyMap<Hash, Here>,
  staged: readonly Brought[],
): Result<true> {
  if (item.named.length === 0) return ok(true);
  const { kind, by, data } = item.signed.document;
  const refs = attachmentRefs(data);
  const wordings = wordingsOf(kind, data);
  for (const hash of item.named) {
    const just = staged.find((a) => a.hash === hash);
    const found = just ? { size: just.bytes.length, bytes: just.bytes } : here.get(hash);
    if (!found || isElses(state, hash, by)) return refuse("R-16", "attachment-missing", { hash });
    if (!found.bytes) continue;
    if (refs.some((r) => r.hash === hash && r.size !== found.size)) return refuse("R-17", "another-size", { hash });
    const wording = wordings.get(hash);
    const fit = wording && fitWording(found.bytes, wording);
    if (fit && !fit.ok) return fit;
  }
  return ok(true);
}

/** Somebody's position, in a vote under way or over: of whatever else was brought in, the rules say whose it is (E-6). */
function isElses(state: State, hash: Hash, by: MemberId): boolean {
  const { owners, erased, bound, guarded } = state.archive;
  if (owners.has(hash) || erased.has(hash) || bound.has(hash) || guarded.has(hash)) return false;
  return waitingPositions(state).get(hash) !== by;
}
