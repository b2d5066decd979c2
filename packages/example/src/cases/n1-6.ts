/**
 * n1:6, the locked doors: an assembly is kept from its hall, is said to be ended by who neither is it
 * nor made it, and meets elsewhere on its members' own call. Then four elections under rules that
 * change twice, never for an election under way. See cases/n1-6.md.
 *
 * Two practice bodies: the assembly, and those who elect. People and all figures of votes are invented,
 * and so is that the electors changed their rules themselves: in the book a government changed them.
 */
import { callStage, carriedOver, electionFacts, minutesOf, type State } from "@nabat/body";
import type { ActId } from "@nabat/kernel";
import type { Seat } from "@nabat/exchange/client/mod.ts";
import facts from "../../../../cases/facts/n1-6.json" with { type: "json" };
import { Assembly, caseStatutes, day } from "./assembly.ts";
import { decideCalled } from "./deciding.ts";
import { ballotOf, opened, voted } from "./electing.ts";
import { Gathering } from "./gathering.ts";
import { accountsOf, recomputed, wordsOf } from "./recompute.ts";
import { type Case, outcomeOf, type Stage } from "./stage.ts";
import { expectedOf, numberOf } from "./wanted.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** "In the summer of 1906": the day is invented. */
const LOCKED = day("1906-07-21", 9);
const FIRST = day("1906-05-10");
const DEPUTIES = 15;
const ELECTORS = 10;
const SEATS = 3;
const expected = expectedOf(facts);
const value = numberOf(facts);

const statutes = (hours: number) =>
  caseStatutes((s) => ({
    ...s,
    voting: { ...s.voting, hours },
    change: { ...s.change, noticeDays: 1, quorum: { num: 0, den: 1 } },
  }));

async function play(stage: Stage): Promise<void> {
  const duma = await Assembly.begin(stage, {
    name: facts.bodies[0]?.name ?? "",
    purpose: `A replay of ${facts.case}; people and figures are invented`,
    at: FIRST - 3 * DAY,
    people: Array.from({ length: DEPUTIES }, (_, i) => `Deputy ${i + 1}`),
    statutes: statutes(48),
  });
  await president(duma);
  await lockedDoors(stage, duma);
  const protesters = duma.seats.slice(1, 4).map((s) => s.name);
  await elections(stage, protesters);
}

/** The first assembly elects who presides; with the power to call meetings, and no power to keep others from it. */
async function president(duma: Assembly): Promise<void> {
  const election = await opened(duma, "President of the assembly", [duma.founder], 1, ["convene"], { termDays: 365 });
  const first = await Gathering.called(duma, {
    title: "The first assembly begins",
    reason: "We elect who presides.",
    starts: FIRST,
    by: duma.seats.slice(0, 3),
  });
  await electAt(first, election, DEPUTIES);
}

/** A whole meeting for one election: its item, its vote by hands, its end. */
async function electAt(meeting: Gathering, election: ActId, present: number): Promise<void> {
  const item = await meeting.item("The election", { election });
  await meeting.open("The election", { present });
  await meeting.begin(item);
  await voted(meeting.body, election, meeting.sitting, present);
  await meeting.end();
  await meeting.close();
}

async function lockedDoors(stage: Stage, duma: Assembly): Promise<void> {
  const [officer, a, b, c] = duma.seats as [Seat, Seat, Seat, Seat];
  await duma.clock(LOCKED - 2 * DAY);
  const text = a.text("An appeal on the land question: its words are left out here.", "public");
  const { id: motion } = await a.act("move", {
    title: a.text("Appeal on the land", "public"),
    text,
    subject: { type: "text" },
  });
  const palace = await Gathering.called(duma, {
    title: "The assembly goes on",
    reason: "The appeal on the land question.",
    starts: LOCKED,
    place: "The palace",
    by: [officer],
  });
  const item = await palace.item("The appeal", { motion });
  await palace.open("Before the doors", { present: DEPUTIES }, { board: "its own" });
  await ended(stage, duma, palace);
  await officer.act("sitting.interrupt", {
    sitting: palace.sitting,
    reason: officer.text("Prevented from outside: one morning the doors are shut and guarded by troops.", "public"),
  });
  for (const source of [
    "From outside, a decree (lines 2169-2170): the assembly goes on existing; new elections under somewhat changed rules.",
    "The narrator (line 2157): dissolved.",
  ])
    await officer.act("account", {
      about: palace.sitting,
      source: officer.text(source),
      when: { at: LOCKED, approximate: true },
    });
  await prevented(stage, duma, palace, item);
  // The meeting broken up could go on for a day; after that its business waits for the next call.
  await duma.clock(LOCKED + 2 * DAY);
  const elsewhere = await Gathering.called(duma, {
    title: "We meet elsewhere",
    reason: "The doors were shut. We meet in another town.",
    starts: duma.now + 2 * DAY,
    by: [a, b, c],
  });
  const place = { call: elsewhere.call, place: officer.text("The palace after all", "public") };
  await stage.refused("elsewhere", "G-23", officer.put("meeting.place", place));
  await stage.refused("elsewhere", "G-20", officer.put("meeting.sign", { call: elsewhere.call }));
  await a.act("meeting.place", { call: elsewhere.call, place: a.text("Vyborg", "public") });
  await elsewhere.open("In Vyborg", { present: DEPUTIES }, { by: a });
  await elsewhere.begin(item, a);
  const hands = { for: DEPUTIES - 2, against: 1, abstain: 1 };
  const { vote } = await elsewhere.decide({ id: motion, version: text.ref.hash }, hands, DEPUTIES, "carried", a);
  await elsewhere.end(a);
  await elsewhere.close(a);
  await validElsewhere(stage, duma, { elsewhere, motion, vote, item, palace });
  await eligibility(stage, duma);
}

