/**
 * The tables as Kysely sees them. Every table is keyed first by `body` (STACK: the distributed
 * door); what belongs to the clerk itself stands under the empty body `\x`. Ids and hashes are
 * bytea (half the size of hex in every index); they are hex in the ports.
 */

/** Column types that the driver gives and takes: bytea as Uint8Array, bigint as safe integers. */
export interface Tables {
  bodies: {
    body: Uint8Array;
    role: string;
    epoch: number;
    size: number;
    root: Uint8Array;
    lease_holder: string | null;
    lease_expires: number;
    clerk_key: string;
    practice: boolean;
    created_at: number;
  };
  entries: {
    body: Uint8Array;
    idx: number;
    act_id: Uint8Array;
    kind: string;
    at: number;
    leaf: Uint8Array;
    bytes: Uint8Array;
    receipt: Uint8Array | null;
  };
  leaf_tiles: { body: Uint8Array; tile: number; hashes: Uint8Array };
  attachments: {
    body: Uint8Array;
    hash: Uint8Array;
    act_id: Uint8Array;
    grade: string;
    media: string;
    size: number;
    salt: Uint8Array | null;
    bytes: Uint8Array | null;
    erased_by: Uint8Array | null;
  };
  withheld: { body: Uint8Array; notice: Uint8Array; hash: Uint8Array | null; at: number; until: number | null };
  snapshots: {
    body: Uint8Array;
    rules_version: string;
    code_hash: Uint8Array;
    size: number;
    part: number;
    parts: number;
    state_hash: Uint8Array;
    bytes: Uint8Array;
  };
  refusals: { body: Uint8Array; act_id: Uint8Array; receipt: Uint8Array; at: number };
  cosignatures: { body: Uint8Array; size: number; witness: string; note: Uint8Array; at: number };
  checkpoints: { body: Uint8Array; size: number; note: Uint8Array; at: number };
  follows: {
    body: Uint8Array;
    url: string;
    since: number;
    checked_at: number | null;
    size: number;
    fault: string | null;
    state: Uint8Array | null;
  };
  submissions: { body: Uint8Array; act_id: Uint8Array; bytes: Uint8Array; first_seen: number };
  sessions: { body: Uint8Array; token_hash: Uint8Array; member: string; key: string; expires: number };
  challenges: { body: Uint8Array; challenge: string; expires: number };
  outbox: {
    body: Uint8Array;
    id: string;
    kind: string;
    due: number;
    payload: Uint8Array;
    attempts: number;
    dedupe: string | null;
    reason: string | null;
  };
  keys: { body: Uint8Array; name: string; sealed: Uint8Array };
  settings: { body: Uint8Array; name: string; value: Uint8Array };
}
