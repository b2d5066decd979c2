/** Every page of meetings and elections, in each stage, for those who preside, count, sit there, or look from outside. */
import { ballotHash } from "@nabat/body";
import { MINUTE_MS } from "@nabat/body/binding/term.ts";
import type { ActId } from "@nabat/kernel";
import { LOCALES } from "@nabat/speech";
import { DAY, HOUR, sha256 } from "@nabat/testkit";
import { pageDeps } from "@nabat/testkit/page-deps.ts";
import { sampleHouse } from "@nabat/testkit/sample.ts";
import { type Sample } from "@nabat/testkit/reader.ts";
import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import type { PagesDeps } from "../deps.ts";
import { bodyHome } from "../home/body.tsx";
import { votePages } from "../votes/vote.tsx";
import { electionPages } from "../elections/mod.ts";
import { meetingPages } from "./mod.ts";

const HOSTILE = `<script>alert(1)</script>"'><img src=x onerror=alert(2)>`;
const WHO = ["Lea", "Bo", "Farid", "Nina", "stranger"] as const;
type Who = (typeof WHO)[number];

function app(s: Sample, who: Who): Hono {
  const person = who === "stranger" ? undefined : s.house.people.get(who);
  const deps = {
    ...pageDeps(s.house),
    reader: async (_c: unknown, body: string) => (body === s.house.body ? s.reader(person) : undefined),
  } as unknown as PagesDeps;
  const made = new Hono();
  bodyHome(made, deps);
  votePages(made, deps);
  meetingPages(made, deps);
  electionPages(made, deps);
  return made;
}

/** What is wrong with a page's form, whatever it says. */
function faults(html: string): string[] {
  const out: string[] = [];
  if (html.includes("⟦")) out.push(`no message ${/⟦[^⟧]*⟧/.exec(html)?.[0]}`);
  if (/undefined|\[object Object\]|NaN/.test(html))
    out.push(`leaks ${/.{40}(undefined|\[object Object\]|NaN).{20}/.exec(html)?.[0]}`);
  if ((html.match(/<h1[ >]/g) ?? []).length !== 1) out.push("not one h1");
  const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map((m) => Number(m[1]));
  levels.forEach((level, i) => {
    if (i > 0 && level > (levels[i - 1] ?? 0) + 1) out.push(`h${levels[i - 1]} then h${level}`);
  });
  if (/ style=| onclick=|<style|<script(?![^>]*src=)/.test(html)) out.push("inline style or script");
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map((m) => m[1]);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice) out.push(`id twice: ${twice}`);
  const labels = new Set([...html.matchAll(/<label for="([^"]*)"/g)].map((m) => m[1]));
  for (const m of html.matchAll(/<(?:input|select|textarea)(?![^>]*type="(?:hidden|radio|checkbox)")[^>]*>/g)) {
    const id = / id="([^"]*)"/.exec(m[0])?.[1];
    if (!id || !labels.has(id)) out.push(`no label: ${m[0].slice(0, 80)}`);
  }
  return out;
}

/** A meeting that one can hold step by step. */
class Evening {
  readonly sample: Sample;
  readonly call: ActId;
  readonly second: ActId;
  readonly election: ActId;
  readonly items: ActId[] = [];
  sitting?: ActId;
  readonly words: string;

  constructor(words = "") {
    const made = sampleHouse(words);
    this.words = words;
    this.sample = made.sample;
    const { house } = this.sample;
    const s = this.sample;
    const call = {
      title: s.say(`General meeting${words}`),
      reason: s.say(`Because it is time${words}`),
      type: "decide",
      starts: house.now + 5 * DAY,
      itemsUntil: house.now + 3 * DAY,
      place: s.say(`In the boiler room${words}`),
    };
    this.call = this.do("Lea", "meeting.call", call);
    this.second = this.do("Bo", "meeting.call", {
      title: s.say(`About the gate${words}`),
      reason: s.say("The gate was sold"),
      type: "inform",
      starts: house.now + 9 * DAY,
    });
    for (const who of ["Jan", "Bo"]) this.do(who, "meeting.sign", { call: this.call });
    this.election = this.do("Dilan", "election.open", {
      title: s.say(`Treasurer${words}`),
      seats: 1,
      rule: "plurality",
      termDays: 365,
      powers: ["convene"],
    });
    this.do("Jan", "nominate", {
      election: this.election,
      candidate: this.who("Jan").member,
      text: s.say(`I can count${words}`),
    });
    this.do("Hana", "nominate", { election: this.election, candidate: this.who("Farid").member });
    this.items.push(
      this.do("Chidi", "meeting.item", {
        call: this.call,
        title: s.say(`Bicycles${words}`),
        motion: made.ids.standing,
      }),
    );
    this.items.push(
      this.do("Lea", "meeting.item", { call: this.call, title: s.say("Who keeps the till"), election: this.election }),
    );
  }

