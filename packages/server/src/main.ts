/**
 * Composition: the one place where a clerk is put together. Plain constructors, no container.
 */
import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { Follower } from "@nabat/exchange";
import type { BodyId, Log } from "@nabat/kernel";
import { projectRoot, sha256 } from "@nabat/platform";
import { openDatabase, type Store } from "@nabat/store";
import type { ApiDeps } from "./api/deps.ts";
import { addressOf, createApp } from "./app.ts";
import { readAssets } from "./assets.ts";
import { Clerk } from "@nabat/clerk/clerk.ts";
import { codeHash } from "@nabat/clerk/snapshots/code-hash.ts";
import { SnapshotKeeper } from "@nabat/clerk/snapshots/keeper.ts";
import { sealKey } from "@nabat/clerk/snapshots/sealed.ts";
import type { Config } from "./config.ts";
import { byHand, handOf, openControl } from "./control.ts";
import { createCounter } from "./count/counter.ts";
import { createEvenings } from "@nabat/example/evening/evening.ts";
import { createRehearsals } from "@nabat/example/rehearsal.ts";
import { createExampleMaker, type ExampleMaker } from "@nabat/example/make.ts";
import { ownAddresses } from "./http/own-addresses.ts";
import { createLimiter } from "./http/limits.ts";
import { lanAddress, listen, stopListening } from "./http/listening.ts";
import { createBackground } from "./http/background.ts";
import { createLiveHub } from "./http/live.ts";
import { shortWay } from "./http/short-way.ts";
import { startJobs } from "./jobs/jobs.ts";
import { endShift, takeShift } from "./jobs/shift.ts";
import { createLog } from "./log.ts";
import { joinProcesses, type Processes } from "./processes/mod.ts";
import { foundingCodeOf, openStore, serverKey } from "./server-key.ts";
import { type Readers, Reading } from "./reading/reader.ts";
import { composePages } from "./compose-pages.ts";
import { localeOf } from "@nabat/pages/mod.ts";

export interface Running {
  /** Address on this machine. */
  readonly url: string;
  /** Address in the house's network, with `lan`. */
  readonly lanUrl: string | undefined;
  readonly foundingCode: string | undefined;
  readonly clerk: Clerk;
  readonly reading: Reading;
  readonly store: Store;
  /** The example house and the worked cases, made when somebody asks for them. */
  readonly examples: ExampleMaker;
  readonly follower: Follower;
  readonly snapshots: SnapshotKeeper;
  /** Finishes what is queued, gives the leases back, ends the embedded database. Safe to call twice. */
  close(): Promise<void>;
}

export interface StartOptions {
  readonly log?: Log;
  readonly now?: () => number;
  /** Tests only: the embedded database without fsync. */
  readonly fastDatabase?: boolean;
  /** Told if the server must stop: its data folder was taken over, its database is gone for good. */
  readonly onLost?: (message: string) => void;
}

