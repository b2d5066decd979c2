/**
 * The store of a data folder (or of a PostgreSQL by address) for commands that work on this machine.
 * A running server holds its folder; then the store's own sentence says so, and `--from` is the way.
 */
import { existsSync, mkdirSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { join, resolve } from "node:path";
import { type BodyId, type Hash, isHash, type Result, toHex } from "@nabat/kernel";
import { newSigningKey, type SigningKey, sha256, signingKey } from "@nabat/platform";
import { hasKeys, keyFileSealer, openDatabase, postgresStore, type Store } from "@nabat/store";
import { Clerk, KeptElsewhere } from "@nabat/clerk/clerk.ts";
import { createCheckpoints } from "@nabat/clerk/checkpoints.ts";
import { storedEvidence } from "@nabat/clerk/evidence.ts";
import type { House } from "@nabat/clerk/house.ts";
import { loadRecord } from "@nabat/clerk/load.ts";
import { askControl, type ControlRequest, NoAnswer } from "@nabat/server/control.ts";
import type { State } from "@nabat/body";
import { statedHead } from "@nabat/body/checker/head.ts";
import { type Io, UsageError } from "./io.ts";

export interface Local {
  readonly store: Store;
  readonly data: string;
  readonly close: () => Promise<void>;
}

/**
 * What the host asks of its server: of the running one where one runs on this folder, else on the folder
 * itself. Throws {@link UsageError} where neither can be.
 */
export async function byHost(
  flags: LocalFlags,
  io: Io,
  asked: ControlRequest,
  here: (clerk: Clerk) => Promise<Result<number>>,
): Promise<Result<number>> {
  const data = resolve(flags.data ?? io.env["NABAT_DATA"] ?? "data");
  const answer = await askControl(data, asked).catch((error: unknown) => {
    throw error instanceof NoAnswer ? new UsageError(error.id, error.args) : error;
  });
  if (answer) return answer;
  const local = await openLocal(flags, io);
  try {
    const key = await serverKey(local.store);
    if (key === undefined) throw new UsageError("usage-no-server");
    const clerk = new Clerk({
      store: local.store,
      key,
      now: Date.now,
      holder: `${asked.do}-${randomBytes(6).toString("hex")}`,
      grown: () => undefined,
      validZone: () => true,
    });
    try {
      return await here(clerk);
    } catch (error) {
      if (!(error instanceof KeptElsewhere)) throw error;
      throw new UsageError("usage-kept-running", { body: asked.body, data });
    } finally {
      await clerk.close();
    }
  } finally {
    await local.close();
  }
}

export interface LocalFlags {
  readonly data?: string;
  readonly databaseUrl?: string;
  /** The file that opens the server's keys; `key` in the data folder where it is left out. */
  readonly keyFile?: string;
}

/** Opens the store. With `create` a new data folder may be made. Throws the store's faults and {@link UsageError}. */
export async function openLocal(flags: LocalFlags, io: Io, create = false): Promise<Local> {
  const data = resolve(flags.data ?? io.env["NABAT_DATA"] ?? "data");
  if (!create && !existsSync(data)) throw new UsageError("usage-no-data", { data });
  const url = flags.databaseUrl ?? io.env["DATABASE_URL"];
  // With a database elsewhere nothing else makes the folder, and the key needs it.
  if (create && url) mkdirSync(data, { recursive: true, mode: 0o700 });
  const database = await openDatabase(url ? { url } : { dataDir: data }, (level, message) => {
    if (level !== "info") io.err(`${message}\n`);
  });
  try {
    const path = flags.keyFile ?? (io.env["NABAT_KEY_FILE"] || join(data, "key"));
    // A key file made here where the server has one elsewhere would open nothing, and stand in its way (C-6).
    const store = postgresStore(database.db, await keyFileSealer(path, !(await hasKeys(database.db))));
    return { store, data, close: () => database.close() };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** This server's signing key; `make` makes one where there is none. */
export async function serverKey(store: Store, make?: () => SigningKey): Promise<SigningKey | undefined> {
  const kept = await store.keys.get(null, "clerk");
  if (kept) return signingKey(kept);
  if (!make) return undefined;
  const made = make();
  await store.keys.put(null, "clerk", made.secret());
  return made;
}

/** A body's record as it stands on disk, with the checkpoint that goes with it. */
export interface LocalRecord {
  readonly body: BodyId;
  readonly size: number;
  readonly root: Hash;
  readonly state: State;
  readonly checkpoint: Uint8Array;
}

/** Reads one body's record. Throws {@link UsageError} where it isn't kept here. */
export async function localRecord(store: Store, body: string): Promise<LocalRecord> {
  if (!isHash(body)) throw new UsageError("usage-body", { body });
  const id = body as BodyId;
  const head = await store.ledger.head(id);
  if (!head || head.size === 0) throw new UsageError("usage-not-kept", { body });
  const { state, tree } = await loadRecord(store, id, sha256, storedEvidence);
  const durable = { size: head.size, root: toHex(head.root) as Hash };
  const checkpoints = createCheckpoints(store, (await serverKey(store)) ?? newSigningKey());
  const checkpoint = await checkpoints.cosigned({ body: id, state, durable } as unknown as House);
  const stated = statedHead(checkpoint);
  if (!stated.ok) throw new UsageError("usage-checkpoint", { body });
  // A copy may hold entries beyond the last checkpoint it was given: what is taken out ends where that does.
  const { size } = stated.value.checkpoint;
  return { body: id, size, root: toHex(tree.rootAt(size)) as Hash, state, checkpoint };
}
