/** Says inside a form what came of it, beside the fields where it can. */
import type { Made } from "../act/fields.ts";
import type { Sent } from "../act/send.ts";
import { alarmNotice } from "./alarm.ts";
import { announce, el } from "./dom.ts";
import { t } from "./say.ts";

/** Clears what was said before. */
export function hush(form: HTMLFormElement): void {
  place(form).replaceChildren();
  for (const said of form.querySelectorAll(".wrong[data-said]")) said.remove();
  for (const c of form.querySelectorAll("[aria-invalid][data-said]")) {
    c.removeAttribute("aria-invalid");
    c.removeAttribute("data-said");
  }
}

/** Says one thing above the button, for screen readers too. */
export function tell(form: HTMLFormElement, ...sentences: readonly string[]): void {
  place(form).replaceChildren(...sentences.filter(Boolean).map((s) => el("p", { class: "wrong" }, s)));
  place(form).scrollIntoView({ block: "nearest" });
}

/** Something is under way: said, not shouted. */
export function progress(form: HTMLFormElement, sentence: string): void {
  place(form).replaceChildren(el("p", { class: "soft" }, sentence));
}

/** Unfolds whatever a field is folded away in, up to its form. */
export function unfold(field: EventTarget | null, form: HTMLFormElement): void {
  for (
    let at = field instanceof Element ? field.closest("details") : null;
    at;
    at = at.parentElement?.closest("details") ?? null
  ) {
    if (!form.contains(at)) return;
    at.open = true;
  }
}

/** Marks the fields that can't be used. */
export function tellWrong(form: HTMLFormElement, wrong: Made["wrong"]): void {
  for (const { name, why } of wrong) {
    const c = form.elements.namedItem(name);
    if (!(c instanceof HTMLElement)) continue;
    c.setAttribute("aria-invalid", "true");
    c.setAttribute("data-said", "");
    unfold(c, form);
    c.closest(".field")?.append(el("p", { class: "wrong", "data-said": "" }, t(`island-field-${why}`)));
    c.focus();
  }
}

/** What {@link Sent} means for the person; nothing for an act that was entered. */
export function tellSent(form: HTMLFormElement, sent: Sent): void {
  switch (sent.is) {
    case "entered":
      return;
    case "refused":
      return tell(form, sent.sentence || t("island-refused", { rule: sent.rule }));
    case "kept":
      return tell(form, sent.sentence ?? "", t("island-kept"));
    case "unsigned":
      return tell(form, t(sent.code === "receipt" ? "island-unsigned-receipt" : "island-unsigned-record"));
    case "alarm":
      place(form).replaceChildren();
      return announce(alarmNotice(sent.alarm));
  }
}

function place(form: HTMLFormElement): HTMLElement {
  let at = form.querySelector<HTMLElement>(".form-refusal");
  if (!at) {
    at = el("div", { class: "form-refusal", role: "alert" });
    form.append(at);
  }
  return at;
}
