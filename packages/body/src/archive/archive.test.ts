/** Erasure, declared state, witnesses, copies and servers' notices, held against E, D and W rules. */
import type { ActId, Hash, KeyId, Result } from "@nabat/kernel";
import { Assembly, DAY, figures, HOUR, keyFrom, ruleOf, sha256, text } from "@nabat/testkit";
import { describe, expect, it } from "vitest";
import { foldNotice } from "../engine/fold.ts";
import { stateBytes, stateHash } from "../engine/snapshot.ts";
import { LONGEST_WITHHELD_MS } from "./notices.ts";
import { isCopyHolder } from "./copies.ts";
import { contradictions, ownAttachments } from "./queries.ts";

const names = ["ana", "bo", "cem", "dora", "eli", "fay"];
const clerk = keyFrom("clerk").id;
const stranger = keyFrom("somebody's server").id;
const decision = { statutes: (s: any) => ({ ...s, clerk: { ...s.clerk, copies: "decision" } }) };

/** Enters a notice; its signature is somebody else's matter. */
function notice(a: Assembly, kind: string, key: KeyId, data: object): Result<true> {
  const document = { v: 1, body: a.house.body, notice: kind, at: a.house.now, data, proof: {} } as never;
  return foldNotice(
    a.house.state,
    { document, id: "0".repeat(64) as ActId, key, message: new Uint8Array(), signature: new Uint8Array() },
    a.house.now,
  );
}

describe("erasure", () => {
  it("E-1: the author's own, once; not another's, not what nobody brought in", () => {
    const a = new Assembly(names);
    const motion = a.move();
    const words = text("it tells of my illness");
    a.house.do(a.person(4), "say", { about: motion, text: words });
    const erase = (by: number, ...attachments: Hash[]) => ruleOf(a.house.put(a.person(by), "erase", { attachments }));
    expect(erase(5, words.hash)).toBe("E-1");
    expect(erase(4, "a".repeat(64) as Hash)).toBe("E-1");
    expect(erase(4, words.hash, "a".repeat(64) as Hash)).toBe("E-1");
    expect(a.house.state.archive.erased.size).toBe(0);
    expect(erase(4, words.hash)).toBe("entered");
    expect(a.house.state.archive.erased.get(words.hash)).toMatchObject({ how: "author" });
    expect(erase(4, words.hash)).toBe("E-1");
    const guest = a.house.join("gus", "guest");
    const said = text("a guest's words");
    a.house.do(guest, "say", { about: motion, text: said });
    expect(a.house.put(guest, "erase", { attachments: [said.hash] }).ok).toBe(true);
  });

  it("E-2: not what a decision rests on: our rules, our name, texts put to the vote; nor a name in use", () => {
    const a = new Assembly(names);
    const motion = a.move({ by: a.person(4) });
    a.call(motion, a.sitting());
    const erase = (by: number, hash: Hash) => ruleOf(a.house.put(a.person(by), "erase", { attachments: [hash] }));
    expect(erase(4, a.version(motion))).toBe("E-2");
    const name = a.house.state.members.members.get(a.person(4).member)!.name;
    expect(erase(4, name)).toBe("E-2");
    expect(erase(5, name)).toBe("E-1");
    const table = ownAttachments(a.house.state, a.person(4).member, a.house.now);
    expect(table.map((l) => [l.may, l.rule ?? ""])).toEqual([
      [false, "E-2"],
      [false, "E-2"],
      [false, "E-2"],
    ]);
  });

  it("E-3: by decision, of what somebody brought in and no decision rests on; never openings of votes", () => {
    const a = new Assembly(names, { statutes: (s) => ({ ...s, voting: { ...s.voting, mode: "name" } }) });
    const motion = a.move();
    const vote = a.callOutside(motion);
    a.cast(vote, a.person(2), "for");
    const [cast] = a.vote(vote).cast.values();
    const move = (hash: Hash) =>
      ruleOf(
        a.house.put(a.person(0), "move", {
          title: a.words(),
          text: a.words(),
          subject: { type: "erasure", attachments: [hash], ground: "unlawful" },
        }),
      );
    expect(move(cast!.opening)).toBe("E-3");
    expect(ruleOf(a.house.put(a.person(2), "erase", { attachments: [cast!.opening] }))).toBe("E-5");
    expect(move(a.version(motion))).toBe("E-2");
    const harmful = text("harmful");
    a.house.do(a.person(5), "say", { about: motion, text: harmful });
    const erasure = a.move({ subject: { type: "erasure", attachments: [harmful.hash], ground: "harms-a-person" } });
    a.house.do(a.person(5), "erase", { attachments: [harmful.hash] });
    // Gone already: there is nothing left to decide.
    expect(
      ruleOf(
        a.house.put(a.person(0), "vote.open", {
          motion: erasure,
          version: a.version(erasure),
          mode: "hands",
          sitting: a.sitting(),
        }),
      ),
    ).toBe("E-3");
  });
});

