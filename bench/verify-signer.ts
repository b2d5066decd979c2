/** A worker that signs members' positions for the record that `bench/verify.ts` makes. */
import { parentPort } from "node:worker_threads";
import type { ActId, BodyId, Hash, MemberId } from "@nabat/kernel";
import { bundleBytes, entryBytes, leafHash } from "@nabat/record";
import { random } from "@nabat/platform";
import { keyFrom, sha256, signAct, type TestKey } from "@nabat/testkit/keys.ts";
import { toHex } from "@nabat/kernel";

/** Positions of the members `from` … `to` in one vote; `seq` and `at` count up with them. */
export interface SignJob {
  readonly id: number;
  readonly body: BodyId;
  readonly nonce: string;
  readonly vote: ActId;
  readonly version: Hash;
  readonly saw: { readonly size: number; readonly root: Hash };
  readonly at: number;
  readonly voters: readonly { readonly name: string; readonly member: MemberId; readonly seq: number }[];
}

export interface SignAnswer {
  readonly id: number;
  /** Entries as in a bundle file. */
  readonly entries: readonly Uint8Array[];
  readonly leaves: Uint8Array;
}

const keys = new Map<string, TestKey>();

function keyOf(name: string, nonce: string): TestKey {
  let key = keys.get(name);
  if (key === undefined) keys.set(name, (key = keyFrom(`${name}/${nonce}//device`)));
  return key;
}

parentPort?.on("message", (job: SignJob) => {
  const leaves = new Uint8Array(32 * job.voters.length);
  const entries: Uint8Array[] = [];
  const hash = () => toHex(random(32)) as Hash;
  for (const [i, voter] of job.voters.entries()) {
    const at = job.at + i;
    const opening = { hash: hash(), grade: "closed", media: "application/octet-stream", size: 612 };
    const data = { vote: job.vote, version: job.version, commit: hash(), opening };
    const act = signAct(
      { v: 1, body: job.body, seq: voter.seq, kind: "vote.cast", by: voter.member, at, saw: job.saw, data },
      keyOf(voter.name, job.nonce),
    );
    const bytes = entryBytes({ at, act: act as never });
    entries.push(bytes);
    leaves.set(leafHash(sha256, bytes), 32 * i);
  }
  const bundles: Uint8Array[] = [];
  for (let i = 0; i < entries.length; i += 256) bundles.push(bundleBytes(entries.slice(i, i + 256)));
  const answer: SignAnswer = { id: job.id, entries: bundles, leaves };
  parentPort?.postMessage(answer, [leaves.buffer, ...bundles.map((b) => b.buffer as ArrayBuffer)]);
});
