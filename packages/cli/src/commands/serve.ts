/** `nabat serve`: starts a clerk, says where it is, stops cleanly when told to. */
import { type Config, readConfig, shownConfig, startServer } from "@nabat/server";
import { renderUnicodeCompact } from "uqr";
import { DONE, FAILED, type Io, json } from "../io.ts";

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
  else io.out(said(url, lanUrl, foundingCode, keptIn(config), took));
  const status = await stopped;
  // A second signal while stopping ends it at once: the acknowledged acts are on disk already.
  process.once("SIGINT", () => process.exit(FAILED));
  await running.close();
  return status;
}

/** Where the records are: with a database of one's own the folder holds only what this process needs. */
function keptIn(config: Config): string {
  const { data, database } = shownConfig(config);
  return config.databaseUrl === undefined
    ? config.data
    : `${String(database)}, what this process needs in ${String(data)}`;
}

function said(url: string, lanUrl: string | undefined, code: string | undefined, kept: string, ms: number): string {
  const lines = [`Nabat is open at  ${url}`];
  if (lanUrl) lines.push(`In this house at  ${lanUrl}`, "", renderUnicodeCompact(lanUrl), "");
  if (code) lines.push(`Code for founding a body here: ${code}`);
  if (lanUrl?.startsWith("http:"))
    lines.push("Without TLS, phones can read here but most can't sign: give --tls-cert and --tls-key.");
  lines.push(`Records are kept in ${kept}. Started in ${ms} ms. Stop with Ctrl-C.`);
  return `${lines.join("\n")}\n`;
}
