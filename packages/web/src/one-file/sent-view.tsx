/** Sending a signed act to a clerk, and its answer: without the clerk's own signature it proves nothing. */
import type { BodyId, KeyId } from "@nabat/kernel";
import type { Receipt } from "@nabat/record";
import { Notice } from "@nabat/ui/parts/notice.tsx";
import { Sentence } from "@nabat/ui/parts/texts.tsx";
import { useSay } from "@nabat/ui/say.ts";
import { receiptHolds } from "../act/receipt.ts";
import { type Answer, type Submission, Unreachable } from "../api/client.ts";
import type { Keeper } from "./facts.ts";
import { saveFile } from "./shell.ts";

/** An answer, and whether its receipt is the clerk's own. */
export type Sent = { readonly answer: Answer; readonly held: boolean } | "unreachable";

/** Sends; `clerk` is the key in office, as far as it is known. */
export async function sendAct(
  keeper: Keeper,
  body: BodyId,
  id: string,
  submission: Submission,
  clerk?: KeyId,
): Promise<Sent> {
  try {
    const answer = await keeper.api.submit(body, submission);
    const receipt = answer.is === "later" ? undefined : answer.receipt;
    const held = receipt !== undefined && clerk !== undefined && (await receiptHolds(receipt, clerk, body, id));
    return { answer, held };
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    return "unreachable";
  }
}

/** What the clerk answered. */
export function SentView({ sent }: { sent: Sent }) {
  const { t, date } = useSay();
  if (sent === "unreachable") return <Notice tone="warn" title={t("one-stop-unreachable")} />;
  const { answer, held } = sent;
  if (answer.is === "later") return <Notice tone="warn" title={t("one-sent-later")} />;
  if (answer.receipt && !held) return <Notice tone="needs" title={t("one-sent-receipt-bad")} />;
  const save = (receipt: Receipt) =>
    saveFile(`nabat-receipt-${receipt.act.slice(0, 8)}.json`, `${JSON.stringify(receipt, undefined, 1)}\n`);
  const keep = answer.receipt && (
    <p>
      {t("one-sent-receipt")}{" "}
      <button type="button" class="plain" onClick={() => answer.receipt && save(answer.receipt)}>
        {t("one-sent-save")}
      </button>
    </p>
  );
  if (answer.is === "refused") {
    return (
      <Notice tone="needs" title={t("one-sent-refused")}>
        <p>
          <Sentence>{answer.sentence}</Sentence>
        </p>
        {keep}
      </Notice>
    );
  }
  return (
    <Notice
      tone="good"
      title={t("one-sent-entered", { n: answer.receipt.index, when: date(answer.receipt.at) })}
      id="entered"
    >
      {keep}
    </Notice>
  );
}
