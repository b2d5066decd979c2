/**
 * `nabat handover BODY --to-key KEY`: the ordinary move. The clerk signs that another server's key
 * keeps the record from here on; then the new server restores an export of it, or goes on with the copy
 * it follows. Asked of the running server where there is one.
 */
import { type BodyId, isHash, isKeyId } from "@nabat/kernel";
import { handOver } from "@nabat/clerk/handover.ts";
import { refusalSentence, speak } from "@nabat/speech";
import { DONE, FAILED, type Io, json, UsageError, langOf } from "../io.ts";
import { byHost } from "../local.ts";

export interface HandoverOptions {
  readonly toKey?: string;
  readonly data?: string;
  readonly databaseUrl?: string;
  readonly keyFile?: string;
  readonly json?: boolean;
}

/** Runs the command; gives the exit status. */
export async function runHandover(body: string, options: HandoverOptions, io: Io): Promise<number> {
  const to = options.toKey as string;
  if (!isKeyId(to)) throw new UsageError("usage-clerk-key", { to });
  if (!isHash(body)) throw new UsageError("usage-body", { body });
  const done = await byHost(options, io, { do: "handover", body, to }, (clerk) => handOver(clerk, body as BodyId, to));
  if (!done.ok) {
    const sentence = refusalSentence(done, langOf(io));
    io.out(
      options.json
        ? json({ ok: false, rule: done.rule, code: done.code, facts: done.facts, sentence })
        : `${sentence}\n`,
    );
    return FAILED;
  }
  io.out(
    options.json
      ? json({ ok: true, body, index: done.value, to })
      : `${speak(langOf(io)).t("did-handover", { index: String(done.value), body })}\n`,
  );
  return DONE;
}
