/**
 * n5:W4, the question of authority: six bodies, each made by the one before by a recorded decision,
 * the first by nobody. One question to a body gives the whole trail, with dates. See cases/n5-W4.md.
 */
import { type ActId, type BodyId, canonicalBytes } from "@nabat/kernel";
import facts from "../../../../cases/facts/n5-W4.json" with { type: "json" };
import { Assembly, day, foundOnly } from "./assembly.ts";
import { decideCalled, decideNow } from "./deciding.ts";
import { type Case, outcomeOf, type Stage } from "./stage.ts";

type Key = (typeof facts.bodies)[number]["key"];
/** The book gives no number of people for these: invented, as few as make a meeting. */
const PEOPLE = 12;
/** The day is not given in the book: any between the Second and the Third Congress. */
const EXECUTIVE_DAY = "1919-04-01";
const DAY = 86_400_000;

/** What `GET …/chain` says, as far as it is read here. */
interface Chain {
  readonly links: readonly {
    readonly body: BodyId;
    readonly act: ActId;
    readonly root: boolean;
    readonly entry?: { readonly at: number };
  }[];
}

function number(id: string): number {
  const found = facts.numbers.find((n) => n.id === id);
  if (!found) throw new Error(`no number ${id}`);
  return found.value;
}

function people(what: string, n: number): string[] {
  return Array.from({ length: n }, (_, i) => `${what} ${i + 1}`);
}

async function play(stage: Stage): Promise<void> {
  const made = new Map<BodyId, Key>();
  const bodies = {} as Record<Key, Assembly>;
  const begin = async (
    key: Key,
    names: string[],
    at: number,
    mother?: { key: Key; result: ActId },
  ): Promise<Assembly> => {
    const of = facts.bodies.find((b) => b.key === key);
    if (!of) throw new Error(`no body ${key}`);
    const type = of.kind === "assembly" || of.kind === "council" ? of.kind : "committee";
    const by = mother && { mother: bodies[mother.key] as Assembly, result: mother.result };
    const body = await Assembly.begin(stage, {
      name: of.name,
      purpose: `${of.name}, in a replay of ${facts.case}`,
      type,
      at,
      people: names,
      ...(by ? { by } : {}),
    });
    if (by) {
      // The mother's record names the child, with the child's own founding act as proof (F-11).
      const { act } = await body.founder.get<{ act: unknown }>(`acts/${body.body}`);
      await by.mother.founder.act(
        "established",
        { result: by.result, body: body.body },
        { evidence: canonicalBytes(act) },
      );
    }
    bodies[key] = body;
    made.set(body.body, key);
    return body;
  };
  const establish = async (
    key: Key,
    at: number,
    title: string,
    words: string,
    type: string,
    seats: number,
  ): Promise<ActId> => {
    const body = bodies[key] as Assembly;
    const everyone = body.seats.length;
    const wording = { title, text: body.text(words), subject: { type: "establish", body: type, seats } };
    const hands = { for: everyone };
    if (body.now < at - 2 * DAY) return (await decideCalled(body, at, wording, hands, everyone)).result;
    // A congress decides on the day of its founding, which nobody can have called it to: all agree to it.
    await body.clock(at);
    return (await decideNow(body, wording, hands, everyone)).result;
  };
  const five = number("delegation-members");
  const seats = number("council-seats");
  const districts = number("third-congress-districts");

  await begin("first-congress", people("Delegate", PEOPLE), day("1919-01-23"));
  const r1 = await establish(
    "first-congress",
    day("1919-01-23", 14),
    "A delegation of five",
    "Five of us go to the staffs and to the conscripts, and on return call a second, larger congress.",
    "committee",
    five,
  );
  await begin("five", people("Delegate of the five", five), day("1919-01-23", 15), {
    key: "first-congress",
    result: r1,
  });
  const r2 = await establish(
    "five",
    day("1919-02-12", 9),
    "We call the Second Congress",
    "We have returned and call it; with this our task is done.",
    "assembly",
    500,
  );
  await begin("second-congress", people("Delegate", PEOPLE), day("1919-02-12"), { key: "five", result: r2 });
  const r3 = await establish(
    "second-congress",
    day("1919-02-12", 15),
    "A Council",
    "One delegate for each district, to carry out decisions and to command nobody. The congress can end it at any moment.",
    "council",
    seats,
  );
  await begin("council", people("District", seats), day("1919-02-12", 16), { key: "second-congress", result: r3 });
  const r4 = await establish(
    "council",
    day(EXECUTIVE_DAY),
    "An executive committee",
    "The book does not give the day of this decision.",
    "committee",
    6,
  );
  await begin("executive", people("Of the executive", 6), day(EXECUTIVE_DAY, 12), { key: "council", result: r4 });
  const r5 = await establish(
    "executive",
    day("1919-04-10", 8),
    "We call the Third Congress",
    "It is to settle how the Council goes on, or to end it.",
    "assembly",
    500,
  );
  const third = await begin("third-congress", people("District", districts), day("1919-04-10", 9), {
    key: "executive",
    result: r5,
  });

  await protest(stage, third, districts);
  await readChains(stage, bodies, made);
  await attempts(stage, bodies);
}

