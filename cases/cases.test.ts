/**
 * The data of the worked cases and of the example house hold together: lines lie in the book, accounts
 * carry sources, every case has its page, and in the house every count adds up from the single entries.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const here = new URL("./", import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, here), "utf8"));
const BOOK_LINES = 17_777;

interface Facts {
  case: string;
  lines: [number, number][];
  numbers: { id: string; value: unknown; lines: [number, number] }[];
  disputes: { accounts: { source: string; lines: [number, number] }[] }[];
  sequence: { n: number; lines: [number, number] }[];
  checks: { id: string }[];
}
interface Person {
  key: string;
  joined: string;
  how: string;
  vouchers: string[];
  invitedBy?: string;
  device: boolean;
  guest?: boolean;
  left?: string;
}
type Counts = Record<string, number>;
interface House {
  totals: Counts;
  people: Person[];
  motions: {
    id: string;
    title: Record<string, string>;
    text: Record<string, string>;
    outcome: string;
    subject: { type: string };
    vote: {
      mode: string;
      opens: string;
      whole: number;
      present?: number;
      counts: Counts;
      noPosition: number;
      byTellers?: number;
    };
  }[];
  events: {
    at: string;
    do: string;
    by?: string;
    vote?: string;
    member?: string;
    position?: string;
    expect?: string;
    counts?: Counts;
  }[];
}

const WAITING_MS = 3 * 24 * 3600_000;
const ADOPTED = Date.parse("2026-01-20T19:20+01:00");
/** Newcomers vote on rules three months after their vote began (M-29). */
const RULES_MS = 91 * 24 * 3600_000;
const sum = (counts: Counts): number => Object.values(counts).reduce((a, b) => a + b, 0);

describe("facts of the cases", () => {
  const files = readdirSync(new URL("facts/", here));
  it.each(files)("%s", (file) => {
    const facts = read(`facts/${file}`) as Facts;
    expect(file).toBe(`${facts.case.replace(":", "-")}.json`);
    expect(existsSync(new URL(file.replace(".json", ".md"), here))).toBe(true);
    const ranges = [...facts.lines, ...facts.numbers.map((x) => x.lines), ...facts.sequence.map((x) => x.lines)];
    for (const dispute of facts.disputes) {
      for (const account of dispute.accounts) {
        expect(account.source).not.toBe("");
        ranges.push(account.lines);
      }
    }
    for (const [from, to] of ranges) {
      expect(from).toBeGreaterThan(0);
      expect(to).toBeGreaterThanOrEqual(from);
      expect(to).toBeLessThanOrEqual(BOOK_LINES);
    }
    expect(facts.sequence.map((x) => x.n)).toEqual(facts.sequence.map((_, i) => i + 1));
    const ids = facts.checks.map((x) => x.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("the house of 40", () => {
  const house = read("house-of-40.json") as House;
  const roll = (at: number): string[] =>
    house.people
      .filter((p) => !p.guest)
      .filter((p) => {
        const joined = Date.parse(p.joined);
        const since = joined < ADOPTED ? joined : joined + WAITING_MS;
        return since <= at && !(p.left !== undefined && Date.parse(p.left) <= at);
      })
      .map((p) => p.key);

  it("has forty members at the end, 36 with a device and 4 with a card", () => {
    const members = new Set(roll(Date.parse("2026-11-23T12:00Z")));
    const people = house.people.filter((p) => members.has(p.key));
    expect(people.length).toBe(house.totals["membersAtEnd"]);
    expect(people.filter((p) => p.device).length).toBe(house.totals["withDevice"]);
    expect(people.filter((p) => !p.device).length).toBe(house.totals["withCard"]);
  });

  it("tells its events in order", () => {
    const times = house.events.map((e) => Date.parse(e.at));
    expect(times.every((t, i) => !Number.isNaN(t) && (i === 0 || t >= (times[i - 1] ?? 0)))).toBe(true);
  });

  it("invites and vouches only through members", () => {
    for (const p of house.people.filter((x) => x.how === "invitation")) {
      const members = roll(Date.parse(p.joined));
      for (const by of [p.invitedBy, ...p.vouchers]) expect(members).toContain(by);
      expect(p.vouchers).not.toContain(p.invitedBy);
    }
  });

  it.each(house.motions.map((m) => [m.id, m] as const))("%s adds up", (id, motion) => {
    const { vote } = motion;
    const opens = Date.parse(vote.opens);
    const founders = new Set(house.people.filter((p) => Date.parse(p.joined) < ADOPTED).map((p) => p.key));
    const settled = new Set([...founders, ...roll(opens - RULES_MS)]);
    const whole = roll(opens).filter((key) => motion.subject.type !== "statutes" || settled.has(key));
    expect(vote.whole).toBe(whole.length);
    expect(sum(vote.counts) + vote.noPosition).toBe(vote.present ?? vote.whole);
    for (const text of [motion.title, motion.text]) expect(Object.keys(text).sort()).toEqual(["en", "fr"]);
    const declared = house.events.filter((e) => e.vote === `${id}-vote` && (e.do === "tally" || e.do === "result"));
    expect(declared.length).toBe(3);
    for (const e of declared) expect(e.counts).toEqual(vote.counts);
    if (vote.mode !== "count") return;
    const cast = house.events.filter(
      (e) => e.vote === `${id}-vote` && e.do.startsWith("vote.ca") && e.expect === undefined,
    );
    const voters = cast.map((e) => e.member ?? e.by);
    expect(new Set(voters).size).toBe(voters.length);
    for (const voter of voters) expect(whole).toContain(voter);
    for (const [position, n] of Object.entries(vote.counts))
      expect(cast.filter((e) => e.position === position).length).toBe(n);
    expect(cast.filter((e) => e.do === "vote.card").length).toBe(vote.byTellers);
  });
});
