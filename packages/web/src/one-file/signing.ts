/**
 * From what a person wants to sign to the signed act: which group, with which facts, whose key; every
 * field composed before it is shown, so that what is shown is what is signed (DESIGN §3, R-3 to R-9).
 */
import {
  type BodyId,
  type Hash,
  isHash,
  type MemberId,
  ok,
  refuse,
  type Refusal,
  type Result,
  utf8,
} from "@nabat/kernel";
import { type Act, parseAct, type UnsignedAct } from "@nabat/record";
import { admit, KINDS, kindOf } from "@nabat/body";
import { sha256, verify } from "@nabat/platform/browser/mod.ts";
import { type SignedAct, signAct } from "../act/sign.ts";
import type { ToSign } from "./act-file.ts";
import { type Facts, type FactsCame, factsFor, type GoodRecord, type Keeper, keeperAt, readAddress } from "./facts.ts";
import type { HeldKey } from "./held-key.ts";

/** Facts as a person types them. */
export interface TypedFacts {
  readonly body: string;
  readonly nonce: string;
  readonly seq: string;
  readonly size: string;
  readonly root: string;
}

/** The group that is signed for. */
export interface Group {
  readonly body: BodyId;
  readonly nonce: string;
  readonly record?: GoodRecord;
  readonly keeper?: Keeper;
  readonly typed?: Facts;
}

/** Why a group can't be told, as a message's id. */
export type NoGroup = "one-sign-address-bad" | "one-key-nonce" | "one-stop-another-body";

/** Tells the group from the record in hand, an address, or typed facts. Throws `Unreachable`. */
export async function groupOf(
  from: { readonly record?: GoodRecord; readonly address: string; readonly typed: TypedFacts },
  now: number,
): Promise<Group | NoGroup> {
  const { record, typed } = from;
  const address = from.address.trim() === "" ? undefined : readAddress(from.address);
  if (from.address.trim() !== "" && address === undefined) return "one-sign-address-bad";
  const typedBody = isHash(typed.body.trim()) ? (typed.body.trim() as BodyId) : undefined;
  const body = record?.state.body ?? address?.body ?? typedBody;
  if (body === undefined) return address === undefined ? "one-key-nonce" : "one-sign-address-bad";
  if (address?.body !== undefined && address.body !== body) return "one-stop-another-body";
  const keeper = address && keeperAt(address.origin);
  if (record) return { body, nonce: record.state.founding.nonce, record, ...(keeper ? { keeper } : {}) };
  if (keeper) return { body, nonce: (await keeper.api.facts(body)).nonce, keeper };
  const facts = typedFacts(body, typed, now);
  return facts === undefined ? "one-key-nonce" : { body, nonce: typed.nonce.trim(), typed: facts };
}

function typedFacts(body: BodyId, typed: TypedFacts, now: number): Facts | undefined {
  const [seq, size] = [Number(typed.seq.trim() || "0"), Number(typed.size.trim())];
  const root = typed.root.replaceAll(/\s/g, "") as Hash;
  const good = Number.isSafeInteger(seq) && seq >= 0 && Number.isSafeInteger(size) && size >= 1 && isHash(root);
  return good ? { body, seq, saw: { size, root }, at: now, from: "typed" } : undefined;
}

/** Fresh facts for a key in a group. Throws `Unreachable`. */
export async function freshFacts(group: Group, held: HeldKey, now: number): Promise<FactsCame> {
  if (group.typed) return { is: "facts", facts: { ...group.typed, at: now } };
  return factsFor(held.key, group.body, group, now);
}

/**
 * Every field of the act. What its author decided stays; count, head, author and time are filled in.
 * `spent`: the highest count that this key signed here. Refuses R-7 (another body, unknown kind), R-3, K-1.
 */
export function compose(made: ToSign, facts: Facts, held: HeldKey, spent = 0): Result<UnsignedAct> {
  if (made.given.body !== undefined && made.given.body !== facts.body) return refuse("R-7", "another-body");
  const by: MemberId | undefined = facts.member ?? made.given.by ?? held.member;
  if (by === undefined) return refuse("K-1", "unknown-key");
  const act: UnsignedAct = {
    v: 1,
    body: facts.body,
    seq: Math.max(facts.seq, spent) + 1,
    kind: made.kind,
    by,
    at: facts.at,
    saw: facts.saw,
    data: made.data,
  };
  const kind = kindOf(KINDS, act as Act);
  return kind.ok ? ok(act) : kind;
}

/** Signs, and reads what was signed as a clerk would. Throws where the own signature doesn't hold: a bug. */
export async function signHeld(unsigned: UnsignedAct, held: HeldKey): Promise<SignedAct> {
  const signed = await signAct(unsigned, held);
  const again = parseAct(sha256, utf8(signed.text));
  if (!again.ok) throw new Error(`signed what can't be read: ${again.code}`);
  const { key, message, signature } = again.value;
  if (!(await verify(key, message, signature))) throw new Error("the own signature does not hold");
  return signed;
}

/** Whether the record in hand would take the act in: nothing, or the refusal. */
export function wouldBeRefused(record: GoodRecord, signed: SignedAct, facts: Facts): Refusal | undefined {
  const parsed = parseAct(sha256, utf8(signed.text));
  if (!parsed.ok) return parsed;
  const at = record.state.practice.clock ?? Math.max(facts.at, record.state.at);
  const came = admit(KINDS, record.state, parsed.value, { at, sha256 });
  return came.ok ? undefined : came;
}
