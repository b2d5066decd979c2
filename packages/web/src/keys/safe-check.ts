/** "Not yet safe": asks two of the twelve words back, so that a sheet that was never written shows itself. */
import { desk } from "../page/desk.ts";
import { el, notice } from "../page/dom.ts";
import { t } from "../page/say.ts";
import type { OwnBody } from "../device/own-body.ts";
import { wordFits } from "./newcomer.ts";

/** The question, or nothing where it was answered. */
export function safeCheck(own: OwnBody): HTMLElement | undefined {
  const checks = own.wordCheck ?? [];
  if (own.safe || checks.length === 0) return undefined;
  const fields = checks.map((check) => ({
    check,
    input: el("input", {
      type: "text",
      id: `word-${check.place}`,
      autocomplete: "off",
      autocapitalize: "none",
      spellcheck: "false",
      required: true,
    }),
    wrong: el("p", { class: "wrong", role: "alert" }),
  }));
  const form = el("form", { "data-keep": true });
  for (const { check, input, wrong } of fields)
    form.append(
      el(
        "div",
        { class: "field" },
        el("label", { for: input.id }, t("island-safe-word", { n: check.place })),
        input,
        wrong,
      ),
    );
  form.append(el("p", {}, el("button", { type: "submit", class: "now" }, t("island-safe-check"))));
  const section = notice("needs", t("island-safe-title"), el("p", {}, t("island-safe-lead")), form);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    let good = true;
    for (const { check, input, wrong } of fields) {
      const fits = wordFits(check, input.value);
      wrong.textContent = fits ? "" : t("island-safe-wrong");
      if (!fits && good) input.focus();
      good &&= fits;
    }
    if (!good) return;
    void desk()
      .things.body(own.body)
      .then(async (now) => {
        const { wordCheck: _, ...rest } = now ?? own;
        await desk().things.keepBody({ ...rest, safe: true });
        const done = notice("good", t("island-safe-good"));
        section.replaceWith(done);
        done.tabIndex = -1;
        done.focus();
      });
  });
  return section;
}
