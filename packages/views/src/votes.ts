/** Votes and their results, with all counts and the whole (V rules). */
import {
  boxesOf,
  castInTerms,
  codesOf,
  electedTellers,
  electionReckoning,
  inTerms,
  isThere,
  mayTally,
  mayVoteOn,
  partsOf,
  declarableFrom,
  listed,
  resultData,
  type State,
  tellersNeeded,
  unanimity,
  voteEnd,
  type VoteStage,
  voteStage,
} from "@nabat/body";
import type { ActId, Hash, MemberId, Millis, Sha256 } from "@nabat/kernel";
import type { BodyReader } from "./reader.ts";
import { fittingWords, newestFirst, type Page, pageOf, type Paging } from "./lists.ts";
import { mustRead, peopleOf, type Person, type Shown, textsOf } from "./shared.ts";
import { decisionShown } from "./binding.ts";
import { amendmentShown } from "./amendments.ts";
import { wouldOf } from "./motion-would.ts";
import { resultShown, type Vote } from "./results.ts";
import { secondCallShown } from "./second-call.ts";
import { whyNot } from "./why-not.ts";
import type { VoteLine, VoteView } from "./vote-shown.ts";
import { roundStanding } from "./election-rounds.ts";
import { countingShown } from "./vote-counting.ts";
import { computedResult, positionsByName, readsPositions, yourPart } from "./vote-you.ts";

function line(state: State, vote: Vote, title: Shown, now: Millis): VoteLine {
  const result = resultShown(vote);
  const ended = voteEnd(state, vote, now);
  return {
    id: vote.id,
    motion: vote.motion,
    ...(vote.election === undefined ? {} : { election: vote.election }),
    title,
    mode: vote.mode,
    status: voteStage(state, vote, now),
    opened: vote.opened,
    ...(vote.closes === undefined ? {} : { closes: vote.closes }),
    ...(ended === undefined ? {} : { closed: ended }),
    ...(vote.sitting === undefined ? {} : { sitting: vote.sitting }),
    whole: vote.whole,
    castCount: vote.castCount,
    opinion: vote.opinion === true,
    ...(vote.now ? { now: true as const } : {}),
    ...(vote.again === undefined ? {} : { again: vote.again }),
    ...(result ? { result } : {}),
  };
}

/** The title of what is voted on: a motion's or an election's. */
export function titleOf(state: State, vote: Vote): Hash | undefined {
  return vote.election === undefined
    ? state.motions.motions.get(vote.motion)?.title
    : state.elections.elections.get(vote.election)?.title;
}

/** Votes, newest first; of one motion or one sitting, if told. */
export async function votesView(
  reader: BodyReader,
  query: Paging & { readonly motion?: ActId; readonly sitting?: ActId; readonly status?: VoteStage } = {},
): Promise<Page<VoteLine>> {
  mustRead(reader);
  const { state, now } = reader;
  const wanted = newestFirst(state.votes.votes.values(), (v) => v.opened).filter(
    (v) =>
      (query.motion === undefined || v.motion === query.motion) &&
      (query.sitting === undefined || v.sitting === query.sitting) &&
      (query.status === undefined || voteStage(state, v, now) === query.status),
  );
  const titled = query.q ? wanted.filter((v) => titleOf(state, v) !== undefined) : wanted;
  const fitting = await fittingWords(reader, titled, query.q, { name: (v) => titleOf(state, v) as Hash });
  const page = pageOf(fitting, query, (v) => v.id);
  const titles = page.items.flatMap((v) => titleOf(state, v) ?? []);
  const text = await textsOf(reader, titles);
  const items = page.items.map((v) => {
    const title = titleOf(state, v);
    return line(state, v, title ? text(title) : { why: "missing" as const }, now);
  });
  return { ...page, items };
}

/**
 * One vote with its text, counts, and what the viewer may do; `undefined` where there is none.
 * `sha256` lets it compute the result of a vote by name from its openings.
 */
