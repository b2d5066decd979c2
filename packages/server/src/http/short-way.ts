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
  return (request, response) => {
    const live = liveBody(request.method, request.url);
    if (live) return void sendLive(deps, live, response, headers, () => long(request, response));
    if (background.putOff(request, response)) return undefined;
    const body = request.method === "POST" ? ACTS.exec(request.url ?? "")?.[1] : undefined;
    const length = Number(request.headers["content-length"]);
    if (!body || deps.config.proxy || !(length > 0 && length <= MOST_BYTES)) return long(request, response);
    takeAct(deps, {
      body,
      media: request.headers["content-type"] ?? "",
      bytes: () => bytesOf(request),
      address: request.socket.remoteAddress ?? "?",
      locale: () =>
        chooseLocale({
          cookie: /(?:^|; )nabat-lang=([a-z]+)/.exec(request.headers.cookie ?? "")?.[1],
          header: request.headers["accept-language"],
        }),
    })
      .catch((error: unknown) => {
        if (error instanceof SenderGone) throw error;
        deps.log.error("bug", { error, stack: error instanceof Error ? error.stack : undefined });
        return {
          status: 500,
          content: { rule: "API-4", code: "bug", sentence: "Something in Nabat itself failed. Nothing was entered." },
          retryAfter: undefined,
        };
      })
      .then((taken) => {
        const content = Buffer.from(JSON.stringify(taken.content));
        response.writeHead(taken.status, {
          ...headers,
          "Content-Length": content.length,
          ...(taken.retryAfter ? { "Retry-After": taken.retryAfter } : {}),
        });
        response.end(content);
      })
      .catch(() => response.destroy());
    return undefined;
  };
}

/** The request's bytes. Rejects where the sender goes away. */
function bytesOf(request: IncomingMessage): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    if (request.destroyed) return reject(new SenderGone());
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => resolve(parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts)));
    request.on("error", () => reject(new SenderGone()));
    request.on("close", () => reject(new SenderGone()));
    return undefined;
  });
}

/** Whoever sent the request went away before it was whole: nobody is there to be answered. */
class SenderGone extends Error {}
