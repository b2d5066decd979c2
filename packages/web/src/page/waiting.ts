/** What this device signed and could not deliver, and an alarm that still stands: said first on a page. */
import { sendKept } from "../act/send.ts";
import type { KeptAct } from "../device/own-body.ts";
import { alarmNotice } from "./alarm.ts";
import { desk, pageBody } from "./desk.ts";
import { button, el, goTo, notice, sayOnce, whole } from "./dom.ts";
import { moment, t } from "./say.ts";

/** Shows both, where there are any, at the top of the main part. */
export async function showWaiting(): Promise<void> {
  const body = pageBody();
  if (!body) return;
  const { things } = desk();
  const alarm = await things.alarm(body);
  if (alarm) sayOnce("alarm", () => alarmNotice(alarm));
  const kept = await things.keptActs(body);
  if (kept.length > 0) sayOnce("waiting", () => waitingNotice(kept));
}

function waitingNotice(kept: readonly KeptAct[]): HTMLElement {
  const list = el("ul", { class: "ledger" });
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  for (const act of kept) {
    const said = el("p", { class: "wrong", role: "alert" });
    const send = async () => {
      const sent = await sendKept(desk(), act);
      if (sent.is === "entered") return goTo(act.next.replaceAll("{id}", sent.id).replaceAll("{body}", act.body));
      if (sent.is === "alarm") return location.reload();
      said.replaceChildren(...whole(sent.is === "refused" ? sent.sentence : t("island-kept")));
    };
    const drop = async () => {
      await desk().things.dropAct(act);
      location.reload();
    };
    list.append(
      el(
        "li",
        {},
        el("b", {}, act.label),
        el("p", { class: "meta" }, moment(act.at, zone)),
        said,
        el(
          "p",
          { class: "row" },
          button(t("island-send-again"), () => void send(), "now"),
          button(t("island-send-drop"), () => void drop(), "plain"),
        ),
      ),
    );
  }
  const made = notice(
    "needs",
    t("island-waiting-title", { n: kept.length }),
    el("p", {}, t("island-waiting-what")),
    list,
  );
  return made;
}
