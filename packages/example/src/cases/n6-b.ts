/**
 * n6:B, the opening of the Alexandrovsk congress: a technical chair whose limits are voted on, guests
 * with voice and without vote, a motion that the chair may not kill, "no heads". See cases/n6-B.md.
 *
 * The book counts no vote: all figures of votes are invented. In small, one delegate stands for ten.
 */
import { courseView, minutesOf, sum } from "@nabat/body";
import type { ActId } from "@nabat/kernel";
import { cast, type Seat } from "@nabat/exchange/client/mod.ts";
import facts from "../../../../cases/facts/n6-B.json" with { type: "json" };
import { Assembly, day } from "./assembly.ts";
import { Gathering, type Put } from "./gathering.ts";
import { accountsOf, recomputed, wordsOf } from "./recompute.ts";
import { type Case, outcomeOf, type Stage } from "./stage.ts";
import { expectedOf, numberOf, rangeOf } from "./wanted.ts";

const OPENS = day("1919-10-20");
const NEXT_DAY = day("1919-10-21");
const expected = expectedOf(facts);
const value = numberOf(facts);
const range = rangeOf(facts);

/** The chair's role as it was stated and confirmed, in our own words. */
const CHAIR = [
  "1. The chair gives the floor to who asked for it, in order.",
  "2. The chair puts to the vote what has been moved.",
  "3. The chair decides nothing and rules on nothing.",
].join("\n");

async function play(stage: Stage): Promise<void> {
  const whole = stage.options.small ? Math.ceil(facts.replay.members / 10) : facts.replay.members;
  const congress = await Assembly.begin(stage, {
    name: facts.bodies[0]?.name ?? "",
    purpose: `A replay of ${facts.case}${stage.options.small ? ": one delegate for ten" : ""}; figures of votes are invented, the book has none`,
    at: day("1919-10-01"),
    people: Array.from({ length: whole }, (_, i) => `Delegate ${i + 1}`),
  });
  const guests = await congress.join(
    Array.from({ length: facts.replay.guests }, (_, i) => `Guest ${i + 1}`),
    "guest",
  );
  const [opener, a, b] = congress.seats as [Seat, Seat, Seat];
  const rules = facts.rules.map((r) => `${r.n}. ${r.what}`);
  const meeting = await Gathering.called(congress, {
    title: "A congress",
    reason: ["A bare notice. The conveners bind themselves:", ...rules].join("\n"),
    starts: OPENS,
    place: facts.place,
    by: [opener, a, b],
  });
  const items = [await meeting.item("First item as proposed"), await meeting.item("Second item as proposed")] as const;
  await meeting.open("The opening", { present: whole, guests: guests.length }, { board: "its own" });
  const chair = await confirmChair(meeting, opener, a, whole);
  await accused(congress, meeting, guests, chair.put.id);
  const define = await mayNotKill(stage, congress, meeting, whole);
  const head = await noHeads(stage, congress, meeting, guests[1]!, whole);
  await amended(stage, congress, meeting, items, guests, whole);
  await work(meeting, congress, items, whole);
  await readBack(stage, congress, meeting, { chair, define, head, items, guests, whole });
}

/** The delegates want the opener in the chair; the technical role that he takes is what is voted on, with who counts (G-44). */
async function confirmChair(meeting: Gathering, opener: Seat, by: Seat, whole: number) {
  const tellers = meeting.body.tellers().map((t) => t.member);
  const board = { what: "board", chair: opener.member, tellers } as const;
  const put = await meeting.put(by, "Who presides, and what that is", CHAIR, board);
  return { put, ...(await meeting.decide(put, { for: whole - 1, abstain: 1 }, whole)) };
}

/** A guest accuses, a visitor answers, four or five go: said, not voted, and not rounded. */
async function accused(congress: Assembly, meeting: Gathering, guests: readonly Seat[], about: ActId): Promise<void> {
  const [accuser, , visitor] = guests as [Seat, Seat, Seat];
  await meeting.speak(accuser);
  await accuser.act("say", { about, text: accuser.text("A guest of a party: the chair has been imposed.", "public") });
  await meeting.speak(visitor);
  await visitor.act("say", {
    about,
    text: visitor.text(
      "A visitor: you are not delegates; you are free to leave. Said by a visitor; nobody voted on it.",
      "public",
    ),
  });
  const [least, most] = range("walked-out");
  for (const [n, quality] of [
    [least, "at-least"],
    [most, "at-most"],
  ])
    await congress.founder.act("account", {
      about: meeting.sitting,
      source: congress.text("The book (line 15516): four or five guests left; nobody opposed it."),
      present: { value: n, quality },
    });
}

