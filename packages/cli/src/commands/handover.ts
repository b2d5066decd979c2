/**
 * `nabat handover BODY --to-key KEY`: the ordinary move. The clerk signs that another server's key
 * keeps the record from here on; then the new server restores an export of it.
 */
import { randomBytes } from "node:crypto";
import { type BodyId, isHash, isKeyId } from "@nabat/kernel";
import { Clerk } from "@nabat/server/clerk/clerk.ts";
import { handOver } from "@nabat/server/clerk/handover.ts";
import { refusalSentence } from "@nabat/speech";
import { DONE, FAILED, type Io, json, UsageError } from "../io.ts";
import { openLocal, serverKey } from "../local.ts";

export interface HandoverOptions {
  readonly toKey?: string;
  readonly data?: string;
  readonly databaseUrl?: string;
  readonly json?: boolean;
}

/** Runs the command; gives the exit status. */
export async function runHandover(body: string, options: HandoverOptions, io: Io): Promise<number> {
  const to = options.toKey as string;
  if (!isKeyId(to))
    throw new UsageError(
      `${to} is not a clerk's key: it begins with z6Mk, and the other server shows it at /api/clerk`,
    );
  if (!isHash(body)) throw new UsageError(`${body} is not the id of a body: 64 hex characters`);
  const local = await openLocal(options, io);
  try {
    const key = await serverKey(local.store);
    if (key === undefined) throw new UsageError("no server has run on this data folder");
    const clerk = new Clerk({
      store: local.store,
      key,
      now: Date.now,
      holder: `handover-${randomBytes(6).toString("hex")}`,
      grown: () => undefined,
      validZone: () => true,
    });
    try {
      const done = await handOver(clerk, body as BodyId, to);
      if (!done.ok) {
        const sentence = refusalSentence(done, "en");
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
          : `Handed over in entry ${done.value}. Now: nabat export ${body} --to FILE, and on the other server: nabat restore FILE.\n`,
      );
      return DONE;
    } finally {
      await clerk.close();
    }
  } finally {
    await local.close();
  }
}
