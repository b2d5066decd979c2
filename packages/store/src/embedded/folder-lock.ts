/**
 * One Nabat server a data folder. The lock is a file that names its process and is touched every
 * few seconds; a dead holder's is taken over at once, one from another machine or container only
 * after it has stopped being touched. A row in the database (instance.ts) is the second guard.
 */
import { randomBytes } from "node:crypto";
import { link, readFile, rename, stat, unlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { SecondServer } from "../errors.ts";
import { judge, parseProcess, processText, thisProcess } from "./process-id.ts";

const TOUCH_MS = 4_000;
const SILENCE_MS = 12_000;

/** A held lock. */
export interface FolderLock {
  release(): Promise<void>;
}

/** Takes the lock of `dataDir`. Throws `SecondServer`. `silenceMs`: how long a foreign holder must be silent. */
export async function lockFolder(dataDir: string, silenceMs = SILENCE_MS): Promise<FolderLock> {
  const path = join(dataDir, "nabat.lock");
  const mine = processText(thisProcess());
  for (let attempt = 0; ; attempt++) {
    if (await tryLink(path, mine)) return held(path, mine);
    const found = await readFile(path, "utf8").catch(() => null);
    if (found === null) continue;
    const dead = await isDead(path, found, silenceMs);
    if (!dead || attempt > 3) throw new SecondServer(dataDir, `process ${parseProcess(found)?.pid ?? "unknown"}`);
    await putAside(path, found);
  }
}

async function tryLink(path: string, text: string): Promise<boolean> {
  const fresh = `${path}.${randomBytes(6).toString("hex")}`;
  await writeFile(fresh, text, { mode: 0o600 });
  try {
    await link(fresh, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  } finally {
    await unlink(fresh);
  }
}

async function isDead(path: string, text: string, silenceMs: number): Promise<boolean> {
  const other = parseProcess(text);
  if (other !== null) {
    const verdict = judge(other);
    if (verdict !== "foreign") return verdict === "dead";
  }
  const before = (await stat(path).catch(() => null))?.mtimeMs;
  await sleep(silenceMs);
  const after = (await stat(path).catch(() => null))?.mtimeMs;
  return before === after;
}

/** Moves a dead holder's file away, unless another start was quicker: then theirs goes back. */
async function putAside(path: string, judged: string): Promise<void> {
  const aside = `${path}.${randomBytes(6).toString("hex")}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  if ((await readFile(aside, "utf8")) !== judged) await link(aside, path).catch(() => undefined);
  await unlink(aside);
}

function held(path: string, mine: string): FolderLock {
  const touch = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => undefined);
  }, TOUCH_MS);
  touch.unref();
  return {
    async release() {
      clearInterval(touch);
      if ((await readFile(path, "utf8").catch(() => null)) === mine) await unlink(path);
    },
  };
}
