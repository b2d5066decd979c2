/**
 * The alarm: two signed statements about this record that can't both be true. Said in plain words;
 * both statements are kept, can be saved as a file and sent to everyone who watches this record.
 */
import type { Alarm } from "../device/own-body.ts";
import { desk } from "./desk.ts";
import { button, el, notice } from "./dom.ts";
import { moment, t } from "./say.ts";

/** The notice, with what the person can do. */
export function alarmNotice(alarm: Alarm): HTMLElement {
  const file = () => {
    const blob = new Blob([JSON.stringify({ format: "nabat-contradiction-1", ...alarm }, null, 1)], {
      type: "application/json",
    });
    const link = el("a", {
      href: URL.createObjectURL(blob),
      download: `nabat-contradiction-${alarm.body.slice(0, 12)}.json`,
    });
    link.click();
    URL.revokeObjectURL(link.href);
  };
  const goOn = async () => {
    const { things } = desk();
    const own = await things.body(alarm.body);
    // The evidence stays on the device under its own name; only the stop is lifted.
    await things.keepEvidence(alarm);
    if (own) {
      const { saw: _, ...rest } = own;
      await things.keepBody(rest);
    }
    await things.calm(alarm.body);
    location.reload();
  };
  return notice(
    "needs",
    t("island-alarm-title"),
    el("p", {}, t("island-alarm-what", { when: moment(alarm.at, Intl.DateTimeFormat().resolvedOptions().timeZone) })),
    el("p", {}, t("island-alarm-do")),
    el("p", { class: "row" }, button(t("island-alarm-save"), file, "now")),
    el(
      "details",
      {},
      el("summary", {}, t("island-alarm-texts")),
      el("pre", {}, alarm.old),
      el("pre", {}, alarm.present),
      el("p", { class: "small" }, alarm.code),
    ),
    el("p", {}, t("island-alarm-go-on-what")),
    el(
      "p",
      { class: "row" },
      button(t("island-alarm-go-on"), () => void goOn()),
    ),
  );
}
