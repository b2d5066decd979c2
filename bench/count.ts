/**
 * Figures of the counting: `npx tsx bench/count.ts`. Each line names the machine's processor, cores,
 * node's version, the command, and the measured time against the target. Wards are synthetic, of real
 * size: about 5,000 papers, 7 candidates, 3 or 4 seats, one line a paper, written to a temporary folder.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { countProfile, PaperBuilder, type Profile, readBlt, SAME } from "@nabat/count";

const MACHINE = `${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores, load ${loadavg()[0]!.toFixed(1)} at the start, node ${process.version}`;

/** A small reproducible generator (mulberry32): the same wards on every machine. */
export function generator(seed: number): () => number {
  let s = seed >>> 0;
  return () => {
    s = (s + 0x6d2b79f5) >>> 0;
    let t = Math.imul(s ^ (s >>> 15), 1 | s);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** One paper: candidates drawn without return by their popularity, most papers short. */
function preferences(random: () => number, popularity: readonly number[]): number[] {
  const left = popularity.map((p, i) => [i, p] as [number, number]);
  const length = 1 + Math.floor(random() * random() * left.length * 1.2);
  const out: number[] = [];
  while (out.length < length && left.length > 0) {
    let at = random() * left.reduce((s, [, p]) => s + p, 0);
    let k = 0;
    while (k < left.length - 1 && (at -= left[k]![1]) > 0) k++;
    out.push(left.splice(k, 1)[0]![0]);
  }
  return out;
}

/** A ward as BLT text, one line a paper. */
export function ward(seed: number, papers: number, candidates: number, seats: number): string {
  const random = generator(seed);
  const popularity = Array.from({ length: candidates }, () => 0.05 + random() ** 2);
  const lines = [`${candidates} ${seats}`];
  for (let i = 0; i < papers; i++)
    lines.push(
      `1 ${preferences(random, popularity)
        .map((c) => c + 1)
        .join(" ")} 0`,
    );
  lines.push("0", ...popularity.map((_, i) => `"Candidate ${i + 1}"`), `"Ward ${seed}"`);
  return `${lines.join("\n")}\n`;
}

function show(what: string, seconds: number, target: number, command: string, more = ""): void {
  const verdict = seconds < target ? "reached" : "missed";
  console.log(`${what}: ${seconds.toFixed(2)} s (target < ${target} s, ${verdict})${more}\n  ${MACHINE}\n  ${command}`);
}

function timed(run: () => void): number {
  const start = performance.now();
  run();
  return (performance.now() - start) / 1000;
}

function wards(folder: string): void {
  const dir = join(folder, "wards");
  mkdirSync(dir);
  for (let i = 0; i < 1000; i++)
    writeFileSync(
      join(dir, `ward-${String(i).padStart(4, "0")}.blt`),
      ward(i + 1, 4700 + ((i * 37) % 600), 7, 3 + (i % 2)),
    );
  const main = join(import.meta.dirname, "../packages/cli/src/count/main.ts");
  const args = ["--import", "tsx", main, "--rule", "scottish-stv", "--json", dir];
  const time = spawnSync("/usr/bin/time", ["-f", "%e %U %S %M", process.execPath, ...args], {
    maxBuffer: 1 << 28,
    encoding: "utf8",
  });
  const command = "nabat count --rule scottish-stv --json (1,000 files)";
  const m = /([\d.]+) ([\d.]+) ([\d.]+) (\d+)\s*$/.exec(time.stderr ?? "");
  if (m)
    show(
      "1,000 wards, Scottish rules, from files",
      Number(m[1]),
      5,
      command,
      `, processor time ${(Number(m[2]) + Number(m[3])).toFixed(2)} s, ${Math.round(Number(m[4]) / 1024)} MB at most (target < 512 MB)`,
    );
  else
    show(
      "1,000 wards, Scottish rules, from files",
      timed(
        () => void execFileSync(process.execPath, args, { maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] }),
      ),
      5,
      command,
    );
}

function million(folder: string): void {
  const file = join(folder, "million.blt");
  const text = ward(7, 20_000, 7, 4).split("\n");
  const papers = text.slice(1, 20_001);
  const big = [text[0]!];
  for (let i = 0; i < 50; i++) big.push(...papers);
  writeFileSync(file, [...big, ...text.slice(20_001)].join("\n"));
  const seconds = timed(() => {
    const read = readBlt(readFileSync(file));
    if (!read.ok) throw new Error(read.code);
    countProfile(read.value.profile, "scottish-stv");
  });
  show("1,000,000 ranked papers, Scottish rules, from a file", seconds, 3, "readBlt + countProfile scottish-stv");
}

function manyOptions(folder: string): void {
  const random = generator(11);
  const lines = ["100 1"];
  const order = Array.from({ length: 100 }, (_, i) => i + 1);
  for (let i = 0; i < 100_000; i++) {
    for (let k = 99; k > 0; k--) {
      const j = Math.floor(random() * (k + 1));
      [order[k], order[j]] = [order[j]!, order[k]!];
    }
    lines.push(`1 ${order.join(" ")} 0`);
  }
  lines.push("0", ...order.map((_, i) => `"Option ${i + 1}"`), '"Many options"');
  const file = join(folder, "options.blt");
  writeFileSync(file, `${lines.join("\n")}\n`);
  let profile: Profile | undefined;
  const reading = timed(() => {
    const read = readBlt(readFileSync(file));
    if (!read.ok) throw new Error(read.code);
    profile = read.value.profile;
  });
  const seconds = timed(() => void countProfile(profile!, "schulze"));
  show(
    "Schulze, 100 options, 100,000 papers that rank all",
    reading + seconds,
    2,
    "readBlt + countProfile schulze",
    ` (reading ${reading.toFixed(2)}, counting ${seconds.toFixed(2)})`,
  );
}

function shares(): void {
  const random = generator(5);
  const builder = new PaperBuilder();
  const popularity = Array.from({ length: 200 }, () => 0.01 + random() * 0.12);
  for (let v = 0; v < 20_000; v++) {
    const marks = popularity.flatMap((p, c) => (random() < p ? [c] : [])).map((c, i) => (i === 0 ? c : c | SAME));
    builder.add(marks, marks.length, 1);
  }
  const profile: Profile = {
    title: "Projects",
    seats: 1,
    candidates: popularity.map((_, i) => ({ name: `Project ${i + 1}`, cost: 1000 + Math.floor(random() * 99_000) })),
    papers: builder.build(),
    form: "marked",
    budget: 2_000_000,
  };
  let chosen = 0;
  const seconds = timed(() => (chosen = countProfile(profile, "equal-shares").winners.length));
  show(
    "Equal shares, 200 projects, 20,000 voters, exact",
    seconds,
    5,
    "countProfile equal-shares",
    ` (${chosen} chosen)`,
  );
}

const folder = mkdtempSync(join(tmpdir(), "nabat-bench-count-"));
try {
  wards(folder);
  million(folder);
  manyOptions(folder);
  shares();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
