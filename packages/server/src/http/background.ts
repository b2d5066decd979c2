/**
 * Pages that read themselves anew (the live island says so) stand behind people who wait: so many are made
 * at a time, and the others are told when to ask again. When ten thousand phones come back together, their
 * pages take as long as they take, and whoever presses a button is answered meanwhile.
 */
import type { IncomingMessage, ServerResponse } from "node:http";

/** Pages made at a time for those who only follow. */
const AT_ONCE = 6;
/** What one of them takes a core, in ms. */
const EACH_MS = 12;
const HEADER = "nabat-live";

export interface Background {
  /** True where the request was a page's own reading and was put off: it is answered already. */
  putOff(request: IncomingMessage, response: ServerResponse): boolean;
}

/** `listeners`: how many pages follow; `chance`: numbers in [0, 1). */
export function createBackground(listeners: () => number, chance: () => number, atOnce = AT_ONCE): Background {
  let under = 0;
  return {
    putOff(request, response) {
      // The method first: Node sorts a request's headers only when they are asked for.
      if (request.method !== "GET" || request.headers[HEADER] === undefined) return false;
      if (under >= atOnce) {
        const spread = Math.max(2, (listeners() * EACH_MS) / 1000);
        response.writeHead(503, {
          "Retry-After": 1 + Math.floor(chance() * spread),
          "Cache-Control": "no-store",
          "Content-Length": 0,
        });
        response.end();
        return true;
      }
      under += 1;
      response.once("close", () => (under -= 1));
      return false;
    },
  };
}
