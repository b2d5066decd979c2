/**
 * Signs: every `<form data-act=…>` of this page becomes a signed act of this device. Kinds that need
 * more than their fields say name themselves in `data-special`; what that takes is fetched on demand.
 */
import type { FormWork } from "../page/act-form.ts";
import { takeForm } from "../page/act-form.ts";
import { showWaiting } from "../page/waiting.ts";

/** Forms that other islands of their own take over. */
const ELSEWHERE = new Set(["found", "join", "apply", "invite", "device.add", "key.recover", "card"]);

const SPECIAL: Readonly<Record<string, () => Promise<{ readonly work: FormWork }>>> = {
  "vote.cast": () => import("../special/cast.ts"),
  "vote.card": () => import("../special/card-vote.ts"),
  "tally.count": () => import("../special/tally.ts"),
  result: () => import("../special/result.ts"),
};

/** A form whose special part is loaded when its button is pressed. */
function lazily(load: () => Promise<{ readonly work: FormWork }>): FormWork {
  return {
    prepare: async (...given) => (await load()).work.prepare?.(...given),
    after: async (...given) => (await load()).work.after?.(...given),
  };
}

function takeAll(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-act]")) {
    const { act = "", special } = form.dataset;
    if (ELSEWHERE.has(act)) continue;
    const load = special === undefined ? undefined : SPECIAL[special];
    takeForm(form, load ? lazily(load) : {});
  }
}

takeAll();
void showWaiting();
// The live island brings fresh forms with the fresh page.
document.addEventListener("nabat:fresh", takeAll);
