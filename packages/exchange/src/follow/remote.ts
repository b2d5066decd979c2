/**
 * Another server as a follower sees it: the public log, and what a named copy-holder may read. Every
 * answer is untrusted; whoever asks checks it.
 */
import { type BodyId, fromBase64, type Hash, isKeyId, type KeyId, toHex } from "@nabat/kernel";
import { fromMultikey, originOfUrl, readingBytes } from "@nabat/record";
import type { SigningKey } from "@nabat/platform";
import { RULE_HEADER } from "../remote/api.ts";
import { cappedBytes, cappedJson } from "../remote/capped.ts";

/** The other server could not be reached or does not answer as it should: try again later. */
export class Unreachable extends Error {}

export interface RemoteFacts {
  readonly clerk: KeyId;
  readonly epoch: number;
  readonly name?: string;
}

export interface Remote {
  readonly url: string;
  facts(): Promise<RemoteFacts>;
  /** The signed note. */
  checkpoint(): Promise<Uint8Array>;
  consistency(from: number, to: number): Promise<Uint8Array[]>;
  /** Bytes of `tile/entries/…`; `undefined` where we may not read. */
  entries(path: string): Promise<Uint8Array | undefined>;
  attachment(hash: Hash): Promise<{ salt: Uint8Array; bytes: Uint8Array; media: string } | undefined>;
  /** Notices that handed the record over from clerk to clerk, as canonical notices. */
  handovers(): Promise<Uint8Array[]>;
  /** Gives a cosignature line to the record's clerk. */
  giveCosignature(size: number, line: string): Promise<void>;
}

/** Longest wait for one answer, ms. */
const WAIT = 15_000;
/** Largest answer taken in. */
const MOST = 20_000_000;
/** Largest answer in signing in. */
const MOST_JSON = 100_000;

/** A remote record at `url`. `key` signs in where reading asks for it. */
export function remoteRecord(url: string, body: BodyId, key: SigningKey, doFetch: typeof fetch = fetch): Remote {
  const base = `${url.replace(/\/+$/, "")}/api/bodies/${body}`;
  let token: string | undefined;
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    try {
      return await doFetch(`${base}${path}`, { ...init, redirect: "error", signal: AbortSignal.timeout(WAIT) });
    } catch (cause) {
      throw new Unreachable(`${url} does not answer`, { cause });
    }
  };
  const bytesOf = async (response: Response): Promise<Uint8Array> => {
    if (Number(response.headers.get("Content-Length") ?? 0) > MOST) throw new Unreachable(`${url} sends too much`);
    return cappedBytes(response, MOST);
  };
  const json = async <T>(path: string): Promise<T> => {
    const response = await ask(path);
    if (!response.ok) throw new Unreachable(`${url}${path} answers ${response.status}`);
    try {
      return JSON.parse(new TextDecoder().decode(await bytesOf(response))) as T;
    } catch (cause) {
      throw new Unreachable(`${url}${path} does not answer in JSON`, { cause });
    }
  };
  const signIn = async (): Promise<void> => {
    const made = await ask("/session/challenge", { method: "POST" });
    if (!made.ok) return;
    const { challenge } = (await cappedJson(made, MOST_JSON)) as { challenge: string };
    const at = originOfUrl(url);
    const signature = toHex(key.sign(readingBytes(body, at, challenge)));
    const opened = await ask("/session", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ at, key: key.key, challenge, signature }),
    });
    token = opened.ok ? ((await cappedJson(opened, MOST_JSON)) as { token: string }).token : undefined;
  };
  const read = async (path: string): Promise<Response> => {
    const auth = () => (token ? { headers: { Authorization: `Bearer ${token}` } } : {});
    const first = await ask(path, auth());
    // Somebody's position (N-11): who asks is known already, and signing in anew changes nothing.
    if (first.status !== 403 || (token && first.headers.get(RULE_HEADER) === "N-11")) return first;
    await signIn();
    return token ? ask(path, auth()) : first;
  };
  /** Whatever an answer holds that can't be read is the other server's fault, never an error here. */
  const heard = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (cause) {
      throw cause instanceof Unreachable ? cause : new Unreachable(`${url} answers what can't be read`, { cause });
    }
  };
  const remote: Remote = {
    url,
    async facts() {
      const { clerk, epoch, name } = await json<RemoteFacts>("");
      if (!isKeyId(clerk) || !Number.isSafeInteger(epoch)) throw new Unreachable(`${url} names no record keeper`);
      fromMultikey(clerk);
      return { clerk, epoch, ...(typeof name === "string" ? { name } : {}) };
    },
    async checkpoint() {
      const response = await ask("/checkpoint");
      if (!response.ok) throw new Unreachable(`${url} shows no checkpoint (${response.status})`);
      return bytesOf(response);
    },
    async consistency(from, to) {
      return (await json<{ proof: string[] }>(`/proof/consistency?from=${from}&to=${to}`)).proof.map(fromBase64);
    },
    async entries(path) {
      const response = await read(`/${path}`);
      if (response.status === 403) return undefined;
      if (!response.ok) throw new Unreachable(`${url} does not give ${path} (${response.status})`);
      return bytesOf(response);
    },
    async attachment(hash) {
      const response = await read(`/attachments/${hash}`);
      if ([403, 404, 410, 451].includes(response.status)) return undefined;
      if (!response.ok) throw new Unreachable(`${url} does not give an attachment (${response.status})`);
      const salt = fromBase64(response.headers.get("Nabat-Salt") ?? "");
      return {
        salt,
        bytes: await bytesOf(response),
        media: (response.headers.get("Content-Type") ?? "").split(";")[0] ?? "",
      };
    },
    async handovers() {
      return (await json<{ notices: string[] }>("/handovers")).notices.map(fromBase64);
    },
    async giveCosignature(size, line) {
      const response = await ask("/cosignatures", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ size, line }),
      });
      if (!response.ok) throw new Unreachable(`${url} does not take the cosignature (${response.status})`);
    },
  };
  return {
    url,
    facts: () => heard(remote.facts),
    checkpoint: () => heard(remote.checkpoint),
    consistency: (from, to) => heard(() => remote.consistency(from, to)),
    entries: (path) => heard(() => remote.entries(path)),
    attachment: (hash) => heard(() => remote.attachment(hash)),
    handovers: () => heard(remote.handovers),
    giveCosignature: (size, line) => heard(() => remote.giveCosignature(size, line)),
  };
}
