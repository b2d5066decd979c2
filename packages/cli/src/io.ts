/** Where a command writes and how it ends: 0 done, 1 the check failed, 2 it was asked wrongly. */

/** Output of a command. Lines end with a newline. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** True where a person watches standard error. */
  readonly watched: boolean;
  readonly env: NodeJS.ProcessEnv;
}

/** Exit statuses. */
export const DONE = 0;
export const FAILED = 1;
export const MISUSED = 2;

/** Asked wrongly: a sentence for the person, exit status 2. */
export class UsageError extends Error {}

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
