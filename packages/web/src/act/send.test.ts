/** Signing and sending against a small clerk with real keys, a real tree and real checkpoints. */
import { type BodyId, fromHex, type Hash, type KeyId, toHex, utf8 } from "@nabat/kernel";
import {
  checkpointLine,
  checkpointMessage,
  clerkKey,
  entryBytes,
  formatCheckpoint,
  formatNote,
  fromMultikey,
  GrowingTree,
  originOf,
  parseAct,
  type Receipt,
  signingInput,
  withProof,
} from "@nabat/record";
import { type BytesKey, keyFromSecret, sha256, signBytes } from "@nabat/platform/browser/mod.ts";
import { describe, expect, it } from "vitest";
import { type Answer, type Api, type Submission, Unreachable } from "../api/client.ts";
import { type OwnBody, ownThings } from "../device/own-body.ts";
import { memoryShelf } from "../device/shelf.ts";
import { type Desk, sendKept, signAndSend, type Wish } from "./send.ts";

const BODY = "ab".repeat(32) as BodyId;
const keyOf = (n: number) => keyFromSecret(new Uint8Array(32).fill(n));
const device = keyOf(1);

/** Enters what has the right `seq`; can be made to fail or to lie. */
class SmallClerk {
  key: BytesKey = keyOf(9);
  tree = new GrowingTree(sha256);
  seq = 0;
  posts = 0;
  offline = false;
  next: ((s: Submission) => Answer | undefined) | undefined;

  constructor() {
    this.tree.appendEntry(utf8("founding"));
  }

  note(): string {
    const checkpoint = { origin: originOf(BODY), size: this.tree.size, root: this.tree.root() };
    const line = checkpointLine(
      clerkKey(sha256, BODY, fromMultikey(this.key.key)),
      signBytes(this.key.secret, checkpointMessage(checkpoint)),
    );
    return new TextDecoder().decode(formatNote({ text: formatCheckpoint(checkpoint), signatures: [line] }));
  }

  receipt(of: Omit<Receipt, "v" | "body" | "proof">): Receipt {
    const plain = { v: 1 as const, body: BODY, ...of };
    return withProof(plain, this.key.key, signBytes(this.key.secret, signingInput(sha256, plain, this.key.key).bytes));
  }

  submit(s: Submission): Answer {
    this.posts++;
    const told = this.next?.(s);
    if (told) return told;
    const parsed = parseAct(sha256, utf8(s.act));
    if (!parsed.ok) throw new Error(parsed.code);
    const { id, document } = parsed.value;
    if (document.seq !== this.seq + 1) {
      const refusal = { rule: "R-8", code: "gap", facts: {} };
      return {
        is: "refused",
        rule: "R-8",
        code: "gap",
        sentence: "Out of order.",
        receipt: this.receipt({ receipt: "refused", act: id, at: 5, refusal }),
      };
    }
    expect(toHex(this.tree.rootAt(document.saw?.size ?? 0))).toBe(document.saw?.root);
    this.seq++;
    const index = this.tree.appendEntry(entryBytes({ at: 5, act: document }));
    return { is: "entered", receipt: this.receipt({ receipt: "entered", act: id, at: 5, index }) };
  }

  api(): Api {
    const up =
      <T>(work: () => T) =>
      async (): Promise<T> => {
        if (this.offline) throw new Unreachable("offline");
        return work();
      };
    const facts = () => ({
      body: BODY,
      type: "assembly",
      phase: "adopted",
      practice: false,
      size: this.tree.size,
      root: "" as Hash,
      now: 4,
      nonce: "",
      clerk: this.key.key,
      epoch: 0,
      seq: this.seq,
      witnesses: [] as KeyId[],
    });
    return {
      facts: up(facts),
      checkpoint: up(() => this.note()),
      consistency: (_body: string, from: number, to: number) => up(() => this.tree.consistencyProof(from, to))(),
      submit: (_body: string, s: Submission) => up(() => this.submit(s))(),
    } as unknown as Api;
  }
}

