/**
 * n1:1, one petition in many sittings: a text is adopted by sitting after sitting, each of one exact
 * version; after the third the text changes and the three must be held again. See cases/n1-1.md.
 *
 * On a scale of one to a hundred: ten members adopt in each sitting, and the hall's about one thousand
 * people stand in the headcounts, the others as guests. All counts are invented: the book has none. So are
 * the two calls: the sittings on a version are the halls of one meeting, opened one after the other.
 */
import type { ActId, Hash } from "@nabat/kernel";
import facts from "../../../../cases/facts/n1-1.json" with { type: "json" };
import { Assembly, day } from "./assembly.ts";
import { Gathering, type Put } from "./gathering.ts";
import type { Case, Stage } from "./stage.ts";

const SCALE = 100;
const { sections, sittingsPerSection, headcountPerSitting, changeAfterSitting } = facts.replay;
const EACH = headcountPerSitting / SCALE;

/** One sitting of one section, by the label that the motion asks for. */
const LABELS = Array.from({ length: sections }, (_, s) =>
  Array.from({ length: sittingsPerSection }, (_, n) => `section-${s + 1}-sitting-${n + 1}`),
).flat();

/** What `GET …/motions/:id` and `…/sittings/:id` say, as far as it is read here. */
interface MotionRead {
  readonly status: string;
  readonly version: Hash;
  readonly sections: readonly {
    readonly section: string;
    readonly version?: Hash;
    readonly adopted: boolean;
    readonly counts?: Record<string, number>;
  }[];
  readonly votes: readonly {
    readonly sitting?: ActId;
    readonly result?: { readonly counts: Record<string, number>; readonly present?: number; readonly outcome: string };
  }[];
}
interface SittingRead {
  readonly section: string;
  readonly counts: readonly { readonly present: number; readonly guests: number }[];
}

async function play(stage: Stage): Promise<void> {
  const [of] = facts.bodies;
  if (!of) throw new Error("no body");
  const members = Array.from({ length: LABELS.length * EACH }, (_, i) => `Member ${i + 1}`);
  const body = await Assembly.begin(stage, {
    name: of.name,
    purpose: `A replay of ${facts.case}`,
    at: day("1905-01-03", 8),
    people: members,
  });
  const draft = body.text("The petition, as first drafted.");
  const { id: motion } = await body.founder.act("move", {
    title: body.text("The petition"),
    text: draft,
    subject: { type: "text" },
    sections: LABELS,
  });
  const few = LABELS.slice(0, changeAfterSitting);
  const first = await called(body, day("1905-01-05"), few);
  const item = await first.item("The petition", { motion });
  await adoptedIn(first, item, { id: motion, version: draft.ref.hash }, few);
  const before = await body.founder.get<MotionRead>(`motions/${motion}`);
  const enlarged = body.text("The petition, enlarged with people from outside.");
  await body.founder.act("revise", { motion, text: enlarged });
  await reopened(stage, body, motion, before, changeAfterSitting);
  await bound(stage, body, motion, draft.ref.hash);
  await guest(stage, body, motion, enlarged.ref.hash);
  // The item comes onto the second call by itself: the petition is not adopted by all yet (G-25).
  const second = await called(body, day("1905-01-08", 9), LABELS);
  await adoptedIn(second, item, { id: motion, version: enlarged.ref.hash }, LABELS, async () => {
    const { status } = await body.founder.get<MotionRead>(`motions/${motion}`);
    stage.check("same-version", true, status !== "carried");
    await body.clock(day("1905-01-09", 7));
  });
  await readBack(stage, body, motion, draft.ref.hash, enlarged.ref.hash);
  await accounts(stage, body, motion);
}

const HEADS = { present: EACH, guests: headcountPerSitting - EACH };

/** One call for many sittings: each is a hall of it, and each is a section that must adopt the text. */
function called(body: Assembly, starts: number, halls: readonly string[]): Promise<Gathering> {
  return Gathering.called(body, {
    title: "The petition",
    reason: "To read it, and to adopt it or not.",
    starts,
    halls,
    by: body.seats.slice(0, 3),
  });
}

/** Sitting after sitting adopts the version; the first leads, so it is closed last. `before`: what is done before the last of them. */
async function adoptedIn(
  meeting: Gathering,
  item: ActId,
  { id, version }: Put,
  labels: readonly string[],
  before: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const { body } = meeting;
  const title = (label: string): string => `The petition is read: ${label.replaceAll("-", " ")}`;
  const [leading, ...others] = labels as [string, ...string[]];
  const sitting = await meeting.open(title(leading), HEADS, { hall: leading });
  await meeting.begin(item);
  await body.hands(id, version, sitting, { for: EACH }, EACH);
  for (const label of others) {
    if (label === others.at(-1)) await before();
    const hall = await meeting.hall(label, title(label), HEADS);
    await body.hands(id, version, hall, { for: EACH }, EACH);
    await body.founder.act("sitting.close", { sitting: hall });
  }
  await meeting.end();
  await meeting.close();
}

