/**
 * `nabat replay [CASE…]`: plays worked cases of the source through a clerk's API into practice bodies
 * and holds what stands there against the numbers of the source. Exit status 1 where one isn't met.
 */
import { readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "@nabat/exchange/client/mod.ts";
import { nodeTools } from "@nabat/exchange/client/node-tools.ts";
import { readConfig, startServer } from "@nabat/server";
import { projectRoot } from "@nabat/server/assets.ts";
import { type Case, type Outcome, Stage } from "../../../../cases/replay/stage.ts";
import { DONE, FAILED, type Io, json, UsageError } from "../io.ts";
import { progress } from "../progress.ts";

export interface ReplayOptions {
  readonly to?: string;
  readonly code?: string;
  readonly list?: boolean;
  readonly json?: boolean;
}

/** Runs the command; gives the exit status. */
export async function runReplay(names: readonly string[], options: ReplayOptions, io: Io): Promise<number> {
  const known = await allCases();
  if (options.list) {
    const list = known.map(({ name, title }) => ({ case: name, title }));
    io.out(options.json ? json(list) : list.map((c) => `${c.case.padEnd(8)}${c.title}\n`).join(""));
    return DONE;
  }
  const wanted = names.length === 0 ? known : names.map((name) => named(known, name));
  const place = options.to === undefined ? await ownServer() : { url: options.to.replace(/\/+$/, ""), close: async () => undefined };
  const outcomes: Outcome[] = [];
  try {
    for (const one of wanted) outcomes.push(await play(one, place.url, options, io));
  } finally {
    await place.close();
  }
  if (options.json) io.out(json(outcomes.length === 1 ? outcomes[0] : outcomes));
  return outcomes.every((o) => o.failed === undefined) ? DONE : FAILED;
}

async function play(one: Case, url: string, options: ReplayOptions, io: Io): Promise<Outcome> {
  const shown = progress(io, one.name);
  const client = new Client({ url, tools: nodeTools, recheckMs: 1000 });
  const stage = new Stage(client, one, { ...(options.code === undefined ? {} : { code: options.code }), progress: shown.report });
  await one.play(stage);
  shown.end();
  const outcome = stage.outcome();
  if (!options.json) {
    io.out(`${one.name}  ${one.title}\n  ${outcome.checks} checks held${outcome.failed ? `, ${outcome.failed.length} did not` : ""}; bodies ${outcome.bodies.join(", ")}\n`);
    for (const f of outcome.failed ?? []) io.out(`  ${f.id}: ${f.says}: the source says ${JSON.stringify(f.wanted)}, found ${JSON.stringify(f.found)}\n`);
  }
  return outcome;
}

/** Every case that has a replay, by name. */
async function allCases(): Promise<Case[]> {
  const files = readdirSync(join(projectRoot(), "cases", "replay")).filter((f) => /^n\d-[a-z]*\d*\.ts$/.test(f));
  const cases: Case[] = [];
  for (const file of files.sort()) {
    const name = file.slice(0, -3);
    const module = (await import(`../../../../cases/replay/${name}.ts`)) as Record<string, unknown>;
    for (const value of Object.values(module)) if (isCase(value)) cases.push(value);
  }
  return cases;
}

function isCase(value: unknown): value is Case {
  return typeof value === "object" && value !== null && typeof (value as Case).play === "function" && typeof (value as Case).name === "string";
}

function named(known: readonly Case[], name: string): Case {
  const found = known.find((c) => c.name.toLowerCase() === name.toLowerCase());
  if (!found) throw new UsageError(`there is no replay of ${name}; there are ${known.map((c) => c.name).join(", ")}`);
  return found;
}

/** A clerk for this replay alone, on a folder that goes when it is over. */
async function ownServer(): Promise<{ readonly url: string; readonly close: () => Promise<undefined> }> {
  const data = await mkdtemp(join(tmpdir(), "nabat-replay-"));
  const running = await startServer(readConfig({ data, port: 0, refusalsPerMinute: 0 }, {}), { fastDatabase: true });
  return {
    url: running.url,
    close: async () => {
      await running.close();
      await rm(data, { recursive: true, force: true });
      return undefined;
    },
  };
}
