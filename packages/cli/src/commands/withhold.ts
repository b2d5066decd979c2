/**
 * `nabat withhold BODY ATTACHMENT`: the host does not serve one content, openly (W-2): which duty, until
 * when, where to appeal stand in the record for everybody.
 */
import { type BodyId, type Hash, isHash } from "@nabat/kernel";
import { withhold } from "@nabat/clerk/withhold.ts";
import { refusalSentence, speak } from "@nabat/speech";
import { DONE, FAILED, type Io, json, UsageError, langOf } from "../io.ts";
import { byHost } from "../local.ts";

export interface WithholdOptions {
  readonly duty?: string;
  readonly until?: string;
  readonly appeal?: string;
  readonly data?: string;
  readonly databaseUrl?: string;
  readonly keyFile?: string;
  readonly json?: boolean;
}

/** Runs the command; gives the exit status. */
export async function runWithhold(body: string, attachment: string, options: WithholdOptions, io: Io): Promise<number> {
  if (!isHash(body)) throw new UsageError("usage-body", { body });
  if (!isHash(attachment)) throw new UsageError("usage-content", { attachment });
  const until = Date.parse(options.until ?? "");
  if (Number.isNaN(until)) throw new UsageError("usage-until");
  const { duty = "", appeal = "" } = options;
  const asked = { body: body as BodyId, attachment: attachment as Hash, duty, appeal, until };
  const done = await byHost(options, io, { do: "withhold", ...asked }, (clerk) => withhold(clerk, asked));
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
      ? json({ ok: true, body, attachment, index: done.value, until })
      : `${speak(langOf(io)).t("did-withhold", { until: new Date(until).toISOString(), index: String(done.value) })}\n`,
  );
  return DONE;
}
