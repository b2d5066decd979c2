/** What all views share: texts with the reason of their absence, persons by name. */
import {
  alike,
  hasVote,
  markedName,
  type OutNote,
  partsOfText,
  shownAs,
  skeleton,
  standingOf,
  stayEndedBy,
  type State,
  textWith,
  usesOf,
} from "@nabat/body";
import type { Hash, MemberId } from "@nabat/kernel";
import { cutFor } from "./cut.ts";
import type { BodyReader, TextFound } from "./reader.ts";

/** A text, or why it isn't there. */
export interface Shown {
  readonly text?: string;
  readonly why?: "not-yours" | "erased" | "withheld" | "out-of-view" | "missing";
  /** Of words that a decision took out of view: which, on which ground, until when an appeal may come. */
  readonly out?: OutNote;
  /** It is only the beginning: the address at which one reads on. */
  readonly more?: string;
}

/** A person as everybody shows them (N-10). */
export interface Person {
  readonly id: MemberId;
  /** With the number that tells it from others like it. Absent where this viewer may not read it or it was erased. */
  readonly name?: string;
  /** What they are, where that is not a member. */
  readonly standing?: "guest" | "applicant" | "left" | "sent-away";
}

/** Throws where this viewer may not read entries: callers must have asked `mayRead` before. */
export function mustRead(reader: BodyReader): void {
  if (!reader.mayRead) throw new Error("this view is only for who may read entries: ask mayRead first");
}

/** Throws where this viewer may not read the record itself: the roll, who waits for a vote, whose keys are new (K-10). */
export function mustReadRecord(reader: BodyReader): void {
  if (!reader.mayReadRecord) throw new Error("this view is only for who may read the record: ask mayReadRecord first");
}

/**
 * Of those who signed, agreed, asked, or whose word is missing: the ones whom this viewer reads. All of them for whoever
 * may read the record, else oneself alone (N-11, K-10); how many they are stands beside them for everybody.
 */
export function readable(reader: BodyReader, people: readonly MemberId[]): readonly MemberId[] {
  return reader.mayReadRecord ? people : people.filter((id) => id === reader.viewer.member);
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

/**
 * The texts of `hashes` in one query, as a page shows them: names and titles in one line, what is long cut. A
 * text with amendments is put together from its parts (V-48).
 */
export async function textsOf(reader: BodyReader, hashes: Iterable<Hash>): Promise<(hash: Hash) => Shown> {
  const whole = await wholeTexts(reader, hashes);
  const used = usesOf(reader.state);
  return (hash) => {
    const found = whole(hash);
    if (found.text === undefined || found.json) return { ...found };
    const use = used.get(hash);
    if (use) return { text: shownAs(use, found.text) ?? "–" };
    const { text, cut } = cutFor(reader, found.text);
    return cut ? { text, more: `/b/${reader.body}/texts/${hash}` } : { text };
  };
}

/** The same texts whole, for reckoning with: what is shown of them is cut by whoever shows it. */
export async function wholeTexts(
  reader: BodyReader,
  hashes: Iterable<Hash>,
): Promise<(hash: Hash) => Shown & { readonly json?: true }> {
  const { state } = reader;
  const parts = new Set([...hashes].flatMap((hash) => partsOfText(state, hash)));
  const found = await reader.texts([...parts]);
  const one = (hash: Hash): Shown & { readonly json?: true } => {
    const text = found.get(hash);
    return text?.here && text.media === "application/json" ? { ...shown(text), json: true } : shown(text);
  };
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

/** The names of `ids` in one query, each with what tells it apart (N-10). Ids that the body doesn't know stay without a name. */
export async function peopleOf(reader: BodyReader, ids: Iterable<MemberId>): Promise<(id: MemberId) => Person> {
  const { state, now } = reader;
  const wanted = [...new Set(ids)].flatMap((id) => state.members.members.get(id) ?? []);
  if (wanted.length === 0) return (id) => ({ id });
  const twins = await twinsOf(reader);
  const text = await reader.texts(wanted.map((m) => m.name));
  return (id) => {
    const member = state.members.members.get(id);
    if (!member) return { id };
    const has = standingOf(member, now);
    // Nobody left whose stay a decision ended (N-8).
    const sent = has === "left" && stayEndedBy(member.stay, now) !== undefined;
    const standing = has === "member" || has === "none" ? {} : { standing: sent ? ("sent-away" as const) : has };
    const found = text.get(member.name);
    const name = found?.here ? markedName(state, id, found.text, twins) : undefined;
    return { id, ...(name === undefined ? {} : { name }), ...standing };
  };
}

/** What names look like, by their attachments; and who has one that looks like another's, at a size of the record. */
interface Names {
  readonly skeletons: Map<Hash, string>;
  twins?: { readonly size: number; readonly of: ReadonlySet<MemberId> };
}
const names = new WeakMap<State, { readonly open: Names; readonly closed: Names }>();

/** Those whose names look alike, among the names that this viewer may read. Each name is looked at once. */
async function twinsOf(reader: BodyReader): Promise<ReadonlySet<MemberId>> {
  const { state, viewer } = reader;
  let kept = names.get(state);
  if (!kept) names.set(state, (kept = { open: { skeletons: new Map() }, closed: { skeletons: new Map() } }));
  const mine = viewer.standing === "stranger" ? kept.open : kept.closed;
  if (mine.twins?.size === state.size) return mine.twins.of;
  const { size } = state;
  const all = [...state.members.members.values()].map((m) => m.name);
  const fresh = all.filter((name) => !mine.skeletons.has(name));
  if (fresh.length > 0)
    for (const [hash, found] of await reader.texts(fresh))
      if (found.here) mine.skeletons.set(hash, skeleton(found.text));
  const of = alike(state, (name) => mine.skeletons.get(name) || undefined);
  if (state.size === size) mine.twins = { size, of };
  return of;
}
