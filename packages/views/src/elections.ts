/** Elections and offices (O rules): who stands, how it came out, who holds which office until when. */
import {
  ballotHash,
  type Election,
  electionFacts,
  electionModes,
  electionReady,
  electionToDecide,
  fallenOn,
  knownFrom,
  leastHours,
  mayAccept,
  mayCallElection,
  mayDecline,
  mayNominate,
  mayObject,
  mayResign,
  offices,
  type OfficeStage,
  roundNow,
  type State,
  uncountedOn,
  waitingFor,
  needsVote,
} from "@nabat/body";
import type { ActId, Hash, Millis, Sha256 } from "@nabat/kernel";
import { type May, may } from "./may.ts";
import { type AgreeShown, ballotAgreed } from "./at-once.ts";
import { type DecisionShown, decisionShown, lastDecisionOn } from "./binding.ts";
import { electionRounds, type RoundShown, stoodIn } from "./election-rounds.ts";
import { paperWaitsOn } from "./paper.ts";
import type { BodyReader } from "./reader.ts";
import { newestFirst, type Page, pageNamed, type Paging } from "./lists.ts";
import { mustRead, peopleOf, type Person, type Shown, textsOf, votesHere } from "./shared.ts";
import type { VoteLine } from "./vote-shown.ts";
import { votesView } from "./votes.ts";

const HOUR_MS = 3600_000;

export interface ElectionLine {
  readonly id: ActId;
  readonly title: Shown;
  readonly at: Millis;
  readonly by: Person;
  readonly seats: number;
  readonly rule: Election["rule"];
  readonly termDays: number;
  /** `again`: the count of one of its votes fell, so that one is held again in person (V-60). `uncounted`: nobody counted its last vote (V-57). */
  readonly status: Election["status"] | "again" | "uncounted";
  readonly nominationsUntil?: Millis;
  readonly candidates: number;
  readonly elected: readonly Person[];
  readonly uncontested: boolean;
}

export interface CandidateShown {
  readonly person: Person;
  readonly by: Person;
  readonly text?: Shown;
  readonly words?: Shown;
  readonly state: "asked" | "stands" | "declined";
}

export interface ElectionShown extends ElectionLine {
  readonly powers: Election["powers"];
  readonly round: number;
  readonly open: number;
  readonly runoff: boolean;
  readonly secret: boolean;
  readonly nominationsOpen: boolean;
  readonly candidateList: readonly CandidateShown[];
  readonly votes: readonly VoteLine[];
  readonly rounds: readonly RoundShown[];
  readonly vacant: number;
  readonly rulesChanged: number;
  readonly offices: readonly OfficeShown[];
  /** What a vote on it would be called with. */
  readonly version: Hash;
  readonly ready: May;
  /** What was decided, by which way and from when (B-1, B-8). */
  readonly decision?: DecisionShown;
  /** A meeting on paper voted on it, and its count waits for its tellers (B-13). */
  readonly onPaper?: { readonly call: ActId; readonly until: Millis };
  /** Who agreed to vote on this ballot at once (B-5); while it is open and can be voted on. */
  readonly agree?: AgreeShown;
  readonly modes: { readonly outside: readonly string[]; readonly sitting: readonly string[] };
  /** The vote that doesn't count while its status is `again` or `uncounted`. */
  readonly spoilt?: ActId;
  readonly you?: {
    /** Call its vote over days. */
    readonly call: May;
    readonly nominateOthers: May;
    readonly nominateSelf: May;
    readonly accept: May;
    readonly decline: May;
    readonly object: May;
  };
}

export interface OfficeShown {
  readonly id: ActId;
  readonly title: Shown;
  readonly holder: Person;
  /** Absent where nobody can say: the count is in doubt, or the election was put to all. */
  readonly since?: Millis;
  readonly until: Millis;
  readonly powers: Election["powers"];
  readonly stage: OfficeStage;
  readonly result: ActId;
  /** When a decision ended it (O-14). */
  readonly ended?: Millis;
  /** The viewer's own, to resign. */
  readonly mayResign: boolean;
}

/** Elections, newest first. */
export async function electionsView(
  reader: BodyReader,
  query: Paging & { readonly status?: "open" | "decided" } = {},
): Promise<Page<ElectionLine>> {
  mustRead(reader);
  const { state, now } = reader;
  const wanted = newestFirst(state.elections.elections.values(), (e) => e.at).filter(
    (e) => query.status === undefined || (query.status === "open") === electionToDecide(state, e, now),
  );
  const { page, named } = await pageNamed(reader, wanted, query, { id: (e) => e.id, name: (e) => e.title });
  const person = await peopleOf(
    reader,
    page.items.flatMap((e) => [e.by, ...e.elected]),
  );
  return { ...page, items: page.items.map((e) => line(reader, e, named(e), person)) };
}

function line(
  { state, now }: BodyReader,
  e: Election,
  title: Shown,
  person: (id: Election["by"]) => Person,
): ElectionLine {
  return {
    id: e.id,
    title,
    at: e.at,
    by: person(e.by),
    seats: e.seats,
    rule: e.rule,
    termDays: e.termDays,
    status: statusOf(state, e, now),
    ...(e.nominationsUntil === undefined ? {} : { nominationsUntil: e.nominationsUntil }),
    candidates: roundNow(state, e, now).candidates.filter((c) => c.accepted !== undefined && c.declined === undefined)
      .length,
    elected: e.elected.map(person),
    uncontested: e.uncontested,
  };
}

