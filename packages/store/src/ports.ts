/**
 * The store's ports: what the clerk may ask of persistence, in the words of the record. Entries,
 * receipts, notes and attachments are opaque bytes here; whoever calls has checked them. Readers
 * can't write: `append` is the only door to a record, and it asks for the lease.
 *
 * Times are milliseconds since 1970 (`Millis`) given by the caller, except a lease's expiry, which
 * the database's own clock decides, so that several machines agree.
 */
import type { ActId, BodyId, Hash, KeyId, MemberId, Millis } from "@nabat/kernel";

/** What this server is to a body: its `clerk`, or the keeper of a `copy` (a follower). */
export type Role = "clerk" | "copy";

/** The head row of a body: the only contended place of a record. */
export interface Head {
  readonly body: BodyId;
  readonly role: Role;
  readonly epoch: number;
  readonly size: number;
  /** Merkle root over `size` leaves, 32 bytes. */
  readonly root: Uint8Array;
  /** The clerk's signing key of this epoch. */
  readonly clerkKey: string;
  readonly practice: boolean;
  readonly createdAt: Millis;
  readonly leaseHolder: string | null;
}

/** An entry to append. `actId` is the id of the act or notice; `leaf` its RFC 6962 leaf hash, 32 bytes. */
export interface NewEntry {
  readonly actId: ActId;
  readonly kind: string;
  readonly at: Millis;
  readonly bytes: Uint8Array;
  readonly leaf: Uint8Array;
  /** The clerk's signed receipt, where this server gave one. */
  readonly receipt?: Uint8Array;
}

/** An entry as it stands at `index` (from 0). */
export interface StoredEntry extends NewEntry {
  readonly index: number;
}

/** Bytes of entries that follow each other, the first at `index`; they share one piece of memory. */
export interface EntryBytes {
  readonly index: number;
  readonly entries: readonly Uint8Array[];
}

/** An attachment that stands beside an act. `hash` is the salted hash that the act names. */
export interface NewAttachment {
  readonly actId: ActId;
  readonly hash: Hash;
  readonly grade: string;
  readonly media: string;
  readonly salt: Uint8Array;
  readonly bytes: Uint8Array;
}

/** An attachment as kept. Erased or withheld ones have no bytes; `erasedBy` names the act. */
export interface StoredAttachment {
  readonly actId: ActId;
  readonly hash: Hash;
  readonly grade: string;
  readonly media: string;
  readonly size: number;
  readonly salt: Uint8Array | null;
  readonly bytes: Uint8Array | null;
  readonly erasedBy: ActId | null;
}

/** A signed refusal, kept so that a repeated submission gets the same answer. */
export interface NewRefusal {
  readonly actId: ActId;
  readonly receipt: Uint8Array;
  readonly at: Millis;
}

/** Something to do later, at least once. `dedupe`: at most one such unclaimed job of a kind waits per body. */
export interface NewJob {
  readonly kind: string;
  readonly due: Millis;
  readonly payload: Uint8Array;
  readonly dedupe?: string;
}

export interface Job extends NewJob {
  readonly id: string;
  readonly body: BodyId | null;
  /** How often it was claimed, this time included. */
  readonly attempts: number;
}

/** A signed checkpoint of a body at a size. */
export interface Checkpoint {
  readonly size: number;
  readonly note: Uint8Array;
  readonly at: Millis;
}

/** Everything that one append writes, in one transaction: all of it is durable or none. */
export interface Append {
  readonly expectedSize: number;
  readonly epoch: number;
  readonly holder: string;
  /** Merkle root after the append. */
  readonly root: Uint8Array;
  readonly entries: readonly NewEntry[];
  readonly attachments?: readonly NewAttachment[];
  readonly refusals?: readonly NewRefusal[];
  /** Attachments whose bytes go, by the act that erases them. */
  readonly erasures?: readonly { readonly hash: Hash; readonly by: ActId }[];
  readonly checkpoint?: Checkpoint;
  readonly jobs?: readonly NewJob[];
  /** Handover or succession: the epoch, key and role from here on. */
  readonly next?: { readonly epoch: number; readonly clerkKey: string; readonly role: Role };
}

/** What a body starts with on this server. */
export interface NewBody {
  readonly role: Role;
  readonly clerkKey: string;
  readonly practice: boolean;
  readonly createdAt: Millis;
  /** How long the creator holds the lease, milliseconds. */
  readonly leaseMs: number;
}