/** Starts a clerk. Throws the store's faults and `ConfigError`, each with a sentence to act on. */
export async function startServer(config: Config, options: StartOptions = {}): Promise<Running> {
  const now = options.now ?? Date.now;
  const log = options.log ?? createLog((line) => process.stderr.write(`${line}\n`), now);
  mkdirSync(config.data, { recursive: true });
  const place = config.databaseUrl
    ? { url: config.databaseUrl }
    : { dataDir: config.data, ...(options.fastDatabase ? { fsync: false } : {}) };
  const database = await openDatabase(place, (level, message, facts) => log[level](`store: ${message}`, facts), {
    onLost: (fault) => options.onLost?.(`${fault.message} ${fault.advice}`),
  });
  const undo: (() => Promise<void> | void)[] = [() => database.close()];
  const close = onceAsync(async () => {
    while (undo.length > 0) await undo.pop()?.();
  });
  try {
    const store = await openStore(database, config);
    const key = await serverKey(store);
    const hub = createLiveHub(Math.random);
    const holder = randomBytes(8).toString("hex");
    const shared = config.databaseUrl !== undefined;
    let processes: Processes | undefined;
    const snapshots = new SnapshotKeeper({
      store,
      connection: database.connection,
      key: sealKey(key),
      codeHash: codeHash(),
      every: config.snapshotEvery,
      log,
      onFalse: (body) => {
        follower.forget(body);
        void clerk.forget(body);
      },
    });
    undo.push(() => snapshots.close());
    const load = (body: BodyId) => snapshots.load(body);
    const clerk = new Clerk({
      store,
      key,
      now,
      holder,
      load,
      grown: (body, size) => {
        hub.grown(body, size);
        snapshots.grown(body, size);
        processes?.grown(body, size);
      },
      left: (body) => processes?.left(body),
      ...(shared ? { leaseMs: SHARED_LEASE_MS } : {}),
      validZone,
      quotaBytes: config.quotaBytes,
    });
    // After the clerk, so that others hear which bodies it has given back.
    undo.push(() => processes?.close());
    undo.push(() => clerk.close());
    const follower = new Follower({
      sha256,
      store,
      key,
      now,
      holder,
      load,
      grown: (body) => clerk.forget(body),
    });
    const foundingCode = await foundingCodeOf(store, config);
    const assets = readAssets();
    const addresses = ownAddresses({
      address: config.address,
      lan: config.lan,
      certificate: config.tlsCert === undefined ? undefined : readFileSync(config.tlsCert, "utf8"),
    });
    const counter = createCounter();
    undo.push(() => counter.close());
    const reading = new Reading(clerk);
    const reader: Readers = (body, key) => reading.reader(body, key);
    const deps: ApiDeps = {
      clerk,
      reader,
      ...(shared ? { publicFacts: async (body: BodyId) => processes?.publicFacts(body) } : {}),
      hub,
      limiter: createLimiter(config.refusalsPerMinute, now),
      config,
      addresses,
      log,
      version: version(),
      foundingCode,
      counter,
      locale: localeOf,
      address: addressOf(config.proxy),
    };
    const jobs = startJobs({ clerk, log, now }, [
      {
        name: "following",
        every: 60_000,
        run: async () => {
          // One process of a server goes round; the others would only get in its way.
          if (!(await takeShift(store.settings, "following", { holder, now: now(), ms: FOLLOWING_SHIFT_MS }))) return;
          await follower.rounds();
        },
      },
    ]);
    undo.push(() => endShift(store.settings, "following", holder).catch(() => undefined));
    undo.push(() => jobs.stop());
    const healthy = async () => ({
      ok: true,
      version: deps.version,
      database: database.place,
      bodies: (await store.ledger.listBodies()).length,
      live: hub.listeners(),
      jobs: jobs.facts(),
      ...(processes ? { process: { name: holder, bodies: clerk.holding(), lines: processes.lines() } } : {}),
    });
    const examples = createExampleMaker({
      store,
      log,
      now,
      enabled: config.example,
      ...(shared
        ? { shift: () => takeShift(store.settings, "examples", { holder, now: now(), ms: EXAMPLE_SHIFT_MS }) }
        : {}),
      code: foundingCode,
      fetch: (request) => app.fetch(request),
    });
    const rehearsals = createRehearsals({ reader, now, code: foundingCode, fetch: (request) => app.fetch(request) });
    const evening = createEvenings({
      store,
      reader,
      now,
      code: foundingCode,
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC",
      enabled: config.example,
      fetch: (request) => app.fetch(request),
    });
    const app = createApp(
      deps,
      assets,
      follower,
      composePages(deps, assets, examples, follower, { rehearsals, evening }),
      async () => healthy().catch((error: unknown) => ({ ok: false, error: String(error) })),
    );
    const secure = config.tlsCert !== undefined || config.address?.startsWith("https:") === true;
    const background = createBackground(() => hub.listeners(), Math.random);
    const hand = (line: string) => byHand(clerk, line);
    if (shared) {
      const at = placeOf(config.processAddress);
      processes = await joinProcesses({ clerk, key, holder, log, api: deps, app, secure, ...at, control: hand });
    }
    const short = shortWay(deps, secure, background, getRequestListener(app.fetch));
    const listening = await listen(processes?.before(short) ?? short, config);
    addresses.listening(listening.port);
    undo.push(() => processes?.stop());
    undo.push(() => stopListening(listening.server));
    const control = await openControl(config.data, log, (line) => handOf(clerk, processes, line));
    undo.push(() => control?.close());
    undo.push(() => hub.close());
    undo.push(() => examples.stop());
    const scheme = config.tlsCert ? "https" : "http";
    return {
      url: `${scheme}://127.0.0.1:${listening.port}`,
      lanUrl: config.lan ? `${scheme}://${lanAddress()}:${listening.port}` : undefined,
      foundingCode,
      clerk,
      reading,
      store,
      examples,
      follower,
      snapshots,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** How long the shift of looking after followed records is kept without a word, in ms. */
const FOLLOWING_SHIFT_MS = 200_000;
/** The same for making an example. */
const EXAMPLE_SHIFT_MS = 60_000;

/**
 * How long a lease lasts where several processes may serve, in ms: a killed one's bodies are taken over after
 * so long at the most.
 */
const SHARED_LEASE_MS = 6000;

function placeOf(address: string): { host: string; port: number } {
  const at = address.lastIndexOf(":");
  return { host: address.slice(0, at).replace(/^\[(.*)\]$/, "$1"), port: Number(address.slice(at + 1)) };
}

function validZone(zone: string): boolean {
  try {
    Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

function version(): string {
  return (JSON.parse(readFileSync(join(projectRoot(), "package.json"), "utf8")) as { version: string }).version;
}

function onceAsync(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}
