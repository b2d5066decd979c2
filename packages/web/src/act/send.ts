/**
 * Signing and sending one act, in the order that DESIGN §3 asks: look at the record's growth, sign
 * with what was seen, keep the act on this device, send it, check the receipt. A race for `seq` or
 * `saw` is tried once more with fresh ones; without a network the signed act stays kept.
 */
import type { Millis } from "@nabat/kernel";
import type { Act, Attachment, Data, Receipt, UnsignedAct } from "@nabat/record";
import { type Answer, type Api, attachmentsJson, type BodyFacts, type Submission, Unreachable } from "../api/client.ts";
import type { Alarm, KeptAct, OwnBody, OwnThings } from "../device/own-body.ts";
import { lookAtGrowth } from "./growth.ts";
import { followHandover } from "./handover.ts";
import { receiptHolds } from "./receipt.ts";
import { type SignedAct, signAct, type Signer } from "./sign.ts";

/** What the sender works with. */
export interface Desk {
  readonly api: Api;
  readonly things: OwnThings;
  readonly signer: (own: OwnBody) => Signer;
  readonly now: () => Millis;
}

/** What is to be signed. */
export interface Wish {
  readonly kind: string;
  readonly data: object;
  readonly attachments: readonly Attachment[];
  /** What the act proves from outside this record, in base64 (F-11). */
  readonly evidence?: string;
  /** In words, for the list of what waits. */
  readonly label: string;
  /** Where to go once it is entered. */
  readonly next: string;
}

/** What came of it. */
export type Sent =
  | { readonly is: "entered"; readonly id: string; readonly receipt: Receipt }
  | { readonly is: "refused"; readonly rule: string; readonly code: string; readonly sentence: string }
  /** Signed and kept on this device; not delivered. */
  | { readonly is: "kept"; readonly id: string; readonly sentence?: string }
  /** An answer came that the record keeper didn't sign. */
  | { readonly is: "unsigned"; readonly code: string }
  | { readonly is: "alarm"; readonly alarm: Alarm };

/** Signs and sends. One at a time per body on this device, over all its windows. */
export function signAndSend(desk: Desk, body: string, wish: Wish): Promise<Sent> {
  return alone(body, async () => {
    const first = await once(desk, body, wish);
    return raced(first) ? once(desk, body, wish) : first;
  });
}

/** Sends a kept act again: the same bytes; where its count was passed meanwhile, signed anew. */
export function sendKept(desk: Desk, kept: KeptAct): Promise<Sent> {
  return alone(kept.body, async () => {
    const own = await desk.things.body(kept.body);
    if (!own) throw new Error("no key for this body on this device");
    const act = JSON.parse(kept.act) as Act;
    const sent = await deliver(desk, own, { id: kept.id as SignedAct["id"], text: kept.act, act }, kept);
    if (!raced(sent)) return sent;
    const { attachments, label, next, evidence } = kept;
    const more = evidence === undefined ? {} : { evidence };
    return again(desk, own, { kind: act.kind, data: act.data, attachments, label, next, ...more });
  });
}

const raced = (sent: Sent) => sent.is === "refused" && (sent.rule === "R-8" || sent.rule === "R-9");

/** A wish whose attachments are already as JSON carries them. */
type Packed = Omit<Wish, "attachments"> & Pick<KeptAct, "attachments">;

async function once(desk: Desk, body: string, wish: Wish): Promise<Sent> {
  const own = await desk.things.body(body);
  if (!own) throw new Error("no key for this body on this device");
  return again(desk, own, { ...wish, attachments: attachmentsJson(wish.attachments) });
}

async function again(desk: Desk, own: OwnBody, wish: Packed): Promise<Sent> {
  const stopped = await desk.things.alarm(own.body);
  if (stopped) return { is: "alarm", alarm: stopped };
  const ready = await prepareToSign(desk, own);
  if ("is" in ready) return ready;
  const unsigned: UnsignedAct = {
    v: 1,
    body: own.body,
    seq: ready.seq + 1,
    kind: wish.kind,
    by: own.member,
    at: ready.at,
    saw: { size: ready.own.saw?.size ?? 1, root: ready.own.saw?.root ?? ("0".repeat(64) as never) },
    data: wish.data as Data,
  };
  const signed = await signAct(unsigned, desk.signer(own));
  return deliver(desk, ready.own, signed, wish);
}

