/**
 * Starting: from a clean data folder to the first page, and later starts; and how much script each
 * page brings, gzipped.
 *
 *   npx tsx bench/start.ts [--runs 5]
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { startClerk } from "@nabat/testkit/process.ts";

const { values } = parseArgs({ options: { runs: { type: "string", default: "5" } } });

async function toFirstPage(data: string): Promise<number> {
  const began = performance.now();
  const clerk = await startClerk(data);
  const page = await fetch(clerk.url);
  if (!page.ok || !(await page.text()).includes("</html>")) throw new Error("no first page");
  const took = performance.now() - began;
  await clerk.stop();
  return took;
}

const median = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
const first: number[] = [];
const later: number[] = [];
for (let n = 0; n < Number(values.runs); n++) {
  const data = mkdtempSync(join(tmpdir(), "nabat-start-"));
  first.push(await toFirstPage(data));
  later.push(await toFirstPage(data));
  rmSync(data, { recursive: true, force: true });
}
console.log(`machine: ${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}`);
console.log(`command: npx tsx bench/start.ts --runs ${values.runs}`);
console.log(
  `clean data folder to first page: median ${(median(first) / 1000).toFixed(2)} s; later starts: median ${(median(later) / 1000).toFixed(2)} s (process start included)`,
);
const assets = join(import.meta.dirname, "..", "dist", "assets");
const manifest = JSON.parse(readFileSync(join(assets, "manifest.json"), "utf8")) as Record<string, string>;
const size = (file: string) => gzipSync(readFileSync(join(assets, file))).length;
/** A script with the chunks that it imports before anything happens. */
function whole(file: string, seen = new Set<string>()): number {
  if (seen.has(file)) return 0;
  seen.add(file);
  const text = readFileSync(join(assets, file), "utf8");
  const imports = [...text.matchAll(/(?:from|import)"\.\/([A-Za-z0-9._-]+\.js)"/g)].map((m) => m[1] as string);
  return size(file) + imports.reduce((n, f) => n + whole(f, seen), 0);
}
for (const [name, file] of Object.entries(manifest))
  if (name.endsWith(".js") && readdirSync(assets).includes(file))
    console.log(`script ${name}: ${(whole(file) / 1024).toFixed(1)} KB gzipped`);
