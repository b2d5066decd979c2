/**
 * The short way for acts, and for live events (see live-way.ts). Sending an act is by far the busiest request (a hall of thousands votes in
 * seconds), and building Fetch objects around each cost a third of its time. Everything else, and
 * anything unusual about such a request, goes the long way.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { chooseLocale } from "@nabat/speech";
import type { ApiDeps } from "../api/deps.ts";
import { takeAct } from "../api/take-act.ts";
import type { Background } from "./background.ts";
import { liveBody, sendLive } from "./live-way.ts";

/** The address that acts are sent to. */
export const ACTS = /^\/api\/bodies\/([0-9a-f]{64})\/acts$/;
/** Larger requests go the long way, which refuses what is too large. */
const MOST_BYTES = 1_000_000;
/** What Node's server calls for each request. */
export type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

/** Headers of the answer to an act. */
export function actHeaders(secure: boolean): Readonly<Record<string, string>> {
  return {
    "Content-Type": "application/json",
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Nabat-Salt, Retry-After",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    ...(secure ? { "Strict-Transport-Security": "max-age=31536000" } : {}),
  };
}

/** A listener that takes acts in by itself, puts off what can wait, and hands everything else on. */
export function shortWay(deps: ApiDeps, secure: boolean, background: Background, long: Listener): Listener {
  const headers = actHeaders(secure);
  const flat = Object.entries(headers).flat();
  return (request, response) => {
    const live = liveBody(request.method, request.url);
    if (live) return void sendLive(deps, live, response, headers, () => long(request, response));
    if (background.putOff(request, response)) return undefined;
    const body = request.method === "POST" ? ACTS.exec(request.url ?? "")?.[1] : undefined;
    if (!body) return long(request, response);
    const length = Number(request.headers["content-length"]);
    if (!(length > 0 && length <= MOST_BYTES)) return long(request, response);
    const asked = {
      body,
      media: request.headers["content-type"] ?? "",
      bytes: () => bytesOf(request, length),
      address: senderOf(request, deps.config.proxy),
      locale: () =>
        chooseLocale({
          cookie: /(?:^|; )nabat-lang=([a-z]+)/.exec(request.headers.cookie ?? "")?.[1],
          header: request.headers["accept-language"],
        }),
    };
    takeAct(deps, asked)
      .then(
        (taken) => answer(response, flat, taken.status, taken.content, taken.retryAfter),
        (error: unknown) => {
          if (error instanceof SenderGone) throw error;
          deps.log.error("bug", { error, stack: error instanceof Error ? error.stack : undefined });
          answer(response, flat, 500, BUG);
        },
      )
      .catch(() => response.destroy());
    return undefined;
  };
}

/** The address that a request comes from; behind a trusted proxy, the one it names last. */
export function senderOf(request: IncomingMessage, proxy: boolean): string {
  const named = proxy ? request.headers["x-forwarded-for"] : undefined;
  const last = (Array.isArray(named) ? named.join(",") : named)?.split(",").at(-1)?.trim();
  return last || (request.socket.remoteAddress ?? "?");
}

const BUG = { rule: "API-4", code: "bug", sentence: "Something in Nabat itself failed. Nothing was entered." };

/** Sends JSON. As a text, and with headers as one list: Node then writes head and content at once. */
function answer(
  response: ServerResponse,
  headers: readonly string[],
  status: number,
  content: unknown,
  retryAfter?: number,
): void {
  const text = JSON.stringify(content);
  const more = retryAfter ? ["Retry-After", String(retryAfter)] : [];
  response.writeHead(status, [...headers, "Content-Length", String(Buffer.byteLength(text)), ...more]);
  response.end(text);
}

/** The request's `length` bytes. Rejects where the sender goes away. */
function bytesOf(request: IncomingMessage, length: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    if (request.destroyed) return reject(new SenderGone());
    const parts: Buffer[] = [];
    let missing = length;
    request.on("data", (part: Buffer) => {
      parts.push(part);
      missing -= part.length;
      // All that was announced is here: no need to wait for the stream's end.
      if (missing === 0) resolve(parts.length === 1 ? part : Buffer.concat(parts));
    });
    const gone = () => {
      if (missing > 0) reject(new SenderGone());
    };
    request.on("error", gone);
    request.on("close", gone);
    return undefined;
  });
}

/** Whoever sent the request went away before it was whole: nobody is there to be answered. */
class SenderGone extends Error {}
