/** What a vote asks of the person looking: the result they may declare, their own part, positions by name. */
import {
  actionsIn,
  type Computed,
  computeResult,
  partsOf,
  type Opening,
  POSITIONS,
  type Position,
  statutesOf,
  type VoteStage,
} from "@nabat/body";
import type { ActId, Hash, MemberId, Result, Sha256 } from "@nabat/kernel";
import type { BodyReader } from "./reader.ts";
import { peopleOf, textsOf } from "./shared.ts";
import type { Vote } from "./results.ts";
import type { VoteView, VoteYou } from "./vote-shown.ts";
import { whyNot } from "./why-not.ts";

export async function computedResult(reader: BodyReader, vote: Vote, sha256?: Sha256): Promise<Result<Computed>> {
  const hash: Sha256 = sha256 ?? (() => new Uint8Array(32));
  const openings =
    vote.mode === "name" && sha256 ? await reader.openings([...vote.cast.values()].map((c) => c.opening)) : undefined;
  const opening = openings && ((ref: Hash) => openingIn(openings.get(ref)));
  return computeResult(vote, { sha256: hash, ...(opening ? { opening } : {}) });
}

/** An opening as its author wrote it, or nothing where the text is no opening. */
function openingIn(text: string | undefined): Opening | undefined {
  if (text === undefined) return undefined;
  try {
    const { choice, salt } = JSON.parse(text) as Opening;
    return typeof salt === "string" && (typeof choice === "string" || Array.isArray(choice))
      ? { choice, salt }
      : undefined;
  } catch {
    return undefined;
  }
}

export async function yourPart(reader: BodyReader, vote: Vote, status: VoteStage): Promise<VoteYou> {
  const { state, now, viewer } = reader;
  const id = viewer.member;
  const none = { mayVote: false, teller: false, mayClose: false, mayTally: false, mayDeclare: false };
  if (id === undefined || viewer.standing !== "member")
    return { ...none, whyNot: { rule: "M-2", code: "not-a-member", facts: { standing: viewer.standing } } };
  let cast = vote.cast.get(id);
  if (!cast && (status === "declared" || status === "fallen")) {
    const [entry] = await reader.entries({ kind: "vote.cast", about: vote.id, by: id, limit: 1 });
    const data = entry?.act?.data as { commit: Hash; opening: { hash: Hash } } | undefined;
    if (entry && data) cast = { commit: data.commit, opening: data.opening.hash, at: entry.at, byTellers: false };
  }
  const may = actionsIn(state, vote, id, now, viewer.key);
  return {
    mayVote: may.cast.ok,
    ...(may.cast.ok ? {} : { whyNot: whyNot(may.cast) }),
    ...(cast ? { cast: { at: cast.at, opening: cast.opening, commit: cast.commit } } : {}),
    teller: vote.tellers.includes(id),
    mayClose: status === "open" && may.close.ok,
    mayTally: may.tally.ok || (partsOf(vote).some((p) => p.tellers.includes(id)) && status === "counting"),
    mayDeclare: may.declare.ok,
  };
}

/** May this viewer see who took which position in a vote by name, once its result is declared (N-11)? In an open practice body everybody may. */
export function readsPositions({ viewer, state, now }: BodyReader, vote: Vote): boolean {
  if (!vote.result) return false;
  if (viewer.standing === "member" || viewer.standing === "copy-holder") return true;
  return state.founding.practice && statutesOf(state, now).entries === "public";
}

/** Positions of a vote by name, from the openings beside the record. */
export async function positionsByName(reader: BodyReader, vote: ActId): Promise<NonNullable<VoteView["positions"]>> {
  const entries = await reader.entries({ kind: "vote.cast", about: vote, limit: 20_000 });
  const cards = await reader.entries({ kind: "vote.card", about: vote, limit: 20_000 });
  const casts = [...entries, ...cards].map((e) => {
    const data = e.act?.data as { opening: { hash: Hash }; member?: MemberId } | undefined;
    return { by: data?.member ?? (e.act?.by as MemberId), at: e.at, opening: data?.opening.hash };
  });
  const text = await textsOf(
    reader,
    casts.flatMap((c) => c.opening ?? []),
  );
  const person = await peopleOf(
    reader,
    casts.map((c) => c.by),
  );
  return casts
    .sort((a, b) => a.at - b.at)
    .map((c) => {
      const position = c.opening && positionIn(text(c.opening).text, vote);
      return { by: person(c.by), at: c.at, ...(position ? { position } : {}) };
    });
}

/** The position in an opening's text, where it is one for this vote. */
function positionIn(text: string | undefined, vote: ActId): Position | undefined {
  const opening = openingIn(text);
  return opening && text?.includes(vote) ? POSITIONS.find((p) => p === opening.choice) : undefined;
}
