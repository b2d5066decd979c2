/** `nabat verify SOURCE`: recomputes a record and names the first fault and its rule. */
import { check, checkPublished, statedHead, type Verdict } from "@nabat/body/checker/mod.ts";
import { ArchiveFault } from "@nabat/exchange";
import { type BodyId, isHash, isKeyId, type KeyId } from "@nabat/kernel";
import { sha256, verify } from "@nabat/platform";
import { speak } from "@nabat/speech";
import { DONE, FAILED, type Io, json, langOf, UsageError } from "../io.ts";
import { progress } from "../progress.ts";
import { faultJson, sayFault, saySummary, verdictJson, vkeyOf } from "../say-verdict.ts";
import { isAddress, type OpenSource, openSource } from "../sources.ts";
import { otherClerk } from "../known-clerk.ts";
import { statedSize, withTools } from "../with-tools.ts";
import { isDataFolder, verifyData, type VerifyOptions } from "./verify-data.ts";

/** Runs the command; gives the exit status. */
export async function runVerify(where: string, options: VerifyOptions, io: Io): Promise<number> {
  const threads = options.threads === undefined ? undefined : Number(options.threads);
  if (threads !== undefined && !(Number.isInteger(threads) && threads >= 1 && threads <= 256))
    throw new UsageError("usage-threads");
  if (options.body !== undefined && !isHash(options.body)) throw new UsageError("usage-body-flag");
  if (options.clerk !== undefined && !isKeyId(options.clerk) && !options.clerk.startsWith("nabat/body/"))
    throw new UsageError("usage-clerk-flag");
  if (!isAddress(where) && isDataFolder(where)) return verifyData(where, options, io);
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
    const strange = verdict.ok ? otherClerk(verdict.summary.body, verdict.summary.clerk, options.clerk) : undefined;
    return answer(
      strange ? { ok: false, fault: strange, checked: statedSize(open.source.checkpoint) } : verdict,
      options,
      io,
    );
  } catch (error) {
    archiveFault(error, options, io);
    return FAILED;
  } finally {
    await open.close();
  }
}

/** Writes a verdict; gives the exit status. */
export function answer(verdict: Verdict, options: { readonly json?: boolean }, io: Io): number {
  if (options.json) io.out(json(verdictJson(verdict, langOf(io))));
  else io.out(verdict.ok ? saySummary(verdict.summary, langOf(io)) : sayFault(verdict.fault, langOf(io)));
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
  const fault =
    otherClerk(head.value.body, clerk, options.clerk) ??
    (await checkPublished(head.value, source.tile, clerk, { sha256, verify }));
  const vkey = vkeyOf(head.value.body, clerk);
  const facts = { body: head.value.body, size: head.value.checkpoint.size, clerk, vkey };
  if (options.json)
    io.out(
      json(
        fault
          ? { ok: false, recomputed: false, ...facts, fault: faultJson(fault, langOf(io)) }
          : { ok: true, recomputed: false, ...facts },
      ),
    );
  else if (fault) io.out(sayFault(fault, langOf(io)));
  else {
    const { t } = speak(langOf(io));
    const kept = t(options.clerk === undefined ? "verify-kept-stated" : "verify-kept-known", { clerk });
    const lines = [
      [t("verify-body"), facts.body],
      [t("verify-size"), String(facts.size)],
      [t("verify-kept"), kept],
      ["", vkey],
    ] as const;
    io.out(`${lines.map(([k, v]) => `${k.padEnd(10)}${v}\n`).join("")}${t("verify-not-recomputed")}\n`);
  }
  return fault ? FAILED : DONE;
}