  who(name: string) {
    const found = this.sample.house.people.get(name);
    if (!found) throw new Error(name);
    return found;
  }

  do(name: string, kind: string, data: object): ActId {
    return this.sample.house.do(this.who(name), kind, data);
  }

  open(): ActId {
    const { house } = this.sample;
    house.wait(5 * DAY + HOUR / 4);
    this.sitting = this.do("Lea", "sitting.open", {
      call: this.call,
      title: this.sample.say(`General meeting${this.words}`),
      tellers: [this.who("Bo").member, this.who("Chidi").member],
    });
    return this.sitting;
  }

  /** Seven are there and stand behind who presides and who counts (G-46). */
  electTellers(): void {
    const { sample, sitting } = this;
    const there = ["Bo", "Chidi", "Dilan", "Emma", "Farid", "Grete", "Hana"];
    for (const name of there) this.do(name, "sitting.here", { sitting });
    const tellers = [this.who("Bo").member, this.who("Chidi").member];
    const motion = this.do("Bo", "move", {
      title: sample.say("Who presides and who counts"),
      text: sample.say("As those here wish."),
      sitting,
      subject: { type: "procedure", procedure: { what: "board", chair: this.who("Lea").member, tellers } },
    });
    for (const name of there.slice(1, 4)) this.do(name, "second", { motion });
  }

  hands(vote: ActId, counts: object, by: readonly string[] = ["Bo", "Chidi"], present = 9): void {
    this.do("Lea", "vote.close", { vote });
    for (const teller of by) this.do(teller, "tally", { vote, counts, present });
  }

  pages(): string[] {
    const b = `/b/${this.sample.house.body}`;
    const at = this.sitting
      ? [
          `${b}/sittings/${this.sitting}`,
          `${b}/sittings/${this.sitting}/minutes`,
          ...["board", "exclude", "urgent", "adjourn", "agenda", "time-limit", "proceed", "overrule", "close-list"].map(
            (w) => `${b}/sittings/${this.sitting}/put?what=${w}`,
          ),
        ]
      : [];
    return [
      b,
      `${b}/meetings`,
      `${b}/meetings?when=past&q=gate`,
      `${b}/meetings/new`,
      `${b}/meetings/${this.call}`,
      `${b}/meetings/${this.call}/sheet`,
      `${b}/meetings/${this.second}`,
      `${b}/elections`,
      `${b}/elections/new`,
      `${b}/elections/${this.election}`,
      ...at,
    ];
  }

  /** Every page of this stage: in all languages for who presides, in English for the others. */
  async everywhere(): Promise<void> {
    for (const who of WHO)
      for (const lang of who === "Lea" ? LOCALES : (["en"] as const))
        for (const path of this.pages()) {
          // The forms of procedure are the same for all.
          if (who !== "Lea" && path.includes("/put?")) continue;
          const res = await app(this.sample, who).request(`http://127.0.0.1:8080${path}`, {
            headers: { "accept-language": lang },
          });
          expect([200, 403]).toContain(res.status);
          expect([who, path, faults(await res.text())]).toEqual([who, path, []]);
        }
  }

  async read(who: Who, path: string): Promise<string> {
    const res = await app(this.sample, who).request(`http://127.0.0.1:8080/b/${this.sample.house.body}${path}`, {
      headers: { "accept-language": "en" },
    });
    return res.text();
  }
}

