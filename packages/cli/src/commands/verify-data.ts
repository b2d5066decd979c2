/**
 * `nabat verify FOLDER` on a data folder: recomputes every record kept in it, as after a restore. The
 * database is read as it lies; what its server believes of it is not asked.
 */
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { check, type Verdict } from "@nabat/body/checker/mod.ts";
import { heldGrades, storedSource } from "@nabat/exchange";
import { type BodyId, refuse } from "@nabat/kernel";
import { sha256, type SigningKey } from "@nabat/platform";
import {
  CHECKPOINT_PATH,
  checkpointLine,
  checkpointMessage,
  clerkKey,
  formatCheckpoint,
  formatNote,
  originOf,
} from "@nabat/record";
import type { Head, Store } from "@nabat/store";
import { DONE, FAILED, type Io, json, langOf, UsageError } from "../io.ts";
import { otherClerk } from "../known-clerk.ts";
import { openLocal, serverKey } from "../local.ts";
import { progress } from "../progress.ts";
import { sayFault, saySummary, verdictJson } from "../say-verdict.ts";
import { statedSize, withTools } from "../with-tools.ts";

export interface VerifyOptions {
  readonly key?: string;
  readonly json?: boolean;
  readonly progress?: boolean;
  /** The body that the record must be of. */
  readonly body?: string;
  readonly threads?: string;
  /** The record keeper's key as the reader knows it from elsewhere. */
  readonly clerk?: string;
}

/** True for the folder of a server rather than of one record's files. */
export function isDataFolder(path: string): boolean {
  return (
    existsSync(join(path, "key")) && statSync(join(path, "key")).isFile() && !existsSync(join(path, CHECKPOINT_PATH))
  );
}

/** Checks all bodies of a data folder, or the one that `--body` names; gives the exit status. */
export async function verifyData(data: string, options: VerifyOptions, io: Io): Promise<number> {
  const local = await openLocal({ data }, io);
  try {
    const key = await serverKey(local.store);
    const heads = (await local.store.ledger.listBodies()).filter(
      (h) => h.size > 0 && (options.body === undefined || h.body === options.body),
    );
    if (heads.length === 0) throw new UsageError("usage-no-record", { data });
    const verdicts: { readonly body: BodyId; readonly verdict: Verdict }[] = [];
    for (const head of heads) {
      const verdict = await verdictOf(local.store, head, key, options, io);
      verdicts.push({ body: head.body, verdict });
      if (!options.json)
        io.out(
          `${verdict.ok ? saySummary(verdict.summary, langOf(io)) : `body      ${head.body}\n${sayFault(verdict.fault, langOf(io))}`}\n`,
        );
    }
    const ok = verdicts.every((v) => v.verdict.ok);
    if (options.json)
      io.out(
        json({
          ok,
          bodies: verdicts.map(({ body, verdict }) => ({ body, ...verdictJson(verdict, langOf(io)) })),
        }),
      );
    return ok ? DONE : FAILED;
  } finally {
    await local.close();
  }
}

async function verdictOf(
  store: Store,
  head: Head,
  key: SigningKey | undefined,
  options: VerifyOptions,
  io: Io,
): Promise<Verdict> {
  const note = await checkpointFor(store, head, key);
  if (note === undefined)
    return { ok: false, checked: 0, fault: { in: "checkpoint", refusal: refuse("R-44", "no-checkpoint") } };
  const grades = await heldGrades(sha256, store, head.body, statedSize(note));
  const shown = progress(io, "checked", options.progress);
  const threads = options.threads === undefined ? undefined : Number(options.threads);
  const { verdict } = await withTools(statedSize(note), threads, shown.report, (tools) =>
    check(storedSource(store, head.body, note, grades), tools),
  );
  shown.end();
  const strange = verdict.ok ? otherClerk(head.body, verdict.summary.clerk, options.clerk) : undefined;
  return strange ? { ok: false, fault: strange, checked: head.size } : verdict;
}

/** Of a record that this server keeps, one over all that stands there; of a copy the last one of its own clerk. */
async function checkpointFor(store: Store, head: Head, key: SigningKey | undefined): Promise<Uint8Array | undefined> {
  if (head.role !== "clerk" || key === undefined || (key.key as string) !== head.clerkKey)
    return (await store.ledger.checkpoint(head.body))?.note;
  const checkpoint = { origin: originOf(head.body), size: head.size, root: head.root };
  const line = checkpointLine(
    clerkKey(sha256, head.body, key.publicBytes),
    await key.signAsync(checkpointMessage(checkpoint)),
  );
  return formatNote({ text: formatCheckpoint(checkpoint), signatures: [line] });
}
