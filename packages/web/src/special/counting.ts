/**
 * What who counts sealed votes signs besides the count (V-51 to V-59): an offer with its secret, the secret
 * when a lot waits for it, one's own opening once more, and what those drawn found.
 */
import { equalBytes, fromHex, toHex } from "@nabat/kernel";
import type { Counts } from "@nabat/body/votes/acts.ts";
import { type ListLine, openingBytes, ownLine } from "@nabat/body/votes/opening-bytes.ts";
import { type Listed, listHolds } from "@nabat/body/votes/list-figures.ts";
import { deviceBox, random, seal, sha256, unseal } from "@nabat/platform/browser/mod.ts";
import type { BoxSecret } from "@nabat/platform/common/seal.ts";
import { bytesAttachment } from "../act/fields.ts";
import { type FormWork, Said } from "../page/act-form.ts";
import { desk } from "../page/desk.ts";
import { t } from "../page/say.ts";
import { linesOf } from "./list-lines.ts";
import { boxesIn, PAPER_BYTES } from "./opening.ts";

/** `teller.offer`: the secret stays on this device until a lot asks for it. */
export const offer: FormWork = {
  async prepare(_form, draft, own) {
    const secret = toHex(random(32));
    const commit = toHex(sha256(fromHex(secret)));
    await desk().things.keepOffer(own.body, { commit, secret });
    draft.data["commit"] = commit;
  },
};

/** `teller.reveal`: `data-commit` says which offer the lot asks for. */
export const reveal: FormWork = {
  async prepare(form, draft, own) {
    const kept = await desk().things.offer(own.body, form.dataset["commit"] ?? "");
    if (!kept) throw new Said(t("island-offer-elsewhere"));
    draft.data["secret"] = kept.secret;
  },
};

/** `opening.again`: what this device kept, sealed to those drawn. */
export const again: FormWork = {
  async prepare(form, draft) {
    const vote = draft.data["vote"] as string;
    const kept = await desk().things.opening(vote);
    if (!kept || kept.number === undefined) throw new Said(t("island-own-vote-none"));
    const boxes = boxesIn(form.dataset["tellers"]);
    if (boxes.length === 0) throw new Said(t("island-no-tellers"));
    const plain = openingBytes(vote, kept.choice, kept.salt, kept.number);
    const { ref, attachment } = bytesAttachment(
      { sha256, random },
      await seal(plain, boxes, typeof kept.choice === "string" ? 0 : PAPER_BYTES),
      "closed",
      "application/json",
    );
    draft.data["opening"] = ref;
    draft.attachments.push(attachment);
  },
};

/** A complaint as the page gives it to those drawn: the commitment cast, and the opening given again. */
interface Complaint {
  readonly commit: string;
  readonly opening: string;
}

/** Is the complaint right: an opening that fits its commitment, and isn't in the list as it was cast? */
export function upheld(vote: string, { commit }: Complaint, plain: Uint8Array, list: readonly ListLine[]): boolean {
  if (!equalBytes(sha256(plain), fromHex(commit))) return false;
  try {
    const { choice, number, salt } = JSON.parse(new TextDecoder().decode(plain)) as {
      choice: string | string[];
      number: string;
      salt: string;
    };
    if (!equalBytes(openingBytes(vote, choice, salt, number), plain)) return false;
    const line = ownLine(list, { number, commit });
    return line === undefined || JSON.stringify(line[1]) !== JSON.stringify(choice);
  } catch {
    return false;
  }
}

/**
 * How many complaints are right. One whose opening this device can't open, since it was sealed to somebody else, shows
 * nothing to those drawn and so shows nothing: else a single one would keep them from signing what they found.
 */
export async function rightOnes(
  vote: string,
  given: readonly (Complaint & { readonly sealed: Uint8Array })[],
  mine: BoxSecret,
  list: readonly ListLine[],
): Promise<number> {
  let right = 0;
  for (const complaint of given) {
    const plain = await unseal(complaint.sealed, mine);
    if (plain && upheld(vote, complaint, plain, list)) right++;
  }
  return right;
}

/** `recount`: opens what was given again, and holds each against commitment and list. */
export const recount: FormWork = {
  async prepare(form, draft, own) {
    const vote = draft.data["vote"] as string;
    const complaints = JSON.parse(form.dataset["complaints"] ?? "[]") as Complaint[];
    const file = await desk().api.bytes(`/api/bodies/${own.body}/attachments/${form.dataset["file"]}`);
    // A list that can't be had, or doesn't come to its own figures, holds nobody's number.
    const lines = "bytes" in file && toHex(sha256(file.bytes)) === form.dataset["hash"] ? linesOf(file.bytes) : [];
    const of = JSON.parse(form.dataset["of"] ?? "{}") as Listed;
    const counts = JSON.parse(form.dataset["counts"] ?? "{}") as Counts;
    const list = listHolds(of, lines, counts) ? lines : [];
    const given: (Complaint & { sealed: Uint8Array })[] = [];
    for (const complaint of complaints) {
      const got = await desk().api.bytes(`/api/bodies/${own.body}/attachments/${complaint.opening}`);
      if (!("bytes" in got)) throw new Said(got.sentence);
      given.push({ ...complaint, sealed: got.bytes });
    }
    draft.data["upheld"] = await rightOnes(vote, given, deviceBox(own.device), list);
    draft.data["of"] = complaints.length;
  },
};
