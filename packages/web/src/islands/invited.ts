/** "I was invited": takes a link that was pasted or read out, and goes there. What follows `#` is sent nowhere. */
import { readInvitation } from "../keys/invitation.ts";
import { el } from "../page/dom.ts";
import { t } from "../page/say.ts";

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-open-link]")) {
  const wrong = el("p", { class: "wrong", role: "alert" });
  form.prepend(wrong);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const typed = form.querySelector("input")?.value.trim() ?? "";
    const link = URL.canParse(typed) ? new URL(typed) : undefined;
    const good =
      link &&
      /^https?:$/.test(link.protocol) &&
      /^\/invited\/[0-9a-f]{64}$/.test(link.pathname) &&
      readInvitation(link.hash);
    if (good) location.assign(link.href);
    else wrong.textContent = t("island-join-no-link");
  });
}
