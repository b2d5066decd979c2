/** Calling and casting, held against V-12 to V-33 and V-44, with those who try what they may not. */
import { type ActId, canonicalBytes, type Hash, type KeyId, toHex } from "@nabat/kernel";
import { cardCodeBytes } from "../members/acts.ts";
import { foldNotice } from "../engine/fold.ts";
import {
  Assembly,
  DAY,
  figures,
  grantOf,
  HOUR,
  keyFrom,
  Meeting,
  ruleOf,
  sha256,
  text,
  type Person,
} from "@nabat/testkit";
import { describe, expect, it } from "vitest";
import { motionFacts } from "../motions/queries.ts";
import { openVotesFor } from "./queries.ts";

const names = ["ana", "bo", "cem", "dora", "eli", "fay"];
const byName = { statutes: (s: any) => ({ ...s, voting: { ...s.voting, mode: "name" } }) };
const nothing = "e".repeat(64) as ActId;

describe("calling a vote", () => {
  it("V-20: on the exact text that stands, and on nothing else", () => {
    const a = new Assembly(names);
    const motion = a.move();
    const old = a.version(motion);
    a.house.do(a.person(0), "revise", { motion, text: a.words() });
    const sitting = a.sitting();
    const open = (version: Hash) =>
      ruleOf(a.house.put(a.person(0), "vote.open", { motion, version, mode: "hands", sitting }));
    expect(open(old)).toBe("V-20");
    expect(open(nothing as unknown as Hash)).toBe("V-20");
    a.house.wait(60_000);
    expect(open(a.version(motion))).toBe("entered");
    expect(ruleOf(a.house.put(a.person(0), "vote.close", { vote: nothing }))).toBe("V-20");
  });

  it("V-21: in a sitting by its opener or a teller; outside by its mover", () => {
    const a = new Assembly(names);
    const [one, two] = [a.move(), a.move()];
    const sitting = a.sitting();
    const open = (by: number, motion: ActId) =>
      ruleOf(a.house.put(a.person(by), "vote.open", { motion, version: a.version(motion), mode: "hands", sitting }));
    expect(open(3, one)).toBe("V-21");
    a.house.wait(60_000);
    expect(open(1, one)).toBe("entered");
    a.house.do(a.person(0), "sitting.close", { sitting });
    expect(open(0, two)).toBe("G-5");
    expect(a.callOutside(two, { mode: "count" })).toMatch(/^[0-9a-f]{64}$/);
  });

  it("V-16, V-17, V-18: outside a sitting it is seconded, discussed, and open long enough but not for ever", () => {
    const a = new Assembly(names, byName);
    const motion = a.move();
    const open = (hours?: number) =>
      ruleOf(
        a.house.put(a.person(0), "vote.open", {
          motion,
          version: a.version(motion),
          mode: "name",
          ...(hours === undefined ? {} : { closes: a.house.now + hours * HOUR }),
        }),
      );
    expect(open(72)).toBe("V-16");
    expect(motionFacts(a.house.state, motion, a.house.now)?.notYet.map((n) => n.rule)).toEqual(["V-16", "V-17"]);
    a.house.do(a.person(1), "second", { motion });
    expect(open(72)).toBe("V-17");
    a.house.wait(24 * HOUR);
    expect(motionFacts(a.house.state, motion, a.house.now)?.notYet).toEqual([]);
    expect(open()).toBe("V-18");
    expect(open(71)).toBe("V-18");
    expect(open(72 + 31 * 24)).toBe("V-18");
    expect(open(72)).toBe("entered");
  });

  it("V-22: hands and paper belong in a sitting; on devices the body's own way", () => {
    const a = new Assembly(names);
    const motion = a.move();
    a.house.do(a.person(1), "second", { motion });
    a.house.wait(DAY);
    const closes = a.house.now + 72 * HOUR;
    const open = (data: object) =>
      ruleOf(a.house.put(a.person(0), "vote.open", { motion, version: a.version(motion), ...data }));
    expect(open({ mode: "hands", closes })).toBe("V-22");
    expect(open({ mode: "name", closes })).toBe("V-22");
    const sitting = a.sitting();
    expect(open({ mode: "name", sitting })).toBe("V-22");
    expect(open({ mode: "hands", sitting, closes })).toBe("V-18");
    const vote = a.call(motion, sitting, "hands");
    expect(ruleOf(a.house.put(a.person(3), "vote.cast", a.position(vote, a.person(3), "for")))).toBe("V-22");
  });

  it("V-13: votes on persons are secret; the person concerned doesn't count", () => {
    const a = new Assembly(names);
    const late = a.house.join("gita", "member");
    a.house.do(a.person(1), "vouch", { member: late.member });
    a.house.wait(4 * DAY);
    a.house.giveVote(late);
    const motion = a.move({ subject: { type: "contest", member: late.member, ground: "invented" } });
    const sitting = a.sitting(a.person(0), [a.person(1), late]);
    const open = (mode: string, s = sitting) =>
      ruleOf(a.house.put(a.person(0), "vote.open", { motion, version: a.version(motion), mode, sitting: s }));
    expect(open("hands")).toBe("M-12");
    a.house.do(late, "say", { about: motion, text: a.words() });
    expect(open("hands")).toBe("V-13");
    expect(open("paper")).toBe("V-24");
    a.house.do(a.person(0), "sitting.close", { sitting });
    a.house.wait(60_000);
    expect(open("paper", a.sitting())).toBe("entered");
  });

  it("V-23: as many as our rules say make any vote secret", () => {
    const a = new Assembly(names, byName);
    const motion = a.move();
    for (const n of [1, 2]) a.house.do(a.person(n), "ask.secret", { motion });
    const sitting = a.sitting();
    const open = (mode: string) =>
      ruleOf(a.house.put(a.person(0), "vote.open", { motion, version: a.version(motion), mode, sitting }));
    expect(motionFacts(a.house.state, motion, a.house.now)).toMatchObject({
      secret: "V-23",
      modes: { sitting: ["paper", "count", "mixed"], outside: ["count"] },
    });
    expect(open("hands")).toBe("V-23");
    expect(open("name")).toBe("V-23");
    a.house.wait(60_000);
    expect(open("paper")).toBe("entered");
  });

  it("V-24, V-52: one teller is named for what is sealed: a member, not the mover, the caller or a seconder", () => {
    const a = new Assembly(names);
    const motion = a.move();
    for (const n of [1, 2]) a.house.do(a.person(n), "second", { motion });
    a.house.wait(DAY);
    const open = (tellers?: number[]) =>
      ruleOf(
        a.house.put(a.person(0), "vote.open", {
          motion,
          version: a.version(motion),
          mode: "count",
          closes: a.house.now + 84 * HOUR,
          ...(tellers ? { tellers: tellers.map((n) => a.person(n).member) } : {}),
        }),
      );
    expect(open()).toBe("V-52");
    expect(open([3, 5])).toBe("V-52");
    expect(open([0])).toBe("V-24");
    expect(open([1])).toBe("V-24");
    a.house.do(a.person(4), "leave", {});
    expect(open([4])).toBe("V-24");
    const sitting = a.sitting(a.person(1), [a.person(0), a.person(3)]);
    expect(
      ruleOf(a.house.put(a.person(1), "vote.open", { motion, version: a.version(motion), mode: "count", sitting })),
    ).toBe("V-24");
    expect(open([3])).toBe("entered");
  });

  it("V-25: one vote at a time; one by hands that nobody declares gives way after a day", () => {
    const a = new Assembly(names);
    const motion = a.move();
    const sitting = a.sitting();
    const vote = a.call(motion, sitting);
    const again = (s: ActId) =>
      a.house.put(a.person(0), "vote.open", { motion, version: a.version(motion), mode: "hands", sitting: s });
    // An agreement is for one vote (B-5): for another all agree anew.
    a.agreeAll({ motion }, a.version(motion));
    expect(ruleOf(again(sitting))).toBe("V-25");
    a.house.do(a.person(0), "sitting.close", { sitting });
    a.house.wait(23 * HOUR);
    expect(ruleOf(again(a.sitting()))).toBe("V-25");
    a.house.wait(HOUR);
    const next = again(a.sitting());
    expect(next.ok).toBe(true);
    // V-43: the old one can't be counted or declared any more.
    expect(ruleOf(a.house.put(a.person(1), "tally", { vote, counts: figures({ for: 4 }), present: 4 }))).toBe("V-43");
    expect(
      ruleOf(
        a.house.put(a.person(1), "result", {
          vote,
          counts: figures({ for: 4 }),
          whole: 6,
          present: 4,
          outcome: "carried",
        }),
      ),
    ).toBe("V-43");
  });

  it("V-26: the whole and the rule are those of the call", () => {
    const a = new Assembly(names);
    const motion = a.move();
    const vote = a.callOutside(motion, { mode: "count" });
    expect(a.vote(vote)).toMatchObject({
      whole: 6,
      statutes: 1,
      majority: { num: 1, den: 2, strict: true, of: "cast" },
    });
    a.house.do(a.person(5), "leave", {});
    expect(a.vote(vote).whole).toBe(6);
  });
});

