/** Requests sent as they are written, unlike fetch, which puts an address right first. */
import { request } from "node:http";

/** What came back. Status 0: hung up on, which is allowed where a request needn't be read to its end. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly type: string;
}

/** Sends a path as it is, unlike fetch, which puts it right first. Streams are left after their first bytes. */
export function raw(
  base: string,
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: string | Uint8Array,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { port: new URL(base).port, host: "127.0.0.1", method, path, headers, timeout: 10_000 },
      (answer) => {
        const parts: Buffer[] = [];
        const type = String(answer.headers["content-type"] ?? "");
        const done = () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString(), type });
        answer.on("data", (part: Buffer) => {
          parts.push(part);
          if (type.includes("event-stream")) {
            done();
            sent.destroy();
          }
        });
        answer.on("end", done);
        answer.on("error", () => done());
      },
    );
    sent.on("timeout", () => {
      sent.destroy();
      reject(new Error(`no answer in ten seconds: ${method} ${path}`));
    });
    // A server may hang up on what it needn't read to the end; it must have answered before.
    sent.on("error", (error: NodeJS.ErrnoException) =>
      error.code === "EPIPE" || error.code === "ECONNRESET"
        ? resolve({ status: 0, text: "", type: "" })
        : reject(error),
    );
    sent.end(body);
  });
}
