/** `nabat count`: dispatches to the counting command, which reads its own arguments. */
import { runCount } from "../count/run-count.ts";
import type { Io } from "../io.ts";

/** Runs the command with the words after `count`; gives the exit status. */
export function countCommand(args: readonly string[], io: Io): Promise<number> {
  return runCount(args, io);
}
