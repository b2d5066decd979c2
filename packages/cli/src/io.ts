/** Where a command writes and how it ends: 0 done, 1 the check failed, 2 it was asked wrongly or could not be begun. */
import { type Args, isLocale, type Locale, LOCALES, speak } from "@nabat/speech";

/** Output of a command. Lines end with a newline. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** True where a person watches standard error. */
  readonly watched: boolean;
  readonly env: NodeJS.ProcessEnv;
  /** Language of sentences; English where none is chosen. */
  readonly locale?: Locale;
}

/** The language that a command speaks. */
export function langOf(io: Io): Locale {
  return io.locale ?? "en";
}

/** The language of a command: `--lang`, else the environment's, else English. Throws {@link UsageError} on one not spoken. */
export function localeOf(wanted: string | undefined, env: NodeJS.ProcessEnv): Locale {
  if (wanted !== undefined) {
    if (!isLocale(wanted)) throw new UsageError("usage-lang", { all: LOCALES.join(", ") });
    return wanted;
  }
  const set = env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || "";
  const language = set.slice(0, 2).toLowerCase();
  return isLocale(language) ? language : "en";
}

/** Exit statuses. */
export const DONE = 0;
export const FAILED = 1;
export const MISUSED = 2;

/** Asked wrongly: exit status 2, and a sentence for the person, by the message of `speech` that says it. */
export class UsageError extends Error {
  readonly said: (locale: Locale) => string;

  constructor(id: string, args: Args = {}) {
    super(speak("en").t(id, args));
    this.said = (locale) => speak(locale).t(id, args);
  }
}

/** The process's own output. */
export const processIo: Io = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  watched: process.stderr.isTTY === true,
  env: process.env,
};

/** One line of JSON and a newline. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 1)}\n`;
}
