/**
 * Votes on devices from the client's side (V-27 to V-34, O-6, G-40): casting a position or a paper so
 * that only its readers can open it, and, for a teller, opening and counting what was cast.
 */
import { type ActId, equalBytes, fromHex, fromUtf8, type Hash, type MemberId, type Result, toHex } from "@nabat/kernel";
import { countPapers, deviceForm } from "@nabat/body";
import { seal, sealedTo, unseal } from "@nabat/platform/common/seal.ts";
import {
  ballotBytes,
  type Counts,
  listBytes,
  listLines,
  openingBytes,
  openingFile,
  type Position,
  POSITIONS,
  type VoteMode,
} from "@nabat/body/votes/acts.ts";
import type { AttachmentRef } from "@nabat/record";
import type { Entered, Seat } from "./seat.ts";
import { attach, type Text } from "./text.ts";

/** A vote as one needs to know it to cast. `boxes`: of the tellers' devices, where positions are sealed. */
export interface Ballot {
  readonly vote: ActId;
  readonly version: Hash;
  readonly mode: VoteMode;
  /** In a mixed vote: how those outside the hall vote (G-40). */
  readonly devices?: "count" | "name";
  readonly boxes: readonly string[];
}

/** A position on a motion; in an election a paper: keys of those marked, `["none"]`, or nothing for a blank one (O-8). */
export type Choice = Position | readonly string[];

/** Who stands in an election's vote, and how papers are marked: what a count of them needs. */
export type Papers = Parameters<typeof countPapers>[0];

/** Bytes that a sealed paper is padded to: with 99 marks it is no longer, so its size tells nothing of them. */
const PAPER_BYTES = 896;

/** The hash of an election's ballot, by which its vote is called (O-6). `candidates`: who stands, in order of nomination. */
export function ballotVersion(
  tools: Pick<Seat["tools"], "sha256">,
  election: ActId,
  round: number,
  candidates: readonly { readonly key: string; readonly member: MemberId }[],
): Hash {
  return toHex(tools.sha256(ballotBytes(election, round, candidates))) as Hash;
}

/** A position or paper: what `vote.cast` and `vote.card` hold of it. Throws `RangeError` where the vote isn't on devices, or is sealed to nobody. */
export async function positionOn(
  seat: Pick<Seat, "tools">,
  ballot: Ballot,
  choice: Choice,
  own: readonly string[] = [],
): Promise<{ commit: Hash; opening: Text }> {
  const form = deviceForm(ballot);
  if (form === undefined) throw new RangeError(`a vote by ${ballot.mode} isn't on devices`);
  const salt = toHex(seat.tools.random(16));
  const number = form === "count" ? toHex(seat.tools.random(16)) : undefined;
  const plain = openingBytes(ballot.vote, choice, salt, number);
  const commit = toHex(seat.tools.sha256(plain)) as Hash;
  if (form === "name")
    return { commit, opening: attach(seat.tools, openingFile(plain, choice), "members", "application/json") };
  if (ballot.boxes.length === 0) throw new RangeError("sealed to no teller");
  const least = typeof choice === "string" ? 0 : PAPER_BYTES;
  const sealed = await seal(plain, [...new Set([...ballot.boxes, ...own])], least);
  return { commit, opening: attach(seat.tools, sealed, "closed", "application/octet-stream") };
}

/** How often a position is made anew whose mark somebody brought in before it was entered (E-6). */
const MADE_ANEW = 3;

