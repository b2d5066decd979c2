/**
 * Where this device keeps what is its own: a shelf of named things. In a browser it is IndexedDB (a
 * key that can't be exported goes in as it is); tests use one in memory. Nothing here ever leaves
 * the device, and the reserve seed is never put on it (DESIGN §4).
 */

/** Named things; names begin with their sort: `body/…`, `kept/…`, `receipt/…`. */
export interface Shelf {
  get<T>(name: string): Promise<T | undefined>;
  put(name: string, thing: unknown): Promise<void>;
  remove(name: string): Promise<void>;
  /** Everything whose name begins with `prefix`, in order of names. */
  all<T>(prefix: string): Promise<T[]>;
}

/** A shelf in memory. Things are copied as a browser would copy them. */
export function memoryShelf(): Shelf {
  const things = new Map<string, unknown>();
  return {
    get: async <T>(name: string) => structuredClone(things.get(name)) as T | undefined,
    put: async (name, thing) => void things.set(name, structuredClone(thing)),
    remove: async (name) => void things.delete(name),
    all: async <T>(prefix: string) =>
      [...things.keys()]
        .filter((k) => k.startsWith(prefix))
        .sort()
        .map((k) => structuredClone(things.get(k)) as T),
  };
}

const STORE = "things";

/** The shelf of this browser, in IndexedDB. Throws where the browser gives none (some private windows). */
export function browserShelf(name = "nabat"): Shelf {
  let opened: Promise<IDBDatabase> | undefined;
  const open = () => {
    opened ??= new Promise<IDBDatabase>((done, fail) => {
      const asked = indexedDB.open(name, 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore(STORE);
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => fail(asked.error ?? new Error("no storage"));
    });
    opened.catch(() => (opened = undefined));
    return opened;
  };
  const run = async <T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
    const db = await open();
    return new Promise<T>((done, fail) => {
      const tx = db.transaction(STORE, mode, mode === "readwrite" ? { durability: "strict" } : {});
      const asked = work(tx.objectStore(STORE));
      // A write is done when its transaction is, not when the request is.
      tx.oncomplete = () => done(asked.result);
      tx.onerror = tx.onabort = () => fail(tx.error ?? new Error("storage failed"));
    });
  };
  return {
    get: async <T>(key: string) => (await run("readonly", (s) => s.get(key))) as T | undefined,
    put: async (key, thing) => {
      await run("readwrite", (s) => s.put(thing, key));
    },
    remove: async (key) => {
      await run("readwrite", (s) => s.delete(key));
    },
    all: async <T>(prefix: string) =>
      (await run("readonly", (s) => s.getAll(IDBKeyRange.bound(prefix, `${prefix}\uffff`)))) as T[],
  };
}

/** Asks the browser not to clear this storage by itself. False where it won't promise. */
export async function askToPersist(): Promise<boolean> {
  try {
    return (await navigator.storage?.persist?.()) ?? false;
  } catch {
    return false;
  }
}