export async function voteView(reader: BodyReader, id: ActId, sha256?: Sha256): Promise<VoteView | undefined> {
  mustRead(reader);
  const { state, now } = reader;
  const vote = state.votes.votes.get(id);
  const title = vote && titleOf(state, vote);
  if (!vote || !title) return undefined;
  const motion = state.motions.motions.get(vote.motion);
  const status = voteStage(state, vote, now);
  const version = motion?.versions.find((v) => v.text === vote.version);
  const text = await textsOf(reader, [title, vote.version]);
  const tallies = status === "open" ? [] : [...vote.tallies.values()];
  // Whose keys are new, and who signed that they are there, stands before two elected tellers, without a code (K-12).
  const before = (id: MemberId): boolean =>
    vote.sitting !== undefined &&
    electedTellers(state, vote.sitting).length > 1 &&
    inTerms(state, id, now) !== undefined &&
    isThere(state, vote.sitting, id, now);
  const called = { at: vote.opened, index: vote.index };
  const cards =
    status === "open" && reader.mayReadRecord
      ? [...state.members.members.values()]
          .filter((m) => !vote.cast.has(m.id) && mayVoteOn(state, m.id, undefined, called, now).ok)
          .filter((m) => (codesOf(state, m, now)?.length ?? 0) > 0 || before(m.id))
          .map((m) => m.id)
      : [];
  const person = await peopleOf(reader, [
    vote.caller,
    ...vote.tellers,
    ...cards,
    ...tallies.map((t) => t.by),
    ...partsOf(vote).flatMap((p) => [...p.tellers, ...p.tallies.map((t) => t.by)]),
    ...(vote.ballot ?? []).map((b) => b.member),
  ]);
  const positions =
    vote.mode === "name" && readsPositions(reader, vote) ? await positionsByName(reader, id) : undefined;
  const from = declarableFrom(state, vote, now);
  const computed =
    status === "counting" && reader.viewer.standing === "member"
      ? await computedResult(reader, vote, sha256)
      : undefined;
  const agreement = unanimity(vote);
  const { decisions } = state.binding;
  // What all carried though a meeting had refused it is a decision of its own (B-11).
  const decided = decisions.get(vote.result?.id ?? id) ?? (vote.again && decisions.get(vote.again));
  const amendment = motion && (await amendmentShown(reader, motion));
  const would = motion && (await wouldOf(reader, motion));
  const secondCall = await secondCallShown(reader, vote);
  return {
    ...line(state, vote, text(title), now),
    ...electionPart(state, vote, now, person),
    parts: partsOf(vote).map((p) => ({
      key: p.key,
      hall: state.meetings.courses.get((p.key || vote.sitting || "") as ActId)?.hall ?? "",
      tellers: p.tellers.map(person),
      tallies:
        status === "open"
          ? []
          : p.tallies.map((t) => ({
              by: person(t.by),
              at: t.at,
              counts: t.counts,
              ...(t.present === undefined ? {} : { present: t.present }),
            })),
      mayTally:
        reader.viewer.member !== undefined &&
        mayTally(
          state,
          vote,
          reader.viewer.member,
          now,
          p.key === "devices" ? { devices: true } : p.key === "" ? {} : { hall: p.key as ActId },
        ).ok,
    })),
    remotes: vote.remotes ?? 0,
    ...(vote.devices ? { devices: vote.devices } : {}),
    differ: vote.result?.differ ?? false,
    version: {
      n: version?.n ?? 1,
      hash: vote.version,
      text:
        vote.election === undefined
          ? text(vote.version)
          : { text: (vote.ballot ?? []).map((b) => person(b.member).name ?? b.member.slice(0, 8)).join("\n") },
    },
    ...(amendment ? { amendment } : {}),
    ...(would ? { would } : {}),
    caller: person(vote.caller),
    tellers: vote.tellers.map(person),
    byTellers: vote.byTellers,
    ...(castInTerms(vote) > 0 ? { inTerms: castInTerms(vote) } : {}),
    majority: vote.majority,
    ...(vote.also ? { also: vote.also } : {}),
    quorum: vote.quorum,
    ...(secondCall ? { secondCall } : {}),
    ...(vote.second ? { second: true as const } : {}),
    ...(vote.settled || vote.barred
      ? { without: { ...(vote.settled ? { settled: true as const } : {}), barred: vote.barred?.length ?? 0 } }
      : {}),
    tallies: tallies.map((t) => ({
      by: person(t.by),
      at: t.at,
      counts: t.counts,
      ...(t.present === undefined ? {} : { present: t.present }),
    })),
    ...(positions ? { positions } : {}),
    ...(agreement ? { agreement } : {}),
    tellersNeeded: vote.mode === "name" ? 0 : tellersNeeded(vote),
    ...(from === undefined ? {} : { declarableFrom: from }),
    ...(computed?.ok
      ? { computed: resultData(id, computed.value) }
      : computed
        ? { notComputed: whyNot(computed) }
        : {}),
    sealedTo: vote.tellers.map((member) => ({ member, boxes: boxesOf(state, member, now) })),
    cards: cards.map(person),
    ...(decided ? { decision: await decisionShown(reader, decided) } : {}),
    ...(listed(vote) ? { counting: await countingShown(reader, vote) } : {}),
    you: await yourPart(reader, vote, status),
  };
}

function electionPart(state: State, vote: Vote, now: Millis, person: (id: MemberId) => Person): Partial<VoteView> {
  if (vote.election === undefined) return {};
  const rows = electionReckoning(vote)?.rows.map((r) => ({ person: person(r.member), marks: r.marks, place: r.place }));
  return {
    ballot: (vote.ballot ?? []).map((b) => ({ key: b.key, person: person(b.member) })),
    ...(vote.seats === undefined ? {} : { seats: vote.seats }),
    ...(vote.rule ? { rule: vote.rule } : {}),
    ...(rows ? { rows, standing: roundStanding(state, vote, now) } : {}),
  };
}
