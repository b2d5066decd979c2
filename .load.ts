import { openDatabase, postgresStore, keyFileSealer } from "@nabat/store";
import { sha256 } from "@nabat/platform";
import { join } from "node:path";
const root = process.cwd();
const { loadRecord } = await import(root + (process.env.CLERK ?? "/packages/clerk/src") + "/load.ts");
const { storedEvidence } = await import(root + (process.env.CLERK ?? "/packages/clerk/src") + "/evidence.ts");
const { packedState } = await import(root + (process.env.CLERK ?? "/packages/clerk/src") + "/snapshots/sealed.ts");
const data = process.argv[2]!;
const database = await openDatabase({ dataDir: data }, () => undefined);
const store = postgresStore(database.db, await keyFileSealer(join(data, "key")));
const [head] = await store.ledger.listBodies();
const before = process.cpuUsage();
const t = performance.now();
const loaded = await loadRecord(store, head!.body, sha256, storedEvidence);
const u = process.cpuUsage(before);
console.log(
  "size",
  loaded.state.size,
  "cpu",
  ((u.user + u.system) / 1e6).toFixed(2),
  "user",
  (u.user / 1e6).toFixed(2),
  "clock",
  ((performance.now() - t) / 1000).toFixed(2),
  "rss",
  Math.round(process.resourceUsage().maxRSS / 1024),
);
console.log("state", Buffer.from(sha256(packedState(loaded.state, loaded.index))).toString("hex"));
await database.close();
