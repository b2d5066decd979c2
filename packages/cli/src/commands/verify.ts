/** `nabat verify SOURCE`: recomputes a record and names the first fault and its rule. */
import { availableParallelism } from "node:os";
import { KINDS } from "@nabat/body";
import { bundleReader, check, checkPublished, statedHead, type Tools, type Verdict } from "@nabat/body/checker/mod.ts";
import { ArchiveFault } from "@nabat/exchange";
import type { BodyId, KeyId } from "@nabat/kernel";
import { sha256, verify } from "@nabat/platform";
import { VerifyPool } from "@nabat/platform/verify-pool/pool.ts";
import { DONE, FAILED, type Io, json, UsageError } from "../io.ts";
import { progress, type Report } from "../progress.ts";
import { faultJson, sayFault, saySummary, verdictJson } from "../say-verdict.ts";
import { type OpenSource, openSource } from "../sources.ts";

export interface VerifyOptions {
  readonly key?: string;
  readonly json?: boolean;
  readonly progress?: boolean;
  /** The body that the record must be of. */
  readonly body?: string;
  readonly threads?: string;
}

/** Below this many entries threads cost more than they save. */
const SMALL = 600;

/** Runs `work` with a checker's tools: in this thread for a small record, else with a pool. */
export async function withTools<T>(
  size: number,
  threads: number | undefined,
  report: Report,
  work: (tools: Tools) => Promise<T>,
): Promise<T> {
  if (size <= SMALL && threads === undefined) {
    return work({
      kinds: KINDS,
      sha256,
      read: bundleReader(sha256, verify),
      verify,
      now: Date.now(),
      progress: report,
    });
  }
  const pool = new VerifyPool(threads ?? availableParallelism());
  try {
    return await work({
      kinds: KINDS,
      sha256,
      read: pool.read,
      verify: pool.verify,
      now: Date.now(),
      depth: 2 * pool.threads + 2,
      progress: report,
    });
  } finally {
    await pool.close();
  }
}

/** The size that a source's checkpoint states, 0 where it can't be read. */
export function statedSize(checkpoint: Uint8Array): number {
  const head = statedHead(checkpoint);
  return head.ok ? head.value.checkpoint.size : 0;
}

/** Runs the command; gives the exit status. */
export async function runVerify(where: string, options: VerifyOptions, io: Io): Promise<number> {
  const threads = options.threads === undefined ? undefined : Number(options.threads);
  if (threads !== undefined && !(Number.isInteger(threads) && threads >= 1 && threads <= 256))
    throw new UsageError("--threads wants a number from 1");
  const open = await openSource(where, options.key).catch((error: unknown) => archiveFault(error, options, io));
  if (open === undefined) return FAILED;
  try {
    const other = otherBody(open, options.body);
    if (other) return answer({ ok: false, fault: other, checked: 0 }, options, io);
    if (open.remote?.mayRead === false) return await published(open, options, io);
    const shown = progress(io, "checked", options.progress);
    const verdict = await withTools(
      statedSize(open.source.checkpoint),
      threads,
      shown.report,
      async (tools) => (await check(open.source, tools)).verdict,
    );
    shown.end();
    return answer(verdict, options, io);
  } catch (error) {
    archiveFault(error, options, io);
    return FAILED;
  } finally {
    await open.close();
  }
}

/** Writes a verdict; gives the exit status. */
export function answer(verdict: Verdict, options: { readonly json?: boolean }, io: Io): number {
  if (options.json) io.out(json(verdictJson(verdict)));
  else io.out(verdict.ok ? saySummary(verdict.summary) : sayFault(verdict.fault));
  return verdict.ok ? DONE : FAILED;
}

/** A damaged archive is a failed check; anything else goes on up. */
export function archiveFault(error: unknown, options: { readonly json?: boolean }, io: Io): undefined {
  if (!(error instanceof ArchiveFault)) throw error;
  answer({ ok: false, fault: { in: "archive", refusal: error.refusal }, checked: 0 }, options, io);
  return undefined;
}

function otherBody(open: OpenSource, wanted: string | undefined) {
  const head = statedHead(open.source.checkpoint);
  if (wanted === undefined || !head.ok || head.value.body === (wanted as BodyId)) return undefined;
  return {
    in: "checkpoint" as const,
    refusal: { ok: false as const, rule: "R-25", code: "another-body", facts: { body: head.value.body } },
  };
}

/** Without reading rights: signatures and hashes of what is published, and the plain words "not recomputed". */
async function published(open: OpenSource, options: VerifyOptions, io: Io): Promise<number> {
  const head = statedHead(open.source.checkpoint);
  if (!head.ok) return answer({ ok: false, fault: { in: "checkpoint", refusal: head }, checked: 0 }, options, io);
  const { source, remote } = open;
  if (remote === undefined || source.tile === undefined)
    throw new Error("only an address can be without reading rights");
  const clerk = remote.facts.clerk as KeyId;
  const fault = await checkPublished(head.value, source.tile, clerk, { sha256, verify });
  const facts = { body: head.value.body, size: head.value.checkpoint.size, clerk };
  if (options.json)
    io.out(
      json(
        fault
          ? { ok: false, recomputed: false, ...facts, fault: faultJson(fault) }
          : { ok: true, recomputed: false, ...facts },
      ),
    );
  else if (fault) io.out(sayFault(fault));
  else
    io.out(
      `body      ${facts.body}\nsize      ${facts.size}\nkept by   ${clerk}, as this server states it\nNot recomputed: this reader may not read the entries (give --key FILE). The checkpoint's signature holds and the published hashes give its root.\n`,
    );
  return fault ? FAILED : DONE;
}
