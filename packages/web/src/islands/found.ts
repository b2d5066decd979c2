/** Start a group: the sheet first, then the founding act with all that stands beside it, signed here. */
import type { BodyId, KeyId } from "@nabat/kernel";
import { toBase64, toHex, utf8 } from "@nabat/kernel";
import { sayZone } from "@nabat/speech/dates.ts";
import { deviceSign, random, sha256 } from "@nabat/platform/browser/mod.ts";
import { drafts } from "../act/draft.ts";
import { makeData, textAttachment } from "../act/fields.ts";
import { receiptHolds } from "../act/receipt.ts";
import { signAct, type SignedAct } from "../act/sign.ts";
import { type Answer, attachmentsJson, Unreachable } from "../api/client.ts";
import type { OwnBody } from "../device/own-body.ts";
import { askToPersist } from "../device/shelf.ts";
import { newcomer, ownBodyOf } from "../keys/newcomer.ts";
import type { Sheet } from "../keys/sheet.ts";
import { Said } from "../page/act-form.ts";
import { confirmSigning, type ToConfirm } from "../page/confirm.ts";
import { desk } from "../page/desk.ts";
import { goTo } from "../page/dom.ts";
import { restoreValues, shownFields, typedFields, typedValues } from "../page/read-form.ts";
import { locale, t } from "../page/say.ts";
import { hush, progress, tell, tellWrong, unfold } from "../page/tell.ts";
import { signIn } from "../session/sign-in.ts";

/** The group whose decision establishes this one, and the decision. */
interface Mother {
  readonly body: string;
  readonly act: string;
}

const motherIn = (data: Record<string, unknown>) => data["establishedBy"] as Mother | undefined;

interface Ready {
  readonly own: OwnBody;
  readonly signed: SignedAct;
  readonly submission: Parameters<ReturnType<typeof desk>["api"]["found"]>[0];
  readonly mother?: Mother;
}

/** One draft for all the ways to this page: another template, the preview of the sentences. */
const DRAFT = "found";

let sheet: Sheet | undefined;
/** Signed and not answered yet: the same bytes are sent again, so no second body comes of it. */
let pending: { readonly typed: string; readonly ready: Ready } | undefined;

/** The rules and the text of their sentences, as the server words them for these settings. */
async function sentencesOf(form: HTMLFormElement): Promise<{ statutes: Record<string, unknown>; text: string }> {
  const query = new URLSearchParams({ lang: locale() });
  for (const f of typedFields(form))
    if (f.name === "template" || f.name.startsWith("statutes.")) query.set(f.name, f.value);
  const got = await desk().api.bytes(`${form.dataset["sentences"] ?? "/found/sentences"}?${query}`);
  if (!("bytes" in got)) throw new Said(got.sentence || t("island-refused", { rule: got.rule }));
  return JSON.parse(new TextDecoder().decode(got.bytes)) as { statutes: Record<string, unknown>; text: string };
}

/** What was chosen in a list of this form, as it is shown before signing; nothing where that is no. */
function chosen(form: HTMLFormElement, name: string): ToConfirm["lines"][number][] {
  const list = form.elements.namedItem(name);
  if (!(list instanceof HTMLSelectElement) || list.value === "") return [];
  const label = list.labels[0]?.textContent ?? "";
  return [{ label: label.trim(), value: (list.selectedOptions[0]?.textContent ?? "").trim(), text: false }];
}

async function prepare(form: HTMLFormElement, typed: string): Promise<Ready | undefined> {
  const { statutes, text } = await sentencesOf(form);
  const fields = typedFields(form).filter(
    (f) => f.name !== "template" && f.name !== "pick" && f.name !== "code" && !f.name.startsWith("statutes."),
  );
  const made = makeData(fields, {
    sha256,
    random,
    zone: typeof statutes["zone"] === "string" ? statutes["zone"] : "UTC",
  });
  if (made.wrong.length > 0) {
    tellWrong(form, made.wrong);
    return undefined;
  }
  const shown = shownFields(form).filter((line) => line.text);
  const label = form.querySelector('button[type="submit"]:not([data-no-sign])')?.textContent?.trim() ?? "";
  const mother = motherIn(made.data);
  const noted = mother && (await desk().things.body(mother.body)) !== undefined;
  const yes = await confirmSigning({
    title: label,
    lines: [
      ...shown,
      { label: t("island-found-zone"), value: sayZone(String(statutes["zone"] ?? "UTC"), locale()), text: false },
      ...chosen(form, "practice"),
      { label: t("island-found-rules"), value: text, text: true },
      ...(noted ? [{ label: t("island-found-mother"), value: t("island-found-mother-what"), text: false }] : []),
    ],
    yes: t("island-sign"),
  });
  if (!yes) return undefined;
  sheet ??= await (await import("../keys/sheet.ts")).askForSheet();
  progress(form, t("island-signing"));
  const nonce = toHex(random(16));
  const person = await newcomer(sheet.seed, nonce);
  const sentences = textAttachment({ sha256, random }, text, "public");
  const clerk = (form.dataset["clerk"] ?? (await desk().api.clerk()).key) as KeyId;
  const data = { ...made.data, nonce, statutes, text: sentences.ref, founder: person.enrol, clerk };
  const signed = await signAct(
    { v: 1, seq: 1, kind: "found", by: person.member, at: Date.now(), data: data as never },
    { key: person.device.key, sign: (m) => deviceSign(person.device, m) },
  );
  const code = typedFields(form)
    .find((f) => f.name === "code")
    ?.value.trim();
  const evidence = mother
    ? (await desk().api.json<{ evidence: string }>(`/api/bodies/${mother.body}/evidence/${mother.act}`)).evidence
    : undefined;
  const name = (typedFields(form).find((f) => f.name === "name")?.value ?? "").trim();
  const { seed: _, ...safe } = sheet;
  const own = ownBodyOf(
    person,
    { id: signed.id as unknown as BodyId, name, nonce, clerk, epoch: 0, practice: made.data["practice"] === true },
    safe,
    Date.now(),
  );
  const attachments = attachmentsJson([...made.attachments, sentences.attachment]);
  const ready = {
    own,
    signed,
    submission: { act: signed.text, attachments, ...(code ? { code } : {}), ...(evidence ? { evidence } : {}) },
    ...(mother ? { mother } : {}),
  };
  pending = { typed, ready };
  return ready;
}

