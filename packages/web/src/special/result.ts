/**
 * Declaring a result (V-37): the figures are fetched as everyone can compute them, shown, and signed.
 * `admit` recomputes them and refuses a false declaration, so nothing rests on who declares.
 */
import { confirmSigning } from "../page/confirm.ts";
import { type FormWork, Said } from "../page/act-form.ts";
import { desk } from "../page/desk.ts";
import { t } from "../page/say.ts";

interface Declared {
  readonly vote: string;
  readonly counts: Record<string, number>;
  readonly whole: number;
  readonly present?: number;
  readonly outcome: string;
}

export const work: FormWork = {
  async prepare(_form, draft, own) {
    const vote = draft.data["vote"] as string;
    const got = await desk().api.bytes(`/api/bodies/${own.body}/votes/${vote}/result`);
    if (!("bytes" in got)) throw new Said(got.sentence);
    const said = JSON.parse(new TextDecoder().decode(got.bytes)) as Declared;
    const lines = [
      { label: t("island-outcome"), value: t(`island-outcome-${said.outcome}`), text: false },
      ...Object.entries(said.counts).map(([key, n]) => ({ label: t(`island-count-${key}`), value: String(n), text: false })),
      ...(said.present === undefined ? [] : [{ label: t("island-present"), value: String(said.present), text: false }]),
      { label: t("island-whole"), value: String(said.whole), text: false },
    ];
    if (!(await confirmSigning({ title: t("island-declare"), lines, yes: t("island-sign") }))) throw new Said(t("island-not-signed"));
    Object.assign(draft.data, said);
  },
};