function statusOf(state: State, e: Election, now: Millis): ElectionLine["status"] {
  // While it is being held again it is voted on.
  if (fallenOn(state, e, now) && waitingFor(state, e, now).length === 0) return "again";
  return e.status === "voting" && uncountedOn(state, e, now) ? "uncounted" : e.status;
}

/** May this member call its vote over days now (O-6)? Its teller is still to be named. */
function mayCallOverDays(state: State, e: Election, version: Hash, by: Election["by"], now: Millis): May {
  const closes = now + leastHours(state, "count", now, { election: e }) * HOUR_MS;
  const called = mayCallElection(state, { election: e.id, version, mode: "count", closes }, by, now);
  // The form asks for the teller and the hour.
  const asked =
    !called.ok && (called.code === "one-teller" || called.rule === "V-18" || called.code === "shortest-term");
  return asked ? { yes: true } : may(called);
}

/** One election; `undefined` where there is none of that id. */
export async function electionShown(reader: BodyReader, id: ActId, sha256: Sha256): Promise<ElectionShown | undefined> {
  mustRead(reader);
  const { state, now, viewer } = reader;
  const facts = electionFacts(state, id, now);
  if (!facts) return undefined;
  const e = facts.election;
  const round = roundNow(state, e, now);
  const text = await textsOf(reader, [
    e.title,
    ...round.candidates.flatMap((c) => [...(c.text ? [c.text] : []), ...(c.words ? [c.words] : [])]),
  ]);
  const person = await peopleOf(reader, [
    e.by,
    ...e.elected,
    ...round.candidates.flatMap((c) => [c.member, c.nominatedBy]),
    ...stoodIn(state, id),
  ]);
  const me = viewer.standing === "member" ? viewer.member : undefined;
  const someone = [...state.members.members.keys()].find((m) => m !== me && mayNominate(state, e, m, me ?? m, now).ok);
  const votes = await votesView(reader, { limit: 1000 });
  const version = ballotHash(sha256, state, e, now);
  const ready = electionReady(state, e, now);
  const decided = lastDecisionOn(state, id);
  const spoilt = fallenOn(state, e, now) ?? (e.status === "voting" ? uncountedOn(state, e, now) : undefined);
  const onPaper = paperWaitsOn(reader, id);
  return {
    ...line(reader, e, text(e.title), person),
    uncontested: e.status === "decided" ? e.uncontested : facts.uncontested && facts.standing.length > 0,
    powers: e.powers,
    round: e.round,
    open: round.open,
    runoff: round.runoff,
    secret: e.secret,
    nominationsOpen: facts.nominationsOpen,
    candidateList: round.candidates.map((c) => ({
      person: person(c.member),
      by: person(c.nominatedBy),
      ...(c.text ? { text: text(c.text) } : {}),
      ...(c.words ? { words: text(c.words) } : {}),
      state: c.declined !== undefined ? "declined" : c.accepted !== undefined ? "stands" : "asked",
    })),
    votes: votes.items.filter((v) => v.motion === id),
    rounds: electionRounds(state, id, now, person),
    vacant: facts.vacant,
    rulesChanged: facts.rulesChanged.length,
    offices: (await officesView(reader)).filter((o) => o.id === id),
    version,
    ready: may(ready),
    ...(decided ? { decision: await decisionShown(reader, decided) } : {}),
    ...(onPaper ? { onPaper } : {}),
    ...(ready.ok && electionToDecide(state, e, now) ? { agree: await ballotAgreed(reader, id, version, true) } : {}),
    modes: { outside: electionModes(e, false), sitting: electionModes(e, true) },
    ...(spoilt ? { spoilt: spoilt.id } : {}),
    ...(me === undefined
      ? {}
      : {
          you: {
            call: mayCallOverDays(state, e, version, me, now),
            nominateOthers: someone === undefined ? may(mayNominate(state, e, me, me, now)) : { yes: true },
            nominateSelf: may(mayNominate(state, e, me, me, now)),
            accept: may(mayAccept(state, e, me, now)),
            decline: may(mayDecline(state, e, me, now)),
            object: may(votesHere(reader) ? mayObject(e) : needsVote(state, me, now)),
          },
        }),
  };
}

/** Offices: those held now, and those that were, newest last. */
export async function officesView(reader: BodyReader): Promise<OfficeShown[]> {
  mustRead(reader);
  const { state, now, viewer } = reader;
  const all = offices(state, now);
  const text = await textsOf(
    reader,
    all.map((o) => o.office.title),
  );
  const person = await peopleOf(
    reader,
    all.map((o) => o.office.holder),
  );
  return all.map(({ office: o, stage }) => ({
    id: o.id,
    title: text(o.title),
    holder: person(o.holder),
    ...(knownFrom(o.since) === undefined ? {} : { since: o.since }),
    until: o.until,
    powers: o.powers,
    stage,
    result: o.result,
    ...(stage === "ended" && o.ended ? { ended: o.ended.from } : {}),
    mayResign:
      viewer.member !== undefined && mayResign(state, o.id, viewer.member, now).ok && o.holder === viewer.member,
  }));
}
