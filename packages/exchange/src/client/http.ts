/**
 * Requests to a clerk. A refusal comes back as a value with its rule; what is worth trying again (a
 * lost connection, 429, 503) is sent again, the very same bytes, so that nothing is entered twice.
 */
import { type Refusal, refuse, type RefusalFacts, type Result } from "@nabat/kernel";
import { WireFault } from "../remote/api.ts";

/** How often a request is sent before the client gives up, and the longest wait between two, in ms. */
/** "Later", said by the clerk, and what a proxy says where the clerk's answer was lost: the same bytes may be sent again (R-8). */
const AGAIN = new Set([429, 502, 503, 504]);
const TRIES = 6;
const LONGEST_WAIT = 10_000;

/** The clerk refused: its rule, and the sentence in the language asked for. */
export class Refused extends Error {
  readonly refusal: Refusal;
  readonly sentence: string;
  readonly status: number;
  constructor(what: string, refusal: Refusal, sentence: string, status: number) {
    super(`${what}: ${refusal.rule} ${refusal.code}${sentence ? `: ${sentence}` : ""}`);
    this.refusal = refusal;
    this.sentence = sentence;
    this.status = status;
  }
}

/** A refusal as the API words it. */
interface Problem {
  readonly rule?: string;
  readonly code?: string;
  readonly facts?: RefusalFacts;
  readonly sentence?: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
}

export interface Http {
  /** The clerk's address, as it was told here. */
  readonly url: string;
  /** A JSON answer, or the refusal. Throws `WireFault` where the clerk can't be reached. */
  json<T>(method: "GET" | "POST" | "DELETE", path: string, options?: Options): Promise<Result<T>>;
  /** A raw answer below 400, or the refusal. */
  raw(method: "GET" | "POST" | "DELETE", path: string, options?: Options): Promise<Result<Answer>>;
  /** As {@link Http.json}; throws {@link Refused}. */
  must<T>(method: "GET" | "POST" | "DELETE", path: string, options?: Options): Promise<T>;
}

export interface Options {
  readonly body?: unknown;
  readonly token?: string;
}

export interface HttpConfig {
  /** The clerk's address: `http://127.0.0.1:8420`. */
  readonly url: string;
  readonly fetch?: typeof fetch;
  /** Language of refusal sentences (BCP 47). */
  readonly language?: string;
}

/** Requests to the clerk at `url`. */
export function createHttp({ url, fetch: send = fetch, language }: HttpConfig): Http {
  const base = url.replace(/\/+$/, "");
  const once = async (method: string, path: string, options: Options): Promise<Answer> => {
    const response = await send(base + path, {
      method,
      redirect: "error",
      headers: {
        ...(options.body === undefined ? {} : { "Content-Type": "application/json" }),
        ...(options.token === undefined ? {} : { Authorization: `Bearer ${options.token}` }),
        ...(language === undefined ? {} : { "Accept-Language": language }),
      },
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    });
    return { status: response.status, headers: response.headers, bytes: new Uint8Array(await response.arrayBuffer()) };
  };
  const http: Http = {
    url: base,
    async raw(method, path, options = {}) {
      for (let n = 1; ; n++) {
        let answer: Answer | undefined;
        try {
          answer = await once(method, path, options);
        } catch (error) {
          if (error instanceof DOMException && error.name === "AbortError") throw error;
          if (n >= TRIES) throw unreachable(base + path, error);
        }
        if (answer && answer.status < 400) return { ok: true, value: answer };
        if (answer && (n >= TRIES || !AGAIN.has(answer.status) || isLong(answer)))
          return refusalOf(answer, base + path);
        await pause(answer, n);
      }
    },
    async json<T>(method: "GET" | "POST" | "DELETE", path: string, options: Options = {}) {
      const answer = await http.raw(method, path, options);
      return answer.ok
        ? { ok: true as const, value: JSON.parse(new TextDecoder().decode(answer.value.bytes)) as T }
        : answer;
    },
    async must<T>(method: "GET" | "POST" | "DELETE", path: string, options: Options = {}) {
      const answer = await http.json<T>(method, path, options);
      if (answer.ok) return answer.value;
      throw new Refused(`${method} ${path}`, answer, sentenceOf(answer), statusOf(answer));
    },
  };
  return http;
}

const sentences = new WeakMap<Refusal, { sentence: string; status: number }>();

/** The sentence that came with a refusal from a clerk; empty for a refusal made here. */
export function sentenceOf(refusal: Refusal): string {
  return sentences.get(refusal)?.sentence ?? "";
}

/** The HTTP status that a refusal came with; 0 for a refusal made here. */
export function statusOf(refusal: Refusal): number {
  return sentences.get(refusal)?.status ?? 0;
}

function refusalOf(answer: Answer, address: string): Refusal {
  let problem: Problem = {};
  try {
    problem = JSON.parse(new TextDecoder().decode(answer.bytes)) as Problem;
  } catch {
    // Not JSON: a proxy's page, most likely. The status is told below.
  }
  if (typeof problem.rule !== "string" || typeof problem.code !== "string" || problem.code === "bug") {
    throw new WireFault(
      `${address} answered ${answer.status}${problem.sentence ? `: ${problem.sentence}` : ""}`,
      answer.status,
    );
  }
  const refusal = refuse(problem.rule, problem.code, problem.facts ?? {});
  sentences.set(refusal, { sentence: problem.sentence ?? "", status: answer.status });
  return refusal;
}

function unreachable(address: string, error: unknown): WireFault {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
  return new WireFault(`${address} could not be reached: ${cause}`);
}

/** Asked to come back only after minutes: whoever waits is told why instead (a damaged record, no room left). */
function isLong(answer: Answer): boolean {
  return Number(answer.headers.get("Retry-After") ?? 0) >= 300;
}

async function pause(answer: Answer | undefined, n: number): Promise<void> {
  const asked = Number(answer?.headers.get("Retry-After") ?? Number.NaN) * 1000;
  const wait = Math.min(LONGEST_WAIT, Number.isFinite(asked) ? asked : 50 * 2 ** n);
  await new Promise((resolve) => setTimeout(resolve, wait));
}
