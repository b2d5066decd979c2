/** A checker over elections and votes in hall and net: recomputed where honest, a fault where false. */
import { entryBytes } from "@nabat/record";
import { checkpointOf, DAY, entriesOf, figures, Meeting, sha256, sourceOf, treeOf, verifyKey } from "@nabat/testkit";
import { describe, expect, it } from "vitest";
import { stateHash } from "../engine/snapshot.ts";
import { KINDS } from "../kinds.ts";
import { check, type Tools } from "./check.ts";
import { bundleReader } from "./read-entries.ts";
import type { Verdict } from "./verdict.ts";

const tools: Tools = { kinds: KINDS, sha256, read: bundleReader(sha256, verifyKey), verify: verifyKey };

function faultOf(verdict: Verdict): string {
  return verdict.ok ? "holds" : `${verdict.fault.in} ${verdict.fault.index ?? "-"} ${verdict.fault.refusal.rule}`;
}

async function judged(...args: Parameters<typeof sourceOf>): Promise<string> {
  return faultOf((await check(sourceOf(...args), tools)).verdict);
}

describe("elections, and votes in hall and net", () => {
  const names = ["ana", "bo", "cem", "dora", "eli", "fay", "gil", "hana"];
  /** The record with one more act, by ana unless told, entered as a dishonest clerk would, past the rules. */
  const withForged = (a: Meeting, kind: string, data: object, by = a.person(0)) => {
    const act = a.house.sign(by, kind, data);
    const entries = [...entriesOf(a.house), entryBytes({ at: a.house.now, act })];
    const tree = treeOf(entries);
    return { entries, tree, checkpoint: checkpointOf(a.house, tree), last: entries.length - 1 };
  };

  /** A sitting of eight with two outside, and a mixed vote that only waits for its result. */
  const mixed = (mode: "count" | "name", label: string) => {
    const a = new Meeting(names, { statutes: (s: any) => ({ ...s, voting: { ...s.voting, mode } }), label });
    const sitting = a.sitting();
    for (const n of [6, 7]) a.house.do(a.person(n), "sitting.remote", { sitting });
    const vote = a.call(a.move(), sitting, "mixed");
    for (const n of [6, 7]) expect(a.cast(vote, a.person(n), "against").ok).toBe(true);
    a.house.do(a.person(0), "vote.close", { vote });
    a.tally(vote, figures({ for: 4, against: 1 }), 6);
    const net = figures({ against: 2 });
    if (mode === "count")
      for (const n of [1, 2])
        a.house.do(a.person(n), "tally", { vote, counts: net, devices: true, ...a.listing(vote) });
    const counts = figures({ for: 4, against: 3 });
    return { a, vote, data: { vote, counts, whole: 8, present: 8, devices: net, outcome: "carried" } };
  };

  it.each(["count", "name"] as const)(
    "G-40: a mixed vote with devices by %s is recomputed, and rests in part on tellers",
    async (mode) => {
      const { a, vote } = mixed(mode, `mixed ${mode}`);
      a.declare(vote);
      const { verdict } = await check(sourceOf(a.house), tools);
      if (!verdict.ok) throw new Error(faultOf(verdict));
      expect(verdict.summary.results).toEqual({ recomputed: 1, byTellers: 1, attested: [], unread: 0 });
      expect(verdict.summary.state).toBe(stateHash(sha256, a.house.state));
    },
  );

  it("G-40, V-37: a false part from devices is a fault: by name against the openings, sealed against the tellers", async () => {
    const counts = figures({ for: 6, against: 1 });
    const lie = { counts, devices: figures({ for: 2 }) };
    const named = mixed("name", "mixed lie by name");
    const byName = withForged(named.a, "result", { ...named.data, ...lie });
    expect(await judged(named.a.house, byName)).toBe(`result ${byName.last} V-37`);
    const sealed = mixed("count", "mixed lie sealed");
    const sealedLie = withForged(sealed.a, "result", { ...sealed.data, ...lie });
    expect(await judged(sealed.a.house, sealedLie)).toBe(`rule ${sealedLie.last} V-37`);
    // The hall's part is held against its tellers without any opening.
    const hall = withForged(named.a, "result", { ...named.data, counts: figures({ for: 5, against: 2 }) });
    expect(await judged(named.a.house, { ...hall, grades: [], attachments: new Map() })).toBe(`rule ${hall.last} V-37`);
  });

  it("G-40: without the openings a mixed vote by name is said to be unread", async () => {
    const { a, vote } = mixed("name", "mixed unread");
    a.declare(vote);
    const { verdict } = await check(sourceOf(a.house, { attachments: new Map(), grades: [] }), tools);
    expect(verdict.ok && verdict.summary.results).toEqual({ recomputed: 0, byTellers: 0, attested: [], unread: 1 });
  });

  /** An election of one seat, sealed on devices over days, that only waits for its result. */
  const election = (label: string, tallied = true) => {
    const a = new Meeting(names, { label });
    const nominationsUntil = a.house.now + DAY;
    const terms = { seats: 1, rule: "plurality", termDays: 30, powers: [], nominationsUntil };
    const id = a.house.do(a.person(0), "election.open", { title: a.words("speaker"), ...terms });
    for (const n of [3, 4]) a.house.do(a.person(n), "nominate", { election: id, candidate: a.person(n).member });
    a.house.wait(2 * DAY);
    const tellers = [a.person(1).member];
    const vote = a.callElection(id, { mode: "count", closes: a.house.now + 4 * DAY, tellers });
    a.house.wait(DAY / 2);
    for (const [n, paper] of [
      [0, ["c1"]],
      [1, ["c2"]],
      [2, ["c1"]],
      [5, []],
      [6, ["c1", "c2"]],
    ] as const)
      expect(a.cast(vote, a.person(n), paper).ok).toBe(true);
    a.house.wait(4 * DAY);
    const counts = { c1: 2, c2: 1, none: 0, blank: 1, invalid: 1 };
    if (tallied) a.tally(vote, counts);
    a.house.wait(tallied ? 2 * DAY : 0);
    const [c1, c2] = [3, 4].map((n) => a.person(n).member);
    return { a, vote, c2, data: { vote, counts, whole: 8, outcome: "elected", elected: [c1] } };
  };

  it("O-9: an election's result is recomputed from what the tellers counted", async () => {
    const { a, vote } = election("elected");
    a.declare(vote);
    const { verdict } = await check(sourceOf(a.house), tools);
    if (!verdict.ok) throw new Error(faultOf(verdict));
    expect(verdict.summary.results).toEqual({ recomputed: 1, byTellers: 1, attested: [], unread: 0 });
    expect(verdict.summary.state).toBe(stateHash(sha256, a.house.state));
  });

  it("O-9, V-37: somebody else declared elected, or other marks, is a fault", async () => {
    const { a, c2, data } = election("stolen");
    const { vote } = data;
    for (const lie of [
      { elected: [c2] },
      { counts: { ...data.counts, c1: 1, c2: 2 }, elected: [c2] },
      { elected: [] },
      { elected: undefined },
      { outcome: "reopened", elected: [] },
    ]) {
      const forged = withForged(a, "result", { ...data, ...lie });
      expect(await judged(a.house, forged)).toBe(`rule ${forged.last} V-37`);
    }
    const honest = withForged(a, "result", { ...data, vote });
    expect(await judged(a.house, honest)).toBe("holds");
  });

  it("O-6, O-8: a vote on a ballot that isn't this one, and a count with too many marks, are faults", async () => {
    const { a, vote, data } = election("ballot", false);
    const marks = { ...data.counts, c1: 4, c2: 3, blank: 0, invalid: 0 };
    const many = withForged(a, "tally", { vote, counts: marks, ...a.listing(vote) }, a.person(1));
    expect(await judged(a.house, many)).toBe(`rule ${many.last} O-8`);
    const b = new Meeting(names, { label: "other ballot" });
    const sitting = b.sitting();
    const terms = { seats: 1, rule: "plurality", termDays: 30, powers: [], sitting };
    const id = b.house.do(b.person(0), "election.open", { title: b.words("speaker"), ...terms });
    b.house.do(b.person(3), "nominate", { election: id, candidate: b.person(3).member });
    const before = b.ballot(id);
    b.agreeAll({ election: id }, before);
    b.house.do(b.person(4), "nominate", { election: id, candidate: b.person(4).member });
    b.agreeAll({ election: id }, b.ballot(id));
    const stale = withForged(b, "vote.open", { election: id, version: before, mode: "hands", sitting });
    expect(await judged(b.house, stale)).toBe(`rule ${stale.last} O-6`);
  });
});
