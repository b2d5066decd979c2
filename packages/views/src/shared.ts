/** What all views share: texts with the reason of their absence, persons by name. */
import { hasVote, type OutNote, partsOfText, textWith } from "@nabat/body";
import type { Hash, MemberId } from "@nabat/kernel";
import type { BodyReader, TextFound } from "./reader.ts";

/** A text, or why it isn't there. */
export interface Shown {
  readonly text?: string;
  readonly why?: "not-yours" | "erased" | "withheld" | "out-of-view" | "missing";
  /** Of words that a decision took out of view: which, on which ground, until when an appeal may come. */
  readonly out?: OutNote;
}

export interface Person {
  readonly id: MemberId;
  /** Absent where this viewer may not read it or it was erased. */
  readonly name?: string;
}

/** Throws where this viewer may not read entries: callers must have asked `mayRead` before. */
export function mustRead(reader: BodyReader): void {
  if (!reader.mayRead) throw new Error("this view is only for who may read entries: ask mayRead first");
}

/** Has who looks a vote here (M-23)? What is one of a number is offered to them alone. */
export function votesHere({ state, now, viewer }: BodyReader): boolean {
  return viewer.member !== undefined && hasVote(state, viewer.member, now);
}

/** A text as JSON. */
export function shown(found: TextFound | undefined): Shown {
  if (!found) return { why: "missing" };
  if (found.here) return { text: found.text };
  return found.why === "out-of-view" ? { why: found.why, out: found.out } : { why: found.why };
}

/** The texts of `hashes` in one query; a text with amendments is put together from its parts (V-48). */
export async function textsOf(reader: BodyReader, hashes: Iterable<Hash>): Promise<(hash: Hash) => Shown> {
  const { state } = reader;
  const parts = new Set([...hashes].flatMap((hash) => partsOfText(state, hash)));
  const found = await reader.texts([...parts]);
  const one = (hash: Hash): Shown => shown(found.get(hash));
  return (hash) => {
    if (!state.motions.amended.has(hash)) return one(hash);
    const text = textWith(state, hash, (h) => one(h).text);
    if (text !== undefined) return { text };
    return (
      partsOfText(state, hash)
        .map(one)
        .find((part) => part.why !== undefined) ?? { why: "missing" }
    );
  };
}

/** The names of `ids` in one query. Ids that the body doesn't know stay without a name. */
export async function peopleOf(reader: BodyReader, ids: Iterable<MemberId>): Promise<(id: MemberId) => Person> {
  const members = reader.state.members.members;
  const names = new Map<MemberId, Hash>();
  for (const id of ids) {
    const member = members.get(id);
    if (member) names.set(id, member.name);
  }
  const text = await textsOf(reader, names.values());
  return (id) => {
    const hash = names.get(id);
    const name = hash && text(hash).text;
    return name === undefined ? { id } : { id, name };
  };
}