describe("declared state", () => {
  it("D-1, D-2: the true hash at the present size, by any member; a false one and another size are refused", () => {
    const a = new Assembly(names);
    const declare = (size: number, state: Hash, by = 3) => ruleOf(a.house.put(a.person(by), "state", { size, state }));
    const { size } = a.house.state;
    const now = stateHash(sha256, a.house.state);
    expect(declare(size, "b".repeat(64) as Hash)).toBe("D-2");
    expect(declare(size - 1, now)).toBe("D-2");
    expect(declare(size, now)).toBe("entered");
    expect(a.house.state.archive.declared).toMatchObject({ size, state: now });
  });

  it("D-3: not again before the record has grown by a hundredth", () => {
    const a = new Assembly(names);
    a.house.state.size = 10_000; // as if so many had been entered
    const declare = () =>
      ruleOf(a.house.put(a.person(3), "state", { size: a.house.state.size, state: stateHash(sha256, a.house.state) }));
    expect(declare()).toBe("entered");
    expect(declare()).toBe("D-3");
    a.house.state.size = 10_100;
    expect(declare()).toBe("entered");
  });
});

describe("witnesses and copies", () => {
  it("W-4: any member names a witness, once, and not the clerk itself", () => {
    const a = new Assembly(names);
    const name = (key: KeyId) => ruleOf(a.house.put(a.person(5), "witness", { key }));
    expect(name(clerk)).toBe("W-4");
    expect(name(stranger)).toBe("entered");
    expect(name(stranger)).toBe("W-4");
    expect(isCopyHolder(a.house.state, stranger, a.house.now)).toBe(false);
  });

  it("W-4: three by one member, sixty in all: nobody crowds the others out", () => {
    const many = Array.from({ length: 21 }, (_, i) => `n${i}`);
    const a = new Assembly(many);
    let n = 0;
    const name = (who: number) => ruleOf(a.house.put(a.person(who), "witness", { key: keyFrom(`server ${n++}`).id }));
    expect([1, 2, 3, 4].map(() => name(5))).toEqual(["entered", "entered", "entered", "W-4"]);
    expect(name(6)).toBe("entered");
    expect(name(6)).toBe("entered");
    for (let who = 7; a.house.state.archive.witnesses.size < 60; who = (who + 1) % many.length)
      for (let k = 0; k < 3 && a.house.state.archive.witnesses.size < 60; k++) name(who);
    // Of the one who named only two, the third is one too many for all.
    expect(a.house.put(a.person(6), "witness", { key: keyFrom("one more").id })).toMatchObject({ code: "enough" });
    expect(a.house.put(a.person(5), "witness", { key: keyFrom("one more").id })).toMatchObject({
      code: "enough-of-yours",
    });
  });

  it("W-5: a copy-holder is named by any member or by decision, as our rules say", () => {
    const a = new Assembly(names);
    expect(ruleOf(a.house.put(a.person(5), "copy", { key: clerk }))).toBe("W-5");
    expect(ruleOf(a.house.put(a.person(5), "copy", { key: stranger }))).toBe("entered");
    expect(ruleOf(a.house.put(a.person(5), "copy", { key: stranger }))).toBe("W-5");
    const b = new Assembly(names, decision);
    expect(ruleOf(b.house.put(b.person(5), "copy", { key: stranger }))).toBe("W-5");
    b.decide(b.move({ subject: { type: "copy", key: stranger } }), b.sitting(), figures({ for: 6 }));
    expect(isCopyHolder(b.house.state, stranger, b.house.now)).toBe(true);
  });
});

