/**
 * n2:C1, the Nobel refinery: a meeting that is called to inform, against a decision already made. It
 * votes on nothing; what was applauded stands as applause, and the closing as imposed from outside. See
 * cases/n2-C1.md.
 *
 * On a scale of one to a hundred: forty members stand for about four thousand employed.
 */
import { minutesOf } from "@nabat/body";
import type { ActId } from "@nabat/kernel";
import facts from "../../../../cases/facts/n2-C1.json" with { type: "json" };
import { Assembly, day } from "./assembly.ts";
import { Gathering } from "./gathering.ts";
import { accountsOf, recomputed, wordsOf } from "./recompute.ts";
import { cast, type Seat } from "@nabat/exchange/client/mod.ts";
import { type Case, outcomeOf, type Stage } from "./stage.ts";
import { expectedOf, numberOf, numbersIn, rangeOf } from "./wanted.ts";

const SCALE = 100;
const HOUR = 3_600_000;
/** "Near the end of 1917", "a few weeks later": the days are invented, as the case's page says. */
const DECIDED = day("1917-12-01");
const MEETING = day("1917-12-20", 18);
const CLOSED = day("1918-01-15");

interface MotionRead {
  readonly status: string;
  readonly text: { readonly text?: string };
  readonly votes: readonly unknown[];
  readonly result?: { readonly counts: Record<string, number> };
}

const expected = expectedOf(facts);
const value = numberOf(facts);
const range = rangeOf(facts);

async function play(stage: Stage): Promise<void> {
  const people = value("workers") / SCALE;
  const workers = await Assembly.begin(stage, {
    name: facts.bodies[0]?.name ?? "",
    purpose: `A replay of ${facts.case}: one member for ${SCALE} of about ${value("workers")} employed`,
    at: day("1917-11-20", 9),
    people: Array.from({ length: people }, (_, i) => `Worker ${i + 1}`),
  });
  const [founder, a, b] = workers.seats as [Seat, Seat, Seat];
  const { id: motion } = await a.act("move", {
    title: a.text("We run the refinery together", "public"),
    text: a.text("The owners have gone. We run the refinery ourselves.", "public"),
    subject: { type: "text" },
  });
  await before(workers, motion);
  const meeting = await Gathering.called(workers, {
    title: "The commissariat explains its decision",
    reason: `The decision was taken before this meeting, and it is said to be final.\nWhat the visitors may change: nothing.`,
    type: "inform",
    starts: MEETING,
    by: [founder, a, b],
  });
  const item = await meeting.item("The refinery: what we could do ourselves", { motion, by: a });
  const applause = await hold(stage, workers, meeting, motion, item);
  await closing(stage, workers, motion);
  await readBack(stage, workers, meeting, motion, applause);
}

/** What the commissariat lacked and decided, in its own source's words, and both halves of its one sentence. */
async function before(workers: Assembly, motion: ActId): Promise<void> {
  await workers.clock(DECIDED);
  const [, , third] = facts.sequence;
  const words = [
    `Commissariat of Labour, an outside body (lines ${third?.lines.join("-")}): all such plants are closed; ${range("wages-months").join(" or ")} months' wages.`,
    `Commissariat of Labour (lines 5867-5869): it can provide none of ${value("lacking")} things: fuel, raw material, orders, customers, transport, money.`,
    ...(facts.disputes[0]?.accounts ?? []).map((x) => `${x.source} (lines ${x.lines.join("-")}): ${x.says}.`),
  ];
  for (const [n, source] of words.entries())
    await workers.founder.act("account", {
      about: motion,
      source: workers.text(source),
      ...(n === 0 ? { when: { at: DECIDED, approximate: true } } : {}),
    });
}

/** The meeting itself; gives the account of the applause. */
async function hold(stage: Stage, workers: Assembly, meeting: Gathering, motion: ActId, item: ActId): Promise<ActId> {
  const [guest, commissar] = await workers.join(["A speaker of the Union", "A commissar"], "guest");
  if (!guest || !commissar) throw new Error("no guests");
  const here = workers.seats.length;
  await meeting.open(`The commissariat explains: ${range("officials").join(" or ")} officials`, {
    present: here,
    guests: 2,
  });
  await meeting.begin(item);
  await meeting.speak(commissar);
  await meeting.speak(guest);
  const mover = workers.seats[1]!;
  const plan = facts.readiness.map(
    (r, n) => `${n + 1}. ${r.question}: ${r.answer}${r.count ? ` (${r.count} people)` : ""}.`,
  );
  const text = mover.text(["We run the refinery ourselves. We are ready:", ...plan].join("\n"), "public");
  await mover.act("revise", { motion, text });
  await workers.seats[4]!.act("say", {
    about: motion,
    text: workers.text("A guarantee that binds ourselves: we take the wages that the refinery earns, and no others."),
  });
  const version = text.ref.hash;
  const sitting = meeting.sitting;
  await stage.refused("type", "G-28", workers.founder.put("vote.open", { motion, version, mode: "hands", sitting }));
  await stage.refused("floor", "M-2", guest.put("vote.open", { motion, version, mode: "hands", sitting }));
  // No vote was called that a guest could have voted in: the refusal is about who asks.
  const voted = await outcomeOf(cast(guest, { vote: motion, version, mode: "name", boxes: [] }, "for"));
  stage.check("floor", expected("floor"), { guestVoteRefused: voted.rule === "M-2" });
  const { id } = await workers.founder.act("account", {
    about: motion,
    source: workers.text("The book (lines 5971-5973): applause; no vote, no count."),
    says: "unknown",
  });
  await meeting.end();
  await meeting.close();
  return id;
}

