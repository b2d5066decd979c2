/** Talking to a clerk over HTTP: addresses, plain requests, faults of the wire with a sentence each. */
import type { BodyId } from "@nabat/kernel";
import { isHash } from "@nabat/kernel";

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
  constructor(message: string, status = 0) {
    super(message);
    this.status = status;
  }
}

/** One body at one clerk. */
export interface BodyAddress {
  /** `https://host/api/bodies/<body>` */
  readonly base: string;
  readonly body: BodyId;
  readonly token?: string;
}

/** Reads an address: of a body's page (`…/b/<body>`), or of its API. Throws {@link WireFault} on another. */
export function remoteOf(address: string): BodyAddress {
  const url = new URL(address);
  const match = /^(.*?)\/(?:b|api\/bodies)\/([0-9a-f]{64})(?:\/|$)/.exec(url.pathname);
  if (match === null || !isHash(match[2] as string)) {
    throw new WireFault(`${address} names no body: an address such as https://host/b/<body> is needed`);
  }
  const body = match[2] as BodyId;
  return { base: `${url.origin}${match[1]}/api/bodies/${body}`, body };
}

/** A request under the body's address. `undefined` for 404 and 410; throws {@link WireFault} on any other refusal. */
export async function get(
  remote: BodyAddress,
  path: string,
  most = 20_000_000,
): Promise<{ bytes: Uint8Array; headers: Headers } | undefined> {
  const response = await request(remote, path, { headers: authorization(remote) });
  if ([404, 410, 451].includes(response.status)) {
    await response.body?.cancel();
    return undefined;
  }
  if (!response.ok) throw new WireFault(await saying(response, `${remote.base}/${path}`), response.status);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes.length > most) throw new WireFault(`${remote.base}/${path} answered with ${bytes.length} bytes`);
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
  return (await response.json()) as T;
}

/** A request whose answer is a stream, for large files. */
export async function stream(remote: BodyAddress, path: string): Promise<ReadableStream<Uint8Array>> {
  const response = await request(remote, path, { headers: authorization(remote) });
  if (!response.ok || response.body === null)
    throw new WireFault(await saying(response, `${remote.base}/${path}`), response.status);
  return response.body as ReadableStream<Uint8Array>;
}

/** What the clerk says of the body to everyone. */
export async function bodyFacts(remote: BodyAddress): Promise<BodyFacts> {
  const response = await request(remote, "", { headers: authorization(remote) });
  if (!response.ok) throw new WireFault(await saying(response, remote.base), response.status);
  return (await response.json()) as BodyFacts;
}

async function request(remote: BodyAddress, path: string, init: RequestInit): Promise<Response> {
  const address = path === "" ? remote.base : `${remote.base}/${path}`;
  try {
    return await fetch(address, { ...init, redirect: "error" });
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    throw new WireFault(`${address} could not be reached: ${cause}`);
  }
}

function authorization(remote: BodyAddress): Record<string, string> {
  return remote.token === undefined ? {} : { Authorization: `Bearer ${remote.token}` };
}

/** The clerk's own sentence where it gives one. */
async function saying(response: Response, address: string): Promise<string> {
  try {
    const { sentence } = (await response.json()) as { sentence?: string };
    if (sentence) return sentence;
  } catch {
    return `${address} answered ${response.status}`;
  }
  return `${address} answered ${response.status}`;
}
