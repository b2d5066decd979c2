/**
 * n4:W2, the vote of 1 March 1921: one motion, no count, three accounts that differ, side by side; and
 * another meeting's two abstentions, which stay with that meeting. See cases/n4-W2.md.
 */
import type { ActId } from "@nabat/kernel";
import facts from "../../../../cases/facts/n4-W2.json" with { type: "json" };
import { Assembly, day } from "./assembly.ts";
import { decideCalled } from "./deciding.ts";
import type { Case, Stage } from "./stage.ts";

/** Invented: the book gives no number for the crews' meeting, only that two abstained. */
const CREWS = 20;
const POINTS = 15;

/** What `GET …/accounts` and `GET …/motions/:id` say, as far as it is read here. */
interface AccountsRead {
  readonly items: readonly {
    readonly about: ActId;
    readonly result?: unknown;
    readonly accounts: readonly {
      readonly source: { readonly text?: string };
      readonly present?: { readonly value: number; readonly quality: string };
      readonly counts?: Record<string, number>;
      readonly says?: string;
      readonly also?: readonly string[];
      readonly contradicts?: boolean;
    }[];
  }[];
}
interface MotionRead {
  readonly status: string;
  readonly result?: unknown;
  readonly votes: readonly unknown[];
}

async function play(stage: Stage): Promise<void> {
  const [crewsOf, cityOf] = facts.bodies;
  if (!crewsOf || !cityOf) throw new Error("two bodies");
  const names = (what: string, n: number) => Array.from({ length: n }, (_, i) => `${what} ${i + 1}`);
  const crews = await Assembly.begin(stage, {
    name: crewsOf.name,
    purpose: `A replay of ${facts.case}`,
    at: day("1921-02-26", 9),
    people: names("Of the crews", CREWS),
  });
  const note = facts.otherVotes[0];
  if (!note) throw new Error("the note under the resolution");
  const points = Array.from({ length: POINTS }, (_, i) => `${i + 1}.`).join("\n");
  const words = `The resolution, in ${POINTS} numbered points; their words stand in the book (lines 10467-10505).\n${points}`;
  const abstain = note.abstained ?? 0;
  const vote = await decideCalled(
    crews,
    day("1921-03-01", 9),
    { title: "Resolution", text: crews.text(words), subject: { type: "text" } },
    { for: CREWS - abstain, abstain },
    CREWS,
  );
  await crews.founder.act("account", {
    about: vote.result,
    source: crews.text(`${note.source} (lines ${note.lines.join("-")}): ${note.result}`),
    says: "unanimous",
    counts: { abstain },
  });

  const city = await Assembly.begin(stage, {
    name: cityOf.name,
    purpose: `A replay of ${facts.case}: sixteen thousand people whom nobody counted`,
    at: day("1921-03-01", 12),
    people: names("Of the city", 3),
  });
  await city.clock(day("1921-03-01", 14));
  const { id: motion } = await city.founder.act("move", {
    title: city.text("Resolution"),
    text: city.text(words),
    subject: { type: "text" },
  });
  await city.clock(day("1921-03-11", 9));
  for (const account of facts.accounts) {
    const counts = "counts" in account ? account.counts : undefined;
    await city.founder.act("account", {
      about: motion,
      source: city.text(
        `${account.source} (lines ${account.lines.join("-")}): ${account.attendanceWords} present; ${account.result}${account.against ? `; against: ${account.against.join(" and ")}` : ""}.`,
      ),
      present: account.figure,
      says: account.says,
      ...(account.inconsistent ? { also: ["unanimous"] } : {}),
      ...(counts ? { counts } : {}),
    });
  }
  await readBack(stage, city, crews, motion, vote);
}

async function readBack(
  stage: Stage,
  city: Assembly,
  crews: Assembly,
  motion: ActId,
  crewsVote: { vote: ActId; result: ActId },
): Promise<void> {
  const about = async (body: Assembly, id: ActId) =>
    (await body.founder.get<AccountsRead>(`accounts?about=${id}`)).items.find((i) => i.about === id);
  const stated = await about(city, motion);
  const accounts = stated?.accounts ?? [];
  stage.check("three-accounts", 3, accounts.length);
  stage.check("three-accounts", 3, new Set(accounts.map((a) => a.source.text)).size);
  stage.check(
    "three-accounts",
    facts.accounts.map((a) => a.figure),
    accounts.map((a) => a.present),
  );

  // No mean, no total: the only figures the city's page can show are the accounts' own.
  const text = JSON.stringify(stated);
  const figures = [...text.matchAll(/"value":(\d+)/g)].map((m) => Number(m[1]));
  stage.check("no-merge", facts.checks.find((c) => c.id === "no-merge")?.expect, figures);
  for (const merged of [15_500, 15_666, 15_667, 47_000]) stage.check("no-merge", false, text.includes(String(merged)));

  const shown = await city.founder.get<MotionRead>(`motions/${motion}`);
  stage.check(
    "never-unanimous",
    { result: false, votes: 0, computed: false },
    { result: shown.result !== undefined, votes: shown.votes.length, computed: stated?.result !== undefined },
  );
  stage.check(
    "never-unanimous",
    { computedUnanimous: false },
    { computedUnanimous: JSON.stringify(shown).includes("unanimous") },
  );
  stage.check(
    "never-unanimous",
    [2],
    accounts.flatMap((a) => a.counts?.["against"] ?? []),
  );

  const crewsShown = await crews.founder.get<{ result?: { counts: Record<string, number> } }>(
    `votes/${crewsVote.vote}`,
  );
  stage.check(
    "two-meetings",
    { bodies: 2, crewsAbstained: 2 },
    { bodies: new Set([city.body, crews.body]).size, crewsAbstained: crewsShown.result?.counts["abstain"] },
  );
  stage.check("two-meetings", 0, accounts.filter((a) => a.counts?.["abstain"] !== undefined).length);
  stage.check("two-meetings", 1, (await about(crews, crewsVote.result))?.accounts.length);

  const contradicting = accounts.flatMap((a, i) => (a.contradicts ? [facts.accounts[i]?.key] : []));
  stage.check("contradiction", facts.checks.find((c) => c.id === "contradiction")?.expect, contradicting);
  const adopted = accounts.every((a) =>
    [a.says, ...(a.also ?? [])].every(
      (s) => s === "unanimous" || s === "overwhelming" || s === "majority" || s === "carried",
    ),
  );
  stage.check("outcome-agrees", true, adopted && accounts.length === 3);
}

export const n4w2: Case = { name: facts.case, title: facts.title, checks: facts.checks, door: 1, play };
