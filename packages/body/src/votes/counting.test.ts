/** Who counts sealed votes outside a sitting, and what a false count comes to (V-51 to V-61; V-42). */
import { type ActId, toHex } from "@nabat/kernel";
import { Assembly, DAY, figures, HOUR, type Person, ruleOf, sha256, text } from "@nabat/testkit";
import { describe, expect, it } from "vitest";
import type { ListLine } from "./acts.ts";
import { fateAt, resultStage } from "./course.ts";
import { listHolds } from "./list-figures.ts";
import { couldChange } from "./recount.ts";
import { forceStage } from "../binding/put-all.ts";

const NINE = ["ana", "bo", "cem", "dora", "eli", "fay", "gus", "hal", "ivo"];
const MINUTE = 60_000;
/** From the call to the moment when lists are taken in. */
const COUNTING = 72 * HOUR + 10 * MINUTE;

const secretOf = (p: Person, nth = 0) => toHex(sha256(new TextEncoder().encode(`${p.name} ${nth}`)));
const commitOf = (p: Person, nth = 0) => toHex(sha256(Uint8Array.from(Buffer.from(secretOf(p, nth), "hex"))));
const offer = (a: Assembly, ns: readonly number[], nth = 0) => {
  for (const n of ns) a.house.do(a.person(n), "teller.offer", { commit: commitOf(a.person(n), nth) });
};
const reveal = (a: Assembly, vote: ActId, n: number, more = {}, nth = 0) =>
  ruleOf(a.house.put(a.person(n), "teller.reveal", { vote, secret: secretOf(a.person(n), nth), ...more }));
const add = (a: Assembly, vote: ActId, n: number, teller: number) =>
  ruleOf(a.house.put(a.person(n), "teller.add", { vote, teller: a.person(teller).member }));
const missing = (a: Assembly, vote: ActId, n: number, teller: number) =>
  ruleOf(a.house.put(a.person(n), "number.missing", { vote, teller: a.person(teller).member }));
const tally = (a: Assembly, vote: ActId, n: number, counts: Record<string, number>, lines?: ListLine[]) =>
  ruleOf(a.house.put(a.person(n), "tally", { vote, counts, ...a.listing(vote, lines) }));
const declares = (a: Assembly, vote: ActId, counts: Record<string, number>, outcome: string) =>
  ruleOf(a.house.put(a.person(8), "result", { vote, counts, whole: 9, outcome }));

/** Nine vote over days, seven of them or `yes` for it, counted by the second person and by those who were added. */
const sevenToTwo = (options: { offers?: number[]; added?: number; yes?: number } = {}) => {
  const a = new Assembly(NINE);
  offer(a, options.offers ?? []);
  const motion = a.move();
  const vote = a.callOutside(motion, { mode: "count", opened: false });
  if (options.added !== undefined) for (const n of [2, 3]) add(a, vote, n, options.added);
  a.house.wait(12 * HOUR);
  a.people.forEach((p, n) => a.cast(vote, p, n < (options.yes ?? 7) ? "for" : "against"));
  return { a, motion, vote };
};
/** What two colluders make of it: three of the seven stand as against. */
const forged = (a: Assembly, vote: ActId): ListLine[] =>
  a.lines(vote).map(([number, choice], n) => [number, n > 3 && n < 7 ? "against" : choice] as const);
const TRUE = figures({ for: 7, against: 2 });
const FALSE = figures({ for: 4, against: 5 });

