/** A position for a member without a device (V-32): one teller enters it with a code from the card. */
import { cardCode } from "../act/card-code.ts";
import { type FormWork, Said } from "../page/act-form.ts";
import { t } from "../page/say.ts";
import { boxesIn, makePosition } from "./opening.ts";

export const work: FormWork = {
  async prepare(form, draft) {
    const { choice, vote, code } = draft.data as { choice?: string; vote: string; code?: string };
    if (!choice) throw new Said(t("island-choose"));
    delete draft.data["choice"];
    // Whose keys are new stands before two elected tellers, without a code (K-12).
    if (cardCode(code) === "") delete draft.data["code"];
    else draft.data["code"] = cardCode(code);
    const closed = form.dataset["grade"] === "closed";
    const made = await makePosition(
      vote,
      choice,
      closed ? { grade: "closed", boxes: boxesIn(form.dataset["tellers"]) } : { grade: "members" },
    );
    draft.data["commit"] = made.commit;
    draft.data["opening"] = made.opening;
    draft.attachments.push(made.attachment);
  },
};
