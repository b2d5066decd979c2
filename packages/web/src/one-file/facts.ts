/**
 * What an act needs besides its own words: the body's nonce, the count of the signing key, and the size
 * and root that its author has seen. From the record that was opened, from a clerk, or both;
 * where both are there the clerk must prove that its record begins with the one in hand.
 */
import type { BodyId, Hash, KeyId, MemberId, Millis } from "@nabat/kernel";
import type { Saw } from "@nabat/record";
import { keyHolder, standing, type State } from "@nabat/body";
import { lookAtGrowth } from "../act/growth.ts";
import { type Api, createApi } from "../api/client.ts";
import type { Head } from "./check-job.ts";

/** A record that was opened here and found without fault. */
export interface GoodRecord {
  readonly state: State;
  readonly head: Head;
}

/** A clerk at an address. */
export interface Keeper {
  readonly origin: string;
  readonly api: Api;
}

/** Typed by hand, where neither record nor clerk is there. */
export interface Typed {
  readonly body: BodyId;
  readonly nonce: string;
  readonly seq: number;
  readonly saw: Saw;
}

export interface Facts {
  readonly body: BodyId;
  readonly clerk?: KeyId;
  /** Last count entered for the key. */
  readonly seq: number;
  readonly saw: Saw;
  readonly at: Millis;
  readonly member?: MemberId;
  readonly standing?: string;
  /** Where the numbers come from. */
  readonly from: "record" | "keeper" | "both" | "typed";
}

export type FactsCame =
  | { readonly is: "facts"; readonly facts: Facts }
  | { readonly is: "unsigned"; readonly code: string }
  | { readonly is: "contradiction"; readonly code: string };

/** The address of a clerk and a body, as pages show it: `https://host/b/<id>`. The body may be absent. */
export function readAddress(text: string): { readonly origin: string; readonly body?: BodyId } | undefined {
  let url: URL;
  try {
    url = new URL(text.trim());
  } catch {
    return undefined;
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") return undefined;
  const body = /(?:^|\/)([0-9a-f]{64})(?:\/|$)/.exec(url.pathname)?.[1] as BodyId | undefined;
  return { origin: url.origin, ...(body ? { body } : {}) };
}

/** The clerk at an origin. No cookies go along: this file has no origin of its own. */
export function keeperAt(origin: string): Keeper {
  return {
    origin,
    api: createApi(origin, (input, init) =>
      fetch(input, { ...init, credentials: "omit", referrerPolicy: "no-referrer" }),
    ),
  };
}

/** The facts for `key`. Throws `Unreachable` where the clerk doesn't answer. */
export async function factsFor(
  key: KeyId,
  body: BodyId,
  from: { readonly record?: GoodRecord; readonly keeper?: Keeper },
  now: Millis,
): Promise<FactsCame> {
  const { record, keeper } = from;
  const here = record && factsOfRecord(record, key, now);
  if (keeper === undefined) {
    if (here === undefined) throw new Error("neither record nor record keeper");
    return { is: "facts", facts: here };
  }
  const said = await keeper.api.facts(body, key);
  const clerk = record?.state.founding.clerk ?? said.clerk;
  const growth = await lookAtGrowth(keeper.api, { body, clerk, ...(record ? { saw: record.head } : {}) }, now);
  if (growth.is === "unsigned") return growth;
  if (growth.is === "contradiction") return { is: "contradiction", code: growth.alarm.code };
  const member = (said.member ?? here?.member) as MemberId | undefined;
  return {
    is: "facts",
    facts: {
      body,
      clerk,
      seq: Math.max(said.seq ?? 0, here?.seq ?? 0),
      saw: { size: growth.saw.size, root: growth.saw.root as Hash },
      at: said.practice ? said.now : now,
      ...(member ? { member } : {}),
      ...(said.standing ? { standing: said.standing } : {}),
      from: record ? "both" : "keeper",
    },
  };
}

function factsOfRecord({ state, head }: GoodRecord, key: KeyId, now: Millis): Facts {
  const at = state.practice.clock ?? Math.max(now, state.at);
  const member = keyHolder(state, key, at) ?? state.keys.keys.get(key)?.member;
  return {
    body: state.body,
    clerk: state.founding.clerk,
    seq: state.seqs.get(key) ?? 0,
    saw: { size: head.size, root: head.root },
    at,
    ...(member ? { member, standing: standing(state, member, at) } : {}),
    from: "record",
  };
}
