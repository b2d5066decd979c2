/** Calling the vote of an election (O-6, O-7): on the exact ballot, secret where one person asks, counted by none who stands. */
import { type Millis, ok, refuse, type Result } from "@nabat/kernel";
import type { MemberId } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { lastHeldOn } from "../binding/held.ts";
import { allAgreed } from "../binding/ways.ts";
import { rollSize } from "../members/standing.ts";
import { mayElectHere } from "../meetings/deciding.ts";
import { tellersFirst } from "../meetings/electing.ts";
import { leadingCourse, presides } from "../meetings/queries.ts";
import { openSitting } from "../sittings/queries.ts";
import type { VoteMode, VoteOpen } from "../votes/acts.ts";
import { calledAgain } from "../votes/called-again.ts";
import { wholeOf } from "../votes/electorate.ts";
import { type Calling, hallPlaces, remoteNeedsDevices } from "../votes/may-call.ts";
import { goodNamed } from "../votes/tellers.ts";
import { heldAgain, inHallAlone } from "../votes/to-decide.ts";
import { fewTogether, SEALED_LEAST } from "../votes/together.ts";
import { mayTakeTurn } from "../votes/turn.ts";
import { mayCallNext } from "../votes/uncounted.ts";
import { electionReady } from "./may.ts";
import type { Election } from "./part.ts";
import { electionOf, standing } from "./queries.ts";

/** The forms that an election's vote may have (O-6). */
export function electionModes(election: Election, sitting: boolean): VoteMode[] {
  if (!sitting) return ["count"];
  return election.secret ? ["paper", "count", "mixed"] : ["hands", "paper", "count", "mixed"];
}

/** May `by` call this vote now? The ballot's hash is held against `version` by the caller, who can hash. */
export function mayCallElection(state: State, data: VoteOpen, by: MemberId, at: Millis): Result<Calling> {
  if (data.election === undefined) throw new Error("no election");
  const found = electionOf(state, data.election);
  if (!found.ok) return found;
  const election = found.value;
  if (data.again !== undefined) return callElectionAgain(state, election, data, by, at);
  const now = allAgreed(state, election.id, data.version, at);
  const ready = electionReady(state, election, at, data.sitting);
  if (!ready.ok) return ready;
  const form = electionModes(election, data.sitting !== undefined).includes(data.mode);
  if (!form)
    return election.secret && data.mode === "hands"
      ? refuse("O-6", "must-be-secret", { mode: data.mode })
      : refuse("O-6", "another-form", { mode: data.mode });
  const candidates = new Set(standing(state, election, at).map((c) => c.member));
  const fits = (t: MemberId): boolean => !candidates.has(t);
  const common = { section: "", ...wholeOf(state, {}, at), electorate: {}, opinion: false, now };
  if (data.sitting === undefined) {
    // Said first: nothing else would help.
    if (common.whole < SEALED_LEAST) return refuse("V-61", "elect-at-a-sitting", { least: SEALED_LEAST });
    const outside = outsideASitting(state, election, data, by, at);
    if (!outside.ok) return outside;
    const of = { candidates: [...candidates], caller: by, before: lastHeldOn(state, election) };
    const named = goodNamed(state, data.tellers ?? [], of, at, "O-7");
    return named.ok ? ok({ ...common, tellers: named.value, halls: [], right: election.id }) : named;
  }
  const sitting = openSitting(state, data.sitting, at);
  if (!sitting.ok) return sitting;
  if (!presides(state, data.sitting, by)) return refuse("V-21", "not-opener-or-teller");
  if (data.closes !== undefined || data.tellers)
    return refuse("V-18", "not-in-a-sitting", { field: data.closes === undefined ? "tellers" : "closes" });
  if ((data.mode === "count" || data.mode === "mixed") && heldAgain(state, election, at))
    return refuse("V-60", "held-again-in-person");
  const elected = tellersFirst(state, data.sitting);
  if (!elected.ok) return elected;
  const weight = mayElectHere(state, leadingCourse(state, data.sitting), election, now);
  if (!weight.ok) return weight;
  const hall = inHallAlone(state, election, at);
  const remote = hall ? ok(true as const) : remoteNeedsDevices(state, data.sitting, data.mode, at);
  if (!remote.ok) return remote;
  // In a body of few all count, who stands too: else one who doesn't stand could keep the others from electing (V-62).
  const few = fewTogether(state, data.mode, at);
  const together = few.length > 1 ? { together: true as const } : {};
  const tellers = few.length > 1 ? few : sitting.value.tellers.filter(fits);
  if (tellers.length < 2) return refuse("O-7", "too-few-tellers", { tellers: tellers.length });
  const halls = hallPlaces(state, data, fits, at);
  return halls.ok ? ok({ ...common, ...together, tellers, halls: halls.value, right: data.sitting }) : halls;
}

/** B-10: the vote over days on an election that was put to all: the same ballot. */
function callElectionAgain(
  state: State,
  election: Election,
  data: VoteOpen,
  by: MemberId,
  at: Millis,
): Result<Calling> {
  const called = calledAgain(state, election, data, { by, mover: election.by }, at);
  if (!called.ok) return called;
  const { decision, first } = called.value;
  // Where so few can't hide, nobody calls it, and after a week the meeting's decision stands (B-10).
  if (rollSize(state, at) < SEALED_LEAST) return refuse("V-61", "elect-at-a-sitting", { least: SEALED_LEAST });
  if (data.mode !== "count") return refuse("O-6", "another-form", { mode: data.mode });
  const of = {
    candidates: (first?.ballot ?? []).map((c) => c.member),
    caller: by,
    before: lastHeldOn(state, election),
  };
  const named = goodNamed(state, data.tellers ?? [], of, at, "O-7");
  if (!named.ok) return named;
  const common = { section: "", ...wholeOf(state, {}, at), electorate: {}, opinion: false, now: false };
  return ok({ ...common, tellers: named.value, halls: [], right: decision.id });
}

function outsideASitting(state: State, election: Election, data: VoteOpen, by: MemberId, at: Millis): Result<true> {
  if (heldAgain(state, election, at)) return refuse("V-60", "held-again-in-person");
  if (election.nominationsUntil === undefined) return refuse("O-6", "no-end-of-nominations");
  if (at <= election.nominationsUntil) return refuse("O-6", "nominations-open", { until: election.nominationsUntil });
  const hours = state.statutes.versions[election.statutes - 1]?.statutes.voting.hours ?? 1;
  const from = election.nominationsUntil;
  const turn = mayTakeTurn(state, { by, mover: election.by, from, hours, mode: data.mode, closes: data.closes }, at);
  return turn.ok ? mayCallNext(state, election, { by, mover: election.by }, at) : turn;
}
