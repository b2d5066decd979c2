/** What benches of great halls share: many at a time, and live pages that listen. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { join } from "node:path";

/** Resolves after so many ms. */
export const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Runs `work` over the items, so many at a time. */
export async function inParallel<T>(
  items: readonly T[],
  width: number,
  work: (item: T, n: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (let n = next++; n < items.length; n = next++) await work(items[n] as T, n);
    }),
  );
}

/**
 * Opens live pages of a body; counts the events that come in, and how many pages got one. `token`: those of a member
 * who is signed in.
 */
export async function watchers(
  port: number,
  body: string,
  count: number,
  token?: string,
): Promise<{ events: () => number; heard: () => number; close: () => void }> {
  const sockets: Socket[] = [];
  let events = 0;
  const heard = new Set<number>();
  const cookie = token === undefined ? "" : `Cookie: nabat_${body.slice(0, 16)}=${token}\r\n`;
  await inParallel(
    Array.from({ length: count }),
    200,
    (_, n) =>
      new Promise<void>((resolve, reject) => {
        const socket = connect(port, "127.0.0.1");
        sockets.push(socket);
        socket.on("error", reject);
        socket.once("data", () => resolve());
        socket.on("data", (chunk: Buffer) => {
          events += chunk.toString("latin1").split("event: size").length - 1;
          heard.add(n);
        });
        socket.write(`GET /api/bodies/${body}/live HTTP/1.1\r\nHost: 127.0.0.1\r\n${cookie}\r\n`);
      }),
  );
  return { events: () => events, heard: () => heard.size, close: () => sockets.forEach((s) => s.destroy()) };
}

/** The project's version and the commit that runs. */
export function version(): string {
  const { version: of } = JSON.parse(readFileSync(join(import.meta.dirname, "../../package.json"), "utf8")) as {
    version: string;
  };
  return `${of} at ${execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: import.meta.dirname })
    .toString()
    .trim()}`;
}
