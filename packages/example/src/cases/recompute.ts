/**
 * What stands in a case's record, recomputed here: the entries are read through the API as a member
 * may read them, checked by the checker, and folded by the rules. What a replay reads of meetings and
 * elections, it reads from this state and from nothing that the clerk says of it.
 */
import { KINDS, type State } from "@nabat/body";
import { bundleReader, check } from "@nabat/body/checker/mod.ts";
import { entryBundle } from "@nabat/exchange/bundle/entry-bundle.ts";
import { type ActId, fromUtf8, type Hash } from "@nabat/kernel";
import { CHECKPOINT_PATH } from "@nabat/record";
import type { Seat } from "@nabat/exchange/client/mod.ts";

/** The state after all entries. Throws where the record doesn't hold. */
export async function recomputed(seat: Seat): Promise<State> {
  const token = await seat.token();
  const read = async (path: string): Promise<Uint8Array | undefined> => {
    const got = await seat.http.raw("GET", `/api/bodies/${seat.body}/${path}`, { token });
    return got.ok ? got.value.bytes : undefined;
  };
  const checkpoint = await read(CHECKPOINT_PATH);
  if (!checkpoint) throw new Error(`no checkpoint of ${seat.body}`);
  const { sha256, verify } = seat.tools;
  const { verdict, checker } = await check(
    {
      checkpoint,
      bundles: async function* (from, size) {
        for (let n = Math.floor(from / 256); n * 256 < size; n++) yield await entryBundle(read, n, size);
      },
      evidence: (hash) => read(`attachments/${hash}`),
    },
    { kinds: KINDS, sha256, verify, read: bundleReader(sha256, verify) },
  );
  if (!verdict.ok || !checker?.state) throw new Error(`the record of ${seat.body} doesn't hold`);
  return checker.state;
}

/** The words of a text as this member may read them. Throws where they aren't there. */
export async function wordsOf(seat: Seat, hash: Hash | undefined): Promise<string> {
  if (hash === undefined) throw new Error("no text");
  const bytes = await seat.attachment(hash);
  if (!bytes.ok) throw new Error(`no words: ${bytes.rule} ${bytes.code}`);
  return fromUtf8(bytes.value);
}

/** Accounts as `GET …/accounts?about=` shows them, as far as cases read them. */
export interface AccountRead {
  readonly id: ActId;
  readonly at: number;
  readonly source: { readonly text?: string };
  readonly present?: { readonly value: number; readonly quality: string };
  readonly counts?: Record<string, number>;
  readonly says?: string;
  readonly when?: { readonly at: number; readonly approximate?: true };
}

/** What sources say of an event, oldest first; `result`: what the record itself computed of it, if anything. */
export async function accountsOf(seat: Seat, about: ActId): Promise<{ accounts: AccountRead[]; result?: unknown }> {
  const { items } = await seat.get<{ items: { about: ActId; accounts: AccountRead[]; result?: unknown }[] }>(
    `accounts?about=${about}`,
  );
  return items.find((i) => i.about === about) ?? { accounts: [] };
}
