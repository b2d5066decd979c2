/** Talking to a clerk over HTTP: addresses, plain requests, faults of the wire with a sentence each. */
import type { BodyId } from "@nabat/kernel";
import { isHash, isKeyId } from "@nabat/kernel";
import { cappedBytes, cappedJson, TooMuch } from "./capped.ts";

/** The path of a body's page, or of its API. */
const ADDRESS = /^(.*?)\/(?:b|api\/bodies)\/([0-9a-f]{64})(?:\/|$)/;
/** Largest answer to a question that is answered in JSON, bytes. */
const MOST_JSON = 1_000_000;
/** Longest wait for one answer with all its bytes, ms. */
const WAIT = 120_000;

/** Names the rule of an attachment's refusal, for programs that ask for many. */
export const RULE_HEADER = "Nabat-Rule";

/** What `GET /api/bodies/:body` says; more is left aside. */
export interface BodyFacts {
  readonly body: BodyId;
  readonly size: number;
  readonly clerk: string;
  readonly nonce: string;
  readonly entries: "members" | "public";
}

/** The clerk could not be reached or answered with something else than asked for. */
export class WireFault extends Error {
  readonly status: number;
  /** The rule that a refusal names. */
  readonly rule: string | undefined;
  constructor(message: string, status = 0, rule?: string) {
    super(message);
    this.status = status;
    this.rule = rule;
  }
}

/** What stands under one address. */
export interface At {
  /** Without a slash at its end. */
  readonly base: string;
  readonly token?: string;
}

/** One body at one clerk. `base` is `https://host/api/bodies/<body>`. */
export interface BodyAddress extends At {
  readonly body: BodyId;
}

/** True for an address that names a body at a record keeper. */
export function namesBody(address: string): boolean {
  return URL.canParse(address) && ADDRESS.test(new URL(address).pathname);
}

/** Reads an address: of a body's page (`…/b/<body>`), or of its API. Throws {@link WireFault} on another. */
export function remoteOf(address: string): BodyAddress {
  const url = new URL(address);
  const match = ADDRESS.exec(url.pathname);
  if (match === null || !isHash(match[2] as string)) {
    throw new WireFault(`${address} names no body: an address such as https://host/b/<body> is needed`);
  }
  const body = match[2] as BodyId;
  return { base: `${url.origin}${match[1]}/api/bodies/${body}`, body };
}

/** A request under an address. `undefined` for 404, 410 and 451; throws {@link WireFault} on any other refusal. */
export async function get(
  remote: At,
  path: string,
  most = 20_000_000,
): Promise<{ bytes: Uint8Array; headers: Headers } | undefined> {
  const response = await request(remote, path, { headers: authorization(remote) });
  if ([404, 410, 451].includes(response.status)) {
    await response.body?.cancel();
    return undefined;
  }
  if (!response.ok) {
    const rule = response.headers.get(RULE_HEADER) ?? undefined;
    throw new WireFault(await saying(response, `${remote.base}/${path}`), response.status, rule);
  }
  const bytes = await heard(`${remote.base}/${path}`, () => cappedBytes(response, most));
  return { bytes, headers: response.headers };
}

/** A POST with a JSON body; the answer's JSON. Throws {@link WireFault} on a refusal. */
export async function post<T>(remote: BodyAddress, path: string, body: unknown): Promise<T> {
  const response = await request(remote, path, {
    method: "POST",
    headers: { ...authorization(remote), "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new WireFault(await saying(response, `${remote.base}/${path}`), response.status);
  return (await heard(`${remote.base}/${path}`, () => cappedJson(response, MOST_JSON))) as T;
}

/** A request whose answer is a stream, for large files. */
export async function stream(remote: BodyAddress, path: string): Promise<ReadableStream<Uint8Array>> {
  const response = await request(remote, path, { headers: authorization(remote), signal: null });
  if (!response.ok || response.body === null)
    throw new WireFault(await saying(response, `${remote.base}/${path}`), response.status);
  return response.body as ReadableStream<Uint8Array>;
}

/** What the clerk says of the body to everyone. */
export async function bodyFacts(remote: BodyAddress): Promise<BodyFacts> {
  const response = await request(remote, "", { headers: authorization(remote) });
  if (!response.ok) throw new WireFault(await saying(response, remote.base), response.status);
  const facts = await heard(remote.base, () => cappedJson(response, MOST_JSON));
  if (!isFacts(facts)) throw new WireFault(`${remote.base} is not answered by a record keeper`, response.status);
  return facts;
}

function isFacts(value: unknown): value is BodyFacts {
  const { body, size, clerk, nonce, entries } = (value ?? {}) as Partial<Record<keyof BodyFacts, unknown>>;
  return (
    [body, clerk, nonce].every((v) => typeof v === "string") &&
    isHash(body as string) &&
    isKeyId(clerk as string) &&
    Number.isSafeInteger(size) &&
    (entries === "members" || entries === "public")
  );
}

/** Reads an answer; whatever in it can't be read is a fault of the wire. */
async function heard<T>(address: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof TooMuch) throw new WireFault(`${address} ${error.message}`);
    if (error instanceof SyntaxError) throw new WireFault(`${address} does not answer in JSON`);
    throw new WireFault(`${address} broke off: ${reasonOf(error)}`);
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof DOMException && error.name === "TimeoutError") return `nothing came for ${WAIT / 1000} seconds`;
  return error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
}

async function request(remote: At, path: string, init: RequestInit): Promise<Response> {
  const address = path === "" ? remote.base : `${remote.base}/${path}`;
  try {
    return await fetch(address, { signal: AbortSignal.timeout(WAIT), ...init, redirect: "error" });
  } catch (error) {
    throw new WireFault(`${address} could not be reached: ${reasonOf(error)}`);
  }
}

function authorization(remote: At): Record<string, string> {
  return remote.token === undefined ? {} : { Authorization: `Bearer ${remote.token}` };
}

/** The clerk's own sentence where it gives one. */
async function saying(response: Response, address: string): Promise<string> {
  try {
    const { sentence } = (await cappedJson(response, MOST_JSON)) as { sentence?: unknown };
    if (typeof sentence === "string" && sentence) return sentence;
  } catch {
    // No sentence of its own: the status is told below.
  }
  return `${address} answered ${response.status}`;
}
