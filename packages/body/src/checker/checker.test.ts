/** A checker over whole records, honest and spoilt in every way that is named. */
import { canonicalBytes, fromUtf8, type Hash, toHex, utf8 } from "@nabat/kernel";
import { type Act, type AttachmentRef, entryBytes, GrowingTree, MAX_ENTRY_BYTES } from "@nabat/record";
import {
  Assembly,
  BESIDE,
  besideOf,
  checkpointOf,
  entriesOf,
  figures,
  keyFrom,
  sha256,
  signAct,
  signNotice,
  sourceOf,
  treeOf,
  verifyKey,
  DAY,
} from "@nabat/testkit";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stateHash } from "../engine/snapshot.ts";
import { KINDS } from "../kinds.ts";
import { check, type Tools } from "./check.ts";
import { checkFollows } from "./diff.ts";
import { bundleReader } from "./read-entries.ts";
import type { Verdict } from "./verdict.ts";

const tools: Tools = { kinds: KINDS, sha256, read: bundleReader(sha256, verifyKey), verify: verifyKey };
const byName = { statutes: (s: any) => ({ ...s, voting: { ...s.voting, mode: "name" } }) };

/** A body of five that decided one thing by name, outside a sitting. */
function decided(label = "x") {
  const a = new Assembly(["ana", "bo", "cem", "dora", "eli"], { ...byName, label });
  const motion = a.move();
  const vote = a.callOutside(motion);
  for (const [n, choice] of (["for", "for", "against", "taking-part"] as const).entries()) {
    const done = a.cast(vote, a.person(n), choice);
    if (!done.ok) throw new Error(`${done.rule} ${done.code}`);
  }
  a.house.wait(4 * DAY);
  a.declare(vote);
  return { a, vote, house: a.house };
}

const shared = decided();

function faultOf(verdict: Verdict): string {
  return verdict.ok ? "holds" : `${verdict.fault.in} ${verdict.fault.index ?? "-"} ${verdict.fault.refusal.rule}`;
}

async function judged(...args: Parameters<typeof sourceOf>): Promise<string> {
  return faultOf((await check(sourceOf(...args), tools)).verdict);
}

describe("an honest record", () => {
  it("holds, and comes to the same state as the house's own", async () => {
    const { house } = shared;
    const { verdict } = await check(sourceOf(house), tools);
    if (!verdict.ok) throw new Error(faultOf(verdict));
    expect(verdict.summary).toMatchObject({
      body: house.body,
      entries: house.entries.length,
      root: toHex(treeOf(entriesOf(house)).root()),
      state: stateHash(sha256, house.state),
      members: 5,
      results: { recomputed: 1, byTellers: 0, attested: [], unread: 0 },
    });
    expect(verdict.summary.attachments.present).toBe(verdict.summary.attachments.named);
    expect(verdict.summary.warnings.map((w) => w.code)).toEqual(["no-witnesses"]);
  });

  it("R-32: names the witness that the body named, and only that one", async () => {
    const a = new Assembly(["ana", "bo", "cem"], { label: "witnessed" });
    const witness = keyFrom("witness");
    a.house.do(a.person(0), "witness", { key: witness.id });
    const tree = treeOf(entriesOf(a.house));
    const checkpoint = checkpointOf(a.house, tree, keyFrom("clerk"), [witness, keyFrom("stranger")]);
    const { verdict } = await check(sourceOf(a.house, { checkpoint }), tools);
    expect(verdict.ok && verdict.summary.witnesses.map((w) => w.key)).toEqual([witness.id]);
  });
});

describe("handover (W-1)", () => {
  const moved = (root?: Hash) => {
    const a = new Assembly(["ana", "bo", "cem"], { label: "moving" });
    const entries = entriesOf(a.house);
    const tree = treeOf(entries);
    const next = keyFrom("next clerk");
    const data = { epoch: 1, key: next.id, size: entries.length, root: root ?? (toHex(tree.root()) as Hash) };
    const notice = signNotice(
      { v: 1, body: a.house.body, notice: "handover", at: a.house.now, data },
      keyFrom("clerk"),
    );
    const after = [...entries, entryBytes({ at: a.house.now, notice })];
    return { house: a.house, next, entries: after, tree: treeOf(after) };
  };

  it("either clerk's signature is good under the handover itself, afterwards the next one's alone", async () => {
    const { house, next, entries, tree } = moved();
    for (const clerk of [keyFrom("clerk"), next]) {
      expect(await judged(house, { entries, tree, checkpoint: checkpointOf(house, tree, clerk) })).toBe("holds");
    }
    const by = house.founder;
    const act = house.sign(
      by,
      "say",
      { about: house.body, text: house.text("Moved.") },
      { act: { saw: { size: tree.size, root: toHex(tree.root()) as Hash } } },
    );
    const later = [...entries, entryBytes({ at: house.now, act })];
    const attachments = new Map([...besideOf(house), ...BESIDE]);
    const shown = (clerk: typeof next) =>
      judged(house, {
        entries: later,
        attachments,
        tree: treeOf(later),
        checkpoint: checkpointOf(house, treeOf(later), clerk),
      });
    expect(await shown(next)).toBe("holds");
    expect(await shown(keyFrom("clerk"))).toBe("checkpoint - R-30");
  });

  it("is refused where it hands over another root", async () => {
    const { house, entries, tree } = moved("cd".repeat(32) as Hash);
    expect(await judged(house, { entries, tree, checkpoint: checkpointOf(house, tree) })).toBe(
      `rule ${entries.length - 1} W-1`,
    );
  });
});

