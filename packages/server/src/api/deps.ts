/** What the API's routes are given, and the two things they all do: say who asks, and refuse. */
import type { Viewer } from "@nabat/views";
import { createHash } from "node:crypto";
import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import type { BodyId, Hash, KeyId, Log, Refusal } from "@nabat/kernel";
import { isHash } from "@nabat/kernel";
import { type Locale, refusalSentence } from "@nabat/speech";
import type { Clerk, House } from "@nabat/clerk";
import type { Config } from "../config.ts";
import type { Counter } from "../count/counter.ts";
import type { OwnAddresses } from "../http/own-addresses.ts";
import type { Limiter } from "../http/limits.ts";
import type { LiveHub } from "../http/live.ts";
import type { Readers } from "../reading/reader.ts";

export interface ApiDeps {
  readonly clerk: Clerk;
  readonly reader: Readers;
  /** The public facts of a body, from the process that keeps it; left out where there is only this one. */
  readonly publicFacts?: (body: BodyId) => Promise<Readonly<Record<string, unknown>> | undefined>;
  readonly hub: LiveHub;
  readonly limiter: Limiter;
  /** Counts papers beside this thread. */
  readonly counter: Counter;
  readonly config: Config;
  /** Addresses at which this server is reached. */
  readonly addresses: OwnAddresses;
  readonly log: Log;
  readonly version: string;
  /** Code asked of those who found here; `undefined` where anyone may. */
  readonly foundingCode: string | undefined;
  readonly locale: (c: Context) => Locale;
  /** Address that requests come from, for limits. */
  readonly address: (c: Context) => string;
}

/** Name of the reading cookie of a body: one per body, so that records can't be joined by it. */
export function cookieName(body: BodyId): string {
  return `nabat_${body.slice(0, 16)}`;
}

/** SHA-256 of a session token, as the store keeps it. */
export function tokenHash(token: string): Hash {
  return createHash("sha256").update(token).digest("hex") as Hash;
}

/** The key whose holder asks, proved by a session; `undefined` for a stranger. */
export async function askerOf(deps: ApiDeps, c: Context, body: BodyId): Promise<KeyId | undefined> {
  const bearer = /^Bearer ([A-Za-z0-9_-]{20,100})$/.exec(c.req.header("Authorization") ?? "")?.[1];
  const token = bearer ?? getCookie(c, cookieName(body));
  if (!token) return undefined;
  return (await deps.clerk.store.sessions.find(body, tokenHash(token), deps.clerk.now()))?.key;
}

/** A refusal as JSON with its sentence in the asker's language. */
export function problemOf(deps: ApiDeps, c: Context, refusal: Omit<Refusal, "ok">, zone?: string) {
  return inWords(refusal, deps.locale(c), zone);
}

/** A refusal as JSON with its sentence. */
export function inWords(refusal: Omit<Refusal, "ok">, locale: Locale, zone?: string) {
  const sentence = refusalSentence(refusal, locale, zone ? { zone } : {});
  return { rule: refusal.rule, code: refusal.code, facts: refusal.facts, sentence };
}

/** Answers with a refusal. */
export function refuseWith(
  deps: ApiDeps,
  c: Context,
  status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 451 | 503,
  refusal: Omit<Refusal, "ok">,
): Response {
  const address = deps.address(c);
  // Codes are guessed by machines: a wrong one is counted too (C-1).
  if (status === 400 || status === 401 || status === 422 || refusal.rule === "C-1") deps.limiter.spend(address);
  if (status === 429) c.header("Retry-After", String(deps.limiter.wait(address)));
  return c.json(problemOf(deps, c, refusal), status);
}

/** The answer where an address has been refused too often, with how long to wait (API-5); else nothing. */
export function tooMany(deps: ApiDeps, c: Context): Response | undefined {
  const address = deps.address(c);
  if (deps.limiter.allowed(address)) return undefined;
  return refuseWith(deps, c, 429, { rule: "API-5", code: "too-many", facts: { seconds: deps.limiter.wait(address) } });
}

/** The house of the `:body` in the path, or the answer that it isn't kept here. */
export async function houseOf(deps: ApiDeps, c: Context): Promise<House | Response> {
  const body = c.req.param("body") ?? "";
  const house = isHash(body) ? await deps.clerk.house(body as BodyId) : undefined;
  return house ?? refuseWith(deps, c, 404, { rule: "API-3", code: "no-such-body", facts: {} });
}

/** Why this isn't for whoever asks: a stranger is led to their device, a guest or an applicant told what is theirs (K-10). */
export function notForThem(viewer: Pick<Viewer, "standing"> | undefined): Omit<Refusal, "ok"> {
  const letIn = viewer?.standing === "guest" || viewer?.standing === "applicant";
  return { rule: "K-10", code: letIn ? "members-list" : "members-only", facts: {} };
}