/** A delegate moves to define a word first. The chair can't drop it; two who second it open its vote themselves. */
async function mayNotKill(stage: Stage, congress: Assembly, meeting: Gathering, whole: number) {
  const [chair, , , mover, one, two, ending] = congress.seats as Seat[] as [Seat, Seat, Seat, Seat, Seat, Seat, Seat];
  const define = await meeting.put(
    mover,
    "First define the word",
    "Before anything else, we say what the bourgeoisie is.",
    {
      what: "urgent",
      title: mover.text("What is the bourgeoisie?", "public"),
    },
  );
  const dropped = await outcomeOf(chair.put("withdraw", { motion: define.id }));
  await stage.refused("chair-cannot-kill", "V-7", Promise.resolve({ ok: !dropped.refused, rule: dropped.rule }));
  const proceed = await meeting.put(ending, "To the business", "More than an hour has gone.", { what: "proceed" });
  const open = { motion: proceed.id, version: proceed.version, mode: "hands", sitting: meeting.sitting };
  await one.act("second", { motion: proceed.id });
  await stage.refused("chair-cannot-kill", "V-21", one.put("vote.open", open));
  await two.act("second", { motion: proceed.id });
  await stage.refused("chair-cannot-kill", "G-30", chair.put("sitting.close", { sitting: meeting.sitting }));
  await congress.minute();
  // Called, closed and declared by a member, counted by the tellers: no chair is needed.
  const { id: vote } = await one.act("vote.open", open);
  const { id: carried } = await congress.counted(vote, { for: whole - 4, against: 4 }, whole, "carried", one);
  const lost = await meeting.decide(define, { for: 3, against: whole - 5, abstain: 2 }, whole, "lost");
  await mover.act("minority", {
    motion: define.id,
    text: mover.text("A word that is used should be said what it means.", "public"),
  });
  return { define, dropped, proceed, carried, lost };
}

/** A guest wants "a real head". A guest moves nothing; a delegate puts it, and it is voted down. */
async function noHeads(stage: Stage, congress: Assembly, meeting: Gathering, guest: Seat, whole: number) {
  const [, , , , delegate] = congress.seats as Seat[] as [Seat, Seat, Seat, Seat, Seat];
  const procedure = { what: "board", chair: delegate.member } as const;
  const text = guest.text("We want a real head.", "public");
  const moved = { title: text, text, subject: { type: "procedure", procedure }, sitting: meeting.sitting };
  await stage.refused("no-heads", "M-2", guest.put("move", moved));
  await meeting.speak(guest);
  const put = await meeting.put(
    delegate,
    "Another kind of chair",
    "Put for a guest, so that it is decided: a real head.",
    procedure,
  );
  return { put, ...(await meeting.decide(put, { for: 1, against: whole - 1 }, whole, "lost")) };
}

/** The agenda is read and amended; what any member may still bring can't be struck. Guests' votes are refused. */
async function amended(
  stage: Stage,
  congress: Assembly,
  meeting: Gathering,
  items: readonly [ActId, ActId],
  guests: readonly Seat[],
  whole: number,
): Promise<void> {
  const by = congress.seats[5]!;
  const strike = { what: "agenda", order: [...items], aob: false };
  const text = by.text("Without general questions.", "public");
  const moved = { title: text, text, subject: { type: "procedure", procedure: strike }, sitting: meeting.sitting };
  const struck = await outcomeOf(by.put("move", moved));
  stage.check("other-business", { refused: true, rule: "G-35" }, struck);
  stage.check("other-business", expected("other-business"), { refused: struck.refused });
  const put = await meeting.put(by, "The agenda", "The second item first.", {
    what: "agenda",
    order: [items[1], items[0]],
  });
  await congress.minute();
  const { id: vote } = await congress.founder.act("vote.open", {
    motion: put.id,
    version: put.version,
    mode: "hands",
    sitting: meeting.sitting,
  });
  let refused = 0;
  for (const guest of guests) {
    const tried = await outcomeOf(cast(guest, { vote, version: put.version, mode: "name", boxes: [] }, "for"));
    if (tried.rule === "M-2") refused++;
  }
  stage.check("guest-no-vote", expected("guest-no-vote"), {
    guests: refused,
    guestVoteRefused: refused === guests.length,
  });
  await congress.counted(vote, { for: whole }, whole);
}

/** The work begins; over night it is adjourned, and goes on where it was; general questions come last. */
async function work(
  meeting: Gathering,
  congress: Assembly,
  items: readonly [ActId, ActId],
  whole: number,
): Promise<void> {
  await meeting.begin(items[1]);
  await meeting.end();
  const rest = await meeting.put(congress.seats[6]!, "To the next day", "It is late.", {
    what: "adjourn",
    returns: NEXT_DAY,
  });
  await meeting.decide(rest, { for: whole }, whole);
  await congress.founder.act("sitting.close", { sitting: meeting.sitting });
  await congress.clock(NEXT_DAY);
}

