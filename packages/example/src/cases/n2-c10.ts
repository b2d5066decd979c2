/**
 * n2:C10, opposed yet taking part: a position of its own, with its reasons, that counts with those not
 * for it and stands on the list of those who carry the decision out. See cases/n2-C10.md.
 */
import type { ActId } from "@nabat/kernel";
import type { Position } from "@nabat/body";
import { type Ballot, cast } from "@nabat/exchange/client/mod.ts";
import facts from "../../../../cases/facts/n2-C10.json" with { type: "json" };
import { Assembly, caseStatutes, day } from "./assembly.ts";
import type { Case, Stage } from "./stage.ts";

const HOUR = 3_600_000;

/** What `GET …/votes/:id` and `GET …/motions/:id` say, as far as it is read here. */
interface VoteRead {
  readonly whole: number;
  readonly majority: { readonly num: number; readonly den: number; readonly strict: boolean; readonly of: string };
  readonly result?: { readonly counts: Record<string, number>; readonly outcome: string; readonly none: number };
  readonly positions?: readonly {
    readonly by: { readonly id: string; readonly name?: string };
    readonly position?: Position;
  }[];
}
interface MotionRead {
  readonly status: string;
  readonly minorities: readonly { readonly by: { readonly id: string }; readonly text: { readonly text?: string } }[];
}

/** The Union's statement in our own words: why not, and why all the same. */
const STATEMENT = [
  "We do not support this movement, for four reasons. The slogan means something else to us than to the party that leads. We do not trust a revolution that begins with taking power. We don't support action towards political goals under a party's control. And we think of another way for it to begin and go on.",
  "But if the people act, we will be there with all our energy: we will not stand apart where people move, and there we will say what we think.",
].join("\n\n");

async function play(stage: Stage): Promise<void> {
  const { members, votes, noPosition } = facts.replay;
  const names = Array.from({ length: members }, (_, i) => `Member ${i + 1}`);
  const statutes = caseStatutes((s) => ({ ...s, voting: { ...s.voting, mode: "name" } }));
  const union = await Assembly.begin(stage, {
    name: "Union, in a replay",
    purpose: `A replay of ${facts.case}: twelve invented members`,
    at: day("1917-10-17", 11),
    people: names,
    statutes,
  });
  const text = union.text("We support the movement that others lead.");
  const { id: motion } = await union.founder.act("move", {
    title: union.text("On the movement of these days"),
    text,
    subject: { type: "text" },
  });
  // Our rules ask for a day of talk and two of voting: the replay begins two days early.
  await union.clock(union.now + 24 * HOUR);
  const closes = union.now + 48 * HOUR;
  const { id: vote } = await union.founder.act("vote.open", { motion, version: text.ref.hash, mode: "name", closes });
  const ballot: Ballot = { vote, version: text.ref.hash, mode: "name", boxes: [] };
  const positions = (Object.entries(votes) as [Position, number][]).flatMap(([position, n]) =>
    Array.from({ length: n }, () => position),
  );
  stage.check("whole", members, positions.length + noPosition);
  for (const [i, position] of positions.entries()) {
    const done = await cast(union.seats[i]!, ballot, position);
    if (!done.ok) throw new Error(`not cast: ${done.rule} ${done.code}`);
  }
  await union.clock(closes + HOUR);
  const counts = {
    for: votes.for,
    against: votes.against,
    abstain: votes.abstain,
    "taking-part": votes["taking-part"],
  };
  await union.founder.act("result", { vote, counts, whole: members, outcome: "carried" });
  for (const [i, position] of positions.entries()) {
    if (position === "taking-part") await union.seats[i]!.act("minority", { motion, text: union.text(STATEMENT) });
  }
  await readBack(stage, union, motion, vote);
}

async function readBack(stage: Stage, union: Assembly, motion: ActId, vote: ActId): Promise<void> {
  const { members } = facts.replay;
  const shown = await union.founder.get<VoteRead>(`votes/${vote}`);
  const counts = shown.result?.counts ?? {};
  const taken = Object.values(counts).reduce((a, b) => a + b, 0);
  stage.check("own-position", expected("own-position"), { ...counts, noPosition: shown.whole - taken });
  stage.check("whole", members, taken + (shown.result?.none ?? -1));
  stage.check("whole", members, shown.whole);

  const moved = await union.founder.get<MotionRead>(`motions/${motion}`);
  const by = (position: Position) => (shown.positions ?? []).filter((p) => p.position === position).map((p) => p.by.id);
  const apart = by("taking-part");
  const reasons = moved.minorities.filter((m) => apart.includes(m.by.id));
  stage.check("reason-kept", 2, reasons.length);
  stage.check(
    "reason-kept",
    [2, 2],
    reasons.map((r) => (r.text.text ?? "").split("\n\n").length),
  );

  // Under `of: cast` the fourth position is counted on the side that is not for it (V-38).
  const ruleShown =
    shown.majority.of === "cast" && shown.majority.num === 1 && shown.majority.den === 2 && shown.majority.strict;
  const notFor = (counts["against"] ?? 0) + (counts["taking-part"] ?? 0);
  stage.check("outcome", expected("outcome"), { for: counts["for"], notFor, ruleShown });
  stage.check(
    "outcome",
    { status: "carried", outcome: "carried" },
    { status: moved.status, outcome: shown.result?.outcome },
  );
  const carryOut = new Set([...by("for"), ...apart]);
  stage.check(
    "outcome",
    { asked: 8, against: 0 },
    { asked: carryOut.size, against: by("against").filter((m) => carryOut.has(m)).length },
  );
}

function expected(id: string): unknown {
  return facts.checks.find((c) => c.id === id)?.expect;
}

export const n2c10: Case = { name: facts.case, title: facts.title, checks: facts.checks, door: 0, play };
