/** `nabat backup --to FILE`: every body of a data folder, and the clerk's key under twelve words. */
import { speak } from "@nabat/speech";
import { clerksUpTo } from "@nabat/body/founding/queries.ts";
import { backupPieces, bundleFromStore, heldGrades } from "@nabat/exchange";
import { sha256 } from "@nabat/platform";
import { GRADES } from "@nabat/record";
import { utf8 } from "@nabat/kernel";
import { sealSecret } from "../backup-key.ts";
import { DONE, type Io, json, UsageError, langOf } from "../io.ts";
import { localRecord, openLocal, serverKey } from "../local.ts";
import { writeStream } from "../out-file.ts";

export interface BackupOptions {
  readonly to?: string;
  readonly data?: string;
  readonly databaseUrl?: string;
  readonly keyFile?: string;
  readonly json?: boolean;
}

/** Name of the setting that says when the last backup was made. */
export const LAST_BACKUP = "last-backup";

/** Runs the command; gives the exit status. */
export async function runBackup(options: BackupOptions, io: Io): Promise<number> {
  const local = await openLocal(options, io);
  try {
    const { store } = local;
    const key = await serverKey(store);
    if (key === undefined) throw new UsageError("usage-nothing-to-back-up");
    const { sealed, words } = sealSecret(key.secret());
    const heads = (await store.ledger.listBodies()).filter((h) => h.size > 0);
    const made = Date.now();
    async function* bodies() {
      for (const { body } of heads) {
        const { state, checkpoint, size, root } = await localRecord(store, body);
        const clerkKeys = clerksUpTo(state, size);
        const grades = await heldGrades(sha256, store, body, size);
        const head = { size, root, checkpoint, clerkKeys };
        yield { body, pieces: bundleFromStore({ sha256, store, body, ...head, grades, read: GRADES, made }) };
      }
    }
    const bytes = await writeStream(
      options.to as string,
      backupPieces({ made, clerk: key.key, sealedKey: sealed, bodies: bodies() }),
    );
    await store.settings.put(null, LAST_BACKUP, utf8(String(made)));
    if (options.json) io.out(json({ ok: true, file: options.to, bytes, bodies: heads.map((h) => h.body), words }));
    else
      io.out(
        `${speak(langOf(io)).t("did-backup", { to: options.to, bodies: String(heads.length), bytes: String(bytes) })}\n${speak(langOf(io)).t("did-backup-words")}\n\n  ${words.join(" ")}\n`,
      );
    return DONE;
  } finally {
    await local.close();
  }
}
