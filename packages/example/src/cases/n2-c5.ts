/**
 * n2:C5, the interrupted assembly: 707 delegates, a platform voted down, a walk-out, a guard who wants
 * the hall emptied. Nobody but the assembly closes its sitting; what it left comes back by itself. See
 * cases/n2-C5.md.
 *
 * Invented, since the book is silent: the day (the first of January), the figures of the votes and of
 * those who left. In small, one delegate stands for fifty.
 */
import { callStage, carriedOver, minutesOf } from "@nabat/body";
import type { ActId } from "@nabat/kernel";
import type { Seat } from "@nabat/exchange/client/mod.ts";
import facts from "../../../../cases/facts/n2-C5.json" with { type: "json" };
import { Assembly, caseStatutes, day } from "./assembly.ts";
import { Gathering, type Put } from "./gathering.ts";
import { accountsOf, recomputed, wordsOf } from "./recompute.ts";
import { type Case, outcomeOf, type Stage } from "./stage.ts";
import { expectedOf, numberOf, numbersIn } from "./wanted.ts";

const DAY = 24 * 3_600_000;
const OPENS = day("1918-01-01", 16);
const DAWN = day("1918-01-02", 5);
const NOON = day("1918-01-02", 12);
const EVENING = day("1918-01-02", 20);
const LATER = day("1918-01-20");

const expected = expectedOf(facts);
const value = numberOf(facts);

/** What the vote and the result of a sitting are read from. */
interface VoteRead {
  readonly result?: { readonly counts: Record<string, number>; readonly present?: number; readonly outcome: string };
}

async function play(stage: Stage): Promise<void> {
  const whole = stage.options.small ? Math.floor(value("delegates") / 50) : value("delegates");
  const left = Math.round(whole * facts.replay.leftShare);
  const assembly = await Assembly.begin(stage, {
    name: facts.bodies[0]?.name ?? "",
    purpose: `A replay of ${facts.case}${stage.options.small ? ": one delegate for fifty" : ""}; figures of votes are invented, the book has none`,
    at: day("1917-12-28"),
    people: Array.from({ length: whole }, (_, i) => `Delegate ${i + 1}`),
    statutes: caseStatutes((s) => ({
      ...s,
      voting: { ...s.voting, quorum: { num: 1, den: 2 } },
    })),
  });
  const [chair, a, b] = assembly.seats as [Seat, Seat, Seat];
  const platform = await moved(a, "The platform of the government's party");
  const land = await moved(b, "The next item of the assembly's own");
  const meeting = await Gathering.called(assembly, {
    title: "The assembly meets",
    reason: "Called for the evening.",
    starts: OPENS,
    by: [chair, a, b],
  });
  const items = [
    await meeting.item("The platform", { motion: platform.id }),
    await meeting.item("The assembly's own business", { motion: land.id }),
  ] as const;
  await meeting.open("A night of speeches", { present: whole });
  await meeting.begin(items[0]);
  const first = await meeting.decide(platform, { for: left, against: whole - left }, whole, "lost");
  await meeting.end();
  // Part of those present leave after the vote; presence is counted again, and the next vote stands on it.
  await meeting.count({ present: whole - left });
  await meeting.begin(items[1]);
  await assembly.clock(DAWN);
  const noon = await meeting.put(b, "To noon", "We go on at noon.", { what: "adjourn", returns: NOON });
  const second = await meeting.decide(noon, { for: whole - left }, whole - left);
  await onlyItself(stage, assembly, meeting);
  await chair.act("sitting.interrupt", {
    sitting: meeting.sitting,
    reason: chair.text(
      "Prevented from outside: the commander of the guard orders everyone out; we protest, and go. We meet again at noon.",
      "public",
    ),
  });
  await presence(stage, assembly, meeting, [first, second], [whole, whole - left]);
  await interrupted(stage, assembly, meeting);
  const decree = await dissolved(stage, assembly, meeting);
  await carried(stage, assembly, items[1], meeting);
  await late(stage, assembly, meeting, decree);
  if (!stage.options.small)
    stage.check(
      "walk-out",
      value("delegates"),
      (await assembly.founder.get<{ total: number }>("roll?status=member&limit=1")).total,
    );
}

async function moved(by: Seat, title: string): Promise<Put> {
  const text = by.text(`${title}: its words are left out here.`, "public");
  const { id } = await by.act("move", { title: by.text(title, "public"), text, subject: { type: "text" } });
  return { id, version: text.ref.hash };
}

/** A guard, an outside body, even the chair with business left: none of them closes the sitting. */
async function onlyItself(stage: Stage, assembly: Assembly, meeting: Gathering): Promise<void> {
  const { sitting } = meeting;
  const outsider = await stranger(stage, assembly, "A government");
  const [guard] = await assembly.join(["The commander of the guard"], "guest");
  await stage.refused("only-itself", "M-2", guard!.put("sitting.close", { sitting }));
  await stage.refused("only-itself", "K-1", outsider.put("sitting.close", { sitting }));
  const closed = await outcomeOf(assembly.seats[3]!.put("sitting.close", { sitting }));
  stage.check("only-itself", expected("only-itself"), { refused: closed.refused });
}

async function stranger(stage: Stage, assembly: Assembly, name: string): Promise<Seat> {
  const seat = await stage.client.seat(assembly.body, stage.client.person(name).keysFor("0".repeat(32)), name);
  seat.knowSeq(seat.device.signer.key, 0);
  return seat;
}

