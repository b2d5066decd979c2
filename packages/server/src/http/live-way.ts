/**
 * The short way for live pages. Thousands listen at a great meeting, two events a second each: the
 * events go straight onto each connection, as one write, without streams around it. What isn't here or
 * can't be read goes the long way, which says why.
 */
import type { ServerResponse } from "node:http";
import type { BodyId } from "@nabat/kernel";
import type { ApiDeps } from "../api/deps.ts";
import type { LiveHub } from "./live.ts";

const LIVE = /^\/api\/bodies\/([0-9a-f]{64})\/live(?:\?|$)/;
/**
 * A page that takes nothing any more gets no further events; the next one it takes says all. One that took
 * nothing for a minute is gone, or comes back by itself.
 */
const MOST_WAITING = 16_384;
const STUCK_MS = 60_000;

/** The body whose live events are asked for, if that is what is asked. */
export function liveBody(method: string | undefined, url: string | undefined): BodyId | undefined {
  return method === "GET" ? (LIVE.exec(url ?? "")?.[1] as BodyId | undefined) : undefined;
}

/** Sends a body's events until the page goes or the server stops; `long` where there is nothing to send. */
export async function sendLive(
  deps: ApiDeps,
  body: BodyId,
  response: ServerResponse,
  headers: Readonly<Record<string, string>>,
  long: () => unknown,
): Promise<void> {
  const house = await deps.clerk.house(body).catch(() => undefined);
  if (!house) return void long();
  streamLive(deps.hub, body, house.durable.size, response, headers);
}

/** Sends a body's events, of which it has `size` entries now, until the page goes or the server stops. */
export function streamLive(
  hub: LiveHub,
  body: BodyId,
  size: number,
  response: ServerResponse,
  headers: Readonly<Record<string, string>>,
): void {
  if (response.destroyed) return;
  // The connection is this page's alone and ends with it: its events need no frames around them.
  response.useChunkedEncodingByDefault = false;
  response.shouldKeepAlive = false;
  response.socket?.setNoDelay();
  response.writeHead(200, { ...headers, "Content-Type": "text/event-stream", "X-Accel-Buffering": "no" });
  let stuck: number | undefined;
  const leave = hub.join(
    body,
    size,
    (chunk) => {
      if (response.writableLength < MOST_WAITING) {
        stuck = undefined;
        response.write(chunk);
      } else if (performance.now() - (stuck ??= performance.now()) > STUCK_MS) response.destroy();
    },
    () => response.end(),
  );
  response.on("close", leave);
  response.on("error", leave);
}
