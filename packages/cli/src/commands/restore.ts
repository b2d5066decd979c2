/**
 * `nabat restore FILE`: a bundle, or the backup of a whole clerk, into a data folder. Nothing is taken
 * in that doesn't hold: each record is recomputed first. State and checkpoint are the same afterwards.
 */
import { speak } from "@nabat/speech";
import { check, statedHead, type Verdict } from "@nabat/body/checker/mod.ts";
import { openBackup, openRecord, type OpenRecord } from "@nabat/exchange";
import { equalBytes } from "@nabat/kernel";
import { newSigningKey, signingKey } from "@nabat/platform";
import { openSecret, wordsFor } from "../backup-key.ts";
import { DONE, FAILED, type Io, json, UsageError, langOf } from "../io.ts";
import { readKeyFile } from "../key-file.ts";
import { isWhole, type Kept, keepRecord } from "../keep-record.ts";
import { type Local, openLocal, serverKey } from "../local.ts";
import { progress } from "../progress.ts";
import { statedSize, withTools } from "../with-tools.ts";
import { answer, archiveFault } from "./verify.ts";

export interface RestoreOptions {
  readonly data?: string;
  readonly databaseUrl?: string;
  readonly keyFile?: string;
  readonly clerkKey?: string;
  readonly words?: string;
  readonly json?: boolean;
}

/** Runs the command; gives the exit status. */
export async function runRestore(file: string, options: RestoreOptions, io: Io): Promise<number> {
  try {
    const backup = await openBackup(file);
    if (!backup) return await restoreBundle(file, options, io);
    try {
      return await restoreBackup(backup, options, io);
    } finally {
      await backup.close();
    }
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" && path === file) throw new UsageError("usage-no-file", { file });
    archiveFault(error, options, io);
    return FAILED;
  }
}

async function restoreBundle(file: string, options: RestoreOptions, io: Io): Promise<number> {
  const open = await openRecord(file);
  const local = await openLocal(options, io, true);
  try {
    const own = options.clerkKey === undefined ? undefined : readKeyFile(options.clerkKey);
    const key = await serverKey(local.store, () => own ?? newSigningKey());
    if (own && key?.key !== own.key) throw new UsageError("usage-own-key");
    const kept = await takeIn(open, local, io);
    return "verdict" in kept ? answer(kept.verdict, options, io) : said([kept], options, io);
  } finally {
    await local.close();
    await open.close();
  }
}

async function restoreBackup(
  backup: NonNullable<Awaited<ReturnType<typeof openBackup>>>,
  options: RestoreOptions,
  io: Io,
): Promise<number> {
  const secret = openSecret(backup.key, wordsFor(options.words, io));
  const local = await openLocal(options, io, true);
  try {
    const key = signingKey(secret);
    if ((await serverKey(local.store, () => key))?.key !== key.key) throw new UsageError("usage-own-key-backup");
    const kept: Kept[] = [];
    for (const open of backup.records) {
      const here = await sameHere(local, open);
      if (here) {
        kept.push(here);
        continue;
      }
      const one = await takeIn(open, local, io);
      if ("verdict" in one) return answer(one.verdict, options, io);
      kept.push(one);
    }
    return said(kept, options, io);
  } finally {
    await local.close();
  }
}

/** A record of the backup that an earlier, interrupted restore has brought in whole. */
async function sameHere({ store }: Local, { source }: OpenRecord): Promise<Kept | undefined> {
  const stated = statedHead(source.checkpoint);
  if (!stated.ok) return undefined;
  const { body, checkpoint } = stated.value;
  const head = await store.ledger.head(body);
  const same = head?.size === checkpoint.size && equalBytes(head.root, checkpoint.root) && (await isWhole(store, body));
  return same ? { body, role: head.role, entries: head.size, attachments: 0, already: true } : undefined;
}

/** Checks one record and keeps it; or its verdict, where it doesn't hold. */
async function takeIn(open: OpenRecord, local: Local, io: Io): Promise<Kept | { readonly verdict: Verdict }> {
  const key = await serverKey(local.store);
  if (key === undefined) throw new Error("a data folder without a key");
  const checking = progress(io, "checked");
  const checked = await withTools(statedSize(open.source.checkpoint), undefined, checking.report, (tools) =>
    check(open.source, tools),
  );
  checking.end();
  if (!checked.verdict.ok || !checked.checker?.state) return { verdict: checked.verdict };
  const keeping = progress(io, "kept");
  const kept = await keepRecord(local.store, open.source, checked.checker.state, key, keeping.report);
  keeping.end();
  return kept;
}

function said(kept: readonly Kept[], options: RestoreOptions, io: Io): number {
  if (options.json) io.out(json({ ok: true, bodies: kept }));
  else
    for (const k of kept) {
      const { t } = speak(langOf(io));
      const how = t(k.already ? "did-restore-already" : k.role === "clerk" ? "did-restore-clerk" : "did-restore-copy");
      io.out(
        `${t("did-restore", { body: k.body, entries: String(k.entries), attachments: String(k.attachments), how })}\n`,
      );
    }
  return DONE;
}
