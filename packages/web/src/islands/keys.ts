/** Keys: is the sheet on paper; a second device; the ways back for someone who lost theirs. */
import { deviceSign } from "@nabat/platform/browser/mod.ts";
import { type Sent, signAndSend } from "../act/send.ts";
import { Unreachable } from "../api/client.ts";
import { comeBack, grantDevice, pairingCode, readPairingCode, takeGranted, waitingDevice } from "../keys/devices.ts";
import { newcomer, ownBodyOf } from "../keys/newcomer.ts";
import { safeCheck } from "../keys/safe-check.ts";
import { askForSheet, wordsField } from "../keys/sheet.ts";
import type { OwnBody } from "../device/own-body.ts";
import { alarmNotice } from "../page/alarm.ts";
import { desk, pageBody } from "../page/desk.ts";
import { announce, button, el, goTo, mounts } from "../page/dom.ts";
import { t } from "../page/say.ts";
import { signIn } from "../session/sign-in.ts";

/** A code to scan, once what draws it is here. */
function qrFor(text: string, label: string): HTMLElement {
  const at = el("div", {});
  void import("../page/qr.ts").then(({ qrCode }) => at.replaceChildren(qrCode(text, label)));
  return at;
}

const said = () => el("p", { class: "wrong", role: "alert" });

/** Does the work of a button; says beside it what went wrong. */
async function attempt(at: HTMLElement, work: () => Promise<string | void>): Promise<void> {
  at.textContent = "";
  try {
    at.textContent = (await work()) ?? "";
  } catch (error) {
    at.textContent = t(error instanceof Unreachable ? "island-unreachable" : "island-broken");
    if (!(error instanceof Unreachable)) throw error;
  }
}

/** A sentence for what was not entered; nothing for what was. */
function sentence(sent: Sent): string | undefined {
  if (sent.is === "entered") return undefined;
  if (sent.is === "alarm") announce(alarmNotice(sent.alarm));
  return sent.is === "refused"
    ? sent.sentence
    : sent.is === "kept"
      ? t("island-kept")
      : sent.is === "unsigned"
        ? t("island-unsigned-record")
        : "";
}

