/** The desk of this browser: its shelf, its keys, the server that served the page. */
import { deviceSign } from "@nabat/platform/browser/keys.ts";
import type { Desk } from "../act/send.ts";
import { type Api, createApi } from "../api/client.ts";
import { type OwnThings, ownThings } from "../device/own-body.ts";
import { browserShelf } from "../device/shelf.ts";

export interface BrowserDesk extends Desk {
  readonly api: Api;
  readonly things: OwnThings;
}

let made: BrowserDesk | undefined;

/** One desk per page. */
export function desk(): BrowserDesk {
  made ??= {
    api: createApi(),
    things: ownThings(browserShelf()),
    signer: (own) => ({ key: own.device.key, sign: (message) => deviceSign(own.device, message) }),
    now: () => Date.now(),
  };
  return made;
}

/** The body that this page is about. */
export function pageBody(): string | undefined {
  return document.body.dataset["body"] ?? /^\/(?:b|invited)\/([0-9a-f]{64})/.exec(location.pathname)?.[1];
}