async function setUp() {
  const clerk = new SmallClerk();
  const things = ownThings(memoryShelf());
  const own = {
    body: BODY,
    name: "House",
    member: "cd".repeat(16),
    device: { key: device.key, box: "", sign: device.secret, agree: device.secret },
    nonce: "",
    clerk: clerk.key.key,
    epoch: 0,
    practice: false,
    seq: 0,
    safe: true,
    since: 0,
  } as unknown as OwnBody;
  await things.keepBody(own);
  const desk: Desk = {
    api: clerk.api(),
    things,
    now: () => 4,
    signer: () => ({ key: device.key, sign: (m) => signBytes(device.secret, m) }),
  };
  return { clerk, things, desk };
}

const wish: Wish = {
  kind: "second",
  data: { motion: "ef".repeat(32) },
  attachments: [],
  label: "Second it",
  next: "/",
};
const own = async (things: ReturnType<typeof ownThings>) => (await things.body(BODY)) as OwnBody;

describe("signing and sending", () => {
  it("enters acts one after the other, remembers what it saw, keeps the receipts", async () => {
    const { clerk, things, desk } = await setUp();
    for (let n = 1; n <= 3; n++)
      expect((await signAndSend(desk, BODY, { ...wish, data: { motion: "ef".repeat(32), n } })).is).toBe("entered");
    expect((await own(things)).seq).toBe(3);
    expect((await own(things)).saw?.size).toBe(3);
    expect(await things.receipts(BODY)).toHaveLength(3);
    expect(await things.keptActs(BODY)).toEqual([]);
    expect(clerk.tree.size).toBe(4);
  });

  it("tries a race once more with a fresh count", async () => {
    const { clerk, desk } = await setUp();
    let races = 1;
    clerk.next = () => {
      if (races-- <= 0) return undefined;
      clerk.seq++;
      return undefined;
    };
    expect((await signAndSend(desk, BODY, wish)).is).toBe("entered");
    expect(clerk.posts).toBe(2);
  });

  it("gives up after the second race", async () => {
    const { clerk, desk } = await setUp();
    clerk.next = () => {
      clerk.seq += 2;
      return undefined;
    };
    const sent = await signAndSend(desk, BODY, wish);
    expect(sent).toMatchObject({ is: "refused", rule: "R-8" });
    expect(clerk.posts).toBe(2);
  });

  it("keeps what was signed without a network and sends the same bytes later", async () => {
    const { clerk, things, desk } = await setUp();
    await signAndSend(desk, BODY, wish);
    clerk.offline = true;
    const sent = await signAndSend(desk, BODY, { ...wish, data: { motion: "12".repeat(32) } });
    expect(sent.is).toBe("kept");
    const [kept] = await things.keptActs(BODY);
    expect(kept).toMatchObject({ label: "Second it" });
    clerk.offline = false;
    let sentText = "";
    clerk.next = (s) => void (sentText = s.act) as undefined;
    expect(await sendKept(desk, kept as never)).toMatchObject({ is: "entered", id: kept?.id });
    expect(sentText).toBe(kept?.act);
    expect(await things.keptActs(BODY)).toEqual([]);
  });

  it("signs a kept act anew where other acts went before it", async () => {
    const { clerk, things, desk } = await setUp();
    await signAndSend(desk, BODY, wish);
    clerk.offline = true;
    await signAndSend(desk, BODY, { ...wish, data: { n: 1 } });
    clerk.offline = false;
    await signAndSend(desk, BODY, { ...wish, data: { n: 2 } });
    const [kept] = await things.keptActs(BODY);
    expect((await sendKept(desk, kept as never)).is).toBe("entered");
    expect(clerk.seq).toBe(3);
    expect(await things.keptActs(BODY)).toEqual([]);
  });

  it("says a refusal as the clerk said it, and keeps its receipt as proof", async () => {
    const { clerk, things, desk } = await setUp();
    clerk.next = (s) => {
      const parsed = parseAct(sha256, utf8(s.act));
      const act = parsed.ok ? parsed.value.id : ("" as never);
      const refusal = { rule: "V-6", code: "own-motion", facts: {} };
      return {
        is: "refused",
        rule: "V-6",
        code: "own-motion",
        sentence: "It is your own.",
        receipt: clerk.receipt({ receipt: "refused", act, at: 5, refusal }),
      };
    };
    expect(await signAndSend(desk, BODY, wish)).toEqual({
      is: "refused",
      rule: "V-6",
      code: "own-motion",
      sentence: "It is your own.",
    });
    expect((await things.receipts(BODY))[0]?.receipt.receipt).toBe("refused");
    expect(await things.keptActs(BODY)).toEqual([]);
  });

  it("believes no receipt of another key, or of another act", async () => {
    const { clerk, desk } = await setUp();
    const other = keyOf(7);
    clerk.next = (s) => {
      const parsed = parseAct(sha256, utf8(s.act));
      const plain = {
        v: 1 as const,
        receipt: "entered" as const,
        body: BODY,
        act: parsed.ok ? parsed.value.id : ("" as never),
        at: 5,
        index: 1,
      };
      return {
        is: "entered",
        receipt: withProof(plain, other.key, signBytes(other.secret, signingInput(sha256, plain, other.key).bytes)),
      };
    };
    expect(await signAndSend(desk, BODY, wish)).toEqual({ is: "unsigned", code: "receipt" });
    clerk.next = () => ({
      is: "entered",
      receipt: clerk.receipt({ receipt: "entered", act: "00".repeat(32) as never, at: 5, index: 1 }),
    });
    expect(await signAndSend(desk, BODY, wish)).toEqual({ is: "unsigned", code: "receipt" });
  });
});

