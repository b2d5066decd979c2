/** Makes an invitation: its key here, its public half in the record; then the link, a QR code, a sheet to print. */
import { invitationText, newInvitationKey } from "../keys/invitation.ts";
import { type FormWork, takeForm } from "../page/act-form.ts";
import { desk } from "../page/desk.ts";
import { button, el } from "../page/dom.ts";
import { qrCode } from "../page/qr.ts";
import { moment, t } from "../page/say.ts";
import { hush } from "../page/tell.ts";
import type { BytesKey } from "@nabat/platform/browser/mod.ts";

interface Making {
  readonly key: BytesKey;
  readonly many: boolean;
  /** For whom, as the inviter notes it; it never leaves this device. */
  readonly whom: string;
}

const making = new WeakMap<HTMLFormElement, Making>();

const work: FormWork = {
  async prepare(form, draft, own) {
    const { as, days = 7, for: whom = "" } = draft.data as { as: string; days?: number | string; for?: string };
    const key = newInvitationKey();
    making.set(form, { key, many: as === "guest-many", whom });
    // The term runs by the body's clock: a practice body has its own.
    const { now } = await desk().api.facts(own.body);
    draft.data = {
      as: as === "guest-many" ? "guest" : as,
      key: key.key,
      until: now + Number(days) * 86_400_000,
      ...(as === "guest-many" ? { many: true } : {}),
    };
  },
  after(form, id, own) {
    const made = making.get(form);
    if (!made) return;
    if (made.whom)
      void desk()
        .things.keepInvited(own.body, id, made.whom)
        .catch(() => undefined);
    const link = new URL(form.dataset["invited"] ?? `/invited/${own.body}`, form.dataset["origin"] || location.origin);
    link.hash = invitationText(id, made.key.secret);
    const shown = sheet(own.name, link.href, made);
    const at = document.querySelector('[data-island="invite"]');
    if (at) at.replaceChildren(shown);
    else document.querySelector("main")?.prepend(shown);
    document.querySelector('[data-none="invitations"]')?.remove();
    form.reset();
    hush(form);
    shown.tabIndex = -1;
    shown.focus();
    shown.scrollIntoView({ block: "start" });
    // Stays on this page: the link is shown once and kept nowhere.
    return "";
  },
};

function sheet(name: string, link: string, { many, whom }: Making): HTMLElement {
  const field = el("input", { type: "text", readonly: true, value: link, "aria-label": t("island-invite-link") });
  field.addEventListener("focus", () => field.select());
  const said = el("p", { role: "status", class: "soft" });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      said.textContent = t("island-invite-copied");
    } catch {
      field.select();
    }
  };
  const share = () =>
    void navigator.share({ title: name, text: t("island-invite-share", { name }), url: link }).catch(() => undefined);
  return el(
    "section",
    { class: "sheet invitation" },
    el("h2", {}, t("island-invite-ready")),
    el("p", { class: "lead" }, t("island-invite-to", { name })),
    whom ? el("p", {}, t("island-invite-for", { whom })) : "",
    qrCode(link, t("island-invite-qr")),
    field,
    said,
    el("p", { class: "no-print" }, t(many ? "island-invite-many" : "island-invite-once")),
    el("p", { class: "print-only" }, t("island-invite-print", { when: moment(Date.now()) })),
    el(
      "p",
      { class: "row no-print" },
      button(t("island-invite-copy"), () => void copy(), "main"),
      "share" in navigator && button(t("island-invite-send"), share),
      button(t("island-print"), () => window.print()),
    ),
  );
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-act="invite"]')) takeForm(form, work);

/** Beside each invitation that was made here, for whom it was meant. */
async function showWhom(at: HTMLElement): Promise<void> {
  const { body = "", invitation = "" } = at.dataset;
  const whom = await desk().things.invited(body, invitation);
  if (whom) at.replaceChildren(t("island-invite-for", { whom }));
  at.hidden = !whom;
}

for (const at of document.querySelectorAll<HTMLElement>("[data-invitation]")) void showWhom(at).catch(() => undefined);
