/** What the README and the handbook tell people to type exists: every command, and every option of it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { run } from "../packages/cli/src/main.ts";

const ROOT = join(import.meta.dirname, "..");
const TEXTS = ["README.md", ...readdirSync(join(ROOT, "docs/handbook")).map((f) => `docs/handbook/${f}`)];

async function helpOf(command: string, under?: string): Promise<string> {
  let said = "";
  const io = { out: (s: string) => (said += s), err: (s: string) => (said += s), env: {} };
  await run(under === undefined ? ["help", command] : [under, "help", command], io as never);
  return said;
}

it("commands and options named in documents are there", async () => {
  const wrong: string[] = [];
  const help = new Map<string, string>();
  for (const file of TEXTS) {
    for (const [, command = "", rest = ""] of readFileSync(join(ROOT, file), "utf8").matchAll(
      /npx nabat ([a-z][a-z-]*)([^`\n]*)/g,
    )) {
      if (command === "help") continue;
      const text = help.get(command) ?? (await helpOf(command));
      help.set(command, text);
      if (!text.startsWith(`Usage: nabat ${command}`) && command !== "count") wrong.push(`${file}: nabat ${command}`);
      // What a command counts with is said by `--list` and its own usage, not by the table of commands.
      if (command === "count") continue;
      // `nabat database distribute`: the second word is a command of the first.
      const second = /\nCommands:/.test(text) ? /^ ([a-z-]+)/.exec(rest)?.[1] : undefined;
      const options = second === undefined ? text : await helpOf(second, command);
      if (second !== undefined && !options.startsWith(`Usage: nabat ${command} ${second}`))
        wrong.push(`${file}: nabat ${command} ${second}`);
      for (const [option] of rest.matchAll(/--[a-z][a-z-]*/g))
        if (!new RegExp(`${option}(?![a-z-])`).test(options)) wrong.push(`${file}: nabat ${command} ${option}`);
    }
  }
  expect(help.size).toBeGreaterThan(8);
  expect(wrong).toEqual([]);
});
