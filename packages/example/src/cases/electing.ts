/** Elections of a replay: opened, stood for by the people themselves, voted on by hands in a sitting. */
import { ballotHash } from "@nabat/body";
import type { ActId, Hash } from "@nabat/kernel";
import type { Seat } from "@nabat/exchange/client/mod.ts";
import type { Assembly } from "./assembly.ts";
import { recomputed } from "./recompute.ts";

/** The hash of an election's ballot as it stands: the `version` of its vote. */
export async function ballotOf(by: Seat, id: ActId): Promise<Hash> {
  const state = await recomputed(by);
  const election = state.elections.elections.get(id);
  if (!election) throw new Error("no election");
  return ballotHash(by.tools.sha256, state, election, state.at);
}

/** Opens an election; those who stand name themselves. */
export async function opened(
  body: Assembly,
  title: string,
  standing: readonly Seat[],
  seats: number,
  powers: readonly string[],
  more: object,
): Promise<ActId> {
  const words = body.text(title);
  const data = { title: words, seats, rule: "plurality", termDays: 30, powers, ...more };
  const { id: election } = await body.founder.act("election.open", data);
  for (const seat of standing) await seat.act("nominate", { election, candidate: seat.member });
  return election;
}

/** Its vote by hands in a sitting: each who stands gets one hand fewer than the one before. */
export async function voted(body: Assembly, election: ActId, sitting: ActId, present: number): Promise<void> {
  const by = body.founder;
  const version = await ballotOf(by, election);
  const { id: vote } = await by.act("vote.open", { election, version, mode: "hands", sitting });
  await by.act("vote.close", { vote });
  const candidates = (await recomputed(by)).votes.votes.get(vote)?.ballot ?? [];
  const counts = { none: 0, blank: 0, ...Object.fromEntries(candidates.map((c, n) => [c.key, present - n])) };
  for (const teller of body.tellers()) await teller.act("tally", { vote, counts, present });
  const elected = candidates.map((c) => c.member);
  await by.act("result", { vote, counts, whole: body.seats.length, present, outcome: "elected", elected });
}