interface Ready {
  readonly own: OwnBody;
  readonly seq: number;
  readonly at: Millis;
}

/** Fresh `saw` and `seq`; without a network those that this device knows. */
async function prepareToSign(desk: Desk, own: OwnBody): Promise<Ready | Sent> {
  try {
    const facts = await desk.api.facts(own.body, own.device.key);
    if (facts.epoch > own.epoch) own = { ...own, ...(await followHandover(desk.api, own)) };
    const growth = await lookAtGrowth(desk.api, own, desk.now());
    if (growth.is === "contradiction") {
      await desk.things.raise(growth.alarm);
      return { is: "alarm", alarm: growth.alarm };
    }
    if (growth.is === "unsigned") return growth;
    const now: OwnBody = {
      ...own,
      saw: growth.saw,
      seq: Math.max(own.seq, facts.seq ?? 0),
      name: facts.name ?? own.name,
    };
    await desk.things.keepBody(now);
    return { own: now, seq: facts.seq ?? own.seq, at: momentOf(facts, desk.now()) };
  } catch (error) {
    if (!(error instanceof Unreachable) || !own.saw) throw error;
    return { own, seq: own.seq, at: desk.now() };
  }
}

/** The author's claim of time: this device's clock, or a practice body's own. */
function momentOf(facts: BodyFacts, now: Millis): Millis {
  return facts.practice ? facts.now : now;
}

async function deliver(
  desk: Desk,
  own: OwnBody,
  signed: SignedAct,
  wish: Pick<KeptAct, "attachments" | "label" | "next" | "evidence">,
): Promise<Sent> {
  const { id } = signed;
  const beside = {
    attachments: wish.attachments,
    ...(wish.evidence === undefined ? {} : { evidence: wish.evidence }),
  };
  // Kept before it is sent: a window closed in the middle must not lose what was signed.
  await desk.things.keepAct({
    body: own.body,
    id,
    act: signed.text,
    ...beside,
    label: wish.label,
    next: wish.next,
    at: signed.act.at,
  });
  const submission: Submission = { act: signed.text, ...beside };
  let answer: Answer;
  try {
    answer = await patiently(() => desk.api.submit(own.body, submission));
  } catch (error) {
    if (error instanceof Unreachable) return { is: "kept", id };
    throw error;
  }
  if (answer.is === "later") return { is: "kept", id, ...(answer.sentence ? { sentence: answer.sentence } : {}) };
  const { receipt } = answer;
  if (receipt) {
    if (!(await receiptHolds(receipt, own.clerk, own.body, id))) return { is: "unsigned", code: "receipt" };
    await desk.things.keepReceipt({ act: signed.text, receipt });
  }
  await desk.things.dropAct({ body: own.body, id });
  if (answer.is === "refused")
    return { is: "refused", rule: answer.rule, code: answer.code, sentence: answer.sentence };
  await desk.things.keepBody({ ...own, seq: Math.max(own.seq, signed.act.seq) });
  return { is: "entered", id, receipt: answer.receipt };
}

/** Twice more where the server asks to come back within a few seconds. */
async function patiently(ask: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 0; ; tries++) {
    const answer = await ask();
    if (answer.is !== "later" || answer.seconds > 5 || tries === 2) return answer;
    await new Promise((r) => setTimeout(r, answer.seconds * 1000));
  }
}

/** Runs `work` while no other window of this device signs for `body`. */
async function alone<T>(body: string, work: () => Promise<T>): Promise<T> {
  const locks = (globalThis.navigator as Navigator | undefined)?.locks;
  return locks ? ((await locks.request(`nabat sign ${body}`, work)) as T) : work();
}
