/**
 * A request that came to another process of this server, answered here: as the application answers any,
 * but who asks is what that process says, never what a header says.
 */
import type { Hono } from "hono";
import type { Asker, PassedOn } from "../http/asker.ts";

/** A request apart from any connection. */
export interface Plain {
  readonly method: string;
  /** Path with its query. */
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly bytes: Uint8Array;
}

/** Answers it with this process' application. */
export async function answerHere(app: Pick<Hono, "fetch">, request: Plain, asker: Asker): Promise<Response> {
  const { method, bytes } = request;
  const headers = new Headers(request.headers.map(([name, value]): [string, string] => [name, value]));
  const host = headers.get("host") ?? "inside";
  const url = URL.canParse(`http://${host}`) ? `http://${host}${request.url}` : `http://inside${request.url}`;
  const body = method === "GET" || method === "HEAD" ? {} : { body: bytes as Uint8Array<ArrayBuffer> };
  return await app.fetch(new Request(url, { method, headers, ...body }), { passedOn: asker } satisfies PassedOn);
}

/** Headers that belong to one connection and not to what is sent on it (RFC 9110, section 7.6.1). */
const OF_THE_CONNECTION = new Set([
  ...["connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "te", "trailer"],
  ...["transfer-encoding", "upgrade", "expect", "content-length"],
]);

/** The headers that go along: from name and value pairs as Node's server gives them one after the other. */
export function headersAlong(raw: readonly string[]): (readonly [string, string])[] {
  const out: (readonly [string, string])[] = [];
  for (let i = 0; i + 1 < raw.length; i += 2) {
    const name = (raw[i] ?? "").toLowerCase();
    if (!OF_THE_CONNECTION.has(name)) out.push([name, raw[i + 1] ?? ""]);
  }
  return out;
}

/** An answer's headers, each cookie by itself. */
export function headersOf(answer: Response): (readonly [string, string])[] {
  const cookies = answer.headers.getSetCookie().map((value) => ["set-cookie", value] as const);
  const others = [...answer.headers].filter(([name]) => name !== "set-cookie" && !OF_THE_CONNECTION.has(name));
  return [...others, ...cookies];
}