describe("an evening", () => {
  const evening = new Evening();
  const { sample } = evening;

  test("called: who signed of how many, the place for members, the agenda with its texts", async () => {
    await evening.everywhere();
    const html = await evening.read("Farid", `/meetings/${evening.call}`);
    expect(html).toContain("Signed by 3 of 3");
    expect(html).toContain("In the boiler room");
    expect(html).toContain("Bicycles stand in the hall only");
    expect(html).toContain("Any other business");
    const second = await evening.read("Farid", `/meetings/${evening.second}`);
    expect(second).toContain("Signed by 1 of 3");
    expect(second).toMatch(/data-act="meeting.sign"/);
    expect(second).toContain("Nothing is voted on but the course");
    for (const secret of ["In the boiler room", "Bicycles", "Treasurer"])
      expect(await evening.read("stranger", `/meetings/${evening.call}`)).not.toContain(secret);
  });

  test("the home shows the next meeting and what is on it", async () => {
    const html = await evening.read("Farid", "");
    expect(html.indexOf("Next meeting")).toBeGreaterThan(0);
    expect(html.indexOf("Who keeps the till")).toBeGreaterThan(0);
    expect(html).toContain("You are nominated");
  });

  test("open: the board, the floor, procedure, a vote that two tellers count differently", async () => {
    const sitting = evening.open();
    await evening.everywhere();
    for (const [teller, present] of [
      ["Bo", 9],
      ["Chidi", 8],
    ] as const)
      evening.do(teller, "sitting.count", { sitting, present, guests: 1 });
    evening.electTellers();
    evening.do("Lea", "item.open", { sitting, item: evening.items[0] });
    for (const who of ["Farid", "Nina", "Bo"]) evening.do(who, "floor.ask", { sitting });
    evening.do("Lea", "floor.give", { sitting, speaker: evening.who("Farid").member });
    const reason = sample.say("We have said it all.");
    const put = evening.do("Hana", "move", {
      title: sample.say("Go to the vote"),
      text: reason,
      sitting,
      subject: { type: "procedure", procedure: { what: "proceed" } },
    });
    evening.do("Grete", "move", {
      title: sample.say("Elect the board"),
      text: sample.say("As is right"),
      sitting,
      subject: {
        type: "procedure",
        procedure: { what: "board", chair: evening.who("Emma").member, secretary: evening.who("Jan").member },
      },
    });
    evening.do("Jan", "move", {
      title: sample.say("Adjourn"),
      text: sample.say("It is late"),
      sitting,
      subject: { type: "procedure", procedure: { what: "adjourn", returns: sample.house.now + 7 * DAY } },
    });
    await evening.everywhere();
    const html = await evening.read("Lea", `/sittings/${sitting}`);
    expect(html).toContain("Before the house");
    expect(html).toContain("The tellers counted differently");
    expect(html).toContain("Go to the vote");
    expect(html).toMatch(/data-act="floor.end"|data-act="floor.give"/);
    const guest = await evening.read("Nina", `/sittings/${sitting}`);
    expect(guest).toContain("You are number 1 on the list.");
    sample.house.wait(MINUTE_MS);
    const vote = evening.do("Lea", "vote.open", { motion: put, version: reason.hash, mode: "hands", sitting });
    await evening.everywhere();
    evening.do("Lea", "vote.close", { vote });
    evening.do("Bo", "tally", { vote, counts: { for: 7, against: 1, abstain: 1, "taking-part": 0 }, present: 9 });
    expect(await evening.read("Chidi" as Who, `/sittings/${sitting}`)).not.toContain("What each teller counted");
    evening.do("Chidi", "tally", { vote, counts: { for: 6, against: 2, abstain: 1, "taking-part": 0 }, present: 9 });
    await evening.everywhere();
    const counted = await evening.read("Lea", `/sittings/${sitting}`);
    expect(counted).toContain("The outcome stands only if it is the same under each count.");
    const whole = sample.house.state.votes.votes.get(vote)?.whole;
    evening.do("Lea", "result", {
      vote,
      counts: { for: 6, against: 2, abstain: 1, "taking-part": 0 },
      whole,
      present: 9,
      outcome: "carried",
    });
    expect(await evening.read("Lea", `/sittings/${sitting}`)).toContain("The debate is over");
  });

  test("the projector shows the item and its text, and has nothing to press", async () => {
    const html = await evening.read("Lea", `/sittings/${evening.sitting}/projector`);
    expect(html).toContain("Bicycles stand in the hall only");
    expect(html).not.toMatch(/<button|<form|<a /);
    expect(html).toContain('http-equiv="refresh"');
    for (const lang of ["en", "fr"]) {
      const res = await app(sample, "Lea").request(
        `http://127.0.0.1:8080/b/${sample.house.body}/sittings/${evening.sitting}/projector`,
        { headers: { "accept-language": lang } },
      );
      expect(await res.text()).not.toContain("⟦");
    }
  });

  test("an election by hands: each candidate's marks, none of these, who holds the office until when", async () => {
    const { house } = sample;
    const sitting = evening.sitting as ActId;
    const motion = house.state.motions.motions.get(
      house.state.meetings.calls.get(evening.call)?.agenda[0]?.motion as ActId,
    );
    const vote = evening.do("Lea", "vote.open", {
      motion: motion?.id,
      version: motion?.versions.at(-1)?.text,
      mode: "hands",
      sitting,
    });
    evening.hands(vote, { for: 8, against: 1, abstain: 0, "taking-part": 0 });
    const whole = house.state.votes.votes.get(vote)?.whole;
    evening.do("Lea", "result", {
      vote,
      counts: { for: 8, against: 1, abstain: 0, "taking-part": 0 },
      whole,
      present: 9,
      outcome: "carried",
    });
    evening.do("Lea", "item.close", { sitting });
    expect(await evening.read("Lea", `/sittings/${sitting}`)).toContain("Open: Who keeps the till");
    evening.do("Farid", "nomination.accept", { election: evening.election });
    evening.do("Lea", "item.open", { sitting, item: evening.items[1] });
    sample.house.wait(MINUTE_MS);
    const election = house.state.elections.elections.get(evening.election);
    if (!election) throw new Error("no election");
    const ballot = evening.do("Lea", "vote.open", {
      election: evening.election,
      version: ballotHash(sha256, house.state, election, house.now),
      mode: "hands",
      sitting,
    });
    await evening.everywhere();
    evening.hands(ballot, { c1: 3, c2: 5, none: 1, blank: 0 });
    const form = await evening.read("Lea", `/sittings/${sitting}`);
    expect(form).toMatch(/name="elected" value="\[&quot;/);
    evening.do("Lea", "result", {
      vote: ballot,
      counts: { c1: 3, c2: 5, none: 1, blank: 0 },
      whole,
      present: 9,
      outcome: "elected",
      elected: [evening.who("Farid").member],
    });
    await evening.everywhere();
    expect(await evening.read("Lea", `/elections/${evening.election}`)).toContain("Elected: Farid.");
    expect(await evening.read("Lea", `/votes/${ballot}`)).toContain("Elected: Farid.");
    expect(await evening.read("Lea", "")).toMatch(/Treasurer.*Farid/s);
    expect(await evening.read("Farid", "/elections")).toMatch(/data-act="resign"/);
  });

  test("it can't be closed before any other business; then the minutes are ready, with numbers and their whole", async () => {
    const sitting = evening.sitting as ActId;
    evening.do("Lea", "item.close", { sitting });
    const before = await evening.read("Lea", `/sittings/${sitting}`);
    expect(before).toContain("(rule\u00a0G-35)");
    expect(before).toMatch(/name="item" value="aob"/);
    evening.do("Lea", "item.open", { sitting, item: "aob" });
    evening.do("Lea", "item.close", { sitting });
    evening.do("Lea", "sitting.close", { sitting });
    await evening.everywhere();
    const minutes = await evening.read("Bo", `/sittings/${sitting}/minutes`);
    expect(minutes).toMatch(/9 of 1[23] present: 8 for, 1 against/);
    expect(minutes).toContain("The tellers’ counts differed");
    expect(minutes).not.toContain("We have said it all, Farid");
    expect(minutes).toMatch(/class="sign-lines"/);
    const text = await evening.read("Bo", `/sittings/${sitting}/minutes.txt`);
    expect(text).toContain("Elected: Farid.");
    expect(text).toContain("____");
  });
});

test("a result of what came before leaves the page and the projector when the next item opens, also while the clock stands", async () => {
  const evening = new Evening();
  const { sample } = evening;
  const { house } = sample;
  const sitting = evening.open();
  evening.electTellers();
  const text = sample.say("Short speeches.");
  const motion = evening.do("Hana", "move", {
    title: sample.say("A minute each"),
    text,
    sitting,
    subject: { type: "procedure", procedure: { what: "time-limit", seconds: 60 } },
  });
  house.wait(MINUTE_MS);
  const vote = evening.do("Lea", "vote.open", { motion, version: text.hash, mode: "hands", sitting });
  const counts = { for: 8, against: 1, abstain: 0, "taking-part": 0 };
  evening.hands(vote, counts);
  const whole = house.state.votes.votes.get(vote)?.whole;
  evening.do("Lea", "result", { vote, counts, whole, present: 9, outcome: "carried" });
  const declared = house.state.votes.votes.get(vote)?.result?.at;
  const result = /class="(result|screen-result)"/;
  const pages = [`/sittings/${sitting}`, `/sittings/${sitting}/projector`];
  for (const path of pages) expect(await evening.read("Lea", path)).toMatch(result);
  evening.do("Lea", "item.open", { sitting, item: evening.items[0] });
  expect(house.state.meetings.courses.get(sitting)?.itemSince).toBe(declared);
  for (const path of pages) {
    const html = await evening.read("Lea", path);
    expect(html).toContain("Bicycles stand in the hall only");
    expect(html).not.toMatch(result);
  }
});

test("markup in texts stays text on every page of a meeting", async () => {
  const evening = new Evening(HOSTILE);
  const sitting = evening.open();
  evening.do("Lea", "item.open", { sitting, item: evening.items[0] });
  for (const path of [...evening.pages(), `/b/${evening.sample.house.body}/sittings/${sitting}/projector`]) {
    const res = await app(evening.sample, "Lea").request(`http://127.0.0.1:8080${path}`);
    const html = await res.text();
    expect(html).not.toContain("<script>alert");
    expect(html).not.toMatch(/<img[^>]*onerror/);
  }
});
