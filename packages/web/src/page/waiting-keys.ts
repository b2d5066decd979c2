/** On every page of a group: new keys wait on this device, and what became of them (K-6, K-13). */
import { fateOfNewKeys } from "../keys/fate.ts";
import { desk } from "./desk.ts";
import { el, sayOnce } from "./dom.ts";
import { t } from "./say.ts";

export async function sayNewKeys(body: string): Promise<void> {
  const fate = await fateOfNewKeys(desk(), body);
  if (!fate) return;
  sayOnce("new-keys", () =>
    el(
      "section",
      { class: fate.is === "off" ? "notice warn" : "notice", role: "status" },
      el("h2", {}, t("island-new-keys-waiting")),
      el("p", {}, fate.says),
      el("p", {}, el("a", { href: `/b/${body}/lost` }, t("island-new-keys-go"))),
    ),
  );
}
