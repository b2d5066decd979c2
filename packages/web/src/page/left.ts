/** Says beside a text field how much more may be written, once that is little: before anything is sent (N-1 to N-3). */
import { lengthOf } from "../act/fields.ts";
import { el } from "./dom.ts";
import { t } from "./say.ts";

/** From when on it is said: a fifth is left. */
const SOON = 0.8;

/** Counts in every field of a form that has a limit. */
export function countLeft(form: HTMLFormElement): void {
  for (const field of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("[data-most]")) {
    const most = Number(field.dataset["most"]);
    const said = el("p", { class: "hint left", role: "status" });
    field.after(said);
    const say = () => {
      const left = most - lengthOf(field.value, most);
      said.textContent =
        left < 0 ? t("island-over", { n: -left }) : left <= most * (1 - SOON) ? t("island-left", { n: left }) : "";
      said.classList.toggle("wrong", left < 0);
    };
    field.addEventListener("input", say);
    say();
  }
}