describe("a keeper that spoils the record is caught", () => {
  const { house } = shared;
  const entries = entriesOf(house);
  const last = entries.length - 1;
  const withEntries = (changed: Uint8Array[]) =>
    judged(house, { entries: changed, tree: treeOf(changed), checkpoint: checkpointOf(house, treeOf(changed)) });
  const changedAt = (n: number, change: (entry: any) => void): Uint8Array[] =>
    entries.map((bytes, i) => {
      if (i !== n) return bytes;
      const entry = JSON.parse(fromUtf8(bytes)) as Record<string, unknown>;
      change(entry);
      return canonicalBytes(entry);
    });

  it("R-6: an act edited after it was signed", async () => {
    expect(await withEntries(changedAt(7, (e) => (e.act.at += 1)))).toBe("signature 7 R-6");
  });

  it("R-1: bytes that are not canonical", async () => {
    const spaced = entries.map((b, i) => (i === 5 ? utf8(`${fromUtf8(b)} `) : b));
    expect(await withEntries(spaced)).toBe("entry 5 R-1");
  });

  it("R-10: something that is no entry, and one that is too large", async () => {
    expect(await withEntries(changedAt(4, (e) => (e.more = 1)))).toBe("entry 4 R-10");
    const large = entries.map((b, i) => (i === 4 ? new Uint8Array(MAX_ENTRY_BYTES + 1) : b));
    expect(await withEntries(large)).toBe("entry 4 R-10");
  });

  it("R-8 and others: an act dropped from the middle", async () => {
    const dropped = entries.filter((_, i) => i !== 3);
    expect(await withEntries(dropped)).toMatch(/^(rule|saw) \d+ R-[89]$/);
  });

  it("R-9: entries in another order, though each is genuine", async () => {
    const swapped = [...entries];
    [swapped[last - 2], swapped[last - 1]] = [swapped[last - 1] as Uint8Array, swapped[last - 2] as Uint8Array];
    expect(await withEntries(swapped)).toBe(`rule ${last - 2} R-9`);
  });

  it("R-11: time that runs backward", async () => {
    expect(await withEntries(changedAt(last, (e) => (e.at -= 30 * DAY)))).toBe(`rule ${last} R-11`);
  });

  it("R-9: an author who was shown another record", async () => {
    const by = house.founder;
    const saw = { size: 3, root: "ab".repeat(32) as Hash };
    const seq = (house.state.seqs.get(by.device.id) ?? 0) + 1;
    const act = signAct(
      { v: 1, body: house.body, seq, kind: "say", by: by.member, at: house.now, saw, data: {} },
      by.device,
    );
    const forged = [...entries, entryBytes({ at: house.now, act: act as Act })];
    expect(await withEntries(forged)).toMatch(/^(saw|entry) /);
  });

  it("R-42: a checkpoint over other entries; the first that differs is named", async () => {
    const other = decided("y");
    const tree = treeOf(entries);
    const longer = new GrowingTree(sha256);
    for (const e of entries.slice(0, last)) longer.appendEntry(e);
    longer.appendEntry(utf8("something else"));
    expect(await judged(house, { tree: longer, checkpoint: checkpointOf(house, longer) })).toBe(
      `checkpoint ${last} R-42`,
    );
    expect(await judged(house, { checkpoint: checkpointOf(other.house, tree) })).toBe("checkpoint 0 R-25");
  });

  it("R-40: entries that end before the checkpoint's size", async () => {
    expect(
      await judged(house, {
        entries: entries.slice(0, last),
        tree: treeOf(entries),
        checkpoint: checkpointOf(house, treeOf(entries)),
      }),
    ).toMatch(/R-40$/);
  });

  it("R-30: a checkpoint signed by somebody else, or with a false cosignature of a named witness", async () => {
    expect(await judged(house, { checkpoint: checkpointOf(house, treeOf(entries), keyFrom("not the clerk")) })).toBe(
      "checkpoint - R-30",
    );
  });

  it("R-41: a tile that is not what the entries give", async () => {
    const source = sourceOf(house);
    const tile = source.tile;
    const spoilt = async (path: string) => {
      const bytes = await tile?.(path);
      return bytes && path.startsWith("tile/0/") ? bytes.map((b, i) => (i === 40 ? b ^ 1 : b)) : bytes;
    };
    expect(faultOf((await check({ ...source, tile: spoilt }, tools)).verdict)).toBe("tile - R-41");
    expect(faultOf((await check({ ...source, tile: async () => undefined }, tools)).verdict)).toBe("tile - R-41");
  });

  it("R-47 and R-16: an attachment gone without act or notice, and one that was altered", async () => {
    const beside = besideOf(house);
    const [hash, attachment] = [...beside][3] as [Hash, NonNullable<ReturnType<typeof beside.get>>];
    const without = new Map([...beside].filter(([h]) => h !== hash));
    expect(await judged(house, { attachments: without })).toMatch(/^attachment \d+ R-47$/);
    expect(
      await judged(house, { attachments: new Map([...beside, [hash, { ...attachment, bytes: utf8("other words") }]]) }),
    ).toMatch(/^attachment \d+ R-16$/);
    expect(await judged(house, { attachments: without, grades: [] })).toBe("holds");
  });

  it("R-14: evidence that is not kept, that is other than named, or that no rule asks for", async () => {
    const bytes = utf8("a paper");
    const brought = changedAt(last, (e) => (e.evidence = toHex(sha256(bytes))));
    const shown = (evidence: ReadonlyMap<Hash, Uint8Array>) =>
      judged(house, {
        entries: brought,
        tree: treeOf(brought),
        checkpoint: checkpointOf(house, treeOf(brought)),
        evidence,
      });
    const hash = toHex(sha256(bytes)) as Hash;
    expect(await shown(new Map())).toBe(`evidence ${last} R-14`);
    expect(await shown(new Map([[hash, utf8("another paper")]]))).toBe(`evidence ${last} R-14`);
    expect(await shown(new Map([[hash, bytes]]))).toBe(`evidence ${last} R-14`);
  });

  it("R-6 is found in the order of entries, whatever comes later", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(last), fc.nat(last), async (m, n) => {
        const spoilt = entries.map((bytes, i) => {
          if (i !== m && i !== n) return bytes;
          const entry = JSON.parse(fromUtf8(bytes));
          entry.act.at += 1;
          return canonicalBytes(entry);
        });
        expect(await withEntries(spoilt)).toBe(`signature ${Math.min(m, n)} R-6`);
      }),
      { numRuns: 20 },
    );
  });
});