/** Who neither is the assembly nor created it enters nothing that ends it. */
async function ended(stage: Stage, duma: Assembly, palace: Gathering): Promise<void> {
  const outside = await stranger(stage, duma, "A minister");
  const title = duma.text("The assembly is ended");
  const before = (await stage.client.facts(duma.body)).size;
  await stage.refused("not-dissolved", "K-1", outside.put("move", { title, text: title, subject: { type: "text" } }));
  await stage.refused("not-dissolved", "R-7", outside.put("dissolve", { body: duma.body }));
  const closed = await outcomeOf(outside.put("sitting.close", { sitting: palace.sitting }));
  stage.check("not-dissolved", expected("not-dissolved"), { refused: closed.refused });
  stage.check("not-dissolved", before, (await stage.client.facts(duma.body)).size);
}

async function stranger(stage: Stage, body: Assembly, name: string): Promise<Seat> {
  const seat = await stage.client.seat(body.body, stage.client.person(name).keysFor("0".repeat(32)), name);
  seat.knowSeq(seat.device.signer.key, 0);
  return seat;
}

async function prevented(stage: Stage, duma: Assembly, palace: Gathering, item: ActId): Promise<void> {
  const state = await recomputed(duma.founder);
  const minutes = minutesOf(state, palace.sitting, state.at);
  const call = state.meetings.calls.get(palace.call);
  if (!call) throw new Error("no call");
  const reason = state.meetings.courses.get(palace.sitting)?.interrupted?.reason;
  stage.check("prevented", ["interrupted", "interrupted"], [callStage(state, call, state.at), minutes.ended?.how]);
  stage.check(
    "prevented",
    [item],
    carriedOver(state, state.at).map((i) => i.id),
  );
  stage.check(
    "prevented",
    expected("prevented"),
    (await wordsOf(duma.founder, reason)).startsWith("Prevented from outside"),
  );
  const { accounts } = await accountsOf(duma.founder, palace.sitting);
  stage.check("prevented", facts.disputes[0]?.accounts.length, accounts.length);
}

async function validElsewhere(
  stage: Stage,
  duma: Assembly,
  of: { elsewhere: Gathering; motion: ActId; vote: ActId; item: ActId; palace: Gathering },
): Promise<void> {
  const state = await recomputed(duma.founder);
  const call = state.meetings.calls.get(of.elsewhere.call);
  const minutes = minutesOf(state, of.elsewhere.sitting, state.at);
  const { status } = await duma.founder.get<{ status: string }>(`motions/${of.motion}`);
  stage.check("elsewhere", expected("elsewhere"), { valid: status === "carried" && minutes.ended?.how === "closed" });
  stage.check(
    "elsewhere",
    { signatures: 3, needed: 3, office: false },
    {
      signatures: call?.signers.length,
      needed: call?.needed,
      office: call?.office !== undefined,
    },
  );
  stage.check(
    "elsewhere",
    [{ id: of.item, from: of.palace.call, status: "done" }],
    call?.agenda.map(({ id, from, status: s }) => ({ id, from, status: s })),
  );
  stage.check("elsewhere", "Vyborg", await wordsOf(duma.founder, call?.place));
}

