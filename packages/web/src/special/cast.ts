/** Casting a position (V-27 to V-31): by name its opening is members', by count sealed to the tellers. */
import { type FormWork, Said } from "../page/act-form.ts";
import { desk } from "../page/desk.ts";
import { t } from "../page/say.ts";
import { boxesIn, makePosition } from "./opening.ts";

export const work: FormWork = {
  async prepare(form, draft) {
    const { choice: given, vote } = draft.data as { choice?: string | string[]; vote: string };
    const known = form.dataset["choices"]?.split(" ");
    // A ballot's marks are a list; "none of these" and "blank" stand alone.
    const alone = Array.isArray(given) ? given.find((c) => c === "none" || c === "blank") : undefined;
    const choice = alone === undefined ? given : [alone];
    if (!choice || choice.length === 0) throw new Said(t("island-choose"));
    delete draft.data["choice"];
    const closed = form.dataset["grade"] === "closed";
    if (closed && !window.isSecureContext) throw new Said(t("island-seal-insecure"));
    const boxes = boxesIn(form.dataset["tellers"]);
    if (closed && boxes.length === 0) throw new Said(t("island-no-tellers"));
    const made = await makePosition(vote, choice, closed ? { grade: "closed", boxes } : { grade: "members" }, known);
    draft.data["commit"] = made.commit;
    draft.data["opening"] = made.opening;
    draft.attachments.push(made.attachment);
    // Kept here so that the voter can hold it against the record later; sent to nobody.
    await desk().things.keepOpening(vote, made.own);
  },
};
