/** Forms of the page of keys: the sheet's words bring a device in, or sign on one that is in use (K-5, K-14, K-16). */
import type { Sent } from "../act/send.ts";
import { Unreachable } from "../api/client.ts";
import type { OwnBody } from "../device/own-body.ts";
import { comeBack, signWithSheet } from "../keys/devices.ts";
import { wordsField } from "../keys/sheet.ts";
import { signIn } from "../session/sign-in.ts";
import { alarmNotice } from "./alarm.ts";
import { desk } from "./desk.ts";
import { announce, button, el, goTo } from "./dom.ts";
import { t } from "./say.ts";

export const said = () => el("p", { class: "wrong", role: "alert" });

/** Does the work of a button; says beside it what went wrong. */
export async function attempt(at: HTMLElement, work: () => Promise<string | void>): Promise<void> {
  at.textContent = "";
  try {
    at.textContent = (await work()) ?? "";
  } catch (error) {
    at.textContent = t(error instanceof Unreachable ? "island-unreachable" : "island-broken");
    if (!(error instanceof Unreachable)) throw error;
  }
}

/** A sentence for what was not entered; nothing for what was. */
export function sentence(sent: Sent): string | undefined {
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

/** Goes in with the device that is known now. */
export async function enter(body: string): Promise<void> {
  const { api, things } = desk();
  const own = await things.body(body);
  if (own) await signIn(api, own).catch(() => false);
  goTo(`/b/${body}`);
}

/** The sheet's words, and what is chosen besides them. */
function sheetForm({
  choices,
  submit,
  go,
}: {
  readonly choices: readonly HTMLElement[];
  readonly submit: string;
  /** A sentence where it came to nothing. */
  readonly go: (seed: Uint8Array) => Promise<string | undefined>;
}): HTMLElement[] {
  const field = wordsField();
  const note = said();
  const press = () =>
    attempt(note, async () => {
      const seed = await field.seed();
      return seed ? go(seed) : undefined;
    });
  return [
    field.at,
    ...choices,
    note,
    el(
      "p",
      {},
      button(submit, () => void press(), "main"),
    ),
  ];
}

function choice(label: string, checked: boolean): { readonly at: HTMLElement; readonly box: HTMLInputElement } {
  const box = el("input", { type: "checkbox", checked });
  return { at: el("label", { class: "pick" }, box, el("span", {}, label)), box };
}

/** A device that isn't known comes in with the sheet. */
export function withSheet(body: string): HTMLElement {
  const others = choice(t("island-back-others"), false);
  const go = async (seed: Uint8Array) => {
    const sent = await comeBack(desk(), body, seed, { label: t("island-back-do"), endOthers: others.box.checked });
    if (sent === "unknown") return t("island-back-unknown");
    if (sent.is === "entered") await enter(body);
    return sentence(sent);
  };
  return el(
    "details",
    { id: "back", "data-keep": true },
    el("summary", {}, t("island-back-title")),
    el("p", {}, t("island-back-lead")),
    ...sheetForm({ choices: [others.at], submit: t("island-back-do"), go }),
  );
}

/** What the sheet is good for on a device that is in use: to end others, so that none objects; to end what holds devices back (K-14). */
export interface InUse {
  readonly devices: readonly { readonly key: string; readonly label: string }[];
  /** Two devices hold each other back. */
  readonly held?: boolean;
  /** This device's keys are new: with the old sheet it comes in anew, with everything (K-12, K-13). */
  readonly anew?: boolean;
}

/** On a device that is in use; nothing where the sheet is good for nothing more. */
export function useSheet(own: OwnBody, { devices, held, anew }: InUse): HTMLElement[] {
  if (anew) return [withSheet(own.body)];
  if (devices.length === 0 && !held) return [];
  const boxes = devices.map(({ key, label }) => ({ key, ...choice(label, held === true) }));
  const go = async (seed: Uint8Array) => {
    const chosen = boxes.filter(({ box }) => box.checked).map(({ key }) => key);
    if (chosen.length === 0 && !held) return t("island-use-sheet-choose");
    const sent = await signWithSheet(desk(), own, seed, { label: t("island-use-sheet-do"), devices: chosen });
    if (sent === "unknown") return t("island-use-sheet-other");
    if (sent.is === "entered") goTo(`/b/${own.body}/keys`);
    return sentence(sent);
  };
  const legend = el("fieldset", {}, el("legend", {}, t("island-use-sheet-end")), ...boxes.map(({ at }) => at));
  return sheetForm({ choices: boxes.length > 0 ? [legend] : [], submit: t("island-use-sheet-do"), go });
}