describe("results held against their openings (V-37)", () => {
  const openingOf = (d: ReturnType<typeof decided>): Hash => {
    const cast = d.house.entries
      .map((k) => JSON.parse(fromUtf8(k.bytes)) as Act)
      .find((act) => act.kind === "vote.cast");
    if (cast === undefined) throw new Error("nobody voted");
    return (cast.data["opening"] as unknown as AttachmentRef).hash;
  };

  it("a declared count that the openings don't give is a fault", async () => {
    const a = new Assembly(["ana", "bo", "cem", "dora"], { ...byName, label: "false" });
    const vote = a.callOutside(a.move());
    for (const n of [0, 1, 2]) a.cast(vote, a.person(n), "for");
    a.house.wait(4 * DAY);
    // Past the house's own look-up of openings, as a dishonest clerk would enter it.
    const data = { vote, counts: figures({ for: 2, against: 1 }), whole: 4, outcome: "carried" };
    const act = a.house.sign(a.person(0), "result", data);
    const entries = [...entriesOf(a.house), entryBytes({ at: a.house.now, act })];
    const tree = treeOf(entries);
    expect(await judged(a.house, { entries, tree, checkpoint: checkpointOf(a.house, tree) })).toBe(
      `result ${entries.length - 1} V-37`,
    );
    expect(
      await judged(a.house, {
        entries,
        tree,
        checkpoint: checkpointOf(a.house, tree),
        grades: [],
        attachments: new Map(),
      }),
    ).toBe("holds");
  });

  it("openings of a grade that this reader hasn't are said to be unread, not wrong", async () => {
    const { verdict } = await check(
      sourceOf(shared.house, { attachments: new Map(), grades: ["public"].slice(0, 0) as never }),
      tools,
    );
    expect(verdict.ok && verdict.summary.results).toMatchObject({ recomputed: 0, unread: 1 });
  });

  it("after the contest term they may go: the result is attested, and by whom is said", async () => {
    const d = decided("term");
    d.house.wait(40 * DAY);
    d.house.do(d.a.person(0), "say", { about: d.vote, text: d.house.text("Later.") });
    const opening = openingOf(d);
    const left = new Map([...besideOf(d.house)].filter(([h]) => h !== opening));
    const { verdict } = await check(sourceOf(d.house, { attachments: left }), tools);
    if (!verdict.ok) throw new Error(faultOf(verdict));
    expect(verdict.summary.results.attested).toEqual([
      expect.objectContaining({ vote: d.vote, by: [d.a.person(0).member] }),
    ]);
    expect(verdict.summary.attachments.erased).toBe(1);
    // A reader who was never given that grade can't tell whether they are gone: not handed over, not "erased".
    const apart = await check(sourceOf(d.house, { attachments: new Map(), grades: [] }), tools);
    expect(apart.verdict.ok && apart.verdict.summary.attachments).toMatchObject({ erased: 0, present: 0 });
    expect(
      await judged(shared.house, {
        attachments: new Map([...besideOf(shared.house)].filter(([h]) => h !== openingOf(shared))),
      }),
    ).toMatch(/R-47$/);
  });
});