/**
 * The group that decided on it learns that it stands from the same hand (F-11), where this device holds a
 * key of that group. Where it doesn't, or where that fails, the motion's page there asks for it.
 */
async function tellMother({ body, act }: Mother, child: string, founding: string): Promise<void> {
  if (!(await desk().things.body(body))) return;
  const { signAndSend } = await import("../act/send.ts");
  const label = t("island-found-mother");
  const wish = {
    kind: "established",
    data: { result: act, body: child },
    evidence: toBase64(utf8(founding)),
    attachments: [],
    label,
    next: `/b/${body}`,
  };
  await signAndSend(desk(), body, wish).catch((error: unknown) => {
    if (!(error instanceof Unreachable)) throw error;
  });
}

async function found(form: HTMLFormElement): Promise<void> {
  // A founder's keys must last; over plain HTTP a browser gives only keys for a day (F-4, K-9).
  if (!window.isSecureContext) throw new Said(t("island-found-insecure"));
  const { api, things } = desk();
  const typed = JSON.stringify(typedFields(form));
  const ready = pending?.typed === typed ? pending.ready : await prepare(form, typed);
  if (!ready) return;
  const { own, signed, submission, mother } = ready;
  // On the device before it is sent: a lost answer must not leave a body whose key nobody has.
  await things.keepBody(own);
  progress(form, t("island-founding"));
  const answer: Answer = await api.found(submission);
  if (answer.is === "later") return tell(form, answer.sentence ?? t("island-unreachable"));
  if (answer.is === "refused") {
    await things.forgetBody(own.body);
    pending = undefined;
    return tell(form, answer.sentence || t("island-refused", { rule: answer.rule }));
  }
  if (!(await receiptHolds(answer.receipt, own.clerk, own.body, signed.id)))
    return tell(form, t("island-unsigned-receipt"));
  await things.keepReceipt({ act: signed.text, receipt: answer.receipt });
  await things.keepBody({ ...own, seq: 1 });
  if (mother) await tellMother(mother, own.body, signed.text);
  await askToPersist();
  await signIn(api, own).catch(() => false);
  drafts(sessionStorage).drop(DRAFT);
  goTo((form.dataset["next"] ?? "/b/{body}").replaceAll("{body}", own.body).replaceAll("{id}", own.body));
}

/** A server that stands nowhere in particular says UTC: then the group begins with this device's zone. */
function ownZone(form: HTMLFormElement): void {
  const zone = form.elements.namedItem("statutes.zone");
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone instanceof HTMLSelectElement && zone.value === "UTC" && [...zone.options].some((o) => o.value === here))
    zone.value = here;
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-act="found"]')) {
  form.dataset["taken"] = "";
  const keep = drafts(sessionStorage);
  const kept = keep.load(DRAFT);
  if (!kept) ownZone(form);
  // Another template brings its own numbers; what the person wrote goes along.
  if (kept)
    restoreValues(
      form,
      Object.fromEntries(Object.entries(kept).filter(([name]) => name !== "pick" && !name.startsWith("statutes."))),
    );
  form.addEventListener("input", () => keep.save(DRAFT, typedValues(form)));
  form.addEventListener("invalid", (event) => unfold(event.target, form), true);
  form.addEventListener("submit", (event) => {
    if (event.submitter?.dataset["noSign"] !== undefined) return;
    event.preventDefault();
    if (form.getAttribute("aria-busy") === "true") return;
    hush(form);
    form.setAttribute("aria-busy", "true");
    found(form)
      .catch((error: unknown) => {
        if (error instanceof Said) return tell(form, error.message);
        tell(form, t(error instanceof Unreachable ? "island-unreachable" : "island-broken"));
        if (!(error instanceof Unreachable)) throw error;
      })
      .finally(() => form.removeAttribute("aria-busy"));
  });
}
