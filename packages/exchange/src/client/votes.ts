/**
 * Votes on devices from the client's side (V-27 to V-34): casting a position so that only its readers
 * can open it, and, for a teller, opening and counting what was cast.
 */
import { type ActId, canonicalBytes, fromUtf8, type Hash, type MemberId, type Result, toHex } from "@nabat/kernel";
import { seal, unseal } from "@nabat/platform/common/seal.ts";
import { type Counts, openingBytes, type Position, POSITIONS, type VoteMode } from "@nabat/body/votes/acts.ts";
import type { AttachmentRef } from "@nabat/record";
import type { Entered, Seat } from "./seat.ts";
import { attach, type Text } from "./text.ts";

/** A vote as one needs to know it to cast. `boxes`: of the tellers' devices, for votes by count. */
export interface Ballot {
  readonly vote: ActId;
  readonly version: Hash;
  readonly mode: VoteMode;
  readonly boxes: readonly string[];
}

/** A position: what `vote.cast` and `vote.card` hold of it. */
export async function positionOn(
  seat: Pick<Seat, "tools">,
  ballot: Ballot,
  choice: Position,
  own: readonly string[] = [],
): Promise<{ commit: Hash; opening: Text }> {
  const salt = toHex(seat.tools.random(16));
  const plain = openingBytes(ballot.vote, choice, salt);
  const commit = toHex(seat.tools.sha256(plain)) as Hash;
  if (ballot.mode === "name") return { commit, opening: attach(seat.tools, plain, "members", "application/json") };
  const sealed = await seal(plain, [...new Set([...ballot.boxes, ...own])]);
  return { commit, opening: attach(seat.tools, sealed, "closed", "application/octet-stream") };
}

/** Casts a position; the voter's own device can open it too. */
export async function cast(seat: Seat, ballot: Ballot, choice: Position): Promise<Result<Entered>> {
  const position = await positionOn(seat, ballot, choice, [seat.device.box.box]);
  return seat.put("vote.cast", { vote: ballot.vote, version: ballot.version, ...position });
}

/** An entry as the API gives it, with what is read of it here. */
interface EntryRow {
  readonly index: number;
  readonly id: ActId;
  readonly act?: { readonly kind: string; readonly by: MemberId; readonly data: Record<string, unknown> };
}

/** All entries that match, newest first. */
export async function entriesOf(seat: Seat, query: string): Promise<EntryRow[]> {
  const out: EntryRow[] = [];
  for (let before = ""; ;) {
    const page = await seat.get<{ entries: EntryRow[]; next?: number }>(`entries?limit=500&${query}${before}`);
    out.push(...page.entries);
    if (page.next === undefined) return out;
    before = `&before=${page.next}`;
  }
}

/** Box keys of a member's devices, read from the entries that brought them in, without those that ended. */
export async function boxesOf(seat: Seat, member: MemberId): Promise<string[]> {
  const boxes = new Map<string, string>();
  for (const { act } of (await entriesOf(seat, `by=${member}`)).reverse()) {
    const data = act?.data as { enrol?: Grant; founder?: Grant } & Partial<Grant>;
    const grant =
      act?.kind === "device.add"
        ? (data as Grant)
        : act?.kind === "found"
          ? data.founder
          : act?.kind === "join" || act?.kind === "key.recover"
            ? data.enrol
            : undefined;
    if (grant) boxes.set(grant.device, grant.box);
    if (act?.kind === "device.end") boxes.delete(String(data.device));
  }
  return [...boxes.values()];
}

interface Grant {
  readonly device: string;
  readonly box: string;
}

/**
 * A teller opens every position of a vote by count with their own device and counts them. Positions
 * that don't open, or aren't what was committed to, are left out: then the figures don't reach the
 * number cast, and the clerk refuses the tally (V-34).
 */
export async function countSealed(teller: Seat, vote: ActId): Promise<Counts> {
  const counts: Record<string, number> = Object.fromEntries(POSITIONS.map((p) => [p, 0]));
  const confirmed = new Set((await entriesOf(teller, "kind=cosign")).map((e) => String(e.act?.data["of"])));
  const cards = (await entriesOf(teller, `kind=vote.card&about=${vote}`)).filter((e) => confirmed.has(e.id));
  for (const { act } of [...(await entriesOf(teller, `kind=vote.cast&about=${vote}`)), ...cards]) {
    if (!act) continue;
    const { commit, opening } = act.data as unknown as { commit: Hash; opening: AttachmentRef };
    const sealed = await teller.attachment(opening.hash);
    const plain = sealed.ok ? await unseal(sealed.value, teller.device.box) : undefined;
    const choice = plain && readChoice(teller, plain, vote, commit);
    if (choice) counts[choice] = (counts[choice] ?? 0) + 1;
  }
  return counts;
}

function readChoice(seat: Seat, plain: Uint8Array, vote: ActId, commit: Hash): Position | undefined {
  try {
    const opening = JSON.parse(fromUtf8(plain)) as { vote: string; choice: string };
    const right = opening.vote === vote && toHex(seat.tools.sha256(canonicalBytes(opening))) === commit;
    return right ? POSITIONS.find((p) => p === opening.choice) : undefined;
  } catch {
    return undefined;
  }
}