describe("a record that contradicts itself", () => {
  it.each([
    [
      "rewritten",
      (clerk: SmallClerk) => {
        clerk.tree = new GrowingTree(sha256);
        for (const n of [1, 2, 3, 4]) clerk.tree.appendEntry(utf8(`other ${n}`));
      },
    ],
    [
      "forked at the same size",
      (clerk: SmallClerk) => {
        const { size } = clerk.tree;
        clerk.tree = new GrowingTree(sha256);
        for (let n = 0; n < size - 1; n++) clerk.tree.appendEntry(utf8(`x ${n}`));
      },
    ],
    [
      "cut short",
      (clerk: SmallClerk) => {
        clerk.tree = new GrowingTree(sha256);
        clerk.tree.appendEntry(utf8("founding"));
      },
    ],
  ])("stops everything when it was %s", async (_how, spoil) => {
    const { clerk, things, desk } = await setUp();
    await signAndSend(desk, BODY, wish);
    await signAndSend(desk, BODY, { ...wish, data: { n: 2 } });
    const before = (await own(things)).saw;
    const { posts } = clerk;
    spoil(clerk);
    const sent = await signAndSend(desk, BODY, wish);
    expect(sent.is).toBe("alarm");
    expect(clerk.posts).toBe(posts);
    const alarm = await things.alarm(BODY);
    expect(alarm?.old).toBe(before?.note);
    expect(alarm?.present).toBe(clerk.note());
    // It stays stopped, also when the server shows the good record again.
    expect((await signAndSend(desk, BODY, wish)).is).toBe("alarm");
    expect((await own(things)).saw).toEqual(before);
  });

  it("signs nothing on a checkpoint of another keeper", async () => {
    const { clerk, desk } = await setUp();
    clerk.key = keyOf(8);
    expect(await signAndSend(desk, BODY, wish)).toMatchObject({ is: "unsigned" });
    expect(clerk.posts).toBe(0);
  });

  it("is not an alarm when the network is away", async () => {
    const { clerk, things, desk } = await setUp();
    await signAndSend(desk, BODY, wish);
    const asked = desk.api.consistency.bind(desk.api);
    clerk.tree.appendEntry(utf8("more"));
    (desk.api as { consistency: unknown }).consistency = () => Promise.reject(new Unreachable("gone"));
    await signAndSend(desk, BODY, wish);
    expect(await things.alarm(BODY)).toBeUndefined();
    (desk.api as { consistency: unknown }).consistency = asked;
    expect(fromHex((await own(things)).saw?.root ?? "")).toHaveLength(32);
  });
});
