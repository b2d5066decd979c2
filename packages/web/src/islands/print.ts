/** A button that prints this page; without script the browser's own Print does the same. */
import { button, mounts } from "../page/dom.ts";
import { t } from "../page/say.ts";

function take(): void {
  for (const { at } of mounts("print")) at.replaceChildren(button(t("island-print"), () => window.print(), "main"));
}

take();
document.addEventListener("nabat:fresh", take);
