/** Your own number: does it stand in a published list, with the position that you took (V-58)? This device looks by itself. */
import { toHex } from "@nabat/kernel";
import type { Counts } from "@nabat/body/votes/acts.ts";
import { type Listed, listHolds } from "@nabat/body/votes/list-figures.ts";
import { sha256 } from "@nabat/platform/browser/mod.ts";
import { desk, pageBody } from "../page/desk.ts";
import { el, mounts } from "../page/dom.ts";
import { t } from "../page/say.ts";
import { linesOf } from "../special/counting.ts";

interface Props {
  readonly vote: string;
  /** SHA-256 of the list, and the attachment that holds it. */
  readonly list: string;
  readonly file: string;
  /** What the teller counted, and what of the vote that is held against. */
  readonly counts: Counts;
  readonly of: Listed;
}

/** What this device finds; `undefined`: it kept nothing of this vote. */
async function look({ vote, list, file, counts, of }: Props): Promise<"stands" | "missing" | undefined> {
  const kept = await desk().things.opening(vote);
  if (!kept || kept.number === undefined) return undefined;
  const got = await desk().api.bytes(`/api/bodies/${pageBody()}/attachments/${file}`);
  if (!("bytes" in got) || toHex(sha256(got.bytes)) !== list) return "missing";
  const lines = linesOf(got.bytes);
  // A list that doesn't come to its own figures holds nobody's number.
  if (!listHolds(of, lines, counts)) return "missing";
  const line = lines.find(([number]) => number === kept.number);
  return line !== undefined && JSON.stringify(line[1]) === JSON.stringify(kept.choice) ? "stands" : "missing";
}

function show(): void {
  for (const { at, props } of mounts<Props>("own-number"))
    void look(props).then((found) => {
      if (found === undefined) return at.replaceChildren(el("p", { class: "soft" }, t("island-own-number-none")));
      const stands = found === "stands";
      at.replaceChildren(el("p", stands ? { class: "good" } : { class: "wrong" }, t(`island-own-number-${found}`)));
    });
}

show();
document.addEventListener("nabat:fresh", show);