describe("casting", () => {
  const setup = (mode: "name" | "count" = "name", before: (a: Assembly) => void = () => undefined) => {
    const a = new Assembly(names, mode === "name" ? byName : {});
    before(a);
    const motion = a.move();
    return { a, motion, vote: a.callOutside(motion, { mode }) };
  };

  it("V-27: once; not again with another device, not somebody's copied commitment, not a replay", () => {
    const { a, vote } = setup();
    const data = a.position(vote, a.person(1), "for");
    const signed = canonicalBytes(a.house.sign(a.person(1), "vote.cast", data));
    expect(a.house.submit(signed).ok).toBe(true);
    expect(ruleOf(a.house.submit(signed))).toBe("R-8");
    expect(ruleOf(a.cast(vote, a.person(1), "against"))).toBe("V-27");
    const tablet = keyFrom("tablet");
    a.house.do(a.person(1), "device.add", grantOf(a.house.nonce, a.person(1).reserve, tablet), {
      key: a.person(1).reserve,
    });
    expect(ruleOf(a.cast(vote, a.person(1), "against", { key: tablet }))).toBe("V-27");
    expect(ruleOf(a.house.put(a.person(2), "vote.cast", data))).toBe("V-27");
    expect(a.vote(vote).castCount).toBe(1);
  });

  it("V-28: on the version that is voted on", () => {
    const { a, vote } = setup();
    const data = { ...a.position(vote, a.person(1), "for"), version: a.words().hash };
    expect(ruleOf(a.house.put(a.person(1), "vote.cast", data))).toBe("V-28");
  });

  it("V-29: not after the hour, not after the last of those entitled, not after a sitting's close", () => {
    const { a, vote } = setup();
    a.house.wait(72 * HOUR - 1);
    expect(a.cast(vote, a.person(1), "for").ok).toBe(true);
    a.house.wait(1);
    expect(ruleOf(a.cast(vote, a.person(2), "for"))).toBe("V-29");
    const other = setup();
    for (const p of other.a.people) expect(other.a.cast(other.vote, p, "abstain").ok).toBe(true);
    expect(other.a.vote(other.vote).closed).toBe(other.a.house.now);
    const inSitting = new Assembly(names);
    const motion = inSitting.move();
    const sitting = inSitting.sitting();
    const v = inSitting.call(motion, sitting, "count");
    inSitting.house.do(inSitting.person(2), "sitting.close", { sitting });
    // Devices have their minute, whoever ends the sitting before (B-12).
    expect(ruleOf(inSitting.cast(v, inSitting.person(4), "for"))).toBe("entered");
    expect(ruleOf(inSitting.house.put(inSitting.person(1), "tally", { vote: v, counts: figures({ for: 1 }) }))).toBe(
      "V-34",
    );
    inSitting.house.wait(60_000);
    expect(ruleOf(inSitting.cast(v, inSitting.person(3), "for"))).toBe("V-29");
  });

  it("M-14, M-16, M-2, K-2: not who joined after the call, left, is a guest or a stranger, nor with an ended device", () => {
    const { a, vote } = setup();
    const late = a.house.join("gita", "member");
    a.house.do(a.person(1), "vouch", { member: late.member });
    expect(ruleOf(a.cast(vote, late, "for"))).toBe("M-2");
    a.house.wait(71 * HOUR);
    const guest = a.house.join("gus", "guest");
    expect(ruleOf(a.cast(vote, guest, "for"))).toBe("M-2");
    expect(ruleOf(a.cast(vote, a.house.person("zoe"), "for"))).toBe("K-1");
    a.house.do(a.person(5), "leave", {});
    expect(ruleOf(a.cast(vote, a.person(5), "for"))).toBe("M-16");
    const tablet = keyFrom("tablet 4");
    a.house.do(a.person(4), "device.add", grantOf(a.house.nonce, a.person(4).reserve, tablet), {
      key: a.person(4).reserve,
    });
    a.house.do(a.person(4), "device.end", { device: tablet.id }, { key: a.person(4).reserve });
    expect(ruleOf(a.cast(vote, a.person(4), "for", { key: tablet }))).toBe("K-2");
    const b = new Assembly(names, byName);
    const long = b.callOutside(b.move());
    const g = b.house.join("gita", "member");
    b.house.do(b.person(1), "vouch", { member: g.member });
    b.house.wait(72 * HOUR - 2);
    expect(ruleOf(b.cast(long, g, "for"))).toBe("M-2"); // three days are not over
    const longer = b.move({ by: b.person(1) });
    b.house.wait(2);
    expect(ruleOf(b.cast(long, g, "for"))).toBe("M-23"); // a member, and nobody has seen her yet
    b.house.giveVote(g);
    b.house.do(b.person(2), "second", { motion: longer });
    b.house.wait(DAY);
    const v = b.house.do(b.person(1), "vote.open", {
      motion: longer,
      version: b.version(longer),
      mode: "name",
      closes: b.house.now + 200 * HOUR,
    });
    expect(b.cast(v, g, "for").ok).toBe(true);
    const h = b.house.join("hal", "member");
    b.house.do(b.person(1), "vouch", { member: h.member });
    b.house.wait(4 * DAY);
    b.house.giveVote(h);
    expect(ruleOf(b.cast(v, h, "for"))).toBe("M-14");
    expect(openVotesFor(b.house.state, h.member, b.house.now, h.device.id)).toMatchObject([
      { cast: false, may: { rule: "M-14" } },
    ]);
    expect(openVotesFor(b.house.state, g.member, b.house.now, g.device.id)).toMatchObject([{ cast: true }]);
  });

  it("V-30: by name the opening is the members' to read, and fits its commitment", () => {
    const { a, vote } = setup();
    const data = a.position(vote, a.person(1), "for") as { commit: Hash; opening: { hash: Hash } };
    const closed = { ...data, opening: { ...data.opening, grade: "closed" } };
    expect(ruleOf(a.house.put(a.person(1), "vote.cast", closed))).toBe("V-30");
    expect(ruleOf(a.house.put(a.person(1), "vote.cast", { ...data, commit: "a".repeat(64) }))).toBe("V-30");
    a.house.openings.set(data.opening.hash, { choice: "perhaps", salt: "0".repeat(32) });
    expect(ruleOf(a.house.put(a.person(1), "vote.cast", data))).toBe("V-30");
  });

  it("V-31: by count the opening is sealed, never readable by all members", () => {
    const { a, vote } = setup("count");
    const data = a.position(vote, a.person(1), "for") as { opening: object };
    expect(
      ruleOf(a.house.put(a.person(1), "vote.cast", { ...data, opening: { ...data.opening, grade: "members" } })),
    ).toBe("V-31");
    expect(a.house.put(a.person(1), "vote.cast", data).ok).toBe(true);
  });

  it("V-33: in a sitting its opener or a teller closes it, once; outside nobody before its hour", () => {
    const { a, vote } = setup();
    expect(ruleOf(a.house.put(a.person(0), "vote.close", { vote }))).toBe("V-33");
    a.house.wait(72 * HOUR);
    expect(a.house.put(a.person(4), "vote.close", { vote }).ok).toBe(true);
    expect(ruleOf(a.house.put(a.person(4), "vote.close", { vote }))).toBe("V-33");
    const sitting = a.sitting();
    const hands = a.call(a.move(), sitting);
    expect(ruleOf(a.house.put(a.person(3), "vote.close", { vote: hands }))).toBe("V-33");
    a.house.do(a.person(2), "vote.close", { vote: hands });
    expect(ruleOf(a.house.put(a.person(2), "vote.close", { vote: hands }))).toBe("V-33");
  });

  it("V-44, W-6: a submission that a copy-holder named by decision took in before the hour counts for a while after it", () => {
    const copy = keyFrom("copy");
    // A member had named it before: the body decides on it all the same.
    const { a, vote } = setup("name", (b) => {
      b.house.do(b.person(0), "copy", { key: copy.id });
      b.decide(b.move({ subject: { type: "copy", key: copy.id } }), b.sitting(), figures({ for: 6 }));
    });
    const data = a.position(vote, a.person(1), "for");
    const act = a.house.sign(a.person(1), "vote.cast", data);
    const taken = a.house.now + 71 * HOUR;
    a.house.wait(72 * HOUR + 1000);
    const entered = canonicalBytes(act);
    const id = idOf(act);
    const notice = (key: KeyId, more: object = {}) =>
      foldNotice(
        a.house.state,
        {
          document: {
            v: 1,
            body: a.house.body,
            notice: "late-submission",
            at: taken,
            data: { act: id, taken, ...more },
            proof: {} as never,
          },
          id,
          key,
          message: new Uint8Array(),
          signature: new Uint8Array(),
        },
        a.house.now,
      );
    expect(ruleOf(a.house.submit(entered))).toBe("V-29");
    expect(ruleOf(notice(keyFrom("nobody").id))).toBe("W-6");
    expect(ruleOf(notice(copy.id, { taken: a.house.now + 1 }))).toBe("W-6");
    expect(notice(copy.id).ok).toBe(true);
    const atIndex = a.house.submit(entered);
    expect(ruleOf(atIndex)).toBe("entered");
    expect(a.house.state.archive.taken.size).toBe(0);
    expect(a.vote(vote).castCount).toBe(1);
    const late = a.house.sign(a.person(2), "vote.cast", a.position(vote, a.person(2), "for"));
    a.house.wait(10 * 60_000);
    expect(notice(copy.id, { act: idOf(late) }).ok).toBe(true);
    expect(ruleOf(a.house.submit(canonicalBytes(late)))).toBe("V-29");
  });

  it("V-44: nobody dates a late position by a server that they, a friend or all their friends named, nor by one that is decided on when the others are read", () => {
    const own = keyFrom("own");
    const { a, vote } = setup("name", (b) => {
      b.house.do(b.person(5), "copy", { key: own.id });
      b.house.do(b.person(4), "witness", { key: own.id });
    });
    const voter = a.person(5);
    const act = a.house.sign(voter, "vote.cast", a.position(vote, voter, "against"));
    const taken = a.house.now + 71 * HOUR;
    // The others' positions are read first; then one's own server says that it had this one in time.
    a.house.wait(72 * HOUR + 1000);
    const document = { v: 1, body: a.house.body, notice: "late-submission", at: taken, proof: {} as never } as const;
    const said = { id: idOf(act), key: own.id, message: new Uint8Array(), signature: new Uint8Array() };
    const notice = (id = idOf(act)) =>
      foldNotice(a.house.state, { ...said, document: { ...document, data: { act: id, taken } } }, a.house.now);
    expect(notice().ok).toBe(true);
    expect(ruleOf(a.house.submit(canonicalBytes(act)))).toBe("V-29");
    a.decide(a.move({ subject: { type: "copy", key: own.id } }), a.sitting(), figures({ for: 6 }));
    const again = a.house.sign(voter, "vote.cast", a.position(vote, voter, "against"));
    expect(notice(idOf(again)).ok).toBe(true);
    expect(ruleOf(a.house.submit(canonicalBytes(again)))).toBe("V-29");
  });
});

