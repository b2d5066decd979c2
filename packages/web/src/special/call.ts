/** A call with its first items: the call is signed, then each line of the list as an item of its agenda (G-24). */
import { random, sha256 } from "@nabat/platform/browser/mod.ts";
import type { Grade } from "@nabat/record";
import { textAttachment } from "../act/fields.ts";
import { signAndSend } from "../act/send.ts";
import { desk } from "../page/desk.ts";
import type { FormWork } from "../page/act-form.ts";
import { submitLabel } from "../page/act-form.ts";

/** Items that one form may bring. */
const MOST = 20;

export const work: FormWork = {
  async after(form, call, own) {
    const field = form.elements.namedItem("-items");
    const titles =
      field instanceof HTMLTextAreaElement
        ? field.value
            .split("\n")
            .map((l) => l.trim().slice(0, 200))
            .filter(Boolean)
        : [];
    const grade = (form.dataset["grade"] ?? "members") as Grade;
    const next = `/b/${own.body}/meetings/${call}`;
    for (const title of titles.slice(0, MOST)) {
      const { ref, attachment } = textAttachment({ sha256, random }, title, grade);
      const sent = await signAndSend(desk(), own.body, {
        kind: "meeting.item",
        data: { call, title: ref },
        attachments: [attachment],
        label: `${submitLabel(form)}: ${title}`,
        next,
      });
      // What can't be entered now is said on the page of the call, where it can be put again.
      if (sent.is !== "entered") break;
    }
  },
};