describe("who counts", () => {
  it("V-51: a member with a device offers to count, once at a time, until it is withdrawn or thirty days old", () => {
    const a = new Assembly(NINE);
    const put = (kind: string, data: object) => ruleOf(a.house.put(a.person(4), kind, data));
    expect(put("teller.offer.end", {})).toBe("V-51");
    offer(a, [4]);
    expect(put("teller.offer", { commit: commitOf(a.person(4), 1) })).toBe("V-51");
    a.house.wait(30 * DAY);
    expect(put("teller.offer", { commit: commitOf(a.person(4), 1) })).toBe("entered");
    expect(put("teller.offer.end", {})).toBe("entered");
    expect(ruleOf(a.house.put(a.house.join("guest", "guest"), "teller.offer", { commit: commitOf(a.person(4)) }))).toBe(
      "M-2",
    );
  });

  it("V-52: one is named, neither who calls nor who moved it; it opens twelve hours later, and nothing is cast before", () => {
    const a = new Assembly(NINE);
    const motion = a.move();
    a.house.do(a.person(3), "second", { motion });
    // After the mover's week (V-70).
    a.house.wait(8 * DAY);
    const open = (tellers: number[], hours = 84) =>
      ruleOf(
        a.house.put(a.person(4), "vote.open", {
          motion,
          version: a.version(motion),
          mode: "count",
          closes: a.house.now + hours * HOUR,
          tellers: tellers.map((n) => a.person(n).member),
        }),
      );
    expect(open([1, 2])).toBe("V-52");
    expect(open([4])).toBe("V-24");
    expect(open([0])).toBe("V-24");
    expect(open([1], 83)).toBe("V-18");
    expect(open([1])).toBe("entered");
    const vote = [...a.house.state.votes.votes.keys()].at(-1)!;
    expect(ruleOf(a.cast(vote, a.person(5), "for"))).toBe("V-52");
    a.house.wait(12 * HOUR);
    expect(ruleOf(a.cast(vote, a.person(5), "for"))).toBe("entered");
  });

  it("V-53: until it opens, as many as call a meeting add a teller; each signs for one", () => {
    const a = new Assembly(NINE);
    const vote = a.callOutside(a.move(), { mode: "count", opened: false });
    expect(add(a, vote, 5, 1)).toBe("V-53");
    expect(add(a, vote, 5, 0)).toBe("V-24");
    expect(add(a, vote, 5, 6)).toBe("entered");
    expect(add(a, vote, 5, 7)).toBe("V-53");
    expect(a.vote(vote).tellers).toEqual([a.person(1).member]);
    expect(add(a, vote, 7, 6)).toBe("entered");
    expect(a.vote(vote).tellers).toEqual([a.person(1).member, a.person(6).member]);
    a.house.wait(12 * HOUR);
    expect(add(a, vote, 8, 2)).toBe("V-53");
  });

  it("V-54: where nobody was added, one is drawn among those who offered before the call, once all have revealed", () => {
    const a = new Assembly(NINE);
    offer(a, [0, 4, 5, 6]);
    const vote = a.callOutside(a.move(), { mode: "count", opened: false });
    offer(a, [7]);
    expect(reveal(a, vote, 7)).toBe("V-54");
    // Who moved and called it takes no part.
    expect(reveal(a, vote, 0)).toBe("V-54");
    expect(reveal(a, vote, 4, { secret: secretOf(a.person(5)) })).toBe("V-54");
    expect([4, 5].map((n) => reveal(a, vote, n))).toEqual(["entered", "entered"]);
    expect(a.vote(vote).tellers).toHaveLength(1);
    expect(reveal(a, vote, 6)).toBe("entered");
    const [, drawn] = a.vote(vote).tellers;
    expect([4, 5, 6].map((n) => a.person(n).member)).toContain(drawn);
    expect(a.house.refold().votes.votes.get(vote)?.tellers).toEqual(a.vote(vote).tellers);
    // An offer that was used is gone: the next one is new.
    expect(a.house.state.votes.offers.has(a.person(4).member)).toBe(false);
  });

  it("V-54: one who doesn't reveal leaves the first alone; one who was added makes the lot needless", () => {
    const a = new Assembly(NINE);
    offer(a, [4, 5]);
    const vote = a.callOutside(a.move(), { mode: "count", opened: false });
    expect(reveal(a, vote, 4)).toBe("entered");
    a.house.wait(12 * HOUR);
    expect(reveal(a, vote, 5)).toBe("V-54");
    expect(a.vote(vote).tellers).toEqual([a.person(1).member]);
    const b = new Assembly(NINE);
    offer(b, [4, 5]);
    const second = b.callOutside(b.move(), { mode: "count", opened: false });
    for (const n of [6, 7]) add(b, second, n, 8);
    expect(reveal(b, second, 4)).toBe("V-54");
    expect(b.vote(second).tellers).toEqual([b.person(1).member, b.person(8).member]);
  });

  it("V-61: a body of fewer than five votes by name outside a sitting, or where it must be secret, on paper", () => {
    const a = new Assembly(["ana", "bo", "cem", "dora"]);
    const open = (motion: ActId, mode: string) => {
      a.house.wait(DAY);
      const data = { motion, version: a.version(motion), closes: a.house.now + 84 * HOUR, mode };
      return ruleOf(
        a.house.put(a.person(0), "vote.open", {
          ...data,
          ...(mode === "count" ? { tellers: [a.person(1).member] } : {}),
        }),
      );
    };
    const motion = a.move();
    a.house.do(a.person(3), "second", { motion });
    expect(open(motion, "count")).toBe("V-61");
    expect(open(motion, "name")).toBe("entered");
    const asked = a.move();
    a.house.do(a.person(3), "second", { motion: asked });
    a.house.do(a.person(3), "ask.secret", { motion: asked });
    expect(open(asked, "count")).toBe("V-61");
    expect(open(asked, "name")).toBe("V-23");
    expect(
      ruleOf(
        a.house.put(a.person(0), "vote.open", {
          motion: asked,
          version: a.version(asked),
          mode: "paper",
          sitting: a.sitting(),
        }),
      ),
    ).toBe("entered");
  });
});

