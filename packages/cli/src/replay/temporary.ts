/** A clerk for the length of one command: own port, own data folder, both gone afterwards. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLog, readConfig, startServer } from "@nabat/server";

export interface Temporary {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Starts it. Its log is silent but for errors; whoever asks for a refusal on purpose is not limited. */
export async function startTemporary(): Promise<Temporary> {
  const data = mkdtempSync(join(tmpdir(), "nabat-replay-"));
  const log = createLog(
    (line) => void (line.includes('"level":"error"') && process.stderr.write(`${line}\n`)),
    Date.now,
  );
  try {
    const running = await startServer(readConfig({ data, port: 0, refusalsPerMinute: 0, example: false }, {}), { log });
    return {
      url: running.url,
      close: async () => {
        await running.close();
        rmSync(data, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(data, { recursive: true, force: true });
    throw error;
  }
}