/** Records: append, and read back. */
export interface Ledger {
  /** Makes a body with its first entries (a copy may start empty) and takes the lease. Throws `BodyExists`. */
  create(body: BodyId, start: NewBody, first: Append): Promise<void>;
  /**
   * Appends a group of entries with all that stands beside them; returns once it is on disk.
   * Throws `LeaseLost`, `Conflict`, `DuplicateAct`, `UnknownBody`, `DiskFull`: nothing was written;
   * `LostDatabase`: unknown, read the head again.
   */
  append(body: BodyId, group: Append): Promise<void>;
  head(body: BodyId): Promise<Head | null>;
  listBodies(): Promise<Head[]>;
  /** Entries `from` ≤ index < `to`, in order, read in batches. */
  readEntries(body: BodyId, from: number, to: number): AsyncIterable<StoredEntry>;
  /**
   * The bytes of the same entries alone, many at a time: half the work of {@link readEntries}. Ends early
   * where one is missing.
   */
  readBytes(body: BodyId, from: number, to: number): AsyncIterable<EntryBytes>;
  /** The entries at these indexes, in ascending order of index; those that don't exist are left out. */
  readAt(body: BodyId, indexes: readonly number[]): Promise<StoredEntry[]>;
  /** All leaf hashes as one array of 32-byte rows: `size × 32` bytes, of the record at `size` (default: now). */
  leaves(body: BodyId, size?: number): Promise<Uint8Array>;
  findAct(body: BodyId, actId: ActId): Promise<StoredEntry | null>;
  /** The indexes of those of `actIds` that stand in the record. */
  findActs(body: BodyId, actIds: readonly ActId[]): Promise<Map<ActId, number>>;
  findRefusal(body: BodyId, actId: ActId): Promise<NewRefusal | null>;
  /** Keeps a refusal without an append. The latest answer to an act wins. */
  keepRefusal(body: BodyId, refusal: NewRefusal): Promise<void>;
  checkpoint(body: BodyId, size?: number): Promise<Checkpoint | null>;
  /** Keeps a signed checkpoint; one already kept at that size stays. */
  keepCheckpoint(body: BodyId, checkpoint: Checkpoint): Promise<void>;
}

/** Attachments by their salted hash. */
export interface Attachments {
  get(body: BodyId, hash: Hash): Promise<StoredAttachment | null>;
  getMany(body: BodyId, hashes: readonly Hash[]): Promise<Map<Hash, StoredAttachment>>;
  ofAct(body: BodyId, actId: ActId): Promise<StoredAttachment[]>;
  /** Bytes kept of a body, what was erased left out. */
  kept(body: BodyId): Promise<number>;
  /** The same of these alone. */
  keptOf(body: BodyId, hashes: readonly Hash[]): Promise<number>;
  /** Bytes of each of these that is kept. */
  sizes(body: BodyId, hashes: readonly Hash[]): Promise<Map<Hash, number>>;
  /** All of a body, bytes included, in order of hash; `grades` limits. */
  all(body: BodyId, grades?: readonly string[]): AsyncIterable<StoredAttachment>;
  /** Adds attachments of acts already entered: a follower's copy, or bytes that came late. Throws `UnknownBody`. */
  add(body: BodyId, attachments: readonly NewAttachment[]): Promise<void>;
  /** Hashes whose bytes go now, by the act that says so. Returns how many rows changed. */
  erase(body: BodyId, erasures: readonly { readonly hash: Hash; readonly by: ActId }[]): Promise<number>;
}

/** A content or a whole body that this host openly does not serve (L2): `hash` null means the body. */
export interface Withholding {
  readonly hash: Hash | null;
  /** The published notice. */
  readonly notice: ActId;
  readonly at: Millis;
  readonly until: Millis | null;
}

export interface Withheld {
  add(body: BodyId, withholding: Withholding): Promise<void>;
  lift(body: BodyId, notice: ActId): Promise<void>;
  list(body: BodyId): Promise<Withholding[]>;
}

/** A kept state, never the truth: it can be thrown away and folded again. `bytes` are opaque here. */
export interface Snapshot {
  readonly size: number;
  readonly rulesVersion: string;
  readonly codeHash: Hash;
  readonly stateHash: Hash;
  readonly bytes: Uint8Array;
}

export interface Snapshots {
  put(body: BodyId, snapshot: Snapshot): Promise<void>;
  /** The latest at or before `atMost` made by exactly this code. */
  latest(body: BodyId, rulesVersion: string, codeHash: Hash, atMost?: number): Promise<Snapshot | null>;
  /** Keeps the newest `keep` of the body made by this code; drops its others, and all by other code. */
  prune(body: BodyId, codeHash: Hash, keep: number): Promise<void>;
  /** Drops every snapshot of the body. */
  drop(body: BodyId): Promise<void>;
}

export interface Lease {
  readonly body: BodyId;
  readonly epoch: number;
  readonly size: number;
  readonly expires: Millis;
}

/** Who keeps a body now. `holder` is a random name per process. */
export interface Leases {
  /** Takes a free or expired lease, or one's own again; null where another holds it. */
  acquire(body: BodyId, holder: string, leaseMs: number): Promise<Lease | null>;
  /** Prolongs; null where it was lost. */
  renew(body: BodyId, holder: string, leaseMs: number): Promise<Lease | null>;
  /**
   * Prolongs every unexpired lease of `holder`; the bodies still held. `bodies`: those it knows of, which
   * are prolonged one by one where a part of the database is gone; what lies there is not among the answer.
   */
  renewAll(holder: string, leaseMs: number, bodies?: readonly BodyId[]): Promise<BodyId[]>;
  release(body: BodyId, holder: string): Promise<void>;
  holder(body: BodyId): Promise<{ readonly holder: string; readonly expires: Millis } | null>;
}

