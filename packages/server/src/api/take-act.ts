/**
 * Taking one act in, apart from any web framework: the same for the route table and for the short way
 * that Node's own server takes on this busiest of all requests (see `http/short-way.ts`).
 */
import { isHash, type BodyId, type Refusal, utf8 } from "@nabat/kernel";
import { statutesAt } from "@nabat/body";
import type { Attachment } from "@nabat/record";
import { type Locale, refusalSentence } from "@nabat/speech";
import { DiskFull, StoreFault } from "@nabat/store";
import { KeptElsewhere } from "@nabat/clerk/clerk.ts";
import { type House, MovedAway, NoRoom, NotDurable, Overloaded } from "@nabat/clerk/house.ts";
import { DamagedRecord } from "@nabat/clerk/load.ts";
import type { ApiDeps } from "./deps.ts";
import { ACT_MEDIA, decode, submissionOf } from "./submission.ts";

/** A request that brings an act. */
export interface Asked {
  readonly body: string;
  readonly media: string;
  readonly bytes: () => Promise<Uint8Array>;
  readonly address: string;
  /** Asked only where something is refused. */
  readonly locale: () => Locale;
}

/** The answer: JSON with its status; `retryAfter` in seconds. */
export interface Taken {
  readonly status: 201 | 400 | 404 | 413 | 422 | 429 | 503;
  readonly content: unknown;
  readonly retryAfter?: number;
}

/** The code of C-2 where another process keeps the body just now. */
export const KEPT_ELSEWHERE = "kept-elsewhere";

/** Takes an act in. Refusals are answers; a bug throws. */
export async function takeAct(deps: ApiDeps, asked: Asked): Promise<Taken> {
  const { limiter } = deps;
  const refused = (status: Taken["status"], refusal: Omit<Refusal, "ok">, more: object = {}, zone?: string): Taken => {
    if (status === 400 || status === 422) limiter.spend(asked.address);
    const { rule, code, facts } = refusal;
    return {
      status,
      content: { ...more, rule, code, facts, sentence: refusalSentence(refusal, asked.locale(), zone ? { zone } : {}) },
    };
  };
  if (!limiter.allowed(asked.address)) {
    const seconds = limiter.wait(asked.address);
    return { ...refused(429, { rule: "API-5", code: "too-many", facts: { seconds } }), retryAfter: seconds };
  }
  try {
    const house = isHash(asked.body) ? await deps.clerk.house(asked.body as BodyId) : undefined;
    if (!house) return refused(404, { rule: "API-3", code: "no-such-body", facts: {} });
    const sent = readSubmission(asked.media, await asked.bytes());
    if (!sent) return refused(400, { rule: "API-2", code: "bad-body", facts: { field: "act" } });
    const enter = (at: House) => deps.clerk.submit(at, sent.act, sent.attachments, sent.evidence);
    const answer = await enter(house).catch(async (error: unknown) => {
      // A lease that ran out unseen (a closed lid) is taken again where nobody else has it; entered twice it can't be.
      const again = error instanceof MovedAway ? await deps.clerk.house(house.body) : undefined;
      if (!again) throw error;
      return await enter(again);
    });
    if (!answer.ok) return refused(answer.rule === "R-4" ? 413 : 400, answer);
    const receipt = answer.value;
    if (receipt.receipt === "entered" || !receipt.refusal) return { status: 201, content: receipt };
    return refused(422, receipt.refusal, { receipt }, statutesAt(house.state, house.moment())?.statutes.zone);
  } catch (error) {
    const { code, retryAfter } = faultOf(deps, error);
    return { ...refused(503, { rule: "C-2", code, facts: {} }), retryAfter };
  }
}

/** What a fault of the world is called, and when to come back; throws on what is no such fault: a bug. */
export function faultOf(deps: ApiDeps, error: unknown): { code: string; retryAfter: number } {
  const code = faultCode(error);
  if (!code) throw error;
  deps.log.error("acts.unavailable", { why: code, error, cause: error instanceof Error ? error.cause : undefined });
  return { code, retryAfter: code === "damaged" || /room/.test(code) ? 600 : 2 };
}

/** Which room is used up, as C-2 says it. */
const ROOMS = { all: "no-room", guests: "no-room-for-guests", "but-kept": "room-kept", share: "room-share" } as const;

/** The name of a fault of the world under C-2; `undefined` for a bug. */
export function faultCode(error: unknown): string | undefined {
  if (error instanceof Overloaded) return "busy";
  if (error instanceof NoRoom) return ROOMS[error.room];
  if (error instanceof KeptElsewhere || error instanceof MovedAway) return KEPT_ELSEWHERE;
  if (error instanceof DamagedRecord) return "damaged";
  if (error instanceof NotDurable) return error.cause instanceof DiskFull ? "disk-full" : "not-durable";
  if (error instanceof DiskFull) return "disk-full";
  return error instanceof StoreFault ? "no-database" : undefined;
}

const decoder = new TextDecoder("utf-8", { fatal: true });

function readSubmission(
  media: string,
  bytes: Uint8Array,
): { act: Uint8Array; attachments: Attachment[]; evidence?: Uint8Array } | undefined {
  if (media === ACT_MEDIA) return { act: bytes, attachments: [] };
  try {
    const sent = submissionOf(JSON.parse(decoder.decode(bytes)));
    const beside = sent && decode(sent);
    return sent && beside && { act: utf8(sent.act), ...beside };
  } catch {
    return undefined;
  }
}