/** A rule that would take vote or seat for an opinion is refused before anybody votes on it. */
async function eligibility(stage: Stage, duma: Assembly): Promise<void> {
  const against = { guarantees: { noSanctionForOpinion: false } };
  const title = duma.text("Who protested is not elected again");
  const tried = await outcomeOf(
    duma.founder.put("move", { title, text: title, subject: { type: "statutes", changes: against } }),
  );
  stage.check("eligibility", { refused: true, rule: "S-27" }, tried);
  stage.check("eligibility", expected("eligibility"), { refused: tried.refused });
}

/** Four elections, one for each assembly; the rules change twice: before the second, and while it is under way. */
async function elections(stage: Stage, protesters: readonly string[]): Promise<void> {
  const electors = await Assembly.begin(stage, {
    name: "Electors of four assemblies",
    purpose: `A replay of ${facts.case}; people, figures and days are invented`,
    at: day("1906-04-01"),
    people: [...protesters, ...Array.from({ length: ELECTORS - protesters.length }, (_, i) => `Elector ${i + 1}`)],
    statutes: statutes(96),
  });
  const standing = electors.seats.slice(0, SEATS);
  const held: ActId[] = [];
  for (const [n, { name }] of facts.bodies.filter((x) => x.kind === "assembly").entries()) {
    await electors.clock(electors.now + 30 * DAY);
    const until = { nominationsUntil: electors.now + DAY };
    const election = await opened(electors, `Seats of the ${name}`, standing, SEATS, [], until);
    await electors.clock(electors.now + 2 * DAY);
    if (n === 1) await frozen(stage, electors, election);
    const meeting = await Gathering.called(electors, {
      title: name,
      reason: "We elect who sits there.",
      starts: electors.now + 2 * DAY,
      by: electors.seats.slice(0, 2),
    });
    await electAt(meeting, election, ELECTORS);
    held.push(election);
    if (n > 0) continue;
    await electors.clock(electors.now + DAY);
    await changeRules(electors, 72);
  }
  const state = await recomputed(electors.founder);
  const all = held.map((id) => electionFacts(state, id, state.at));
  stage.check("rules-shown", value("dumas"), all.filter((e) => e?.election.status === "decided").length);
  stage.check(
    "rules-shown",
    expected("rules-shown"),
    held.slice(1).flatMap((id, n) => newRules(state, held[n]!, id)).length,
  );
  stage.check(
    "rules-shown",
    [1, 2, 3, 3],
    all.map((e) => e?.election.statutes),
  );
  stage.check("rules-shown", value("rule-changes"), state.statutes.versions.length - 1);
  stage.check(
    "rules-frozen",
    [[], [3], [], []],
    all.map((e) => e?.rulesChanged.map((v) => v.n)),
  );
  const named = standing.map((s) => s.member);
  stage.check("eligibility", protesters.length, all[1]?.election.elected.filter((m) => named.includes(m)).length);
}

/** Versions of the rules that an election is held under, and the one before it was not: they stand beside its result. */
function newRules(state: State, before: ActId, id: ActId): number[] {
  const of = (x: ActId) => state.elections.elections.get(x)?.statutes ?? 0;
  return state.statutes.versions.filter((v) => v.n > of(before) && v.n <= of(id)).map((v) => v.n);
}

/** New rules, decided at a meeting; they are in force three days later (B-8). */
async function changeRules(electors: Assembly, hours: number): Promise<void> {
  const text = electors.text(`A vote outside a sitting stays open for ${hours} hours or more.`);
  const title = `The rules of election are changed: at least ${hours} hours`;
  const subject = { type: "statutes", changes: { voting: { hours } } };
  await decideCalled(electors, electors.now + 3 * DAY, { title, text, subject }, { for: ELECTORS }, ELECTORS);
  await electors.clock(electors.now + 3 * DAY);
}

/** The rules are changed while an election is under way: what they would allow now is refused to it. */
async function frozen(stage: Stage, electors: Assembly, election: ActId): Promise<void> {
  const by = electors.founder;
  await changeRules(electors, 48);
  const tellers = electors
    .tellers()
    .slice(0, 1)
    .map((t) => t.member);
  const call = {
    election,
    version: await ballotOf(by, election),
    mode: "count",
    closes: electors.now + 50 * HOUR,
    tellers,
  };
  const tried = await outcomeOf(by.put("vote.open", call));
  stage.check("rules-frozen", { refused: true, rule: "V-18" }, tried);
  stage.check("rules-frozen", expected("rules-frozen"), { refused: tried.refused });
}

export const n1n6: Case = { name: facts.case, title: facts.title, checks: facts.checks, door: 0, play };
