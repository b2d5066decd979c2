/** Keys: is the sheet on paper; a second device; the ways back for someone who lost theirs. */
import {
  grantDevice,
  makeNewKeys,
  pairingCode,
  pairingOf,
  readPairingCode,
  takeGranted,
  waitingDevice,
} from "../keys/devices.ts";
import { keyMark } from "@nabat/body/keys/mark.ts";
import { fateOfNewKeys } from "../keys/fate.ts";
import { newKeysLink, readNewKeys } from "../keys/new-keys-code.ts";
import { safeCheck } from "../keys/safe-check.ts";
import { askForSheet } from "../keys/sheet.ts";
import type { OwnBody } from "../device/own-body.ts";
import { desk, pageBody } from "../page/desk.ts";
import { button, el, goTo, mounts } from "../page/dom.ts";
import { t } from "../page/say.ts";
import { attempt, enter, type InUse, said, sentence, useSheet, withSheet } from "../page/sheet-forms.ts";

/** A code to scan, once what draws it is here. */
function qrFor(text: string, label: string): HTMLElement {
  const at = el("div", {});
  void import("../page/qr.ts").then(({ qrCode }) => at.replaceChildren(qrCode(text, label)));
  return at;
}

/** The mark that whoever signs sees, too. */
function markOf(code: string, body: string): string {
  const shown = readNewKeys(code, body);
  return shown ? keyMark(shown.enrol.device) : "";
}

/** Granting another device, on one that holds a key. */
function granting(own: OwnBody): HTMLElement {
  const area = el("textarea", { id: "pair-code", rows: "3", autocomplete: "off", spellcheck: "false" });
  const note = said();
  const grant = () =>
    attempt(note, async () => {
      const device = readPairingCode(area.value, own.body);
      if (!device) return t("island-pair-bad");
      const sent = await grantDevice(desk(), own, device, t("island-pair-grant"), location.pathname);
      if (sent.is === "entered") goTo(location.pathname);
      return sentence(sent);
    });
  return el(
    "details",
    { id: "pair", "data-keep": true },
    el("summary", {}, t("island-pair-title")),
    el("p", {}, t("island-pair-lead")),
    el("div", { class: "field" }, el("label", { for: "pair-code" }, t("island-pair-code")), area, note),
    el(
      "p",
      {},
      button(t("island-pair-grant"), () => void grant(), "main"),
    ),
  );
}

/** Somebody else lost everything: the way to the page on which a member asks for them. */
function forSomebody(body: string): HTMLElement {
  return el(
    "p",
    { id: "for-somebody" },
    el("a", { class: "btn", href: `/b/${body}/new-keys/ask` }, t("island-recover-other")),
  );
}

function pairing(body: string): HTMLElement {
  const place = el("div", {});
  const note = said();
  const show = async () => {
    const device = await waitingDevice(desk().things, body);
    const { nonce } = await desk().api.facts(body);
    const code = pairingCode(body, await pairingOf(device, nonce));
    const area = el("textarea", { id: "own-code", rows: "4", readonly: true }, code);
    area.addEventListener("focus", () => area.select());
    const go = () =>
      attempt(note, async () => {
        if (!(await takeGranted(desk(), body))) return t("island-pair-not-yet");
        await enter(body);
      });
    place.replaceChildren(
      qrFor(code, t("island-pair-code")),
      el("div", { class: "field" }, el("label", { for: "own-code" }, t("island-pair-code")), area),
      el("p", {}, t("island-pair-made")),
      note,
      el(
        "p",
        {},
        button(t("island-pair-done"), () => void go(), "main"),
      ),
    );
  };
  /** Its code was shown already: it stays open, and says when the other device has granted it. */
  const waits = async () => {
    const device = await desk().things.pairing(body);
    if (!device) return;
    at.open = true;
    const facts = await desk().api.facts(body, device.key);
    if (facts.member && facts.standing !== "stranger") note.textContent = t("island-pair-granted");
  };
  const at = el(
    "details",
    { id: "this-device", "data-keep": true, ontoggle: () => place.childElementCount === 0 && void show() },
    el("summary", {}, t("island-pair-this")),
    el("p", {}, t("island-pair-new-lead")),
    place,
  );
  void waits().catch(() => undefined);
  return at;
}

