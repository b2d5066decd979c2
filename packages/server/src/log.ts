/** Log lines: JSON, one a line, on standard error. No secret and no text of a member is ever logged. */

import type { Log, LogFields } from "@nabat/kernel";

/** Field names whose values are never written, whatever they hold. */
const SECRET = /secret|seed|token|cookie|authorization|password|signature|challenge|code|salt|bytes/i;

export type { Log, LogFields };

/** A log that writes lines through `write`. */
export function createLog(write: (line: string) => void, now: () => number): Log {
  const line =
    (level: string) =>
    (event: string, fields: LogFields = {}) => {
      const safe = Object.fromEntries(
        Object.entries(fields).map(([k, v]) => [
          k,
          SECRET.test(k) ? "(not logged)" : v instanceof Error ? v.message : v,
        ]),
      );
      write(JSON.stringify({ at: new Date(now()).toISOString(), level, event, ...safe }));
    };
  return { info: line("info"), warn: line("warn"), error: line("error") };
}