/** Each vote keeps who was there at it. */
async function presence(
  stage: Stage,
  assembly: Assembly,
  meeting: Gathering,
  votes: readonly { vote: ActId }[],
  present: readonly number[],
): Promise<void> {
  const read = await Promise.all(votes.map((v) => assembly.founder.get<VoteRead>(`votes/${v.vote}`)));
  stage.check(
    "walk-out",
    present,
    read.map((r) => r.result?.present),
  );
  stage.check(
    "walk-out",
    ["lost", "carried"],
    read.map((r) => r.result?.outcome),
  );
  const state = await recomputed(assembly.founder);
  const minutes = minutesOf(state, meeting.sitting, state.at);
  stage.check(
    "walk-out",
    present.flatMap((n) => [n, n]),
    minutes.presence.map((p) => p.present),
  );
  stage.check(
    "walk-out",
    expected("walk-out"),
    read[0]?.result?.present === present[0] && read[1]?.result?.outcome === "carried",
  );
}

/** The sitting stands as interrupted, with the hour that was fixed for the next. */
async function interrupted(stage: Stage, assembly: Assembly, meeting: Gathering): Promise<void> {
  const state = await recomputed(assembly.founder);
  const call = state.meetings.calls.get(meeting.call);
  const course = state.meetings.courses.get(meeting.sitting);
  if (!call || !course) throw new Error("no meeting");
  stage.check("interrupted", expected("interrupted"), {
    status: callStage(state, call, state.at),
    next: new Date(course.adjourned?.returns ?? 0).toISOString().slice(11, 16),
  });
  const minutes = minutesOf(state, meeting.sitting, state.at);
  stage.check(
    "interrupted",
    ["interrupted", 1],
    [minutes.ended?.how, minutes.carried.filter((i) => i.status === "put-off").length],
  );
  stage.check(
    "interrupted",
    true,
    (await wordsOf(assembly.founder, course.interrupted?.reason)).startsWith("Prevented from outside"),
  );
}

/** By evening a decree: refused as an entry, kept as what it is, an account from outside. */
async function dissolved(stage: Stage, assembly: Assembly, meeting: Gathering): Promise<ActId> {
  await assembly.clock(EVENING);
  const outsider = await stranger(stage, assembly, "A government");
  const words = { title: assembly.text("Dissolved"), text: assembly.text("By decree."), subject: { type: "text" } };
  const before = (await stage.client.facts(assembly.body)).size;
  await stage.refused("outside-decree", "K-1", outsider.put("move", words));
  stage.check("outside-decree", before, (await stage.client.facts(assembly.body)).size);
  const { id } = await assembly.founder.act("account", {
    about: meeting.sitting,
    source: assembly.text(
      `From outside, a government ${value("months-in-power")} months in office (lines 4618-4619): a decree that the assembly is dissolved; ${value("field-pieces")} field pieces hold the hall.`,
    ),
    when: { at: EVENING, approximate: true },
  });
  return id;
}

/** Nobody could meet at noon: what was left comes onto the agenda of the next call by itself. */
async function carried(stage: Stage, assembly: Assembly, item: ActId, meeting: Gathering): Promise<void> {
  await assembly.clock(NOON + DAY + 3_600_000);
  const waiting = carriedOver(await recomputed(assembly.founder), assembly.now);
  stage.check(
    "interrupted",
    [item],
    waiting.map((i) => i.id),
  );
  const next = await Gathering.called(assembly, {
    title: "The assembly goes on",
    reason: "Invented: what the next call would have held.",
    starts: assembly.now + 2 * DAY,
    by: assembly.seats.slice(1, 4),
  });
  const agenda = (await recomputed(assembly.founder)).meetings.calls.get(next.call)?.agenda ?? [];
  stage.check(
    "interrupted",
    [{ id: item, from: meeting.call }],
    agenda.map(({ id, from }) => ({ id, from })),
  );
}

/** The reasons came after the act, and stand after it. */
async function late(stage: Stage, assembly: Assembly, meeting: Gathering, decree: ActId): Promise<void> {
  await assembly.clock(LATER);
  const { id } = await assembly.founder.act("account", {
    about: meeting.sitting,
    source: assembly.text(
      "Later, before the executive committee of the Soviets (line 4621): the government justifies it.",
    ),
  });
  for (const account of facts.disputes.find((d) => d.about === "who ended it")?.accounts ?? [])
    await assembly.founder.act("account", {
      about: meeting.sitting,
      source: assembly.text(`${account.source}: ${account.says} (lines ${account.lines.join("-")})`),
    });
  const { accounts, result } = await accountsOf(assembly.founder, meeting.sitting);
  const at = (of: ActId) => accounts.find((x) => x.id === of)?.at ?? Number.NaN;
  stage.check("late-reason", expected("late-reason"), at(id) - at(decree) > DAY);
  stage.check("late-reason", 4, accounts.length);
  const said = accounts.find((x) => x.id === decree)?.source.text ?? "";
  stage.check(
    "outside-decree",
    [value("months-in-power"), value("field-pieces")],
    [...numbersIn(said, /(\d+) months/), ...numbersIn(said, /(\d+) field/)],
  );
  stage.check("outside-decree", expected("outside-decree"), said.startsWith("From outside") && result === undefined);
}

export const n2c5: Case = { name: facts.case, title: facts.title, checks: facts.checks, door: 0, play };