/** The Third Congress decides; and what its sources say differently stands side by side. */
async function protest(stage: Stage, third: Assembly, districts: number): Promise<void> {
  await third.clock(day("1919-04-10", 11));
  const found = await decideNow(
    third,
    {
      title: "The Council is necessary",
      text: third.text("We enlarge its executive committee and give it one task: a voluntary and equal mobilisation."),
      subject: { type: "text" },
    },
    { for: districts },
    districts,
  );
  await third.clock(day("1919-04-10", 16));
  await decideNow(
    third,
    {
      title: "Protest against telegram 283",
      text: third.text("The body that the telegram names did not call this congress. We protest, in print."),
      subject: { type: "text" },
    },
    { for: districts },
    districts,
  );
  for (const dispute of facts.disputes.slice(0, 2)) {
    for (const account of dispute.accounts) {
      const value = account.says.includes("two million")
        ? 2_000_000
        : account.says.includes("a million")
          ? 1_000_000
          : undefined;
      const source = third.text(`${account.source}: ${account.says} (lines ${account.lines.join("-")})`);
      await third.founder.act("account", {
        about: found.result,
        source,
        ...(value ? { present: { value, quality: value === 2_000_000 ? "at-least" : "estimated" } } : {}),
      });
    }
  }
  const read = await third.founder.get<{ result?: { present?: number } }>(`votes/${found.vote}`);
  stage.check("districts", districts, read.result?.present);
}

/** "By which right?": one question each, and the dates in the answer. */
async function readChains(stage: Stage, bodies: Record<Key, Assembly>, made: ReadonlyMap<BodyId, Key>): Promise<void> {
  const ask = async (key: Key): Promise<{ keys: string[]; dates: string[]; roots: string[] }> => {
    const { links } = await bodies[key]!.founder.get<Chain>("chain");
    const foundings = links.filter((l) => (l.act as string) === (l.body as string));
    return {
      keys: foundings.map((l) => made.get(l.body) ?? "unknown"),
      dates: foundings.map((l) => (l.entry ? new Date(l.entry.at).toISOString().slice(0, 10) : "unknown")),
      roots: links.filter((l) => l.root).map((l) => made.get(l.body) ?? "unknown"),
    };
  };
  const wanted = (id: string) => facts.checks.find((c) => c.id === id)?.expect;
  const council = await ask("council");
  const third = await ask("third-congress");
  stage.check("chain", wanted("chain"), council.keys);
  stage.check("chain", ["1919-02-12", "1919-02-12", "1919-01-23", "1919-01-23"], council.dates);
  stage.check("chain-third", wanted("chain-third"), third.keys);
  stage.check(
    "dates",
    true,
    third.dates.every((d, i) => i === 0 || d <= (third.dates[i - 1] as string)),
  );
  const unauthored: string[] = [];
  for (const key of Object.keys(bodies)) {
    const { roots, keys } = await ask(key);
    if (roots.length === 1 && roots[0] === key) unauthored.push(key);
    stage.check("root", ["first-congress"], roots);
    stage.check("root", "first-congress", keys.at(-1));
  }
  stage.check("root", wanted("root"), { unauthored });
  const days = (Date.parse(third.dates[0] ?? "") - Date.parse(third.dates.at(-1) ?? "")) / 86_400_000;
  stage.check("dates", number("days-first-to-third"), days);
  for (const [key, n] of [
    ["five", "delegation-members"],
    ["council", "council-seats"],
    ["third-congress", "third-congress-districts"],
  ] as const) {
    const roll = await bodies[key]!.founder.get<{ total: number }>("roll?status=member");
    stage.check(key === "third-congress" ? "districts" : "chain", number(n), roll.total);
  }
}

/** What must fail: an outsider, an author younger than its work, a second body from nowhere; and a 33rd seat. */
async function attempts(stage: Stage, bodies: Record<Key, Assembly>): Promise<void> {
  const council = bodies["council"] as Assembly;
  const before = (await stage.client.facts(council.body)).size;
  const outsider = await stage.client.seat(
    council.body,
    stage.client.person("An outside commander").keysFor("0".repeat(32)),
    "An outside commander",
  );
  outsider.knowSeq(outsider.device.signer.key, 0);
  const order = {
    title: council.text("The Council is dissolved"),
    text: council.text("By order."),
    subject: { type: "text" },
  };
  await stage.refused("outsider", "K-1", outsider.put("move", order));
  stage.check("outsider", before, (await stage.client.facts(council.body)).size);
  const executive = bodies["executive"] as Assembly;
  const early = {
    name: "A congress before its caller",
    purpose: "To try",
    type: "assembly" as const,
    at: day("1919-02-12"),
    people: [],
    by: { mother: executive, result: await lastDecision(executive) },
  };
  await stage.refused("executive-first", "F-10", foundOnly(stage, early, "Somebody"));
  await stage.refused(
    "root",
    "F-3",
    foundOnly(
      stage,
      { name: "A council of nobody", purpose: "To try", type: "council", at: day("1919-02-12"), people: [] },
      "Somebody",
    ),
  );
  stage.check("chain", { refused: true, rule: "M-10" }, await outcomeOf(council.join(["One too many"], "member")));
}

/** The result by which a body last established another. */
async function lastDecision(body: Assembly): Promise<ActId> {
  const { entries } = await body.founder.get<{ entries: { id: ActId }[] }>("entries?kind=result&limit=1");
  const [entry] = entries;
  if (!entry) throw new Error("no decision");
  return entry.id;
}

export const n5w4: Case = { name: facts.case, title: facts.title, checks: facts.checks, door: 3, play };
