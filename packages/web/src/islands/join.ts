/**
 * Invited: makes this person's keys for the body and signs the joining act with the new device and
 * the link's invitation key. A guest who comes with a personal invitation asks to become a member.
 */
import type { BodyId } from "@nabat/kernel";
import { utf8 } from "@nabat/kernel";
import { wordingHolds } from "@nabat/body/voice/wording.ts";
import { joinBytes } from "@nabat/body/members/signed-bytes.ts";
import { random, sha256 } from "@nabat/platform/browser/mod.ts";
import { makeData } from "../act/fields.ts";
import { readCheckpoint } from "../act/growth.ts";
import { signAndSend } from "../act/send.ts";
import { Unreachable } from "../api/client.ts";
import { askToPersist } from "../device/shelf.ts";
import type { OwnBody } from "../device/own-body.ts";
import { type Invitation, invitedSignature, readInvitation } from "../keys/invitation.ts";
import { newcomer, ownBodyOf } from "../keys/newcomer.ts";
import type { Sheet } from "../keys/sheet.ts";
import { Said } from "../page/act-form.ts";
import { desk, pageBody } from "../page/desk.ts";
import { el, goTo, mounts, notice } from "../page/dom.ts";
import { typedFields } from "../page/read-form.ts";
import { t } from "../page/say.ts";
import { hush, progress, tell, tellSent, tellWrong } from "../page/tell.ts";
import { signIn } from "../session/sign-in.ts";

/** What the record says of the invitation, for its holder. */
interface Invited {
  readonly as: "founder" | "member" | "guest";
  readonly until: number;
  readonly open: boolean;
  readonly many: boolean;
  readonly by?: string;
}

let sheet: Sheet | undefined;
/** Keys made once per page, so that a second try sends the same person. */
let made: { readonly own: OwnBody; readonly person: Awaited<ReturnType<typeof newcomer>> } | undefined;

/** Asks the server about an invitation; the link's key proves that the asker holds it. */
async function lookUp(body: string, invitation: Invitation): Promise<Invited> {
  const proof = invitedSignature(invitation, utf8(`nabat invited ${body} ${invitation.id}`));
  const got = await desk().api.bytes(`/api/bodies/${body}/invitations/${invitation.id}?proof=${proof}`);
  if (!("bytes" in got)) throw new Said(got.sentence);
  return JSON.parse(new TextDecoder().decode(got.bytes)) as Invited;
}

async function join(form: HTMLFormElement, body: string, invitation: Invitation): Promise<void> {
  const { api, things } = desk();
  const fields = makeData(typedFields(form), { sha256, random, zone: "UTC" });
  if (fields.wrong.length > 0) return tellWrong(form, fields.wrong);
  if (!fields.data["name"]) throw new Said(t("island-join-name"));
  // Before the sheet is written down: a name that the rules then refuse (N-1).
  const name = form.querySelector<HTMLInputElement>('input[name="name"]')?.value.trim() ?? "";
  if (!wordingHolds(name, "name").ok) throw new Said(t("island-join-name-odd"));
  const facts = await api.facts(body);
  if (!made) {
    sheet ??= await (await import("../keys/sheet.ts")).askForSheet();
    progress(form, t("island-signing"));
    const person = await newcomer(sheet.seed, facts.nonce);
    const { seed: _, ...safe } = sheet;
    const own = ownBodyOf(
      person,
      {
        id: body as BodyId,
        name: facts.name ?? "",
        nonce: facts.nonce,
        clerk: facts.clerk,
        epoch: facts.epoch,
        practice: facts.practice,
      },
      safe,
      Date.now(),
    );
    // The first look at the record is taken as it is: nothing was seen before to hold it against.
    const seen = await readCheckpoint(await api.checkpoint(body), own.body, own.clerk);
    if (typeof seen === "string") throw new Said(t("island-unsigned-record"));
    made = { own, person };
  }
  const { own, person } = made;
  progress(form, t("island-signing"));
  await things.keepBody(own);
  const invited = invitedSignature(invitation, joinBytes(body, person.member, person.device.key));
  const data = { ...fields.data, invitation: invitation.id, invited, enrol: person.enrol };
  const next = form.dataset["next"] ?? `/b/${body}`;
  const sent = await signAndSend(desk(), body, {
    kind: "join",
    data,
    attachments: fields.attachments,
    label: document.title,
    next,
  });
  if (sent.is === "refused") await things.forgetBody(body);
  if (sent.is !== "entered") return tellSent(form, sent);
  await askToPersist();
  await signIn(api, own).catch(() => false);
  goTo(next.replaceAll("{id}", sent.id).replaceAll("{body}", body));
}

async function apply(form: HTMLFormElement, own: OwnBody, invitation: Invitation): Promise<void> {
  const invited = invitedSignature(invitation, joinBytes(own.body, own.member, own.device.key));
  const next = form.dataset["next"] ?? `/b/${own.body}`;
  progress(form, t("island-signing"));
  const sent = await signAndSend(desk(), own.body, {
    kind: "apply",
    data: { invitation: invitation.id, invited },
    attachments: [],
    label: document.title,
    next,
  });
  if (sent.is !== "entered") return tellSent(form, sent);
  await signIn(desk().api, own).catch(() => false);
  goTo(next.replaceAll("{id}", sent.id).replaceAll("{body}", own.body));
}

function said(form: HTMLFormElement, sentence: string, ...more: Node[]): void {
  form.replaceChildren(notice("warn", t("island-join-cannot"), el("p", {}, sentence), ...more));
}

/** Looks the invitation up; gives what the button does, or says why it does nothing. */
async function prepare(form: HTMLFormElement): Promise<(() => Promise<void>) | void> {
  const body = form.dataset["body"] ?? pageBody() ?? "";
  const invitation = readInvitation(location.hash);
  if (!invitation) return said(form, t("island-join-no-link"));
  const own = await desk().things.body(body);
  const facts = await desk().api.facts(body, own?.device.key);
  const known = own !== undefined && facts.standing !== undefined && facts.standing !== "stranger";
  const invited = await lookUp(body, invitation);
  const bodyLink = el("p", {}, el("a", { class: "btn main", href: `/b/${body}` }, t("island-join-to-body")));
  if (known && facts.standing !== "guest") return said(form, t("island-join-already"), bodyLink);
  if (!invited.open) return said(form, t("island-join-used"));
  if (known && invited.as === "guest") return said(form, t("island-join-already"), bodyLink);
  const sentence = t(invited.by ? `island-join-by-${invited.as}` : `island-join-${invited.as}`, { by: invited.by });
  for (const { at } of mounts("invited-by")) at.replaceChildren(el("p", { class: "lead" }, sentence));
  if (known) for (const field of form.querySelectorAll(".field")) field.remove();
  return () => (known ? apply(form, own, invitation) : join(form, body, invitation));
}

function fail(form: HTMLFormElement, error: unknown): void {
  if (error instanceof Said) return tell(form, error.message);
  tell(form, t(error instanceof Unreachable ? "island-unreachable" : "island-broken"));
  if (!(error instanceof Unreachable)) throw error;
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-act="join"], form[data-act="apply"]')) {
  form.dataset["taken"] = "";
  const ready = prepare(form);
  ready.catch((error: unknown) => fail(form, error));
  // On a slow network the button may be pressed before the invitation was looked up: then it waits.
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (form.getAttribute("aria-busy") === "true") return;
    hush(form);
    form.setAttribute("aria-busy", "true");
    ready
      .then((press) => press?.())
      .catch((error: unknown) => fail(form, error))
      .finally(() => form.removeAttribute("aria-busy"));
  });
}
