/** Runs `nabat count` by itself, from sources: `npx tsx packages/cli/src/count/main.ts --rule … PATH…`. */
import { runCount } from "./run-count.ts";

process.exitCode = await runCount(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
});