describe("servers' notices", () => {
  it("R-15: a closed list, each with its own data", () => {
    const a = new Assembly(names);
    expect(ruleOf(notice(a, "suspend", clerk, {}))).toBe("R-15");
    expect(ruleOf(notice(a, "constructor", clerk, {}))).toBe("R-15");
    expect(ruleOf(notice(a, "handover", clerk, { epoch: 1 }))).toBe("R-15");
  });

  it("W-1: the clerk in office hands over the record as it stands, to the next epoch; then it is clerk no more", () => {
    const a = new Assembly(names);
    const next = keyFrom("next clerk").id;
    const hand = (key: KeyId, more: object = {}) =>
      ruleOf(
        notice(a, "handover", key, { epoch: 1, key: next, size: a.house.state.size, root: "c".repeat(64), ...more }),
      );
    expect(hand(stranger)).toBe("W-1");
    expect(hand(next)).toBe("W-1");
    expect(hand(clerk, { epoch: 2 })).toBe("W-1");
    expect(hand(clerk, { size: a.house.state.size - 1 })).toBe("W-1");
    expect(hand(clerk, { key: clerk })).toBe("W-1");
    const { size } = a.house.state;
    expect(hand(clerk)).toBe("entered");
    expect(a.house.state.founding).toMatchObject({ epoch: 1, clerk: next });
    expect(a.house.state.size).toBe(size + 1);
    expect(hand(clerk, { epoch: 2 })).toBe("W-1");
  });

  it("W-2: a host withholds one content openly: duty, until when, appeal; not our rules, not for ever", () => {
    const a = new Assembly(names);
    const motion = a.move();
    const words = text("words");
    a.house.do(a.person(1), "say", { about: motion, text: words });
    const withhold = (key: KeyId, more: object = {}) =>
      ruleOf(
        notice(a, "withheld", key, {
          attachment: words.hash,
          duty: text("An order of the court", "public"),
          until: a.house.now + 30 * DAY,
          appeal: text("Write to …", "public"),
          ...more,
        }),
      );
    expect(withhold(stranger)).toBe("W-2");
    expect(withhold(clerk, { until: a.house.now })).toBe("W-2");
    expect(withhold(clerk, { until: a.house.now + LONGEST_WITHHELD_MS + 1 })).toBe("W-2");
    expect(withhold(clerk, { attachment: a.house.state.statutes.versions[0]!.text })).toBe("W-2");
    expect(withhold(clerk, { duty: undefined })).toBe("R-15");
    expect(withhold(clerk)).toBe("entered");
    expect(a.house.state.archive.withheld.get(words.hash)?.key).toBe(clerk);
    a.house.do(a.person(2), "copy", { key: stranger });
    expect(withhold(stranger)).toBe("W-2");
    a.house.wait(30 * DAY);
    expect(withhold(stranger)).toBe("entered");
  });

  it("W-3, W-6, W-7: only named servers attest; a contradiction is shown", () => {
    const a = new Assembly(names);
    const { size } = a.house.state;
    const hash = stateHash(sha256, a.house.state);
    a.house.do(a.person(0), "state", { size, state: hash });
    const say = (key: KeyId, data: object) => ruleOf(notice(a, "recomputed-by", key, data));
    expect(say(stranger, { size, state: hash })).toBe("W-7");
    expect(say(clerk, { size, state: hash })).toBe("W-7");
    a.house.do(a.person(0), "witness", { key: stranger });
    expect(say(stranger, { size: size + 50, state: hash })).toBe("W-7");
    expect(say(stranger, { size, state: hash })).toBe("entered");
    expect(contradictions(a.house.state)).toEqual([]);
    expect(say(stranger, { size, state: "d".repeat(64) })).toBe("entered");
    expect(contradictions(a.house.state)).toEqual([stranger]);
    expect(
      ruleOf(notice(a, "late-submission", keyFrom("nobody").id, { act: "e".repeat(64), taken: a.house.now })),
    ).toBe("W-6");
  });

  it("R-11, R-7: notices too keep to time and body", () => {
    const a = new Assembly(names);
    a.house.wait(-HOUR);
    expect(ruleOf(notice(a, "handover", clerk, {}))).toBe("R-11");
    const before = stateBytes(a.house.state);
    const document = { v: 1, body: "9".repeat(64), notice: "handover", at: 0, data: {}, proof: {} } as never;
    expect(
      ruleOf(
        foldNotice(
          a.house.state,
          { document, id: "0".repeat(64) as ActId, key: clerk, message: new Uint8Array(), signature: new Uint8Array() },
          a.house.now,
        ),
      ),
    ).toBe("R-7");
    expect(stateBytes(a.house.state)).toEqual(before);
  });
});