/** The three earlier adoptions stand for the old version only. */
async function reopened(stage: Stage, body: Assembly, motion: ActId, before: MotionRead, held: number): Promise<void> {
  const now = await body.founder.get<MotionRead>(`motions/${motion}`);
  const adopted = (m: MotionRead) => m.sections.filter((s) => s.adopted && s.version === m.version).length;
  stage.check("change-reopens", [held, 0], [adopted(before), adopted(now)]);
  const older = now.sections.filter((s) => s.version !== undefined && s.version !== now.version);
  stage.check("change-reopens", facts.checks.find((c) => c.id === "change-reopens")?.expect, {
    sittingsToRepeat: older.length,
  });
}

async function bound(stage: Stage, body: Assembly, motion: ActId, old: Hash): Promise<void> {
  const label = LABELS[0] as string;
  const sitting = await body.sit(
    "The petition, without saying which",
    { present: EACH, guests: headcountPerSitting - EACH },
    label,
  );
  await stage.refused("bound", "R-3", body.founder.put("vote.open", { motion, mode: "hands", sitting }));
  await stage.refused("bound", "V-20", body.founder.put("vote.open", { motion, version: old, mode: "hands", sitting }));
  await body.founder.act("sitting.close", { sitting });
}

/** A guest reads and explains; a guest adopts nothing. */
async function guest(stage: Stage, body: Assembly, motion: ActId, version: Hash): Promise<void> {
  const [reader] = await body.join(["A guest who reads"], "guest");
  if (!reader) throw new Error("no guest");
  const said = await reader.put("say", {
    about: motion,
    text: reader.text("Read aloud, and explained until late at night.", "public"),
  });
  stage.check("guest-reads", true, said.ok);
  const sitting = await body.sit(
    "The petition is read by a guest",
    { present: EACH, guests: headcountPerSitting - EACH },
    LABELS[0],
  );
  await stage.refused("guest-reads", "M-2", reader.put("vote.open", { motion, version, mode: "hands", sitting }));
  await stage.refused("guest-reads", "M-2", reader.put("sitting.count", { sitting, present: 1 }));
  await body.founder.act("sitting.close", { sitting });
}

async function readBack(stage: Stage, body: Assembly, motion: ActId, old: Hash, current: Hash): Promise<void> {
  const m = await body.founder.get<MotionRead>(`motions/${motion}`);
  stage.check("same-version", { status: "carried", version: current }, { status: m.status, version: m.version });
  stage.check("same-version", LABELS.length, m.sections.filter((s) => s.adopted && s.version === current).length);
  stage.check("change-reopens", 0, m.sections.filter((s) => s.version === old).length);
  // What the motion's page adds up for each sitting on the version in force, not what was sent.
  stage.check(
    "sections-shown",
    LABELS.length * EACH,
    m.sections.reduce((n, s) => n + (s.counts?.["for"] ?? 0), 0),
  );
  const perSection = new Map<string, { sittings: number; heads: number; for: number }>();
  let held = 0;
  // Newest first: the last sittings, one for each label, are those that adopted the version in force.
  for (const vote of m.votes.slice(0, LABELS.length)) {
    const sitting = await body.founder.get<SittingRead>(`sittings/${vote.sitting}`);
    held++;
    const section = sitting.section.replace(/-sitting-\d+$/, "");
    const row = perSection.get(section) ?? { sittings: 0, heads: 0, for: 0 };
    const [count] = sitting.counts;
    perSection.set(section, {
      sittings: row.sittings + 1,
      heads: row.heads + (count ? count.present + count.guests : 0),
      for: row.for + (vote.result?.counts["for"] ?? 0),
    });
  }
  stage.check("sections-shown", facts.checks.find((c) => c.id === "sections-shown")?.expect, {
    sections: perSection.size,
    sittings: held,
  });
  const row = {
    sittings: sittingsPerSection,
    heads: sittingsPerSection * headcountPerSitting,
    for: sittingsPerSection * EACH,
  };
  stage.check(
    "sections-shown",
    Array.from({ length: sections }, () => row),
    [...perSection.values()],
  );
  stage.check("change-reopens", LABELS.length + changeAfterSitting, m.votes.length);
}

/** The sources' own figures stand as accounts; the body is marked as practice, so no count here is history. */
async function accounts(stage: Stage, body: Assembly, motion: ActId): Promise<void> {
  const dispute = facts.disputes.find((d) => d.about === "how many took part");
  for (const account of dispute?.accounts ?? []) {
    const present = account.source === "the petition" ? { value: 300_000, quality: "at-least" } : undefined;
    await body.founder.act("account", {
      about: motion,
      source: body.text(`${account.source}: ${account.says} (lines ${account.lines.join("-")})`),
      ...(present ? { present } : {}),
    });
  }
  const { items } = await body.founder.get<{
    items: { accounts: { present?: { value: number; quality: string } }[] }[];
  }>(`accounts?about=${motion}`);
  const figures = items.flatMap((i) => i.accounts).flatMap((a) => a.present ?? []);
  stage.check("no-invention", [{ value: 300_000, quality: "at-least" }], figures);
  stage.check("no-invention", true, (await stage.client.facts(body.body)).practice);
}

export const n1n1: Case = { name: facts.case, title: facts.title, checks: facts.checks, door: 0, play };
