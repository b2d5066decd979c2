/**
 * `nabat replay [CASE…]`: plays worked cases of the book through a clerk's API into practice bodies and
 * holds what came out against the book's numbers. Exit status 1 where one isn't met.
 */
import { CASES, type Case, type Outcome, playCase } from "@nabat/example/cases/mod.ts";
import { createClient, nodeTools } from "@nabat/exchange/client/mod.ts";
import { DONE, FAILED, type Io, json, UsageError } from "../io.ts";
import { progress } from "../progress.ts";
import { startTemporary } from "../replay/temporary.ts";

export interface ReplayFlags {
  readonly to?: string | boolean | undefined;
  readonly code?: string | boolean | undefined;
  readonly list?: string | boolean | undefined;
  readonly json?: string | boolean | undefined;
}

/** Runs the command; gives the exit status. Without `--to` a clerk is started for the replay and ended after it. */
export async function runReplay(names: readonly string[], flags: ReplayFlags, io: Io): Promise<number> {
  if (flags.list) {
    if (flags.json)
      io.out(json(CASES.map(({ name, title, checks }) => ({ case: name, title, checks: checks.length }))));
    else for (const c of CASES) io.out(`${c.name.padEnd(7)} ${c.title}\n`);
    return DONE;
  }
  const cases = chosen(names);
  const here = typeof flags.to === "string" ? undefined : await startTemporary();
  const url = typeof flags.to === "string" ? addressOf(flags.to) : (here?.url ?? "");
  try {
    const outcomes: Outcome[] = [];
    for (const c of cases) {
      const outcome = await playOne(c, url, flags, io);
      outcomes.push(outcome);
      if (!flags.json) io.out(said(outcome, c.title));
    }
    // One case that was named is answered by itself, several by a list.
    if (flags.json) io.out(json(names.length === 1 ? outcomes[0] : outcomes));
    return outcomes.some((o) => o.failed) ? FAILED : DONE;
  } finally {
    await here?.close();
  }
}

async function playOne(c: Case, url: string, flags: ReplayFlags, io: Io): Promise<Outcome> {
  const shown = progress(io, c.name);
  const client = createClient({ url, tools: nodeTools, recheckMs: 500 });
  try {
    return await playCase(c, client, url, {
      progress: shown.report,
      ...(typeof flags.code === "string" ? { code: flags.code } : {}),
    });
  } finally {
    shown.end();
  }
}

function chosen(names: readonly string[]): readonly Case[] {
  if (names.length === 0) return CASES;
  return names.map((name) => {
    const found = CASES.find((c) => spelling(c.name) === spelling(name));
    if (!found) throw new UsageError("usage-case", { name, all: CASES.map((c) => c.name).join(", ") });
    return found;
  });
}

/** `n5:W4`, `N5-w4` and `n5 w4` are one case. */
function spelling(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, ":");
}

function addressOf(text: string): string {
  if (!/^https?:\/\/[^/]/.test(text)) throw new UsageError("usage-to");
  return text;
}

/** One case in words: what held, and each number that wasn't met. */
function said(outcome: Outcome, title: string): string {
  const failed = outcome.failed ?? [];
  const lines = [
    `${outcome.case.padEnd(7)} ${title}: ${outcome.checks} checks held${failed.length > 0 ? `, ${failed.length} did not` : ""}; ${outcome.bodies.length} practice bodies\n`,
  ];
  for (const f of failed)
    lines.push(
      `  not met: ${f.id}: ${f.says}\n    wanted ${JSON.stringify(f.wanted)}\n    found  ${JSON.stringify(f.found)}\n`,
    );
  return lines.join("");
}
