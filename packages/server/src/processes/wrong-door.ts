/**
 * Requests that came to the wrong process: told by the body in their address. What is about no body, or
 * about one that is kept here, goes on untouched.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { BodyId } from "@nabat/kernel";
import { chooseLocale, type Locale } from "@nabat/speech";
import { type ApiDeps, inWords } from "../api/deps.ts";
import type { Asker } from "../http/asker.ts";
import { fromOfSocket } from "../http/own-addresses.ts";
import { liveBody, streamLive } from "../http/live-way.ts";
import { ACTS, actHeaders, type Listener, senderOf } from "../http/short-way.ts";
import { headersAlong } from "./here.ts";
import { LineLost } from "./line.ts";
import type { Listeners } from "./listeners.ts";
import { NobodyKeeps, type PassOn } from "./pass-on.ts";
import type { Places } from "./places.ts";

const BODY = /^\/(?:b|invited|api\/bodies)\/([0-9a-f]{64})(?:[/?]|$)/;
/** Larger requests are refused by any process, in words. */
const MOST_BYTES = 6_000_000;

export interface WrongDoorDeps {
  readonly api: ApiDeps;
  readonly places: Places;
  readonly passOn: PassOn;
  readonly listeners: Listeners;
  readonly secure: boolean;
  /** Port that people ask at. */
  readonly port: () => number;
}

/** A listener that passes on what another process must answer, and leaves the rest to `next`. */
export function wrongDoor(deps: WrongDoorDeps, next: Listener): Listener {
  const { api, places } = deps;
  return (request, response) => {
    const body = BODY.exec(request.url ?? "")?.[1] as BodyId | undefined;
    if (!body || api.clerk.holds(body)) return next(request, response);
    if (Number(request.headers["content-length"] ?? 0) > MOST_BYTES) return next(request, response);
    // Nothing is read of the request until it is clear who answers it.
    return places.of(body).then(
      (at) => (at.at === "here" ? next(request, response) : pass(deps, body, request, response)),
      (error: unknown) => broken(api, error, response),
    );
  };
}

async function pass(
  deps: WrongDoorDeps,
  body: BodyId,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { api, passOn, listeners, secure } = deps;
  const locale = chooseLocale({
    cookie: /(?:^|; )nabat-lang=([a-z]+)/.exec(request.headers.cookie ?? "")?.[1],
    header: request.headers["accept-language"],
  });
  try {
    if (liveBody(request.method, request.url)) {
      const size = await listeners.size(body);
      if (size === undefined) throw new NobodyKeeps();
      return streamLive(api.hub, body, size, response, actHeaders(secure));
    }
    const asker = askerOf(deps, request);
    const bytes = await bytesOf(request);
    if (bytes === "too-many") return tooLarge(deps, response, locale);
    if (!bytes) return void response.destroy();
    if (request.method === "POST" && ACTS.test(request.url ?? "")) {
      const media = request.headers["content-type"] ?? "";
      const answer = await passOn.act({ body, media, bytes, address: asker.address, locale });
      response.writeHead(answer.status, {
        ...actHeaders(secure),
        "Content-Length": answer.bytes.length,
        ...(answer.retryAfter ? { "Retry-After": answer.retryAfter } : {}),
      });
      return void response.end(answer.bytes);
    }
    const plain = {
      method: request.method ?? "GET",
      url: request.url ?? "/",
      headers: headersAlong(request.rawHeaders),
      bytes,
    };
    const answer = await passOn.http(body, plain, asker);
    response.writeHead(answer.status, answer.headers.flat() as string[]);
    for await (const part of answer.parts) {
      if (response.destroyed) return;
      if (!response.write(part)) await drained(response);
    }
    response.end();
  } catch (error) {
    if (error instanceof NobodyKeeps && !response.headersSent) {
      // People are told to try again; only the host can mend a place that nobody reaches.
      api.log.warn("processes.unreachable", { error });
      const said = inWords({ rule: "C-2", code: "kept-elsewhere", facts: {} }, locale);
      const forApi = request.url?.startsWith("/api/") === true;
      const type = forApi ? "application/json" : "text/plain; charset=utf-8";
      response.writeHead(503, { ...actHeaders(secure), "Content-Type": type, "Retry-After": 2 });
      return void response.end(forApi ? JSON.stringify(said) : said.sentence);
    }
    broken(api, error, response);
  }
}

/** What didn't say how large it is: refused in the words in which any process refuses it. */
function tooLarge({ secure }: WrongDoorDeps, response: ServerResponse, locale: Locale): void {
  const said = inWords({ rule: "R-4", code: "request-too-large", facts: { most: MOST_BYTES } }, locale);
  response.writeHead(413, actHeaders(secure)).end(JSON.stringify(said));
}

function broken(api: ApiDeps, error: unknown, response: ServerResponse): void {
  // A process that ended in the midst of its answer is no bug: whoever read it sees it cut, and asks again.
  if (error instanceof LineLost) api.log.warn("processes.broken", { error });
  else api.log.error("bug", { error, stack: error instanceof Error ? error.stack : undefined });
  response.destroy();
}

/** Who asks, as far as this process knows: behind a trusted proxy, whom that one names. */
function askerOf(deps: WrongDoorDeps, request: IncomingMessage): Asker {
  const address = senderOf(request, deps.api.config.proxy);
  return { address, from: fromOfSocket(request.socket.remoteAddress, request.headers), port: deps.port() };
}

/** The request's bytes; nothing where their sender went away. */
function bytesOf(request: IncomingMessage): Promise<Uint8Array | "too-many" | undefined> {
  return new Promise((resolve) => {
    if (request.destroyed) return resolve(undefined);
    const parts: Buffer[] = [];
    let size = 0;
    request.on("data", (part: Buffer) => {
      size += part.length;
      // Read to its end and dropped, so that its sender hears why.
      if (size > MOST_BYTES) return resolve("too-many");
      return parts.push(part);
    });
    request.on("end", () => resolve(Buffer.concat(parts)));
    request.on("error", () => resolve(undefined));
    request.on("close", () => resolve(undefined));
    return undefined;
  });
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      response.off("drain", done).off("close", done);
      resolve();
    };
    response.once("drain", done).once("close", done);
  });
}