interface Played {
  readonly chair: { put: Put; result: ActId };
  readonly define: { define: Put; dropped: { refused: boolean }; proceed: Put };
  readonly head: { put: Put };
  readonly items: readonly [ActId, ActId];
  readonly guests: readonly Seat[];
  readonly whole: number;
}

async function readBack(stage: Stage, congress: Assembly, meeting: Gathering, p: Played): Promise<void> {
  const reader = congress.founder;
  const state = await recomputed(reader);
  const status = (m: Put) => state.motions.motions.get(m.id)?.status;
  const course = courseView(state, meeting.sitting, state.at).course;
  const minutes = minutesOf(state, meeting.sitting, state.at);
  const index = (what: string, about?: ActId) =>
    minutes.lines.findIndex((l) => l.what === what && (about === undefined || l.about === about));

  const confirmed = await wordsOf(reader, state.motions.motions.get(p.chair.put.id)?.versions.at(-1)?.text);
  const powers = confirmed.split("\n").filter((l) => /^\d\. /.test(l)).length;
  stage.check("chair-limits", expected("chair-limits"), {
    confirmed: course.board === p.chair.put.id && status(p.chair.put) === "carried",
  });
  stage.check("chair-limits", { chair: reader.member, powers: 3 }, { chair: minutes.chair, powers });
  const call = state.meetings.calls.get(meeting.call);
  const rules = (await wordsOf(reader, call?.reason)).split("\n").filter((l) => /^\d\. /.test(l)).length;
  stage.check("chair-limits", value("rules"), rules);

  stage.check("chair-cannot-kill", expected("chair-cannot-kill"), {
    chairRefused: p.define.dropped.refused,
    proceedCarried: status(p.define.proceed) === "carried",
  });
  const inMinutes = minutes.lines.filter((l) => l.motion?.id === p.define.define.id);
  const shown = await reader.get<{ status: string; minorities: unknown[] }>(`motions/${p.define.define.id}`);
  stage.check(
    "minority-kept",
    expected("minority-kept"),
    inMinutes.length === 1 && inMinutes[0]?.motion?.status === "lost",
  );
  stage.check(
    "minority-kept",
    { status: "lost", minorities: 1 },
    { status: shown.status, minorities: shown.minorities.length },
  );

  stage.check("no-heads", expected("no-heads"), { carried: status(p.head.put) === "carried" });
  const incidents = [p.chair.put, p.define.define, p.head.put].map((m) =>
    minutes.lines.findIndex((l) => l.motion?.id === m.id),
  );
  const agenda = index("agenda");
  stage.check("agenda", value("incidents"), incidents.filter((n) => n >= 0 && n < agenda).length);
  stage.check("agenda", expected("agenda"), agenda >= 0 && agenda < index("item"));
  stage.check("agenda", p.items[1], minutes.lines.find((l) => l.what === "item")?.about);

  const votes = minutes.lines.flatMap((l) => (l.what === "result" && l.vote?.result ? [l.vote.result] : []));
  stage.check(
    "guest-no-vote",
    true,
    votes.length === 6 && votes.every((v) => sum(v.counts) <= p.whole && v.whole === p.whole),
  );
  const roll = await reader.get<{ roll: number; guests: number }>("roll?limit=1");
  stage.check(
    "guest-no-vote",
    { roll: p.whole, guests: facts.replay.guests },
    { roll: roll.roll, guests: roll.guests },
  );
  if (!stage.options.small) stage.check("guest-no-vote", true, roll.roll > value("delegates"));
  const { accounts } = await accountsOf(reader, meeting.sitting);
  stage.check(
    "guest-no-vote",
    range("walked-out"),
    accounts.map((x) => x.present?.value),
  );

  stage.check("other-business", "adjourned", minutes.ended?.how);
  await lastDay(stage, congress, meeting, p);
}

/** What was put off overnight is there by itself, and general questions can't be skipped. */
async function lastDay(stage: Stage, congress: Assembly, meeting: Gathering, p: Played): Promise<void> {
  await meeting.open("The next day", { present: p.whole, guests: p.guests.length });
  await stage.refused(
    "other-business",
    "G-33",
    congress.founder.put("item.open", { sitting: meeting.sitting, item: "aob" }),
  );
  await meeting.begin(p.items[0]);
  await meeting.end();
  await stage.refused("other-business", "G-35", congress.founder.put("sitting.close", { sitting: meeting.sitting }));
  await meeting.close();
  const state = await recomputed(congress.founder);
  const minutes = minutesOf(state, meeting.sitting, state.at);
  const about = minutes.lines.filter((l) => l.what === "item").map((l) => l.about);
  stage.check("other-business", [p.items[0], "aob"], about);
}

export const n6b: Case = { name: facts.case, title: facts.title, checks: facts.checks, door: 0, play };
