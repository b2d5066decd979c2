/** The signed act: to be saved, copied, carried as a code, or sent to a clerk, whose receipt is checked. */
import { useState } from "preact/hooks";
import { refusalSentence } from "@nabat/speech";
import { Sentence } from "@nabat/ui/parts/texts.tsx";
import { useSay } from "@nabat/ui/say.ts";
import type { SignedAct } from "../act/sign.ts";
import { attachmentsJson } from "../api/client.ts";
import { submissionText, textInCode } from "./act-file.ts";
import { ArrivedTitle } from "./arrived.tsx";
import type { Made } from "./build-acts.ts";
import type { Facts, GoodRecord } from "./facts.ts";
import { MOST_IN_CODE, Qr } from "./qr.tsx";
import { sendAct, type Sent, SentView } from "./sent-view.tsx";
import { saveFile } from "./shell.ts";
import { type Group, wouldBeRefused } from "./signing.ts";

/** What was signed and what to do with it. */
export function SignedView(p: {
  readonly made: Made;
  readonly signed: SignedAct;
  readonly facts: Facts;
  readonly group: Group;
  readonly record?: GoodRecord;
  readonly again: () => void;
  readonly forget: () => void;
}) {
  const { t, locale, zone } = useSay();
  const { made, signed, facts, group } = p;
  const [sent, setSent] = useState<Sent>();
  const [copied, setCopied] = useState(false);
  const submission = { act: signed.text, attachments: attachmentsJson(made.attachments) };
  const file = submissionText(submission);
  // An act whose text stands beside it is worth nothing alone: both travel together.
  const carried = made.attachments.length > 0 ? file : signed.text;
  const inCode = textInCode(carried);
  const refusal =
    p.record && facts.saw.size === p.record.head.size ? wouldBeRefused(p.record, signed, facts) : undefined;
  const foretold = p.record !== undefined && facts.saw.size === p.record.head.size;
  const send = async () => {
    if (group.keeper) setSent(await sendAct(group.keeper, group.body, signed.id, submission, facts.clerk));
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(carried);
      setCopied(true);
    } catch {
      // Some browsers keep the clipboard from files: the text is marked, to be copied by hand.
      document.querySelector<HTMLTextAreaElement>("#signed-text")?.select();
    }
  };
  const done = typeof sent === "object" && sent.answer.is === "entered" && sent.held;
  return (
    <section id="signed">
      <ArrivedTitle>{t("one-signed-title")}</ArrivedTitle>
      {!done && <p>{t("one-signed-lead")}</p>}
      {foretold && !done && (
        <p id="foretold" data-refused={refusal ? refusal.rule : ""}>
          <Sentence>
            {refusal
              ? `${t("one-signed-would-not")} ${refusalSentence(refusal, locale, { zone })}`
              : t("one-signed-would")}
          </Sentence>
        </p>
      )}
      {sent !== undefined && <SentView sent={sent} />}
      <p class="row">
        {group.keeper && !done && (
          <button type="button" class="now" onClick={() => void send()}>
            {t("one-signed-send")}
          </button>
        )}
        <button
          type="button"
          class={group.keeper ? "" : "main"}
          onClick={() => saveFile(`nabat-act-${signed.id.slice(0, 8)}.json`, file)}
        >
          {t("one-signed-save")}
        </button>
        <button type="button" onClick={() => void copy()}>
          {t(copied ? "one-signed-copied" : "one-signed-copy")}
        </button>
      </p>
      <div class="field">
        <label for="signed-text">{t("one-signed-text")}</label>
        {made.attachments.length > 0 && <p class="hint">{t("one-signed-beside")}</p>}
        <textarea id="signed-text" readOnly rows={6} value={carried} />
      </div>
      {made.keep !== undefined && (
        <p>
          {t("one-signed-keep")}
          <br />
          <code id="signed-keep">{made.keep}</code>
        </p>
      )}
      {inCode.length <= MOST_IN_CODE ? (
        <p>
          <Qr text={inCode} label={t("one-signed-qr")} />
        </p>
      ) : (
        <p>{t("one-signed-qr-large")}</p>
      )}
      <p class="row">
        <button type="button" onClick={p.again}>
          {t("one-signed-other")}
        </button>
        <button type="button" onClick={p.forget}>
          {t("one-key-forget")}
        </button>
      </p>
    </section>
  );
}