describe("what goes when a contest term is over (E-5)", () => {
  /** A vote by count on devices, declared or left, and what its keeper still has. */
  const counted = (label: string, declare: boolean) => {
    const a = new Assembly(["ana", "bo", "cem", "dora", "eli"], { label });
    const vote = a.callOutside(a.move(), { mode: "count" });
    const openings = [0, 1, 2].map((n) => {
      const data = a.position(vote, a.person(n), "for") as { opening: AttachmentRef };
      a.house.do(a.person(n), "vote.cast", data);
      return data.opening.hash;
    });
    a.house.wait(4 * DAY);
    if (declare) {
      a.tally(vote, figures({ for: 3 }));
      a.declare(vote);
    }
    const left = new Map([...besideOf(a.house)].filter(([h]) => !openings.includes(h)));
    return { house: a.house, left, at: a.house.now };
  };

  it.each([true, false])(
    "sealed openings, with a result (%s) or without, and not a moment before",
    async (declared) => {
      const { house, left, at } = counted(`term ${declared}`, declared);
      const shown = async (now: number) =>
        faultOf((await check(sourceOf(house, { attachments: left }), { ...tools, now })).verdict);
      expect(await shown(at)).toMatch(/R-47$/);
      expect(await shown(at + 29 * DAY)).toMatch(/R-47$/);
      expect(await shown(at + 40 * DAY)).toBe("holds");
    },
  );
});

describe("growth: a checker that saw n accepts only honest n + 1", () => {
  const { house } = shared;
  const entries = entriesOf(house);
  const at = (n: number, of = entries) => {
    const part = of.slice(0, n);
    return sourceOf(house, {
      entries: part,
      tree: treeOf(part),
      checkpoint: checkpointOf(house, treeOf(part)),
      grades: [],
    });
  };

  it("accepts every honest later size", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: entries.length }),
        fc.integer({ min: 1, max: entries.length }),
        async (m, n) => {
          const verdict = await checkFollows(at(Math.min(m, n)), at(Math.max(m, n)), tools);
          expect(faultOf(verdict)).toBe("holds");
        },
      ),
      { numRuns: 15 },
    );
  });

  it("R-24: not one that shrank, nor another record of the same body, nor another body's", async () => {
    expect(faultOf(await checkFollows(at(10), at(9), tools))).toBe("growth - R-24");
    expect(faultOf(await checkFollows(at(10), sourceOf(decided("z").house), tools))).toBe("growth - R-25");
  });

  it("R-24: not a fork, even where each branch is a valid record; the first other entry is named", async () => {
    const one = new Assembly(["ana", "bo", "cem"], { label: "fork" });
    const two = new Assembly(["ana", "bo", "cem"], { label: "fork" });
    const size = one.house.entries.length;
    expect(one.house.body).toBe(two.house.body);
    one.move();
    two.move({ by: two.person(1) });
    two.move();
    const grades: never[] = [];
    expect(faultOf(await checkFollows(sourceOf(one.house, { grades }), sourceOf(two.house, { grades }), tools))).toBe(
      `growth ${size} R-24`,
    );
  });

  it("R-47: not one from which a text vanished", async () => {
    const all = entriesOf(house).map(fromUtf8).join("");
    const hash = [...besideOf(house).keys()].find((h) => all.includes(`"grade":"public","hash":"${h}"`));
    expect(hash).toBeDefined();
    const less = new Map([...besideOf(house)].filter(([h]) => h !== hash));
    expect(faultOf(await checkFollows(sourceOf(house), sourceOf(house, { attachments: less }), tools))).toMatch(
      /^attachment \d+ R-47$/,
    );
    const fewer = await checkFollows(
      sourceOf(house),
      sourceOf(house, { attachments: less, grades: ["members"] }),
      tools,
    );
    expect(fewer.ok && fewer.summary.warnings).toContainEqual({ code: "not-compared", facts: { attachments: 1 } });
  });
});
