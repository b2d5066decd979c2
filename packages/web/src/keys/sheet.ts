/**
 * The sheet: twelve words and a QR code of them, shown once, to be printed or written down. The page
 * keeps neither; on the way back the words bring every body's reserve key with them (DESIGN §4).
 */
import type { WordLanguage } from "@nabat/platform/common/words.ts";
import { button, el } from "../page/dom.ts";
import { locale, t } from "../page/say.ts";
import type { WordCheck } from "../device/own-body.ts";
import { newSeed, wordChecks } from "./newcomer.ts";

/** What the person chose: a new sheet, whose words are yet to be asked back, or one they had. */
export interface Sheet {
  readonly seed: Uint8Array;
  readonly safe: boolean;
  readonly wordCheck?: readonly WordCheck[];
}

const words = () => import("@nabat/platform/common/words.ts");

/** Shows the sheet in place of the whole page, so that it prints alone; resolves when the person goes on. */
export async function askForSheet(): Promise<Sheet> {
  const main = document.querySelector("main") ?? document.body;
  const before = [...main.childNodes];
  const at = el("div", { class: "read" });
  main.replaceChildren(at);
  try {
    return await new Promise<Sheet>((done) => {
      void showNew(at, done);
    });
  } finally {
    main.replaceChildren(...before);
  }
}

async function showNew(at: HTMLElement, done: (sheet: Sheet) => void): Promise<void> {
  const [{ seedWords }, { qrCode }] = await Promise.all([words(), import("../page/qr.ts")]);
  const seed = newSeed();
  const list = seedWords(seed, locale() as WordLanguage);
  const items = el("ol", { class: "words" });
  for (const word of list) items.append(el("li", {}, word));
  const title = el("h2", { tabindex: "-1" }, t("island-sheet-title"));
  at.replaceChildren(
    el(
      "section",
      { class: "sheet seed" },
      title,
      el("p", { class: "lead" }, t("island-sheet-lead")),
      items,
      qrCode(list.join(" "), t("island-sheet-qr")),
      el("p", { class: "print-only" }, t("island-sheet-print-note")),
      el("div", { class: "no-print" }, el("p", {}, t("island-sheet-once"))),
      el(
        "p",
        { class: "row no-print" },
        button(t("island-sheet-print"), () => window.print()),
        button(t("island-sheet-go-on"), () => done({ seed, safe: false, wordCheck: wordChecks(list) }), "main"),
      ),
      el(
        "p",
        { class: "no-print" },
        button(t("island-sheet-have"), () => showOld(at, done), "plain"),
      ),
    ),
  );
  title.focus();
  title.scrollIntoView({ block: "start" });
}

function showOld(at: HTMLElement, done: (sheet: Sheet) => void): void {
  const field = wordsField();
  const title = el("h2", { tabindex: "-1" }, t("island-sheet-old"));
  const go = async () => {
    const seed = await field.seed();
    if (seed) done({ seed, safe: true });
  };
  at.replaceChildren(
    el(
      "section",
      { class: "sheet seed" },
      title,
      el("p", {}, t("island-sheet-old-lead")),
      field.at,
      el(
        "p",
        { class: "row" },
        button(t("island-sheet-old-go"), () => void go(), "main"),
        button(t("island-sheet-new"), () => void showNew(at, done), "plain"),
      ),
    ),
  );
  title.focus();
}

/** A field for twelve words; `seed` gives the seed or says beside the field what is wrong. */
export function wordsField(): { readonly at: HTMLElement; readonly seed: () => Promise<Uint8Array | undefined> } {
  const area = el("textarea", {
    id: "sheet-words",
    rows: "4",
    autocomplete: "off",
    autocapitalize: "none",
    spellcheck: "false",
    "data-secret": true,
  });
  const wrong = el("p", { class: "wrong", role: "alert" });
  return {
    at: el("div", { class: "field" }, el("label", { for: "sheet-words" }, t("island-sheet-words")), area, wrong),
    async seed() {
      const { unknownWord, wordsSeed } = await words();
      const seed = wordsSeed(area.value);
      const word = seed ? undefined : unknownWord(area.value);
      const why = word === undefined ? t("island-sheet-wrong") : t("island-sheet-wrong-word", { word });
      wrong.textContent = seed ? "" : why;
      if (!seed) area.focus();
      return seed;
    },
  };
}
