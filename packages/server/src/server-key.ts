/**
 * What all processes of a server share: the file that opens its keys, its signing key, and the code for
 * founding. The first process makes them; every other one finds them, or says what it lacks.
 */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { fromUtf8, utf8 } from "@nabat/kernel";
import { newSigningKey, type SigningKey, signingKey } from "@nabat/platform";
import { type Database, hasKeys, keyFileSealer, postgresStore, type Store } from "@nabat/store";
import type { Config } from "./config.ts";

const SIGNING = "clerk";
const FOUNDING = "founding-code";

/** The store of a database, its keys opened by this process' key file. Throws `NoKeyFile`, `WrongKeyFile`. */
export async function openStore(database: Pick<Database, "db">, config: Config): Promise<Store> {
  const path = config.keyFile ?? join(config.data, "key");
  // A file made here would open nothing of what another process has sealed.
  return postgresStore(database.db, await keyFileSealer(path, !(await hasKeys(database.db))));
}

/** This server's signing key, made at its first start. */
export async function serverKey(store: Store): Promise<SigningKey> {
  return signingKey(await kept(store, SIGNING, () => newSigningKey().secret()));
}

/** The code for founding here: of one start, or, where several processes serve, one that all of them know. */
export async function foundingCodeOf(store: Store, config: Config): Promise<string | undefined> {
  const local = !config.lan && config.address === undefined;
  if (local || config.open) return undefined;
  const made = randomBytes(4).toString("hex");
  return config.databaseUrl === undefined ? made : fromUtf8(await kept(store, FOUNDING, () => utf8(made)));
}

/** A secret of the server; two processes that start at once end with the same one. */
async function kept(store: Store, name: string, make: () => Uint8Array): Promise<Uint8Array> {
  const found = await store.keys.get(null, name);
  if (found) return found;
  const made = make();
  try {
    await store.keys.put(null, name, made);
    return made;
  } catch (error) {
    const first = await store.keys.get(null, name);
    if (!first) throw error;
    return first;
  }
}
