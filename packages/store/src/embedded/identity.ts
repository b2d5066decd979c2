/**
 * As whom PostgreSQL runs. It refuses root. As root we map ourselves to `nobody` in a user namespace
 * (files stay root's, works below /root too); where namespaces are off we change to the uid of
 * `postgres` or `nobody` and let it into the folders it needs. Anyone else runs it as themselves.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseFailed } from "../errors.ts";

/** Words before the command, and the ids to change to. */
export interface Identity {
  readonly how: "self" | "namespace" | "uid";
  readonly prefix: readonly string[];
  readonly uid?: number;
  readonly gid?: number;
}

const NAMESPACE = ["unshare", "-U", "--map-user=65534", "--map-group=65534", "--"] as const;
const SELF: Identity = { how: "self", prefix: [] };

let namespaces: boolean | undefined;

/**
 * Chooses the identity for a cluster folder. `owner` is the uid that owns it, if it is there: a
 * cluster stays with the identity that made it. `force` is for tests.
 */
export function chooseIdentity(owner: number | null, force?: Identity["how"]): Identity {
  if (process.getuid?.() !== 0) return SELF;
  if (owner !== null && owner !== 0) return asUid(owner, groupOf(owner));
  if (force !== "uid" && canMapUsers()) return { how: "namespace", prefix: NAMESPACE };
  const user = account("postgres") ?? account("nobody");
  if (!user)
    throw new DatabaseFailed(
      "PostgreSQL refuses to run as root and there is no other user to run it as",
      "Start Nabat as an ordinary user.",
    );
  return asUid(user.uid, user.gid);
}

function asUid(uid: number, gid: number): Identity {
  return { how: "uid", prefix: [], uid, gid };
}

function canMapUsers(): boolean {
  namespaces ??= spawnSync(NAMESPACE[0], [...NAMESPACE.slice(1), "true"], { stdio: "ignore" }).status === 0;
  return namespaces;
}

function passwd(): string[][] {
  return readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
}

function account(name: string): { uid: number; gid: number } | null {
  const row = passwd().find((fields) => fields[0] === name);
  return row ? { uid: Number(row[2]), gid: Number(row[3]) } : null;
}

function groupOf(uid: number): number {
  return Number(passwd().find((fields) => Number(fields[2]) === uid)?.[3] ?? uid);
}

/** Hands `folder` to the identity and lets it pass through the folders above that are ours and closed. */
export function letIn(identity: Identity, folder: string): void {
  if (identity.how !== "uid" || identity.uid === undefined || identity.gid === undefined) return;
  chownSync(folder, identity.uid, identity.gid);
  for (let above = dirname(folder); above !== dirname(above); above = dirname(above)) {
    const stat = statSync(above);
    if ((stat.mode & 0o001) === 0 && stat.uid === process.getuid?.()) chmodSync(above, (stat.mode & 0o777) | 0o001);
  }
}
