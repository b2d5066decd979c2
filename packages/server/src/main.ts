/**
 * Composition: the one place where a clerk is put together. Plain constructors, no container.
 */
import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { createServer as createHttpServer, type Server as HttpServer } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { Follower } from "@nabat/exchange";
import type { BodyId, Log } from "@nabat/kernel";
import { newSigningKey, projectRoot, sha256, type SigningKey, signingKey } from "@nabat/platform";
import { keyFileSealer, openDatabase, postgresStore, type Store } from "@nabat/store";
import type { ApiDeps } from "./api/deps.ts";
import { addressOf, createApp } from "./app.ts";
import { readAssets } from "./assets.ts";
import { Clerk } from "@nabat/clerk/clerk.ts";
import { codeHash } from "@nabat/clerk/snapshots/code-hash.ts";
import { SnapshotKeeper } from "@nabat/clerk/snapshots/keeper.ts";
import { sealKey } from "@nabat/clerk/snapshots/sealed.ts";
import type { Config } from "./config.ts";
import { openControl } from "./control.ts";
import { createCounter } from "./count/counter.ts";
import { createRehearsals } from "@nabat/example/rehearsal.ts";
import { createExampleMaker, type ExampleMaker } from "@nabat/example/make.ts";
import { ownAddresses } from "./http/own-addresses.ts";
import { createLimiter } from "./http/limits.ts";
import { createBackground } from "./http/background.ts";
import { createLiveHub } from "./http/live.ts";
import { type Listener, shortWay } from "./http/short-way.ts";
import { startJobs } from "./jobs/jobs.ts";
import { createLog } from "./log.ts";
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
    const store = postgresStore(database.db, await keyFileSealer(join(config.data, "key")));
    const key = await serverKey(store);
    const hub = createLiveHub(Math.random);
    const holder = randomBytes(8).toString("hex");
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
      },
      validZone,
      quotaBytes: config.quotaBytes,
    });
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
    const local = !config.lan && config.address === undefined;
    const foundingCode = local || config.open ? undefined : randomBytes(4).toString("hex");
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
      { name: "following", every: 60_000, run: async () => void (await follower.rounds()) },
    ]);
    undo.push(() => jobs.stop());
    const healthy = async () => ({
      ok: true,
      version: deps.version,
      database: database.place,
      bodies: (await store.ledger.listBodies()).length,
      live: hub.listeners(),
      jobs: jobs.facts(),
    });
    const examples = createExampleMaker({
      store,
      log,
      now,
      enabled: config.example,
      code: foundingCode,
      fetch: (request) => app.fetch(request),
    });
    const rehearsals = createRehearsals({ reader, now, code: foundingCode, fetch: (request) => app.fetch(request) });
    const app = createApp(
      deps,
      assets,
      follower,
      composePages(deps, assets, examples, follower, rehearsals),
      async () => healthy().catch((error: unknown) => ({ ok: false, error: String(error) })),
    );
    const secure = config.tlsCert !== undefined || config.address?.startsWith("https:") === true;
    const background = createBackground(() => hub.listeners(), Math.random);
    const listening = await listen(shortWay(deps, secure, background, getRequestListener(app.fetch)), config);
    addresses.listening(listening.port);
    undo.push(() => stopListening(listening.server));
    const control = await openControl(config.data, clerk, log);
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

async function serverKey(store: Store): Promise<SigningKey> {
  const kept = await store.keys.get(null, "clerk");
  if (kept) return signingKey(kept);
  const made = newSigningKey();
  await store.keys.put(null, "clerk", made.secret());
  return made;
}

/** Connections that may wait to be taken: a hall's phones come back within seconds (the system may allow fewer). */
const BACKLOG = 8192;

function listen(listener: Listener, config: Config): Promise<{ server: HttpServer; port: number }> {
  const server =
    config.tlsCert && config.tlsKey
      ? createHttpsServer({ cert: readFileSync(config.tlsCert), key: readFileSync(config.tlsKey) }, listener)
      : createHttpServer(listener);
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(portFault(error, config.port)));
    server.listen({ port: config.port, host: config.lan ? "0.0.0.0" : "127.0.0.1", backlog: BACKLOG }, () =>
      resolve({ server, port: (server.address() as AddressInfo).port }),
    );
  });
}

/** A port that can't be had, in words; any other error as it is. */
function portFault(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === "EADDRINUSE")
    return new StartFault(
      `Port ${port} is taken by another program.`,
      "Stop that one, or choose another port with --port.",
    );
  if (error.code === "EACCES")
    return new StartFault(`Port ${port} may not be used by this user.`, "Choose one above 1023 with --port.");
  return error;
}

/** The server can't start here. `advice` is what whoever runs it can do. */
export class StartFault extends Error {
  readonly advice: string;
  constructor(message: string, advice: string) {
    super(message);
    this.advice = advice;
  }
}

/** Longest that answers under way are waited for at the end, ms. */
const LAST_ANSWERS = 10_000;

/** Takes nothing new, lets answers under way end, and hangs up what only listens or does nothing. */
function stopListening(server: HttpServer): Promise<void> {
  return new Promise((resolve) => {
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const late = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(late);
      resolve();
    });
  });
}

/** The first address of this machine in a house's network. */
function lanAddress(): string {
  for (const list of Object.values(networkInterfaces()))
    for (const a of list ?? []) if (a.family === "IPv4" && !a.internal) return a.address;
  return "127.0.0.1";
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
