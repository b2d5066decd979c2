/**
 * Withholding by a host (L2, W-2): one content is not served, and only openly. The notice says which
 * duty, until when and where to appeal; it is an entry that everybody sees. It takes the host's hand on
 * this machine, never a page: hosting is no office.
 */
import { type BodyId, canonicalBytes, type Hash, parseCanonical, refuse, type Result, utf8 } from "@nabat/kernel";
import { attachmentHash, checkNotice, type Notice, signingInput, withProof } from "@nabat/record";
import { random, sha256 } from "@nabat/platform";
import type { Clerk } from "./clerk.ts";
import type { Brought } from "./intake.ts";

export interface Withholding {
  readonly body: BodyId;
  readonly attachment: Hash;
  /** Which duty makes the host do it, in its own words; public. */
  readonly duty: string;
  /** ms since 1970. */
  readonly until: number;
  /** Where to appeal; public. */
  readonly appeal: string;
}

/** Enters the notice; answers with its index. Refuses W-2, C-3, API-3. */
export async function withhold(clerk: Clerk, what: Withholding): Promise<Result<number>> {
  const house = await clerk.house(what.body);
  if (!house) return refuse("API-3", "no-such-body");
  if (house.state.founding.clerk !== clerk.key.key)
    return refuse("C-3", "moved-house", { epoch: house.state.founding.epoch });
  const duty = textBeside(what.duty);
  const appeal = textBeside(what.appeal);
  const unsigned: Omit<Notice, "proof"> = {
    v: 1,
    body: what.body,
    notice: "withheld",
    at: house.moment(),
    data: { attachment: what.attachment, duty: refTo(duty), until: what.until, appeal: refTo(appeal) },
  };
  const { bytes } = signingInput(sha256, unsigned, clerk.key.key);
  const notice = withProof(unsigned, clerk.key.key, await clerk.key.signAsync(bytes));
  const value = parseCanonical(canonicalBytes(notice));
  if (!value.ok) return value;
  const signed = checkNotice(sha256, value.value);
  return signed.ok ? house.notice(signed.value, [duty, appeal]) : signed;
}

function textBeside(words: string): Brought {
  const attachment = { salt: random(16), bytes: utf8(words) };
  return { ...attachment, hash: attachmentHash(sha256, attachment), grade: "public", media: "text/plain" };
}

function refTo(text: Brought) {
  return { hash: text.hash, grade: text.grade, media: text.media, size: text.bytes.length };
}
