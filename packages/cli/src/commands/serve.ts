/** `nabat serve`: starts a clerk, says where it is, stops cleanly when told to. */
import { type Config, readConfig, shownConfig, startServer } from "@nabat/server";
import { speak, type Speech } from "@nabat/speech";
import { renderUnicodeCompact } from "uqr";
import { DONE, FAILED, type Io, json, langOf } from "../io.ts";

/** Runs the command until it is told to stop; gives the exit status. */
export async function runServe(flags: Readonly<Record<string, string | boolean | undefined>>, io: Io): Promise<number> {
  const asJson = flags["json"] === true;
  const { json: _, example, ...rest } = flags;
  const config = readConfig({ ...rest, ...(example === false ? { example: "" } : {}) }, io.env);
  const started = performance.now();
  let lost: ((message: string) => void) | undefined;
  const stopped = new Promise<number>((resolve) => {
    const stop = (): void => resolve(DONE);
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
    lost = (message) => {
      io.err(`${message}\n`);
      resolve(FAILED);
    };
  });
  const running = await startServer(config, { onLost: (message) => lost?.(message) });
  const took = Math.round(performance.now() - started);
  const { url, lanUrl, foundingCode } = running;
  if (asJson) io.out(json({ ok: true, url, lanUrl, foundingCode, ms: took, config: shownConfig(config) }));
  else io.out(said(speak(langOf(io)), { url, lanUrl, code: foundingCode, config, ms: took }));
  const status = await stopped;
  // A second signal while stopping ends it at once: the acknowledged acts are on disk already.
  process.once("SIGINT", () => process.exit(FAILED));
  await running.close();
  return status;
}

/** Where the records are: with a database of one's own the folder holds only what this process needs. */
function keptIn({ t }: Speech, config: Config): string {
  const { data, database } = shownConfig(config);
  return config.databaseUrl === undefined
    ? config.data
    : t("did-serve-kept", { database: String(database), data: String(data) });
}

interface Open {
  readonly url: string;
  readonly lanUrl?: string;
  readonly code?: string;
  readonly config: Config;
  readonly ms: number;
}

function said(speech: Speech, { url, lanUrl, code, config, ms }: Open): string {
  const { t } = speech;
  const lines = [t("did-serve", { url })];
  if (lanUrl) lines.push(t("did-serve-lan", { url: lanUrl }), "", renderUnicodeCompact(lanUrl), "");
  if (code) lines.push(t("did-serve-code", { code }));
  if (lanUrl?.startsWith("http:")) lines.push(t("did-serve-no-tls"));
  lines.push(t("did-serve-stop", { kept: keptIn(speech, config), ms: String(ms) }));
  return `${lines.join("\n")}\n`;
}
