/**
 * Talks to the clerk that served this page. A refusal is a value with its sentence; a network that is
 * not there is `Unreachable`, which callers must expect.
 */
import { fromBase64, type Hash, type KeyId, toBase64 } from "@nabat/kernel";
import type { Attachment, Receipt } from "@nabat/record";

/** Public facts of a body. */
export interface BodyFacts {
  readonly body: string;
  readonly name?: string;
  readonly type: string;
  readonly phase: "provisional" | "adopted";
  readonly practice: boolean;
  readonly size: number;
  readonly root: Hash;
  readonly now: number;
  readonly zone?: string;
  readonly nonce: string;
  readonly clerk: KeyId;
  readonly epoch: number;
  readonly seq?: number;
  readonly member?: string;
  readonly standing?: string;
  /** From when this key counts, where it doesn't yet (K-6). */
  readonly from?: number;
  /** New keys of this device were asked for, and don't come in: why (K-7, K-13). */
  readonly keysOff?: string;
  /** Who asked for them is no member now: a device of theirs signed a leaving, and a meeting or the sheet brings them back (K-15, K-16). */
  readonly keysLeft?: boolean;
  /** New keys of this device were asked for, and wait for their second (K-6). */
  readonly keysAsked?: boolean;
  /** Of a reserve key: the devices of its holder that stand. */
  readonly devices?: readonly string[];
  /** Somebody left with a device of the holder's: this key takes it back (K-16). */
  readonly mayUndoLeaving?: boolean;
  readonly witnesses: readonly KeyId[];
}

/** A "no" from the server, in the person's language. */
export interface Problem {
  readonly rule: string;
  readonly code: string;
  readonly sentence: string;
}

export type Answer =
  | { readonly is: "entered"; readonly receipt: Receipt; readonly body?: string }
  | ({ readonly is: "refused"; readonly receipt?: Receipt } & Problem)
  | { readonly is: "later"; readonly seconds: number; readonly sentence?: string };

/** No answer came: offline, a server that is down, or an answer that isn't one. */
export class Unreachable extends Error {}

/** What one act brings beside the record. */
export interface Submission {
  readonly act: string;
  readonly attachments: readonly { readonly salt: string; readonly bytes: string }[];
  readonly code?: string;
  readonly evidence?: string;
}

/** Attachments as JSON carries them. */
export function attachmentsJson(attachments: readonly Attachment[]): Submission["attachments"] {
  return attachments.map((a) => ({ salt: toBase64(a.salt), bytes: toBase64(a.bytes) }));
}

export interface Api {
  /** Address at which the server is reached. */
  readonly origin: string;
  clerk(): Promise<{ readonly key: KeyId; readonly now: number; readonly founding: "open" | "code" }>;
  facts(body: string, key?: KeyId): Promise<BodyFacts>;
  /** The signed checkpoint's text. */
  checkpoint(body: string): Promise<string>;
  consistency(body: string, from: number, to: number): Promise<Uint8Array[]>;
  found(submission: Submission): Promise<Answer>;
  submit(body: string, submission: Submission): Promise<Answer>;
  json<T>(path: string): Promise<T>;
  bytes(path: string): Promise<{ readonly bytes: Uint8Array; readonly salt?: Uint8Array } | Problem>;
  challenge(body: string): Promise<string>;
  session(body: string, signed: { at: string; key: KeyId; challenge: string; signature: string }): Promise<boolean>;
}

type Fetch = typeof fetch;

/** A client of the server at `origin` ("" is the page's own). */
export function createApi(origin = "", fetcher: Fetch = (...a) => fetch(...a)): Api {
  const call = async (path: string, init: RequestInit = {}): Promise<Response> => {
    try {
      return await fetcher(`${origin}${path}`, { cache: "no-store", signal: AbortSignal.timeout(20_000), ...init });
    } catch (error) {
      throw new Unreachable("no answer", { cause: error });
    }
  };
  const post = (path: string, body: unknown) =>
    call(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  const json = async <T>(path: string): Promise<T> => {
    const r = await call(path);
    if (!r.ok) throw new Unreachable(`${path}: ${r.status}`);
    return (await readJson(r)) as T;
  };
  const inBody = (body: string, rest: string) => `/api/bodies/${body}${rest}`;
  return {
    get origin() {
      return origin || location.origin;
    },
    json,
    clerk: () => json("/api/clerk"),
    facts: (body, key) => json(inBody(body, key ? `?key=${key}` : "")),
    async checkpoint(body) {
      const r = await call(inBody(body, "/checkpoint"));
      if (!r.ok) throw new Unreachable(`checkpoint: ${r.status}`);
      return r.text();
    },
    async consistency(body, from, to) {
      const { proof } = await json<{ proof: string[] }>(inBody(body, `/proof/consistency?from=${from}&to=${to}`));
      return proof.map(fromBase64);
    },
    found: async (submission) => answer(await post("/api/bodies", submission)),
    submit: async (body, submission) => answer(await post(inBody(body, "/acts"), submission)),
    async bytes(path) {
      const r = await call(path);
      if (r.status >= 500) throw new Unreachable(`${path}: ${r.status}`);
      if (!r.ok) return (await readJson(r)) as Problem;
      const salt = r.headers.get("Nabat-Salt");
      return { bytes: new Uint8Array(await r.arrayBuffer()), ...(salt ? { salt: fromBase64(salt) } : {}) };
    },
    async challenge(body) {
      const r = await post(inBody(body, "/session/challenge"), {});
      if (!r.ok) throw new Unreachable(`challenge: ${r.status}`);
      return ((await readJson(r)) as { challenge: string }).challenge;
    },
    session: async (body, signed) => (await post(inBody(body, "/session"), signed)).ok,
  };
}

async function answer(r: Response): Promise<Answer> {
  if (r.status === 429 || r.status >= 500) {
    const said = await readJson(r).catch(() => undefined);
    const sentence = (said as Partial<Problem> | undefined)?.sentence;
    return { is: "later", seconds: Number(r.headers.get("Retry-After") ?? 5) || 5, ...(sentence ? { sentence } : {}) };
  }
  const said = (await readJson(r)) as Receipt & { body?: string; receipt?: Receipt } & Partial<Problem>;
  if (r.status === 201) {
    const inside = said.receipt as unknown;
    if (typeof inside === "object" && inside !== null)
      return { is: "entered", receipt: inside as Receipt, body: said.body };
    return { is: "entered", receipt: said as Receipt };
  }
  const { rule = "?", code = "?", sentence = "", receipt } = said;
  return {
    is: "refused",
    rule,
    code,
    sentence,
    ...(typeof receipt === "object" ? { receipt: receipt as Receipt } : {}),
  };
}

async function readJson(r: Response): Promise<unknown> {
  try {
    return await r.json();
  } catch (error) {
    throw new Unreachable("not an answer", { cause: error });
  }
}
