/** What waits for a second member's signature (K-8): cards, votes by card, who was seen, new keys for who lost theirs (K-6). */
import { mayCosign, mayListCard, type State, stillWaits, waitsForSecond } from "@nabat/body";
import type { ListCard } from "@nabat/body/founding/acts.ts";
import type { ActId, Hash, MemberId, Millis, Sha256 } from "@nabat/kernel";
import { type May, may } from "./may.ts";
import type { BodyReader } from "./reader.ts";
import { mustRead, peopleOf, type Person, type Shown, textsOf, votesHere } from "./shared.ts";

/** An act that waits for a second member's signature, or a request for new keys. */
export interface PendingLine {
  readonly id: ActId;
  /** `seen`, `card`, `leave.card`, `list.card`, `vote.card`, `now.card`, `guest.still`, `key.recover`, `card.again`. */
  readonly kind: string;
  readonly by: Person;
  readonly at: Millis;
  readonly whom: Shown;
  /** Of a vote entered with a card. */
  readonly vote?: ActId;
  /** The viewer has signed it already: another member must. */
  readonly signed: boolean;
  /** May the viewer give the second signature? Else the rule in the way. */
  readonly you: May;
}

interface Waiting {
  readonly id: ActId;
  readonly kind: string;
  readonly by: MemberId;
  readonly at: Millis;
  readonly data: {
    readonly member?: MemberId;
    readonly members?: readonly MemberId[];
    readonly name?: { readonly hash: Hash };
    readonly vote?: ActId;
    readonly motion?: ActId;
  };
}

/** Everything that waits now, oldest first; new keys and cards for somebody too (K-6, K-11, K-15, K-17). */
export function waitingNow(state: State, now: Millis): Waiting[] {
  const acts = [...state.keys.pending]
    .filter(([, p]) => stillWaits(p, now))
    .map(([id, p]) => ({ id, kind: p.kind, by: p.by, at: p.at, data: p.data as Waiting["data"] }));
  const askings = [...state.keys.recoveries.values()]
    .filter((r) => waitsForSecond(r, now))
    .map((r) => ({
      id: r.id,
      kind: r.card ? "card.again" : "key.recover",
      by: r.by,
      at: r.at,
      data: { member: r.member },
    }));
  return [...acts, ...askings].sort((a, b) => a.at - b.at);
}

/** Is this line's second signature for `me` to give? A card's code is checked when it is signed, not here. */
export function forMe(state: State, line: Waiting, me: MemberId, now: Millis): boolean {
  if (line.by === me) return false;
  if (line.kind === "vote.card")
    return line.data.vote !== undefined && (state.votes.votes.get(line.data.vote)?.tellers.includes(me) ?? false);
  if (line.kind === "now.card") return line.data.member !== me;
  if (line.kind === "list.card") return mayListCard(state, line.data as unknown as ListCard, me, now).ok;
  return mayCosign(
    state,
    line.id,
    me,
    context(state, line.id, now, () => new Uint8Array(32)),
  ).ok;
}

function context(state: State, id: ActId, at: Millis, sha256: Sha256) {
  return { at, id, key: "" as never, index: state.size, sha256 };
}

/** What waits for a second signature now, oldest first; with `vote` or `motion` what is about that alone. */
export async function pendingView(
  reader: BodyReader,
  sha256: Sha256,
  query: { readonly vote?: ActId; readonly motion?: ActId } = {},
): Promise<readonly PendingLine[]> {
  mustRead(reader);
  const { state, now, viewer } = reader;
  const me = votesHere(reader) ? viewer.member : undefined;
  const all = waitingNow(state, now).filter(
    (p) =>
      (query.vote === undefined || p.data.vote === query.vote) &&
      (query.motion === undefined || p.data.motion === query.motion),
  );
  const person = await peopleOf(
    reader,
    all.flatMap((p) => [p.by, ...(p.data.member ? [p.data.member] : []), ...(p.data.members ?? [])]),
  );
  const text = await textsOf(
    reader,
    all.flatMap((p) => p.data.name?.hash ?? []),
  );
  return all.map(({ id, kind, by, at, data }) => {
    const names = [data.member, ...(data.members ?? [])]
      .flatMap((m) => (m === undefined ? [] : (person(m).name ?? "…")))
      .join(", ");
    const whom: Shown = data.name ? text(data.name.hash) : names ? { text: names } : {};
    return {
      id,
      kind,
      by: person(by),
      at,
      whom,
      ...(data.vote === undefined ? {} : { vote: data.vote }),
      signed: by === me,
      you: me === undefined ? { yes: false } : may(mayCosign(state, id, me, context(state, id, now, sha256))),
    };
  });
}
