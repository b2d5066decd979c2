/**
 * The one way from a form to an entered act, which every island that signs uses: read the fields,
 * show what will be signed where that was asked for, sign and send, say what came of it, keep what
 * was typed until it is entered.
 */
import { random, sha256 } from "@nabat/platform/browser/mod.ts";
import type { Attachment } from "@nabat/record";
import { drafts } from "../act/draft.ts";
import { makeData } from "../act/fields.ts";
import { type Sent, signAndSend } from "../act/send.ts";
import { Unreachable } from "../api/client.ts";
import type { OwnBody } from "../device/own-body.ts";
import { confirmSigning } from "./confirm.ts";
import { desk } from "./desk.ts";
import { goTo } from "./dom.ts";
import { countLeft } from "./left.ts";
import { formName, restoreValues, shownFields, typedFields, typedValues } from "./read-form.ts";
import { t } from "./say.ts";
import { hush, progress, tell, tellSent, tellWrong, unfold } from "./tell.ts";

/** What a form's fields came to, for kinds that need more than their fields say. */
export interface Draft {
  data: Record<string, unknown>;
  readonly attachments: Attachment[];
}

export interface FormWork {
  /** Adds what no field holds: sealed positions, keys. May throw {@link Said} with a sentence for the person. */
  readonly prepare?: (form: HTMLFormElement, draft: Draft, own: OwnBody) => Promise<void> | void;
  /** After it is entered, before the page is left; returns another address or nothing. */
  readonly after?: (form: HTMLFormElement, id: string, own: OwnBody) => Promise<string | void> | string | void;
}

/** A sentence for the person, in place of an act. */
export class Said extends Error {}

/** Takes a form over: from now on its button signs on this device. */
export function takeForm(form: HTMLFormElement, work: FormWork = {}): void {
  if (form.dataset["taken"] !== undefined) return;
  form.dataset["taken"] = "";
  const keep = drafts(sessionStorage);
  const name = formName(form);
  const kept = keep.load(name);
  if (kept) restoreValues(form, kept);
  countLeft(form);
  form.addEventListener("input", () => keep.save(name, typedValues(form)));
  // A browser can't point at what is folded away, and would say nothing at all.
  form.addEventListener("invalid", (event) => unfold(event.target, form), true);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void submit(form, work, () => keep.drop(name));
  });
}

async function submit(form: HTMLFormElement, work: FormWork, entered: () => void): Promise<void> {
  if (form.getAttribute("aria-busy") === "true") return;
  hush(form);
  form.setAttribute("aria-busy", "true");
  try {
    const sent = await signForm(form, work, entered);
    if (sent === undefined) return;
    // It is signed and waits on this device: to send the same words once more would be a second act.
    if (sent.is === "kept") entered();
    tellSent(form, sent);
  } catch (error) {
    if (error instanceof Said) tell(form, error.message);
    else if (error instanceof Unreachable) tell(form, t("island-unreachable"));
    else {
      tell(form, t("island-broken"));
      throw error;
    }
  } finally {
    form.removeAttribute("aria-busy");
  }
}

/** Signs and sends; what is not entered is given back, `entered` is told of the rest before the page is left. */
async function signForm(form: HTMLFormElement, work: FormWork, entered: () => void): Promise<Sent | undefined> {
  const kind = form.dataset["act"] ?? "";
  const body = form.dataset["body"] ?? document.body.dataset["body"] ?? "";
  const d = desk();
  const own = await d.things.body(body);
  if (!own) throw new Said(t("island-no-key"));
  const made = makeData(typedFields(form), { sha256, random, zone: await zoneOf(form, body) });
  if (made.wrong.length > 0) {
    tellWrong(form, made.wrong);
    return undefined;
  }
  const draft: Draft = { data: made.data, attachments: made.attachments };
  const label = submitLabel(form);
  if (form.dataset["confirm"] !== undefined) {
    const warning = form.dataset["confirm"] || form.querySelector("p.small.soft")?.textContent || undefined;
    if (
      !(await confirmSigning({ title: label, lines: shownFields(form), yes: label, ...(warning ? { warning } : {}) }))
    )
      return undefined;
  }
  progress(form, t("island-signing"));
  await work.prepare?.(form, draft, own);
  const next = form.dataset["next"] ?? location.pathname;
  const sent = await signAndSend(d, body, { kind, data: draft.data, attachments: draft.attachments, label, next });
  if (sent.is === "entered") {
    entered();
    const other = await work.after?.(form, sent.id, own);
    if (other !== "") progress(form, t("island-entered"));
    if (other !== "") goTo((other ?? next).replaceAll("{id}", sent.id).replaceAll("{body}", body));
  }
  return sent.is === "entered" ? undefined : sent;
}

async function zoneOf(form: HTMLFormElement, body: string): Promise<string> {
  if (form.dataset["zone"]) return form.dataset["zone"];
  if (!form.querySelector('[data-as="moment"]')) return "UTC";
  return (await desk().api.facts(body)).zone ?? "UTC";
}

/** What the button says: the act in words. */
export function submitLabel(form: HTMLFormElement): string {
  return form.querySelector<HTMLElement>('button[type="submit"]')?.textContent?.trim() || document.title;
}
