/**
 * `nabat withhold BODY ATTACHMENT`: the host does not serve one content, openly (W-2): which duty, until
 * when, where to appeal stand in the record for everybody.
 */
import { randomBytes } from "node:crypto";
import { type BodyId, type Hash, isHash } from "@nabat/kernel";
import { Clerk } from "@nabat/server/clerk/clerk.ts";
import { withhold } from "@nabat/server/clerk/withhold.ts";
import { refusalSentence } from "@nabat/speech";
import { DONE, FAILED, type Io, json, UsageError } from "../io.ts";
import { openLocal, serverKey } from "../local.ts";

export interface WithholdOptions {
  readonly duty?: string;
  readonly until?: string;
  readonly appeal?: string;
  readonly data?: string;
  readonly databaseUrl?: string;
  readonly json?: boolean;
}

/** Runs the command; gives the exit status. */
export async function runWithhold(body: string, attachment: string, options: WithholdOptions, io: Io): Promise<number> {
  if (!isHash(body)) throw new UsageError(`${body} is not the id of a body: 64 hex characters`);
  if (!isHash(attachment)) throw new UsageError(`${attachment} is not the mark of a content: 64 hex characters`);
  const until = Date.parse(options.until ?? "");
  if (Number.isNaN(until)) throw new UsageError("--until takes a date, such as 2027-01-31 or 2027-01-31T18:00+01:00");
  const local = await openLocal(options, io);
  try {
    const key = await serverKey(local.store);
    if (key === undefined) throw new UsageError("no server has run on this data folder");
    const clerk = new Clerk({
      store: local.store,
      key,
      now: Date.now,
      holder: `withhold-${randomBytes(6).toString("hex")}`,
      grown: () => undefined,
      validZone: () => true,
    });
    try {
      const done = await withhold(clerk, {
        body: body as BodyId,
        attachment: attachment as Hash,
        duty: options.duty ?? "",
        appeal: options.appeal ?? "",
        until,
      });
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
          ? json({ ok: true, body, attachment, index: done.value, until })
          : `Not served here until ${new Date(until).toISOString()}. Everybody sees why, in entry ${done.value} and on the record's page.\n`,
      );
      return DONE;
    } finally {
      await clerk.close();
    }
  } finally {
    await local.close();
  }
}