/** Casts a position or a paper; the voter's own device can open it too. */
export async function cast(seat: Seat, ballot: Ballot, choice: Choice): Promise<Result<Entered>> {
  for (let times = 1; ; times++) {
    const position = await positionOn(seat, ballot, choice, [seat.device.box.box]);
    const put = await seat.put("vote.cast", { vote: ballot.vote, version: ballot.version, ...position });
    if (put.ok || put.code !== "opening-named-already" || times > MADE_ANEW) return put;
  }
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

/** Box keys of a member's devices, read from their own entries that brought them in, without those that ended; of new keys that others asked for (K-6) none. */
export async function boxesOf(seat: Seat, member: MemberId): Promise<string[]> {
  const boxes = new Map<string, string>();
  for (const { act } of (await entriesOf(seat, `by=${member}`)).reverse()) {
    const data = act?.data as { enrol?: Grant; founder?: Grant } & Partial<Grant>;
    const grant =
      act?.kind === "device.add"
        ? (data as Grant)
        : act?.kind === "found"
          ? data.founder
          : act?.kind === "join"
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
 * A teller opens with their own device every position of a vote that is sealed to them, and counts: the four positions,
 * or the papers of an election; with the list of numbers that is published with the count (V-56, V-63), ready for
 * `tally`. What is garbled, not what was committed to, or no position is `invalid`. What is sealed to other devices only
 * is left out: then the figures don't reach the number cast, and the clerk refuses the tally (V-34).
 */
export async function countListed(
  teller: Seat,
  vote: ActId,
  papers?: Papers,
): Promise<{ counts: Counts; list: Hash; file: Text }> {
  const opened = await openSealed(teller, vote);
  const bytes = listBytes(vote, listLines(opened));
  return {
    counts: countsOf(opened, papers),
    list: toHex(teller.tools.sha256(bytes)) as Hash,
    file: attach(teller.tools, bytes, "members", "application/json"),
  };
}

function countsOf(opened: readonly Opened[], papers?: Papers): Counts {
  if (papers)
    return countPapers(
      papers,
      opened.map(({ choice }) => choice ?? "invalid"),
    );
  const counts: Record<string, number> = Object.fromEntries(POSITIONS.map((p) => [p, 0]));
  for (const { choice } of opened) {
    const key = POSITIONS.find((p) => p === choice) ?? "invalid";
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

/** A sealed position as its teller opened it; without a choice where it isn't what was committed to. */
export interface Opened {
  readonly commit: Hash;
  readonly choice?: string | readonly string[];
  readonly number?: string;
}

/** Every position that was sealed to this device. */
export async function openSealed(teller: Seat, vote: ActId): Promise<Opened[]> {
  const out: Opened[] = [];
  const confirmed = new Set((await entriesOf(teller, "kind=cosign")).map((e) => String(e.act?.data["of"])));
  const cards = (await entriesOf(teller, `kind=vote.card&about=${vote}`)).filter((e) => confirmed.has(e.id));
  for (const { act } of [...(await entriesOf(teller, `kind=vote.cast&about=${vote}`)), ...cards]) {
    if (!act) continue;
    const { commit, opening } = act.data as unknown as { commit: Hash; opening: AttachmentRef };
    const sealed = await teller.attachment(opening.hash);
    if (!sealed.ok) continue;
    const plain = await unseal(sealed.value, teller.device.box);
    const to = sealedTo(sealed.value);
    if (plain) out.push(readChoice(teller, plain, vote, commit));
    else if (to.length === 0 || to.includes(teller.device.box.box)) out.push({ commit });
  }
  return out;
}

function readChoice(seat: Seat, plain: Uint8Array, vote: ActId, commit: Hash): Opened {
  try {
    const { choice, number, salt } = JSON.parse(fromUtf8(plain)) as Record<"choice" | "number" | "salt", unknown>;
    const marks = Array.isArray(choice) && choice.every((m) => typeof m === "string");
    if (typeof salt !== "string" || typeof number !== "string" || !/^[0-9a-f]{32}$/.test(number)) return { commit };
    if (!marks && typeof choice !== "string") return { commit };
    const said = choice as string | string[];
    const fits = equalBytes(seat.tools.sha256(openingBytes(vote, said, salt, number)), fromHex(commit));
    return fits ? { commit, choice: said, number } : { commit };
  } catch {
    return { commit };
  }
}
