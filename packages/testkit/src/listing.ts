/** The list of numbers that tellers publish with a count of sealed positions (V-56). */
import { type ActId, type Hash, toHex, utf8 } from "@nabat/kernel";
import { type Attachment, attachmentHash, type AttachmentRef } from "@nabat/record";
import { listBytes, type ListLine } from "@nabat/body/votes/acts.ts";
import { listed } from "@nabat/body/votes/sealed.ts";
import { BESIDE, type House } from "./body.ts";
import { sha256 } from "./keys.ts";

/** The true lines: a number and its position for every one that was cast. */
export function trueLines(house: House, vote: ActId): ListLine[] {
  const cast = house.state.votes.votes.get(vote)?.cast ?? new Map<string, { opening: Hash }>();
  return [...cast.values()].flatMap(({ opening }) => {
    const opened = house.openings.get(opening);
    return opened?.number === undefined ? [] : [[opened.number, opened.choice] as const];
  });
}

/** What goes into `tally` besides the figures; nothing for a vote that isn't counted by lists. */
export function listingOf(
  house: House,
  vote: ActId,
  lines = trueLines(house, vote),
): { list?: Hash; file?: AttachmentRef } {
  const found = house.state.votes.votes.get(vote);
  if (!found || !listed(found)) return {};
  const bytes = listBytes(vote, lines);
  const list = toHex(sha256(bytes)) as Hash;
  // Each teller's own file: salted by what went before.
  const attachment: Attachment = { salt: sha256(utf8(`list ${list} ${house.state.size}`)).subarray(0, 16), bytes };
  const hash = attachmentHash(sha256, attachment);
  BESIDE.set(hash, attachment);
  return { list, file: { hash, grade: "members", media: "application/json", size: bytes.length } };
}