export interface Session {
  readonly tokenHash: Hash;
  readonly member: MemberId;
  readonly key: KeyId;
  readonly expires: Millis;
}

/** Reading sessions per device and body; only a hash of the cookie is kept. No log of reading. */
export interface Sessions {
  open(body: BodyId, session: Session): Promise<void>;
  find(body: BodyId, tokenHash: Hash, now: Millis): Promise<Session | null>;
  close(body: BodyId, tokenHash: Hash): Promise<void>;
  /** Ends every session of a key (a device revoked) or of a member (`key` left out). */
  closeOf(body: BodyId, member: MemberId, key?: KeyId): Promise<void>;
  issueChallenge(body: BodyId, challenge: string, expires: Millis): Promise<void>;
  /** True once for a challenge that was issued and has not expired. */
  spendChallenge(body: BodyId, challenge: string, now: Millis): Promise<boolean>;
  /** Drops what has expired. */
  sweep(now: Millis): Promise<void>;
}

/** Acts received but not yet answered: the duty to admit counts from `firstSeen`. */
export interface Submission {
  readonly actId: ActId;
  readonly bytes: Uint8Array;
  readonly firstSeen: Millis;
}

export interface Submissions {
  /** Keeps a submission; the first time stands. Returns the kept first-seen time. */
  keep(body: BodyId, submission: Submission): Promise<Millis>;
  find(body: BodyId, actId: ActId): Promise<Submission | null>;
  list(body: BodyId): Promise<Submission[]>;
  drop(body: BodyId, actIds: readonly ActId[]): Promise<void>;
}

/** Jobs of bodies (or of the clerk itself: `body` null), done at least once. */
export interface Outbox {
  add(body: BodyId | null, jobs: readonly NewJob[]): Promise<void>;
  /** Takes up to `limit` due jobs and hides them for `hideMs`; others skip them meanwhile. */
  claim(now: Millis, limit: number, hideMs: number, kinds?: readonly string[]): Promise<Job[]>;
  done(job: Job): Promise<void>;
  /** Gives a claimed job back, due again at `due`, with a short reason for the operator. */
  again(job: Job, due: Millis, reason: string): Promise<void>;
  /** Jobs waiting, and the time the oldest was due. */
  waiting(): Promise<{ readonly count: number; readonly oldestDue: Millis | null }>;
}

export interface Cosignature {
  readonly size: number;
  readonly witness: string;
  readonly note: Uint8Array;
  readonly at: Millis;
}

export interface Cosignatures {
  keep(body: BodyId, cosignature: Cosignature): Promise<void>;
  at(body: BodyId, size: number): Promise<Cosignature[]>;
  /** Each witness's highest. */
  latest(body: BodyId): Promise<Cosignature[]>;
}

/** A record followed from another server. `state` is the follower's own, opaque here. */
export interface Follow {
  readonly body: BodyId;
  readonly url: string;
  readonly since: Millis;
  readonly checkedAt: Millis | null;
  readonly size: number;
  readonly fault: string | null;
  readonly state: Uint8Array | null;
}

export interface Follows {
  /** Adds or replaces what is known of (body, url). */
  put(follow: Follow): Promise<void>;
  of(body: BodyId): Promise<Follow[]>;
  list(): Promise<Follow[]>;
  drop(body: BodyId, url: string): Promise<void>;
}

/** Small named values, of a body or (null) of the clerk itself. */
export interface Settings {
  get(body: BodyId | null, name: string): Promise<Uint8Array | null>;
  put(body: BodyId | null, name: string, value: Uint8Array): Promise<void>;
  /** Sets only where the present value is `expected` (null: absent). True where it was set. */
  replace(body: BodyId | null, name: string, expected: Uint8Array | null, value: Uint8Array): Promise<boolean>;
  drop(body: BodyId | null, name: string): Promise<void>;
  all(body: BodyId | null): Promise<Map<string, Uint8Array>>;
}

/** Secrets of the clerk, sealed by the key file: AES-256-GCM, bound to body and name. */
export interface Keys {
  /** Null where absent. Throws `WrongKeyFile` where it can't be opened. */
  get(body: BodyId | null, name: string): Promise<Uint8Array | null>;
  /** Keeps a secret; throws where one of that name stands already: a key is never overwritten. */
  put(body: BodyId | null, name: string, secret: Uint8Array): Promise<void>;
  list(): Promise<{ readonly body: BodyId | null; readonly name: string }[]>;
  drop(body: BodyId | null, name: string): Promise<void>;
}

/** All ports over one database. */
export interface Store {
  readonly ledger: Ledger;
  readonly attachments: Attachments;
  readonly withheld: Withheld;
  readonly snapshots: Snapshots;
  readonly leases: Leases;
  readonly sessions: Sessions;
  readonly submissions: Submissions;
  readonly outbox: Outbox;
  readonly cosignatures: Cosignatures;
  readonly follows: Follows;
  readonly settings: Settings;
  readonly keys: Keys;
}

/** Where the store's own log lines go. */
export type Log = (
  level: "info" | "warn" | "error",
  message: string,
  facts?: Readonly<Record<string, unknown>>,
) => void;
