/** What processes of one server say to each other. `i` numbers what is asked on a line; answers bear it. */
import type { BodyId } from "@nabat/kernel";
import type { Asker } from "../http/asker.ts";

/** What the process that a request came to asks of the one that keeps the body. */
export type Ask =
  /** An act; the bytes are the request's. */
  | {
      readonly i: number;
      readonly ask: "act";
      readonly body: BodyId;
      readonly media: string;
      readonly address: string;
      readonly locale: string;
    }
  /** Any other request; the bytes are its body. */
  | {
      readonly i: number;
      readonly ask: "http";
      readonly body: BodyId;
      readonly method: string;
      readonly url: string;
      readonly headers: readonly (readonly [string, string])[];
      readonly asker: Asker;
    }
  /** To be told of a body's growth, for so many pages that listen. */
  | { readonly i: number; readonly ask: "live"; readonly body: BodyId; readonly listening: number }
  /** The host's hand: one line, as on the control socket. */
  | { readonly i: number; readonly ask: "control"; readonly body: BodyId; readonly line: string }
  /** So many bytes of the answer have been read on since this was last said: more may be sent. */
  | { readonly i: number; readonly ask: "taken"; readonly bytes: number }
  /** Nobody reads the answer any more. */
  | { readonly i: number; readonly ask: "enough" };

/** The answers. */
export type Answer =
  /** The body isn't kept by this process (any more): nothing was done. */
  | { readonly i: number; readonly is: "away" }
  | { readonly i: number; readonly is: "act"; readonly status: number; readonly retryAfter?: number }
  | {
      readonly i: number;
      readonly is: "head";
      readonly status: number;
      readonly headers: readonly (readonly [string, string])[];
    }
  | { readonly i: number; readonly is: "data" }
  | { readonly i: number; readonly is: "end" }
  | { readonly i: number; readonly is: "broken" }
  | { readonly i: number; readonly is: "live"; readonly size: number; readonly others: number }
  | { readonly i: number; readonly is: "control" }
  /** A body has grown; `others` listen at other processes than the one that is told. */
  | { readonly is: "grown"; readonly body: BodyId; readonly size: number; readonly others: number }
  /** A body isn't kept here any more: whoever listens looks for it anew. */
  | { readonly is: "gone"; readonly body: BodyId };
