/**
 * `nabat count`: counts BLT and CSV files by a named rule. Exit status 0; 1 where a file couldn't be
 * read (the others are counted); 2 where the words can't be understood.
 */
import { listRules } from "@nabat/count";
import { type Locale, speak } from "@nabat/speech";
import { parseCountArgs } from "./args.ts";
import { findFiles } from "./files.ts";
import { faultText } from "./fault-text.ts";
import type { FileOutcome } from "./one-file.ts";
import { countFiles } from "./pool.ts";
import { usageIn } from "./usage.ts";

/** Where text goes. */
export interface CountIo {
  out(text: string): void;
  err(text: string): void;
  /** The language where no word of the command says one; English where it isn't known. */
  readonly locale?: Locale;
}

/** Runs the command with the words after `count`; resolves to the exit status. */
export async function runCount(argv: readonly string[], io: CountIo): Promise<number> {
  const { locale = "en" } = io;
  const request = parseCountArgs(argv, locale);
  if ("id" in request) {
    io.err(`${speak(locale).t(request.id, request.args)}\n\n${usageIn(locale)}`);
    return 2;
  }
  if ("help" in request) {
    io.out(usageIn(locale));
    return 0;
  }
  if ("list" in request) {
    io.out(rulesText(request.json));
    return 0;
  }
  const found = await findFiles(request.paths);
  let failed = 0;
  for (const path of found.missing) {
    failed++;
    io.err(`${path}:1: ${faultText("unreadable", "ENOENT", request.lang)}\n`);
  }
  for (const path of found.empty) io.err(`${path}: ${faultText("no-files", "", request.lang)}\n`);
  const ready: (FileOutcome | undefined)[] = Array.from({ length: found.files.length });
  let printed = 0;
  let counted = 0;
  let first = true;
  let said = Date.now();
  if (request.json) io.out("[");
  const flush = (): void => {
    for (let o = ready[printed]; o !== undefined; o = ready[printed]) {
      if (o.ok) {
        io.out(request.json ? `${first ? "\n" : ",\n"}${o.text}` : `${first ? "" : "\n"}${o.text}`);
        first = false;
      } else {
        failed++;
        io.err(`${o.error}\n`);
      }
      ready[printed++] = undefined;
    }
  };
  await countFiles(found.files, request, (index, outcome) => {
    ready[index] = outcome;
    counted++;
    flush();
    if (found.folder && (Date.now() - said >= 500 || counted === found.files.length)) {
      said = Date.now();
      io.err(`${counted} / ${found.files.length}\n`);
    }
  });
  if (request.json) io.out(first ? "]\n" : "\n]\n");
  return failed > 0 ? 1 : 0;
}

function rulesText(json: boolean): string {
  const rules = listRules();
  if (json) return `${JSON.stringify(rules, undefined, 2)}\n`;
  const width = Math.max(...rules.map((r) => r.id.length));
  return rules
    .map((r) => `${r.id.padEnd(width)}  ${r.name}, version ${r.version}: ${r.source}. Arithmetic: ${r.arithmetic}.\n`)
    .join("");
}