/** Who lost everything makes new keys here, and shows them to a member who knows them (K-6). */
function recovery(body: string): HTMLElement {
  const note = said();
  const place = el("div", {});
  const goIn = () =>
    attempt(note, async () => {
      if (await takeGranted(desk(), body)) return enter(body);
      return (await fateOfNewKeys(desk(), body))?.says;
    });
  /** From here on this device only waits for others: it shows its keys, says what became of them, and tries the door when told to. */
  const shown = (code: string) => {
    const link = newKeysLink(location.origin, body, code);
    const area = el("textarea", { id: "new-keys", rows: "5", readonly: true }, link);
    area.addEventListener("focus", () => area.select());
    const status = el("p", { role: "status" }, t("island-recover-made"));
    const then = el("p", {}, t("island-recover-then"));
    void fateOfNewKeys(desk(), body)
      .then((fate) => {
        if (!fate || fate.is === "none") return;
        status.textContent = fate.says;
        status.className = fate.is === "off" ? "notice warn" : "notice";
        then.remove();
      })
      .catch(() => undefined);
    place.replaceChildren(
      status,
      qrFor(link, t("island-recover-show")),
      el("p", { class: "lead" }, t("island-new-keys-mark", { mark: markOf(code, body) })),
      el("div", { class: "field" }, el("label", { for: "new-keys" }, t("island-recover-show")), area),
      then,
      note,
      el(
        "p",
        {},
        button(t("island-recover-enter"), () => void goIn(), "main"),
      ),
    );
  };
  const make = () => attempt(note, async () => shown(await makeNewKeys(desk(), body, await askForSheet())));
  place.replaceChildren(
    note,
    el(
      "p",
      {},
      button(t("island-recover-do"), () => void make(), "main"),
    ),
  );
  const at = el(
    "details",
    { id: "recover", "data-keep": true },
    el("summary", {}, t("island-recover-title")),
    el("p", {}, t("island-recover-lead")),
    place,
  );
  void desk()
    .things.newKeys(body)
    .then((kept) => {
      if (!kept) return;
      shown(kept.code);
      at.open = true;
    });
  return at;
}

/** What the page knows of this device: it has ended; it stands for others' keys. */
interface Device {
  readonly ended?: boolean;
  readonly stands?: boolean;
}

/** Fills the page's three places for who holds a key here, or for who doesn't. */
async function start(): Promise<void> {
  const body = pageBody();
  if (!body) return;
  const own = await desk().things.body(body);
  const known = own !== undefined && document.body.dataset["standing"] !== "stranger";
  for (const { at, props } of mounts<Device>("sheet"))
    at.replaceChildren(
      ...(known && !props.ended
        ? [safeCheck(own) ?? el("p", {}, t(own.reserve === undefined ? "island-safe-elsewhere" : "island-safe-done"))]
        : []),
    );
  for (const { at, props } of mounts<Device>("device"))
    at.replaceChildren(known && !props.ended ? granting(own) : pairing(body));
  for (const { at, props } of mounts<InUse>("use-sheet")) at.replaceChildren(...(known ? useSheet(own, props) : []));
  for (const { at, props } of mounts<Device & { part?: "sheet" | "new" }>("restore")) {
    const inUse = known && !props.ended;
    const others = inUse ? (props.stands === false ? [] : [forSomebody(body)]) : [recovery(body)];
    const ways = [
      ...(props.part === "new" || inUse ? [] : [withSheet(body)]),
      ...(props.part === "sheet" ? [] : others),
    ];
    at.replaceChildren(...ways);
  }
}

void start();