describe("lists of numbers", () => {
  it("V-55, V-56: a teller publishes the list with the count, once; it holds a number for each position", () => {
    const { a, vote } = sevenToTwo();
    expect(a.lines(vote)).toHaveLength(9);
    expect(new Set(a.lines(vote).map(([number]) => number)).size).toBe(9);
    expect(ruleOf(a.house.put(a.person(1), "tally", { vote, counts: TRUE }))).toBe("V-56");
    expect(tally(a, vote, 1, TRUE)).toBe("entered");
    expect(tally(a, vote, 1, TRUE)).toBe("V-56");
    const inHall = a.call(a.move(), a.sitting());
    a.house.do(a.person(0), "vote.close", { vote: inHall });
    const list = { list: "a".repeat(64), file: { ...a.words("list") } };
    expect(
      ruleOf(a.house.put(a.person(1), "tally", { vote: inHall, counts: figures({ for: 9 }), present: 9, ...list })),
    ).toBe("V-56");
  });

  it("V-56: a list is what its figures say: each number once, as many lines as positions, and no other sums", () => {
    const { a, vote } = sevenToTwo();
    const lines = a.lines(vote);
    expect(listHolds(a.vote(vote), lines, TRUE)).toBe(true);
    expect(listHolds(a.vote(vote), lines, FALSE)).toBe(false);
    expect(listHolds(a.vote(vote), forged(a, vote), FALSE)).toBe(true);
    expect(listHolds(a.vote(vote), lines.slice(1), figures({ for: 6, against: 2 }))).toBe(false);
    expect(listHolds(a.vote(vote), [...lines.slice(1), lines[1]!], TRUE)).toBe(false);
  });

  it("V-57: two lists that agree stand at once", () => {
    const { a, vote } = sevenToTwo({ added: 6 });
    expect([1, 6].map((n) => tally(a, vote, n, TRUE))).toEqual(["entered", "entered"]);
    expect(declares(a, vote, TRUE, "carried")).toBe("entered");
    expect(resultStage(a.house.state, a.vote(vote), a.house.now)).toBe("in-force");
  });

  it("V-57: one alone stands when nobody missed a number for two days", () => {
    const { a, vote } = sevenToTwo();
    expect(declares(a, vote, TRUE, "carried")).toBe("V-34");
    tally(a, vote, 1, TRUE);
    expect(declares(a, vote, TRUE, "carried")).toBe("V-57");
    a.house.wait(2 * DAY);
    expect(declares(a, vote, TRUE, "carried")).toBe("entered");
  });

  it("V-57: a second list is waited for a day, not longer", () => {
    const { a, vote } = sevenToTwo({ added: 6 });
    tally(a, vote, 1, TRUE);
    a.house.wait(DAY);
    expect(tally(a, vote, 6, TRUE)).toBe("V-57");
    a.house.wait(DAY);
    expect(declares(a, vote, TRUE, "carried")).toBe("entered");
  });

  it("V-57, V-25: without any list the vote ends there; who didn't count doesn't count the next", () => {
    const a = new Assembly(NINE);
    const motion = a.move();
    const vote = a.callOutside(motion, { mode: "count" });
    a.cast(vote, a.person(4), "for");
    a.house.wait(COUNTING + 2 * DAY);
    expect(tally(a, vote, 1, figures({ for: 1 }))).toBe("V-57");
    expect(fateAt(a.house.state, a.vote(vote), a.house.now)?.is).toBe("uncounted");
    expect(declares(a, vote, figures({ for: 1 }), "no-quorum")).toBe("V-57");
    const again = (teller: number) =>
      ruleOf(
        a.house.put(a.person(0), "vote.open", {
          motion,
          version: a.version(motion),
          mode: "count",
          closes: a.house.now + 84 * HOUR,
          tellers: [a.person(teller).member],
        }),
      );
    expect(again(1)).toBe("V-24");
    expect(again(2)).toBe("entered");
  });

  it("V-57, V-60: lists that differ: the one in which a number is missed gives way, else it is held again in person", () => {
    const { a, vote } = sevenToTwo({ added: 6 });
    tally(a, vote, 1, FALSE, forged(a, vote));
    tally(a, vote, 6, TRUE);
    expect(missing(a, vote, 4, 1)).toBe("entered");
    expect(declares(a, vote, TRUE, "carried")).toBe("V-57");
    a.house.wait(2 * DAY);
    expect(declares(a, vote, FALSE, "lost")).toBe("V-37");
    expect(declares(a, vote, TRUE, "carried")).toBe("entered");
    const both = sevenToTwo({ added: 6 });
    tally(both.a, both.vote, 1, FALSE, forged(both.a, both.vote));
    tally(both.a, both.vote, 6, TRUE);
    both.a.house.wait(2 * DAY);
    expect(declares(both.a, both.vote, TRUE, "carried")).toBe("V-60");
  });

  it("V-42: who cast is known until the result can't be contested any more, then forgotten", () => {
    const { a, vote } = sevenToTwo();
    tally(a, vote, 1, TRUE);
    a.declare(vote);
    expect(a.vote(vote).cast.size).toBe(0);
    expect(a.vote(vote).voters).toHaveLength(9);
    a.house.wait(30 * DAY);
    a.decide(a.move(), a.sitting(), figures({ for: 9 }));
    expect(a.vote(vote).voters).toBeUndefined();
  });
});

