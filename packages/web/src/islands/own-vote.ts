/** Your own position: what this device kept when you voted, held against the commitment in the record. */
import { toHex } from "@nabat/kernel";
import { openingBytes } from "@nabat/body/votes/opening-bytes.ts";
import { sha256 } from "@nabat/platform/browser/mod.ts";
import { desk } from "../page/desk.ts";
import { el, mounts } from "../page/dom.ts";
import { t } from "../page/say.ts";

/** A position in words, or a ballot's marks by name. */
function said(choice: string | readonly string[], labels: Readonly<Record<string, string>> = {}): string {
  return (typeof choice === "string" ? [choice] : choice).map((c) => labels[c] ?? t(`island-count-${c}`)).join(", ");
}

function show(): void {
  for (const { at, props } of mounts<{ vote: string; commit: string; labels?: Record<string, string> }>("own-vote")) {
    void desk()
      .things.opening(props.vote)
      .then((kept) => {
        if (!kept) return at.replaceChildren(el("p", { class: "soft" }, t("island-own-vote-none")));
        const fits =
          kept.commit === props.commit &&
          toHex(sha256(openingBytes(props.vote, kept.choice, kept.salt, kept.number))) === props.commit;
        // Shown when asked for, not to whoever looks over the shoulder.
        const words = fits
          ? t("island-own-vote", { choice: said(kept.choice, props.labels) })
          : t("island-own-vote-wrong");
        at.replaceChildren(
          fits
            ? el("details", {}, el("summary", {}, t("island-own-vote-show")), el("p", {}, words))
            : el("p", { class: "wrong" }, words),
        );
      });
  }
}

show();
document.addEventListener("nabat:fresh", show);
