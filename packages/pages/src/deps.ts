/** What the pages are given. They hold no state of their own and reach for nothing else. */
import type { Counted } from "@nabat/count";
import type { BodyId, KeyId, Millis, Result, Sha256 } from "@nabat/kernel";
import type { BodyReader, RecordFacts } from "@nabat/views";
import type { Context } from "hono";
import type { CountAsked } from "@nabat/count/asked/limits.ts";
import type { EveningDoor } from "./practice/evening-door.ts";

/** A body whose name is public, for lists on first pages. */
export interface PublicBody {
  readonly body: BodyId;
  readonly name: string;
  readonly practice: boolean;
  readonly type: string;
}

/** A worked case kept on this server as a practice body. */
export interface ExampleCase {
  /** `n5:W4`. */
  readonly id: string;
  readonly body: BodyId;
  readonly name: string;
}

export interface ExamplesShown {
  readonly present?: BodyId;
  readonly cases: readonly ExampleCase[];
  readonly making?: { readonly done: number; readonly of: number };
}

/** A record of another server that this one follows. */
export interface Followed {
  readonly body: BodyId;
  readonly url: string;
  readonly name?: string;
  readonly checkedAt?: Millis;
  readonly size: number;
  readonly fault?: string;
  readonly role?: "witness" | "copy";
  /** Both signed heads, in base64, where its clerk has signed two records. */
  readonly fork?: { readonly older: string; readonly newer: string };
}

export interface PagesDeps {
  /** The body for this request's viewer; `undefined` where it is not kept here. */
  readonly reader: (c: Context, body: string) => Promise<BodyReader | undefined>;
  readonly clerk: {
    readonly name: string;
    readonly version: string;
    readonly key: KeyId;
    /** `code`: founding asks for the code printed at start. */
    readonly founding: (c: Context) => "open" | "code";
    /** Time zone preselected where one founds. */
    readonly zone: string;
    readonly now: () => Millis;
    /** Address under which people reach this server, without a trailing slash. */
    readonly origin: (c: Context) => string;
    /** Does this request come from a page of this server, as far as the browser says? */
    readonly ownPage: (c: Context) => boolean;
    /** Bodies whose name is public. */
    readonly bodies: () => Promise<readonly PublicBody[]>;
  };
  readonly sha256: Sha256;
  /** Address of a built file by name (`nabat.css`, `sign.js`); `undefined` where there is none. */
  readonly assets: (name: string) => string | undefined;
  /** What the server knows of a record beside its state. */
  readonly recordFacts: (body: BodyId) => Promise<RecordFacts>;
  /** The examples for a visitor of this language; `making` while the house is being played. */
  readonly followed: () => Promise<readonly Followed[]>;
  /** Starts to follow; says what stands in the way, if anything. */
  readonly follow: (
    c: Context,
    url: string,
    body: string,
    code: string,
  ) => Promise<"done" | "wrong-code" | "unreachable">;
  readonly examples: (language: string) => Promise<ExamplesShown>;
  /** Counts papers beside the thread that answers; "busy" where too many are asked for at once. */
  readonly count: (c: Context, asked: CountAsked) => Promise<Result<Counted> | "busy">;
  /** Practice evenings in which a board goes rogue, where this server has them. */
  readonly evening?: EveningDoor;
}