/** The id of a signed act. */
function idOf(act: { proof: unknown }): ActId {
  const { proof: _, ...rest } = act;
  return toHex(sha256(canonicalBytes(rest))) as ActId;
}

describe("cards", () => {
  const code = "AB12CD34AB12CD34";
  const setup = () => {
    const a = new Meeting(names);
    const member = toHex(sha256(new Uint8Array([7])).subarray(0, 16));
    const codes = [code, "ZZ99YY88ZZ99YY88"].map((c) => toHex(sha256(cardCodeBytes(member as never, c))));
    const sitting = a.hold(a.convene());
    const card = a.house.do(a.person(1), "card", { member, name: text("Walter"), codes, sitting });
    a.house.do(a.person(2), "cosign", { of: card });
    a.house.wait(DAY);
    const walter = a.house.state.members.members.get(member as never);
    Object.assign(walter ?? {}, { from: a.house.now, votesFrom: a.house.now, votesIndex: 0 });
    return { a, member };
  };

  it("V-32: where one alone counts, another member confirms the card, and sees no position", () => {
    const { a, member } = setup();
    a.house.wait(30 * DAY);
    const vote = a.callOutside(a.move(), { mode: "count" });
    const entry = { ...a.position(vote, a.person(1), "for"), member, code };
    expect(ruleOf(a.house.put(a.person(3), "vote.card", entry))).toBe("V-32");
    const first = a.house.do(a.person(1), "vote.card", entry);
    a.house.do(a.person(3), "cosign", { of: first });
    expect(a.vote(vote)).toMatchObject({ castCount: 1, byTellers: 1 });
  });

  it("V-32: who made a card and kept its codes votes with one only as a teller, with a second: both names stand, and its holder finds it taken", () => {
    const { a, member } = setup();
    const put = (by: Person, vote: ActId, printed = code) =>
      a.house.put(by, "vote.card", { ...a.position(vote, by, "for"), member, code: printed });
    // The maker counts nothing here: the copy of the codes is of no use.
    const honest = a.callOutside(a.move(), { mode: "count", tellers: [a.person(2)] });
    expect(ruleOf(put(a.person(1), honest))).toBe("V-32");
    // Where the maker counts, and another confirms it, it isn't stopped.
    const vote = a.callOutside(a.move(), { mode: "count", tellers: [a.person(1)] });
    const first = put(a.person(1), vote);
    if (!first.ok) throw new Error(first.code);
    expect(a.vote(vote).castCount).toBe(0);
    a.house.do(a.person(2), "cosign", { of: first.value.id });
    expect(a.vote(vote).castCount).toBe(1);
    // Its holder comes with the next code: told that a position stands, which whoever looks finds with both names.
    expect(ruleOf(put(a.person(1), vote, "ZZ99YY88ZZ99YY88"))).toBe("V-27");
    const cast = a.vote(vote).cast.get(member as never);
    expect(cast).toBeDefined();
  });

  it("V-32: a teller enters so many positions of one person that nobody confirms, and no more in a day", () => {
    const { a, member } = setup();
    const vote = a.callOutside(a.move(), { mode: "count", tellers: [a.person(1)] });
    const put = () => a.house.put(a.person(1), "vote.card", { ...a.position(vote, a.person(1), "for"), member, code });
    expect(Array.from({ length: 6 }, put).map((r) => (r.ok ? "entered" : r.code))).toEqual([
      ...Array.from({ length: 5 }, () => "entered"),
      "waits-already",
    ]);
    // The other teller confirms one of them, and it is counted once.
    const first = [...a.house.state.keys.pending.keys()][0];
    expect(ruleOf(a.house.put(a.person(2), "cosign", { of: first }))).toBe("entered");
    expect(a.vote(vote).castCount).toBe(1);
  });

  it("V-32: one teller enters it with a code, the other cosigns; the code is spent and nobody votes twice", () => {
    const { a, member } = setup();
    const other = a.sitting();
    a.house.do(a.person(0), "sitting.close", { sitting: other });
    a.house.wait(30 * DAY);
    const motion = a.move();
    const vote = a.callOutside(motion, { mode: "count", opened: false });
    for (const n of [0, 5]) a.house.do(a.person(n), "teller.add", { vote, teller: a.person(2).member });
    a.house.wait(12 * HOUR);
    const entry = (c: string) => ({ ...a.position(vote, a.person(1), "for"), member, code: c });
    expect(ruleOf(a.house.put(a.person(3), "vote.card", entry(code)))).toBe("V-32");
    expect(ruleOf(a.house.put(a.person(1), "vote.card", entry("WRXNG000WRXNG000")))).toBe("V-32");
    expect(ruleOf(a.house.put(a.person(1), "vote.card", { ...entry(code), member: a.person(4).member }))).toBe("V-32");
    const first = a.house.do(a.person(1), "vote.card", entry(code));
    expect(a.vote(vote).castCount).toBe(0);
    const again = a.house.do(a.person(2), "vote.card", entry(code));
    expect(a.house.put(a.person(1), "cosign", { of: first }).ok).toBe(false);
    expect(ruleOf(a.house.put(a.person(3), "cosign", { of: first }))).toBe("V-32");
    a.house.do(a.person(2), "cosign", { of: first });
    expect(a.vote(vote)).toMatchObject({ castCount: 1, byTellers: 1 });
    expect(a.house.state.members.members.get(member as never)?.codes).toHaveLength(1);
    expect(a.house.put(a.person(1), "cosign", { of: again }).ok).toBe(false);
    expect(ruleOf(a.house.put(a.person(1), "vote.card", entry("ZZ99YY88ZZ99YY88")))).toBe("V-27");
  });
});
