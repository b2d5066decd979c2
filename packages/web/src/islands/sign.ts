/**
 * Signs: every `<form data-act=…>` of this page becomes a signed act of this device. Kinds that need
 * more than their fields say name themselves in `data-special`; what that takes is fetched where they stand.
 */
import { cardCode } from "../act/card-code.ts";
import { Unreachable } from "../api/client.ts";
import type { FormWork } from "../page/act-form.ts";
import { takeForm } from "../page/act-form.ts";

/** Forms that other islands of their own take over. */
const ELSEWHERE = new Set(["found", "join", "apply", "invite", "device.add", "card"]);

/** What can't be undone is asked once more, whatever the page says. */
const FINAL = new Set(["leave", "erase", "device.end", "sitting.close", "sitting.interrupt", "resign"]);

const SPECIAL: Readonly<Record<string, () => Promise<{ readonly work: FormWork }>>> = {
  "vote.cast": () => import("../special/cast.ts"),
  "vote.card": () => import("../special/card-vote.ts"),
  "tally.count": () => import("../special/tally.ts"),
  "teller.offer": () => import("../special/counting.ts").then(({ offer }) => ({ work: offer })),
  "teller.reveal": () => import("../special/counting.ts").then(({ reveal }) => ({ work: reveal })),
  "greet.reveal": () => import("../special/counting.ts").then(({ reveal }) => ({ work: reveal })),
  "opening.again": () => import("../special/counting.ts").then(({ again }) => ({ work: again })),
  "key.recover": () => import("../special/new-keys.ts"),
  "keys.subject": () => import("../special/new-keys.ts").then(({ subject }) => ({ work: subject })),
  recount: () => import("../special/counting.ts").then(({ recount }) => ({ work: recount })),
  "meeting.call": () => import("../special/call.ts"),
};

/** A figure without its quality, or the other way round, says nothing (A rules). */
const account: FormWork = {
  prepare(_form, draft) {
    const present = draft.data["present"] as { value?: number; quality?: string } | undefined;
    if (present && (present.value === undefined || present.quality === undefined)) delete draft.data["present"];
  },
};

/** Codes as people type them; lists that may be empty and must be there all the same. */
const completed: Readonly<Record<string, FormWork>> = {
  "list.card": {
    prepare(_form, draft) {
      draft.data["code"] = cardCode(draft.data["code"]);
    },
  },
  "now.card": {
    prepare(_form, draft) {
      draft.data["code"] = cardCode(draft.data["code"]);
    },
  },
  "sitting.here": {
    prepare(_form, draft) {
      // Of a member with a card only.
      if (draft.data["member"] !== undefined) draft.data["code"] = cardCode(draft.data["code"]);
    },
  },
  "leave.card": {
    prepare(_form, draft) {
      draft.data["code"] = cardCode(draft.data["code"]);
    },
  },
  "leave.card.undo": {
    prepare(_form, draft) {
      draft.data["code"] = cardCode(draft.data["code"]);
    },
  },
  "stay.appeal": {
    prepare(_form, draft) {
      // Of who had a card only.
      if (draft.data["member"] !== undefined) draft.data["code"] = cardCode(draft.data["code"]);
    },
  },
  "card.object": {
    prepare(_form, draft) {
      draft.data["code"] = cardCode(draft.data["code"]);
    },
  },
  "election.open": {
    prepare(_form, draft) {
      draft.data["powers"] ??= [];
    },
  },
  move: {
    prepare(_form, draft) {
      const procedure = (draft.data["subject"] as { procedure?: { what?: string; order?: unknown } } | undefined)
        ?.procedure;
      if (procedure?.what === "agenda") procedure.order ??= [];
    },
  },
};

/**
 * A form whose special part comes after the page, and before its button is pressed: a phone that loses the
 * network in the middle of a vote signs all the same.
 */
function lazily(load: () => Promise<{ readonly work: FormWork }>): FormWork {
  const part = () =>
    load().catch(() => {
      throw new Unreachable();
    });
  void load().catch(() => undefined);
  return {
    prepare: async (...given) => (await part()).work.prepare?.(...given),
    after: async (...given) => (await part()).work.after?.(...given),
  };
}

function takeAll(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-act]")) {
    const { act = "", special } = form.dataset;
    if (ELSEWHERE.has(act)) continue;
    if (FINAL.has(act)) form.dataset["confirm"] ??= "";
    // These figures are counted from the sealed positions, not typed.
    if (special === "tally.count") form.querySelector(".counts")?.remove();
    const load = special === undefined ? undefined : SPECIAL[special];
    takeForm(form, load ? lazily(load) : act === "account" ? account : (completed[act] ?? {}));
  }
}

takeAll();
// The live island brings fresh forms with the fresh page.
document.addEventListener("nabat:fresh", takeAll);