async function enter(body: string): Promise<void> {
  const { api, things } = desk();
  const own = await things.body(body);
  if (own) await signIn(api, own).catch(() => false);
  goTo(`/b/${body}`);
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

/** A link that lets somebody who lost everything ask, from a new device, to come back in their own name. */
function recoveryLink(body: string, members: readonly { readonly id: string; readonly name: string }[]): HTMLElement {
  const choice = el("select", { id: "recover-who" }, el("option", { value: "" }, "–"));
  for (const m of members) choice.append(el("option", { value: m.id }, m.name || m.id.slice(0, 8)));
  const place = el("div", {});
  choice.addEventListener("change", () => {
    if (!choice.value) return place.replaceChildren();
    const link = `${location.origin}/b/${body}/keys#recover=${choice.value}`;
    const field = el("input", { type: "text", readonly: true, value: link, "aria-label": t("island-invite-link") });
    field.addEventListener("focus", () => field.select());
    place.replaceChildren(qrFor(link, t("island-invite-link")), field);
  });
  return el(
    "details",
    { id: "recover-link" },
    el("summary", {}, t("island-recover-other")),
    el("div", { class: "field" }, el("label", { for: "recover-who" }, t("island-recover-who")), choice),
    place,
  );
}

function pairing(body: string): HTMLElement {
  const place = el("div", {});
  const note = said();
  const show = async () => {
    const device = await waitingDevice(desk().things, body);
    const code = pairingCode(body, device);
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
  return el(
    "details",
    { id: "this-device", "data-keep": true, ontoggle: () => place.childElementCount === 0 && void show() },
    el("summary", {}, t("island-pair-this")),
    el("p", {}, t("island-pair-new-lead")),
    place,
  );
}

function withSheet(body: string): HTMLElement {
  const field = wordsField();
  const note = said();
  const go = () =>
    attempt(note, async () => {
      const seed = await field.seed();
      if (!seed) return;
      const sent = await comeBack(desk(), body, seed, t("island-back-do"));
      if (sent === "unknown") return t("island-back-unknown");
      if (sent.is === "entered") await enter(body);
      return sentence(sent);
    });
  return el(
    "details",
    { id: "back", "data-keep": true },
    el("summary", {}, t("island-back-title")),
    el("p", {}, t("island-back-lead")),
    field.at,
    note,
    el(
      "p",
      {},
      button(t("island-back-do"), () => void go(), "main"),
    ),
  );
}

/** `#recover=<member>` comes from a link that another member shows. */
function recovery(body: string): HTMLElement {
  const member = /^#recover=([0-9a-f]{32})$/.exec(location.hash)?.[1];
  const note = said();
  const go = () =>
    attempt(note, async () => {
      if (!member) return;
      const { api, things } = desk();
      const facts = await api.facts(body);
      const sheet = await askForSheet();
      const person = await newcomer(sheet.seed, facts.nonce);
      const { seed: _, ...safe } = sheet;
      const own = {
        ...ownBodyOf(
          person,
          {
            id: facts.body as never,
            name: facts.name ?? "",
            nonce: facts.nonce,
            clerk: facts.clerk,
            epoch: facts.epoch,
            practice: facts.practice,
          },
          safe,
          Date.now(),
        ),
        member: member as never,
      };
      await things.keepBody(own);
      const asNew = {
        ...desk(),
        signer: () => ({ key: person.device.key, sign: (m: Uint8Array) => deviceSign(person.device, m) }),
      };
      const sent = await signAndSend(asNew, body, {
        kind: "key.recover",
        data: { member, enrol: person.enrol },
        attachments: [],
        label: t("island-recover-do"),
        next: `/b/${body}`,
      });
      if (sent.is !== "entered" && sent.is !== "kept") await things.forgetBody(body);
      if (sent.is === "entered") asked();
      return sentence(sent);
    });
  const place = el("div", {});
  /** From here on this device only waits for others: it says so, and tries the door when told to. */
  const asked = () => {
    const goIn = () =>
      attempt(note, async () => {
        const own = await desk().things.body(body);
        if (!own || !(await signIn(desk().api, own))) return t("island-recover-not-yet");
        goTo(`/b/${body}`);
      });
    place.replaceChildren(
      el("p", { role: "status" }, t("island-recover-asked")),
      note,
      el(
        "p",
        {},
        button(t("island-recover-enter"), () => void goIn(), "main"),
      ),
    );
  };
  const open = member !== undefined;
  place.replaceChildren(
    ...(open
      ? [
          note,
          el(
            "p",
            {},
            button(t("island-recover-do"), () => void go(), "main"),
          ),
        ]
      : [el("p", {}, t("island-recover-how"))]),
  );
  return el(
    "details",
    { id: "recover", open, "data-keep": true },
    el("summary", {}, t("island-recover-title")),
    el("p", {}, t("island-recover-lead")),
    place,
  );
}

interface RestoreProps {
  readonly members?: readonly { readonly id: string; readonly name: string }[];
}

/** Fills the page's three places for who holds a key here, or for who doesn't. */
async function start(): Promise<void> {
  const body = pageBody();
  if (!body) return;
  const own = await desk().things.body(body);
  const known = own !== undefined && document.body.dataset["standing"] !== "stranger";
  for (const { at } of mounts("sheet"))
    at.replaceChildren(...(known ? [safeCheck(own) ?? el("p", {}, t("island-safe-done"))] : []));
  for (const { at } of mounts("device")) at.replaceChildren(known ? granting(own) : pairing(body));
  for (const { at, props } of mounts<RestoreProps>("restore"))
    at.replaceChildren(
      ...(known
        ? [
            recoveryLink(
              body,
              (props.members ?? []).filter((m) => m.id !== own.member),
            ),
          ]
        : [withSheet(body), recovery(body)]),
    );
}

void start();
