/**
 * `nabat` on the command line. Each command's work is in its own file and loaded when it is asked
 * for, so that `verify` starts without a server. Exit status: 0 done, 1 it failed (the check
 * doesn't hold, the server can't start), 2 usage.
 */
import { Command, CommanderError, Option } from "commander";
import type { SignOptions } from "./commands/sign.ts";
import { speak } from "@nabat/speech";
import { usageIn } from "./count/usage.ts";
import { FAILED, type Io, json, langOf, localeOf, MISUSED, processIo, type UsageError } from "./io.ts";
import { misusedSentence } from "./misused.ts";

type Flags = Record<string, string | boolean | undefined>;

/** Runs one command line and sets the process's exit status. */
export async function main(argv: readonly string[], io: Io = processIo): Promise<void> {
  process.exitCode = await run(argv, io);
}

/** Runs one command line; gives its exit status. */
export async function run(argv: readonly string[], plain: Io): Promise<number> {
  let status = 0;
  let io = plain;
  try {
    io = { ...plain, locale: localeOf(langIn(argv), plain.env) };
  } catch (error) {
    // No language of that name: said in the environment's own.
    return failed(error, argv.includes("--json"), { ...plain, locale: localeOf(undefined, plain.env) });
  }
  const program = programOf(io, (code) => {
    status = code;
  });
  try {
    await program.parseAsync([...argv], { from: "user" });
    return status;
  } catch (error) {
    return failed(error, argv.includes("--json"), io);
  }
}

/** The value of `--lang` anywhere on the line. */
function langIn(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((a) => a === "--lang" || a.startsWith("--lang="));
  if (at < 0) return undefined;
  return (argv[at] as string).startsWith("--lang=") ? (argv[at] as string).slice(7) : (argv[at + 1] ?? "");
}

function failed(error: unknown, asJson: boolean, io: Io): number {
  const locale = langOf(io);
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    const said = misusedSentence(error, locale);
    if (asJson) io.out(json({ ok: false, error: said }));
    else if (!SAID_BY_HELP.has(error.code)) io.err(`${said}\n${speak(locale).t("usage-help")}\n`);
    return MISUSED;
  }
  const inLanguage = hasWords(error) ? error.said(locale) : undefined;
  const known = inLanguage !== undefined || isSaid(error);
  const message = inLanguage ?? (error instanceof Error ? error.message : String(error));
  const text = error instanceof Error && "advice" in error ? `${message} ${String(error.advice)}` : message;
  if (asJson) io.out(json({ ok: false, error: text }));
  else
    io.err(
      known
        ? `${text}\n`
        : `${speak(locale).t("usage-bug", { why: error instanceof Error ? (error.stack ?? text) : text })}\n`,
    );
  // The command was right; the world wasn't: another server, a full disk, a port that is taken.
  return error instanceof Error && "advice" in error ? FAILED : MISUSED;
}

/** What was asked wrongly, of the command or in the settings, is said in the language of the command. */
function hasWords(error: unknown): error is UsageError {
  return error instanceof Error && "said" in error && typeof error.said === "function";
}

/** Faults of the world that carry their own sentence: the wire, the disk, the store, the configuration. */
function isSaid(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    ["WireFault", "BundleError", "StoreFault"].includes(error.constructor.name) ||
    "advice" in error ||
    ("code" in error && /^E[A-Z]+$/.test(String(error.code)))
  );
}

const KEY_FILE = "the file that opens the server's keys";

/** Where commander writes the help itself, there is nothing to say beside it: `nabat` alone. */
const SAID_BY_HELP: ReadonlySet<string> = new Set(["commander.help"]);

