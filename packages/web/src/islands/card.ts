/**
 * A card for a member without a device (M rules): one-time codes made here, of which the record gets
 * only salted hashes; printed once, kept nowhere.
 */
import { toHex } from "@nabat/kernel";
import { cardCodeBytes } from "@nabat/body/members/signed-bytes.ts";
import { random, sha256 } from "@nabat/platform/browser/mod.ts";
import { type FormWork, takeForm } from "../page/act-form.ts";
import { button, el } from "../page/dom.ts";
import { t } from "../page/say.ts";

/** Crockford's base 32: no sign in it is mistaken for another. */
const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 16;

/** A code of 80 random bits (K-17). */
function newCode(): string {
  return [...random(LENGTH)].map((b) => SIGNS[b & 31]).join("");
}

const made = new WeakMap<HTMLFormElement, { readonly codes: readonly string[]; readonly name: string }>();

const work: FormWork = {
  prepare(form, draft) {
    // Another card for who has one names them (K-17); a newcomer's number is made here.
    const named = draft.data["member"];
    const member = typeof named === "string" && named !== "" ? named : toHex(random(16));
    // The last one is for keys on a phone, and for no vote (K-17); more than forty no card has.
    const codes = Array.from({ length: Math.min(40, Number(draft.data["codes"] ?? 20) + 1) }, newCode);
    const field = form.elements.namedItem("name");
    made.set(form, { codes, name: field instanceof HTMLInputElement ? field.value.trim() : "" });
    draft.data["member"] = member;
    draft.data["codes"] = codes.map((code) => toHex(sha256(cardCodeBytes(member as never, code))));
  },
  after(form, _id, own) {
    const card = made.get(form);
    if (!card) return;
    const list = el("ol", { class: "words" });
    const shown = (code: string): string => (code.match(/.{4}/g) ?? []).join(" ");
    for (const code of card.codes.slice(0, -1)) list.append(el("li", {}, shown(code)));
    const main = document.querySelector("main");
    const title = el("h2", { tabindex: "-1" }, t("island-card-title", { name: card.name, body: own.name }));
    main?.replaceChildren(
      el(
        "section",
        { class: "sheet seed read" },
        title,
        el("p", {}, t("island-card-what")),
        list,
        el("p", {}, el("strong", {}, t("island-card-phone")), " ", el("code", {}, shown(card.codes.at(-1) ?? ""))),
        el("p", {}, t("island-card-phone-what")),
        el("p", { class: "no-print" }, t("island-card-once")),
        el(
          "p",
          { class: "row no-print" },
          button(t("island-print"), () => window.print(), "main"),
          button(t("island-card-done"), () => location.reload()),
        ),
      ),
    );
    title.focus();
    return "";
  },
};

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-act="card"]')) takeForm(form, work);