describe("a number that is missing", () => {
  /** The false list, declared: two agree on it, or nobody looked for two days. */
  const cheated = (offers: number[] = []) => {
    const made = sevenToTwo({ added: 8, offers });
    for (const n of [1, 8]) tally(made.a, made.vote, n, FALSE, forged(made.a, made.vote));
    expect(declares(made.a, made.vote, FALSE, "lost")).toBe("entered");
    return made;
  };

  it("V-58: who cast says it once, until the contest term ends, and says nothing more", () => {
    const { a, vote } = sevenToTwo();
    expect(missing(a, vote, 4, 1)).toBe("V-58");
    tally(a, vote, 1, TRUE);
    expect(missing(a, vote, 4, 2)).toBe("V-58");
    expect(missing(a, vote, 4, 1)).toBe("entered");
    expect(missing(a, vote, 4, 1)).toBe("V-58");
    const quiet = sevenToTwo();
    tally(quiet.a, quiet.vote, 1, TRUE);
    quiet.a.declare(quiet.vote);
    quiet.a.house.wait(30 * DAY);
    expect(missing(quiet.a, quiet.vote, 4, 1)).toBe("V-58");
    const some = new Assembly(NINE);
    const few = some.callOutside(some.move(), { mode: "count" });
    some.cast(few, some.person(4), "for");
    some.house.wait(COUNTING);
    tally(some, few, 1, figures({ for: 1 }));
    expect(missing(some, few, 5, 1)).toBe("V-58");
  });

  it("V-59, V-60: two who count seven to two as four to five are found out; it is held again in person", () => {
    const { a, motion, vote } = cheated([3, 7]);
    expect(missing(a, vote, 4, 1)).toBe("entered");
    expect(resultStage(a.house.state, a.vote(vote), a.house.now)).toBe("contested");
    for (const n of [3, 7]) expect(reveal(a, vote, n, { recount: true })).toBe("entered");
    expect(new Set(a.vote(vote).rounds?.[0]?.drawn)).toEqual(new Set([3, 7].map((n) => a.person(n).member)));
    const again = (n: number) =>
      ruleOf(
        a.house.put(a.person(n), "opening.again", {
          vote,
          opening: a.house.position(vote, "for", `again ${n}`).opening,
        }),
      );
    const says = (n: number, upheld: number, of: number) =>
      ruleOf(a.house.put(a.person(n), "recount", { vote, upheld, of }));
    expect(again(6)).toBe("V-59");
    expect(says(3, 0, 0)).toBe("V-59");
    expect([again(4), again(4)]).toEqual(["entered", "V-59"]);
    // What is opened for them is nobody's text to erase (E-6).
    const opened = { ...text("said"), hash: a.vote(vote).rounds![0]!.opened.get(a.person(4).member)! };
    expect(ruleOf(a.house.put(a.person(8), "say", { about: motion, text: opened }))).toBe("E-6");
    expect(says(2, 1, 1)).toBe("V-59");
    expect(says(3, 1, 2)).toBe("V-59");
    expect([says(3, 1, 1), says(7, 1, 1)]).toEqual(["entered", "entered"]);
    expect(resultStage(a.house.state, a.vote(vote), a.house.now)).toBe("fallen");
    expect(a.vote(vote).fallen).toBeDefined();
    // Not on devices any more; in a sitting by hands.
    const open = (data: object) =>
      ruleOf(a.house.put(a.person(0), "vote.open", { motion, version: a.version(motion), ...data }));
    expect(open({ mode: "count", closes: a.house.now + 84 * HOUR, tellers: [a.person(2).member] })).toBe("V-60");
    const sitting = a.sitting();
    expect(open({ mode: "count", sitting })).toBe("V-60");
    a.decide(motion, sitting, figures({ for: 7, against: 2 }));
    expect(a.house.state.motions.motions.get(motion)?.status).toBe("carried");
    expect(stateAgain(a)).toBe(true);
  });

  it("V-59, V-60: in a large body it falls where as many miss their number as call a meeting; in a small one they are heard", () => {
    const { a, vote } = cheated([3, 7]);
    for (const n of [4, 5]) expect(missing(a, vote, n, 1)).toBe("entered");
    expect(resultStage(a.house.state, a.vote(vote), a.house.now)).toBe("contested");
    expect(a.vote(vote).rounds?.[0]?.complainants).toHaveLength(2);
    const many = new Assembly(Array.from({ length: 20 }, (_, n) => `p${n}`));
    const large = many.callOutside(many.move(), { mode: "count", opened: false });
    many.house.wait(12 * HOUR);
    many.people.forEach((p, n) => many.cast(large, p, n < 11 ? "for" : "against"));
    tally(many, large, 1, figures({ for: 11, against: 9 }));
    for (const n of [4, 5, 6, 7]) missing(many, large, n, 1);
    expect(fateAt(many.house.state, many.vote(large), many.house.now)).toMatchObject({
      is: "fallen",
      why: "many-missing",
    });
    // Where they can't change the outcome, however they were counted, it stands.
    const clear = sevenToTwo();
    tally(clear.a, clear.vote, 1, TRUE);
    for (const n of [4, 5]) missing(clear.a, clear.vote, n, 1);
    expect(resultStage(clear.a.house.state, clear.a.vote(clear.vote), clear.a.house.now)).not.toBe("fallen");
  });

  it("V-59, V-60: where nobody is drawn within two days, it falls as well", () => {
    const { a, vote } = cheated();
    missing(a, vote, 4, 1);
    a.house.wait(2 * DAY - 1);
    expect(resultStage(a.house.state, a.vote(vote), a.house.now)).toBe("contested");
    a.house.wait(1);
    expect(resultStage(a.house.state, a.vote(vote), a.house.now)).toBe("fallen");
  });

  it("V-59: a false complaint is found to be one: the list stands", () => {
    const { a, vote } = sevenToTwo({ offers: [3, 5, 6], yes: 5 });
    const close = figures({ for: 5, against: 4 });
    tally(a, vote, 1, close);
    missing(a, vote, 7, 1);
    expect(declares(a, vote, close, "carried")).toBe("V-59");
    for (const n of [3, 5, 6]) reveal(a, vote, n, { recount: true });
    // Three lie at most, and one of them made the list: so one of three others doesn't.
    expect(a.vote(vote).rounds?.[0]?.drawn).toHaveLength(3);
    // Who missed a number and opens to nobody has nothing to show.
    a.house.wait(2 * DAY);
    expect(declares(a, vote, close, "carried")).toBe("entered");
    expect(resultStage(a.house.state, a.vote(vote), a.house.now)).toBe("in-force");
    // Later ones are counted anew: a first complaint, true or false, uses nothing up.
    expect(missing(a, vote, 4, 1)).toBe("entered");
    expect(a.vote(vote).rounds).toHaveLength(2);
  });

  it("V-59: who says it and opens nothing holds up no decision for longer than that time", () => {
    const { a, vote } = sevenToTwo({ offers: [3, 5, 6], yes: 5 });
    const close = figures({ for: 5, against: 4 });
    tally(a, vote, 1, close);
    a.house.wait(2 * DAY);
    expect(declares(a, vote, close, "carried")).toBe("entered");
    const decision = () => a.house.state.binding.decisions.get(a.vote(vote).result!.id)!;
    const stage = () => forceStage(decision(), a.house.now);
    expect([stage(), missing(a, vote, 7, 1), stage()]).toEqual(["in-force", "entered", "contested"]);
    for (const n of [3, 5, 6]) reveal(a, vote, n, { recount: true });
    a.house.wait(2 * DAY - 1);
    expect(stage()).toBe("contested");
    a.house.wait(1);
    expect(stage()).toBe("in-force");
    expect(stateAgain(a)).toBe(true);
  });

  it("V-59, V-60: where too few offered for one of them to be honest, nobody is drawn", () => {
    const { a, vote } = sevenToTwo({ offers: [3, 6], yes: 5 });
    tally(a, vote, 1, figures({ for: 4, against: 5 }), forged(a, vote));
    missing(a, vote, 4, 1);
    for (const n of [3, 6]) expect(reveal(a, vote, n, { recount: true })).toBe("entered");
    expect(a.vote(vote).rounds?.[0]?.drawn).toEqual([]);
    a.house.wait(2 * DAY);
    expect(fateAt(a.house.state, a.vote(vote), a.house.now)?.is).toBe("fallen");
  });

  it("V-59: so few miss theirs that it changes nothing: nobody is held up, until there are enough", () => {
    const { a, vote } = sevenToTwo({ offers: [3, 5, 6] });
    tally(a, vote, 1, TRUE);
    missing(a, vote, 7, 1);
    a.house.wait(2 * DAY);
    expect(declares(a, vote, TRUE, "carried")).toBe("entered");
    const decision = () => a.house.state.binding.decisions.get(a.vote(vote).result!.id)!;
    expect([a.vote(vote).rounds, decision().contested]).toEqual([undefined, undefined]);
    expect(resultStage(a.house.state, a.vote(vote), a.house.now)).toBe("in-force");
    // Twice two could change it: both are heard by those drawn.
    missing(a, vote, 8, 1);
    expect(a.vote(vote).rounds?.[0]?.complainants).toEqual([7, 8].map((n) => a.person(n).member).sort());
    expect([decision().contested, resultStage(a.house.state, a.vote(vote), a.house.now)]).toEqual([
      a.house.now,
      "contested",
    ]);
    expect(stateAgain(a)).toBe(true);
  });

  it("V-59: so few wrong that they change nothing: the list stands", () => {
    const { a, vote } = sevenToTwo();
    expect(couldChange(a.vote(vote), TRUE, 1)).toBe(false);
    expect(couldChange(a.vote(vote), TRUE, 2)).toBe(false);
    expect(couldChange(a.vote(vote), TRUE, 3)).toBe(true);
    expect(couldChange(a.vote(vote), FALSE, 1)).toBe(true);
  });
});

function stateAgain(a: Assembly): boolean {
  return a.house.refold().size === a.house.state.size;
}
