/** The one style sheet of all pages, in layers, served under `/assets/nabat-<hash>.css`. */
import { base } from "./base.ts";
import { count } from "./count.ts";
import { layout } from "./layout.ts";
import { meeting } from "./meeting.ts";
import { parts } from "./parts.ts";
import { print } from "./print.ts";
import { tokens } from "./tokens.ts";

/** The whole style sheet as CSS text. */
export const stylesheet: string = [tokens, base, layout, parts, meeting, count, print]
  .join("\n")
  .replace(/^\s+/gm, "")
  .replace(/\n{2,}/g, "\n");
