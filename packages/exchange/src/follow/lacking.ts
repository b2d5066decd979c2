/** Asking again for what stands beside the entries of a copy and wasn't given to it yet. */
import { namedByDecision, openingsUntil, type State } from "@nabat/body";
import type { BodyId, KeyId, Sha256 } from "@nabat/kernel";
import type { Store } from "@nabat/store";
import { fetchLacking, type Lacking } from "./ingest.ts";
import type { Remote } from "./remote.ts";

/** Whose copy lacks something, and where it is asked for. */
export interface Lack {
  readonly sha256: Sha256;
  readonly store: Store;
  readonly body: BodyId;
  readonly remote: Remote;
  /** This server's key. */
  readonly mine: KeyId;
}

async function fetched({ sha256, store, body, remote }: Lack, one: Lacking): Promise<boolean> {
  const found = await fetchLacking(sha256, remote, one);
  if (found) await store.attachments.add(body, [found]);
  return found !== undefined;
}

/** Asks for all but positions: a server that has since been named a copy-holder gets them. Gives what is lacking still. */
export async function fetchAgain(of: Lack, lacking: readonly Lacking[]): Promise<Lacking[]> {
  const still: Lacking[] = [];
  for (const one of lacking) if (one.vote !== undefined || !(await fetched(of, one))) still.push(one);
  return still;
}

/**
 * Asks for positions that weren't given before (N-11), once something has changed: those whose result is declared;
 * all of them where the record was handed over to this server. What may have gone since isn't asked for any more (E-5).
 */
export async function fetchPositions(of: Lack, state: State, lacking: readonly Lacking[]): Promise<Lacking[]> {
  const still: Lacking[] = [];
  const keeper = state.founding.clerk === of.mine;
  const named = keeper || namedByDecision(state, of.mine, state.at);
  for (const one of lacking) {
    const vote = one.vote === undefined ? undefined : state.votes.votes.get(one.vote);
    const over = vote && openingsUntil(state, vote, state.at);
    if (over !== undefined && over <= state.at) continue;
    const given = vote && (keeper || (vote.result !== undefined && (named || one.grade !== "closed")));
    if (!given || !(await fetched(of, one))) still.push(one);
  }
  return still;
}