/** Weeks later: closed from outside. Nobody here decided it, and nobody from outside can enter it. */
async function closing(stage: Stage, workers: Assembly, motion: ActId): Promise<void> {
  await workers.clock(CLOSED);
  const before = (await stage.client.facts(workers.body)).size;
  const keys = stage.client.person("A commissar's office").keysFor("0".repeat(32));
  const outside = await stage.client.seat(workers.body, keys, "A commissar's office");
  outside.knowSeq(outside.device.signer.key, 0);
  const order = { title: workers.text("Closed"), text: workers.text("By order."), subject: { type: "text" } };
  await stage.refused("outside", "K-1", outside.put("move", order));
  stage.check("outside", before, (await stage.client.facts(workers.body)).size);
  await workers.founder.act("account", {
    about: motion,
    source: workers.text("Imposed from outside, by the Commissariat of Labour (lines 6020-6022): the plant is closed."),
    when: { at: CLOSED, approximate: true },
  });
}

async function readBack(
  stage: Stage,
  workers: Assembly,
  meeting: Gathering,
  motion: ActId,
  applause: ActId,
): Promise<void> {
  const reader = workers.founder;
  const state = await recomputed(reader);
  const call = state.meetings.calls.get(meeting.call);
  if (!call) throw new Error("no call");
  const said = /visitors may change: ([^.\n]*)\./.exec(await wordsOf(reader, call.reason))?.[1] ?? "?";
  stage.check("type", expected("type"), {
    type: call.type,
    visitorsMayChange: said === "nothing" ? [] : said.split(", "),
  });

  const { accounts, result } = await accountsOf(reader, motion);
  const [decision] = accounts;
  stage.check("decided-before", expected("decided-before"), (decision?.when?.at ?? Infinity) < call.starts);
  stage.check("decided-before", range("wages-months"), numbersIn(decision?.source.text, /(\d+) or (\d+) months/));
  stage.check(
    "decided-before",
    value("lacking"),
    (accounts[1]?.source.text ?? "").split(": ").at(-1)?.split(", ").length,
  );
  const halves = facts.disputes[0]?.accounts ?? [];
  stage.check(
    "decided-before",
    halves.length,
    accounts.filter((x) => halves.some((h) => x.source.text?.includes(h.says))).length,
  );

  const minutes = minutesOf(state, meeting.sitting, state.at);
  stage.check("floor", range("officials"), numbersIn(await wordsOf(reader, minutes.title), /(\d+) or (\d+) officials/));
  stage.check(
    "floor",
    [workers.seats.length, workers.seats.length * SCALE],
    [minutes.presence[0]?.present, value("workers")],
  );

  const shown = await reader.get<MotionRead>(`motions/${motion}`);
  const lines = (shown.text.text ?? "").split("\n").filter((l) => /^\d+\. /.test(l));
  const [volunteers] = numbersIn(lines.join("\n"), /\((\d+) people\)/);
  stage.check("readiness", expected("readiness"), { questions: lines.length, volunteers });

  stage.check("applause", expected("applause"), { computedVotes: shown.result?.counts ?? null });
  const own = accounts.find((x) => x.id === applause);
  stage.check("applause", { says: "unknown", counted: false }, { says: own?.says, counted: own?.counts !== undefined });
  const voted = minutes.lines.filter((l) => l.what === "vote" || l.what === "result").length;
  stage.check(
    "applause",
    { votes: 0, status: "discussed", inMinutes: 0 },
    { votes: shown.votes.length, status: shown.status, inMinutes: voted },
  );

  const imposed = accounts.at(-1);
  const decided = [...state.votes.results.keys()].length;
  stage.check(
    "outside",
    { computed: false, decisions: 0, later: true },
    {
      computed: result !== undefined,
      decisions: decided,
      later: (imposed?.when?.at ?? 0) > (minutes.ended?.at ?? Infinity) + 24 * HOUR,
    },
  );
  stage.check("outside", expected("outside"), imposed?.source.text?.startsWith("Imposed from outside"));
}

export const n2c1: Case = { name: facts.case, title: facts.title, checks: facts.checks, door: 0, play };
