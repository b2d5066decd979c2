/**
 * Shows what will be signed before it is signed, and asks: the text that is signed is the text that
 * is shown (FACES). Keyboard, screen reader and Escape work as in any dialog.
 */
import { button, el } from "./dom.ts";
import { t } from "./say.ts";

export interface ToConfirm {
  readonly title: string;
  readonly warning?: string;
  readonly lines: readonly { readonly label: string; readonly value: string; readonly text: boolean }[];
  readonly yes: string;
}

/** True where the person says yes. */
export function confirmSigning(what: ToConfirm): Promise<boolean> {
  return new Promise((done) => {
    const dialog = el("dialog", { class: "confirm", "aria-labelledby": "confirm-title" });
    const list = el("dl", { class: "facts" });
    for (const line of what.lines)
      list.append(
        el(
          "div",
          {},
          el("dt", {}, line.label),
          el("dd", {}, line.text ? el("div", { class: "text" }, line.value) : line.value),
        ),
      );
    const answer = (yes: boolean) => {
      dialog.close();
      dialog.remove();
      done(yes);
    };
    for (const part of [
      el("h2", { id: "confirm-title", tabindex: "-1", autofocus: true }, what.title),
      what.lines.length > 0 && el("p", { class: "soft" }, t("island-confirm-lead")),
      what.lines.length > 0 && list,
      what.warning !== undefined && el("p", {}, what.warning),
      el(
        "p",
        { class: "row" },
        button(what.yes, () => answer(true), "now"),
        button(t("island-confirm-back"), () => answer(false)),
      ),
    ])
      if (part) dialog.append(part);
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      answer(false);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
