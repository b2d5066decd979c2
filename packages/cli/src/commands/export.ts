/** `nabat export BODY --to FILE`: one file, the whole body, from a data folder or a clerk. */
import { speak } from "@nabat/speech";
import { clerksUpTo } from "@nabat/body/founding/queries.ts";
import { bodyFacts, bundleFromStore, heldGrades, openBundle, remoteOf, signIn, stream } from "@nabat/exchange";
import { sha256 } from "@nabat/platform";
import { GRADES } from "@nabat/record";
import { DONE, type Io, json, UsageError, langOf } from "../io.ts";
import { readKeyFile } from "../key-file.ts";
import { localRecord, openLocal } from "../local.ts";
import { writeStream } from "../out-file.ts";
import { statedSize } from "../with-tools.ts";

export interface ExportOptions {
  readonly to?: string;
  readonly data?: string;
  readonly databaseUrl?: string;
  readonly keyFile?: string;
  readonly from?: string;
  readonly key?: string;
  readonly json?: boolean;
}

/** Runs the command; gives the exit status. */
export async function runExport(body: string, options: ExportOptions, io: Io): Promise<number> {
  const to = options.to as string;
  const bytes =
    options.from === undefined
      ? await fromData(body, to, options, io)
      : await fromClerk(body, to, options.from, options);
  const written = await openBundle(to);
  await written.close();
  const facts = {
    body,
    file: to,
    bytes,
    size: statedSize(written.source.checkpoint),
    grades: written.manifest?.grades ?? [],
  };
  io.out(
    options.json
      ? json({ ok: true, ...facts })
      : `${speak(langOf(io)).t("did-export", { to, entries: String(facts.size), bytes: String(bytes), grades: facts.grades.join(", ") || "–" })}\n`,
  );
  return DONE;
}

async function fromData(body: string, to: string, options: ExportOptions, io: Io): Promise<number> {
  const local = await openLocal(options, io);
  try {
    const record = await localRecord(local.store, body);
    const { state, checkpoint, size, root } = record;
    const clerkKeys = clerksUpTo(state, size);
    return await writeStream(
      to,
      bundleFromStore({
        sha256,
        store: local.store,
        body: record.body,
        size,
        root,
        checkpoint,
        clerkKeys,
        grades: await heldGrades(sha256, local.store, record.body, size),
        read: GRADES,
        made: Date.now(),
      }),
    );
  } finally {
    await local.close();
  }
}

async function fromClerk(body: string, to: string, from: string, options: ExportOptions): Promise<number> {
  const address = /\/(b|api\/bodies)\//.test(from) ? from : `${from.replace(/\/+$/, "")}/b/${body}`;
  const plain = remoteOf(address);
  if (plain.body !== body) throw new UsageError("usage-address-other", { from });
  const remote =
    options.key === undefined ? plain : await signIn(plain, readKeyFile(options.key, (await bodyFacts(plain)).nonce));
  return writeStream(to, (await stream(remote, "export")) as unknown as AsyncIterable<Uint8Array>);
}