function programOf(io: Io, exit: (code: number) => void): Command {
  // What it finds wrong is said by `failed`, in the language of the command.
  const quiet = { writeOut: io.out, writeErr: io.err, outputError: () => {} };
  const program = new Command("nabat");
  program
    .description(
      "Organisations run themselves: members sign acts, the record only grows, everything else is computed from it.",
    )
    .exitOverride()
    .configureOutput(quiet);
  const asJson = () => new Option("--json", "answer in JSON");
  const command = (usage: string, description: string, under = program) =>
    under
      .command(usage)
      .description(description)
      .option("--lang <code>", "language of sentences: en or fr; else as LC_ALL, LC_MESSAGES or LANG say")
      .exitOverride()
      .configureOutput(quiet);

  command("serve", "keep records: pages, API, and an embedded database")
    .option("--data <dir>", "data folder")
    .option("--port <n>", "port to listen on")
    .option("--lan", "listen in the house's network too")
    .option("--key-file <file>", `${KEY_FILE}, the same for each of its processes`)
    .option("--process-address <host:port>", "where other processes of this server reach this one")
    .option("--tls-cert <file>", "certificate")
    .option("--tls-key <file>", "its key")
    .option("--address <url>", "address people reach it by, behind a proxy")
    .option("--database-url <url>", "a PostgreSQL instead of the embedded one")
    .option("--name <text>", "this server's name, shown to people")
    .option("--open", "anyone may found a body here")
    .option("--no-example", "without the example house")
    .addOption(asJson())
    .action(async (flags: Flags) => exit(await (await import("./commands/serve.ts")).runServe(flags, io)));

  command(
    "verify <source>",
    "recompute a record: a folder (of one record, or a server's data folder with all of them), a bundle, a record keeper's address, or the same files on any web host; names the first fault and its rule",
  )
    .option("--key <file>", "a key that may read the entries, for an address")
    .option("--body <id>", "the body that the record must be of")
    .option("--clerk <key>", "the record keeper's key as you know it from elsewhere: z6Mk…, or a C2SP verifier key")
    .option("--threads <n>", "threads that check signatures")
    .option("--progress", "progress on standard error")
    .addOption(asJson())
    .action(async (source: string, flags: Flags) =>
      exit(await (await import("./commands/verify.ts")).runVerify(source, flags, io)),
    );

  command("verify-diff <old> <new>", "check that NEW can honestly follow OLD")
    .option("--key <file>", "a key that may read the entries, for an address")
    .option("--progress", "progress on standard error")
    .addOption(asJson())
    .action(async (older: string, newer: string, flags: Flags) =>
      exit(await (await import("./commands/verify-diff.ts")).runVerifyDiff(older, newer, flags, io)),
    );

  command("export <body>", "one file, the whole body")
    .requiredOption("--to <file>", "where to write it")
    .option("--data <dir>", "from this data folder")
    .option("--from <url>", "from a clerk")
    .option("--key <file>", "a key that may read, with --from")
    .option("--database-url <url>", "with --data: the PostgreSQL it uses")
    .option("--key-file <file>", KEY_FILE)
    .addOption(asJson())
    .action(async (body: string, flags: Flags) =>
      exit(await (await import("./commands/export.ts")).runExport(body, flags, io)),
    );

  command("restore <file>", "bring a bundle, or a backup of a whole clerk, into a data folder")
    .option("--data <dir>", "data folder", "data")
    .option("--database-url <url>", "the PostgreSQL it uses")
    .option("--key-file <file>", KEY_FILE)
    .option("--clerk-key <file>", "for a bundle: the clerk's key of its epoch, to go on keeping it")
    .option("--words <file>", "for a backup: its twelve words")
    .addOption(asJson())
    .action(async (file: string, flags: Flags) =>
      exit(await (await import("./commands/restore.ts")).runRestore(file, flags, io)),
    );

  command("backup", "a whole clerk in one file")
    .requiredOption("--to <file>", "where to write it")
    .option("--data <dir>", "data folder", "data")
    .option("--database-url <url>", "the PostgreSQL it uses")
    .option("--key-file <file>", KEY_FILE)
    .addOption(asJson())
    .action(async (flags: Flags) => exit(await (await import("./commands/backup.ts")).runBackup(flags, io)));

  const database = command("database", "the PostgreSQL behind a server");
  command("distribute", "lay its tables out over a Citus cluster; again after each new version", database)
    .option("--database-url <url>", "the PostgreSQL; else as DATABASE_URL says")
    .option("--shards <n>", "shards of a table where none is laid out yet; 32 by default")
    .addOption(asJson())
    .action(async (flags: Flags) =>
      exit(await (await import("./commands/database-distribute.ts")).runDistribute(flags, io)),
    );

  command("sign <file>", "show an act and sign it with a key")
    .requiredOption("--key <file>", "device key or reserve words")
    .option("--nonce <hex>", "the body's nonce, for reserve words")
    .option("--to <file>", "write the signed act here")
    .option("--submit <url>", "send it to a clerk: the body's address")
    .option(
      "--attach <field=file>",
      "with --submit: send a file along, its reference at this place of the act's data (title, text, items.0.title); as often as needed. Plain text in UTF-8, or by its ending JSON, PNG, JPEG, PDF",
      (one: string, before: readonly string[] | undefined) => [...(before ?? []), one],
    )
    .addOption(
      new Option("--grade <who>", "who may read what is attached; members by default").choices(["members", "public"]),
    )
    .option("--yes", "sign without asking")
    .addOption(asJson())
    .action(async (file: string, flags: SignOptions) =>
      exit(await (await import("./commands/sign.ts")).runSign(file, flags, io)),
    );

  command("handover <body>", "the ordinary move: sign that another clerk's key keeps the record from here on")
    .requiredOption("--to-key <key>", "the next clerk's key (z6Mk…)")
    .option("--data <dir>", "data folder", "data")
    .option("--database-url <url>", "the PostgreSQL it uses")
    .option("--key-file <file>", KEY_FILE)
    .addOption(asJson())
    .action(async (body: string, flags: Flags) =>
      exit(await (await import("./commands/handover.ts")).runHandover(body, flags, io)),
    );

  command("withhold <body> <attachment>", "not serve one content, openly: duty, term and appeal stand in the record")
    .requiredOption("--duty <text>", "which duty makes you do it; public")
    .requiredOption("--until <date>", "until when, at most 366 days")
    .requiredOption("--appeal <text>", "where to appeal; public")
    .option("--data <dir>", "data folder", "data")
    .option("--database-url <url>", "the PostgreSQL it uses")
    .option("--key-file <file>", KEY_FILE)
    .addOption(asJson())
    .action(async (body: string, attachment: string, flags: Flags) =>
      exit(await (await import("./commands/withhold.ts")).runWithhold(body, attachment, flags, io)),
    );

  command("follow <url>", "let a server follow a record: watch its growth, cosign, keep a copy")
    .option("--server <url>", "the following server", "http://127.0.0.1:8420")
    .option("--code <text>", "its founding code, if it asks for one")
    .addOption(asJson())
    .action(async (url: string, flags: Flags) =>
      exit(await (await import("./commands/follow.ts")).runFollow(url, flags, io)),
    );

  program
    .command("count")
    .description("count ballots by a rule: BLT files or folders of them")
    .allowUnknownOption()
    .allowExcessArguments()
    .helpOption(false)
    .configureHelp({ formatHelp: () => usageIn(langOf(io)) })
    .configureOutput(quiet)
    .exitOverride()
    .argument("[args...]")
    .action(async (args: string[]) => exit(await (await import("./commands/count.ts")).countCommand(args, io)));

  command("replay [cases...]", "play worked cases of the source through the API into practice bodies")
    .option("--to <url>", "a running clerk; without it one is started for the replay")
    .option("--code <code>", "the founding code, where that clerk asks for one")
    .option("--list", "name the cases")
    .addOption(asJson())
    .action(async (cases: string[], flags: Flags) =>
      exit(await (await import("./commands/replay.ts")).runReplay(cases, flags, io)),
    );

  return program;
}
