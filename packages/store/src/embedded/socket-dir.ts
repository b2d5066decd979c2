/**
 * Where the server's socket stands: in the data folder if its path is short enough and the file
 * system takes sockets, else in a folder of ours (0700) under the system's folder for temporary
 * files. A socket's address holds 107 bytes at most.
 */
import { createHash, randomBytes } from "node:crypto";
import { chmodSync, lstatSync, mkdirSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { NotWritable } from "../errors.ts";

const LONGEST = 107;
const NAME = ".s.PGSQL.5432";

/** Makes and returns the folder for the socket of the cluster in `dataDir`; `owner` may own it besides this user. */
export async function socketDir(dataDir: string, owner?: number): Promise<string> {
  const near = join(resolve(dataDir), "run");
  if (Buffer.byteLength(join(near, NAME)) <= LONGEST) {
    ownFolder(near, owner);
    if (await takesSockets(near)) return near;
  }
  const hash = createHash("sha256").update(resolve(dataDir)).digest("hex").slice(0, 16);
  const far = join(resolve(tmpdir()), `nabat-${hash}`);
  ownFolder(far, owner);
  return far;
}

function ownFolder(path: string, owner?: number): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const stat = lstatSync(path);
  // Someone else's folder of this name would let them stand between us and the database.
  if (!stat.isDirectory() || (stat.uid !== process.getuid?.() && stat.uid !== owner)) throw new NotWritable(path);
  chmodSync(path, 0o700);
}

function takesSockets(folder: string): Promise<boolean> {
  const path = join(folder, `probe-${randomBytes(3).toString("hex")}`);
  if (Buffer.byteLength(path) > LONGEST) return Promise.resolve(true);
  return new Promise((done) => {
    const server = createServer();
    server.once("error", () => done(false));
    server.listen(path, () => server.close(() => done(true)));
  });
}
