/** Makes an invitation: its key here, its public half in the record; then the link, a QR code, a sheet to print. */
import { invitationText, newInvitationKey } from "../keys/invitation.ts";
import { type FormWork, takeForm } from "../page/act-form.ts";
import { announce, button, el } from "../page/dom.ts";
import { qrCode } from "../page/qr.ts";
import { moment, t } from "../page/say.ts";
import type { BytesKey } from "@nabat/platform/browser/mod.ts";

const keys = new WeakMap<HTMLFormElement, BytesKey>();

const work: FormWork = {
  prepare(form, draft) {
    const key = newInvitationKey();
    keys.set(form, key);
    draft.data["key"] = key.key;
    if (draft.data["as"] !== "guest") delete draft.data["many"];
    draft.data["until"] ??= Date.now() + 7 * 86_400_000;
  },
  after(form, id, own) {
    const key = keys.get(form);
    if (!key) return;
    const origin = form.dataset["origin"] || location.origin;
    const link = `${origin}/invited/${own.body}#${invitationText(id, key.secret)}`;
    const many = form.elements.namedItem("many");
    announce(sheet(own.name, link, many instanceof HTMLInputElement && many.checked));
    // Stays on this page: the link is shown once and kept nowhere.
    return "";
  },
};

function sheet(name: string, link: string, many: boolean): HTMLElement {
  const field = el("input", { type: "text", readonly: true, value: link, "aria-label": t("device-invite-link") });
  field.addEventListener("focus", () => field.select());
  const said = el("p", { role: "status", class: "soft" });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      said.textContent = t("device-invite-copied");
    } catch {
      field.select();
    }
  };
  const share = () => void navigator.share({ title: name, text: t("device-invite-share", { name }), url: link }).catch(() => undefined);
  return el(
    "section",
    { class: "sheet invitation" },
    el("h2", {}, t("device-invite-ready")),
    el("p", { class: "lead" }, t("device-invite-to", { name })),
    qrCode(link, t("device-invite-qr")),
    field,
    said,
    el("p", { class: "no-print" }, t(many ? "device-invite-many" : "device-invite-once")),
    el("p", { class: "print-only" }, t("device-invite-print", { when: moment(Date.now()) })),
    el(
      "p",
      { class: "row no-print" },
      button(t("device-invite-copy"), () => void copy(), "main"),
      "share" in navigator && button(t("device-invite-send"), share),
      button(t("device-print"), () => window.print()),
    ),
  );
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-act="invite"]')) takeForm(form, work);
