/** New keys for somebody (K-6, K-11, K-15): what their new device shows becomes the keys in the act. */
import { keyMark } from "@nabat/body/keys/mark.ts";
import { readNewKeys } from "../keys/new-keys-code.ts";
import { cardCode } from "../act/card-code.ts";
import { type FormWork, Said } from "../page/act-form.ts";
import { t } from "../page/say.ts";

/** A link that was opened here brought the code along. */
function fill(): void {
  const code = /^#keys=(.+)$/.exec(location.hash)?.[1];
  const field = document.querySelector<HTMLTextAreaElement>('form[data-act="key.recover"] textarea[name="code"]');
  if (code && field && field.value === "") field.value = decodeURIComponent(code);
  field?.addEventListener("input", showMark);
  showMark();
}

/** The mark of the keys, to compare with the new device's; and where they are asked for already, the way to be the second. */
function showMark(): void {
  const field = document.querySelector<HTMLTextAreaElement>('form[data-act="key.recover"] textarea[name="code"]');
  const shown = field && readNewKeys(field.value, document.body.dataset["body"] ?? "");
  const mark = shown && keyMark(shown.enrol.device);
  for (const at of document.querySelectorAll<HTMLElement>("[data-keys-mark]")) {
    at.hidden = !mark;
    const code = at.querySelector("code");
    if (code) code.textContent = mark ?? "";
  }
  let asked = false;
  for (const at of document.querySelectorAll<HTMLElement>("[data-asked-mark]")) {
    at.hidden = !mark || at.dataset["askedMark"] !== mark;
    asked ||= !at.hidden;
  }
  // Then there is nothing to ask for once more (K-7): only what was scanned stays, to be scanned anew.
  for (const part of field?.closest("form")?.children ?? [])
    if (part instanceof HTMLElement && !part.contains(field) && !part.matches("[data-keys-mark]")) part.hidden = asked;
}

fill();
globalThis.addEventListener("hashchange", fill);

/** A motion over somebody's keys names the new device's key, or the two whom the meeting sends (K-15). */
export const subject: FormWork = {
  prepare(_form, draft, own) {
    const of = draft.data["subject"] as { code?: unknown; device?: string; before?: readonly string[] };
    const code = String(of.code ?? "").trim();
    delete of.code;
    const sent = of.before?.length ?? 0;
    if (sent === 1 || (code === "" && sent === 0)) throw new Said(t("island-keys-name-one"));
    if (code === "") return;
    const shown = readNewKeys(code, own.body);
    if (!shown) throw new Said(t("island-new-keys-bad"));
    of.device = shown.enrol.device;
  },
};

export const work: FormWork = {
  prepare(_form, draft, own) {
    const shown = readNewKeys(String(draft.data["code"] ?? ""), own.body);
    if (!shown) throw new Said(t("island-new-keys-bad"));
    const card = String(draft.data["card"] ?? "").trim();
    delete draft.data["code"];
    delete draft.data["card"];
    Object.assign(draft.data, shown, card === "" ? {} : { code: cardCode(card) });
  },
};
