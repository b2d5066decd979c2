/**
 * What a name and a title may hold (N-1, N-2), and how both are shown: one line, with something on it that
 * can be seen, nothing that turns the direction of writing or hides. Pages show them by {@link shownName}
 * whatever a record keeper let in.
 */
import { ok, refuse, type Result } from "@nabat/kernel";
import { NAME_CHARACTERS, TITLE_CHARACTERS } from "./sizes.ts";

/** Characters that can't be seen, or that turn others round. Joiners and the picture selector are looked at apart. */
const UNSEEN =
  /[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u{2800}]|(?!\u{200c}|\u{200d}|\u{fe0e}|\u{fe0f})[\p{Cf}\p{Default_Ignorable_Code_Point}]/u;
const EVERY_UNSEEN = new RegExp(UNSEEN.source, "gu");
/** A joiner after a letter that joins nothing: it would only make two equal names differ. */
const IDLE_JOINER = /(?:^|[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}\s\p{P}])[\u200c\u200d]/u;
/** Letters piled so high that they cover other lines. */
const PILED = /\p{M}{5,}/u;
const SOMETHING = /[\p{L}\p{N}]/u;
/** What pages put before the number that tells equal names apart (N-10): no name may hold it. */
export const MARK = "#";

/** Is this fit to be a name or a title (N-1, N-2)? Refuses several lines, too many characters, what can't be seen, nothing. */
export function wordingHolds(text: string, use: "name" | "title"): Result<true> {
  const rule = use === "name" ? "N-1" : "N-2";
  const most = use === "name" ? NAME_CHARACTERS : TITLE_CHARACTERS;
  if (/[\r\n\u2028\u2029\u0085\v\f]/.test(text)) return refuse(rule, "several-lines", { use });
  if ([...text].length > most) return refuse(rule, "too-long", { use, most });
  if (UNSEEN.test(text) || IDLE_JOINER.test(text) || PILED.test(text))
    return refuse(rule, "unseen-characters", { use });
  if (!SOMETHING.test(text)) return refuse(rule, "nothing-to-read", { use });
  return use === "name" && text.includes(MARK) ? refuse(rule, "not-in-names", { use, sign: MARK }) : ok(true);
}

/** A line as pages show it, whatever was let in: without what can't be seen, in one line, cut. */
function oneLine(text: string, most: number): string {
  // Nobody reads on in a name of a megabyte: it need not be gone through.
  const head = text.slice(0, 8 * most);
  const clean = head
    .replace(EVERY_UNSEEN, " ")
    .replace(/(\p{M}{4})\p{M}+/gu, "$1")
    .replace(/\s+/gu, " ")
    .trim();
  const characters = [...clean];
  return characters.length > most
    ? `${characters
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`
    : clean;
}

/** A name as pages show it (N-10); `undefined` where nothing of it can be read. */
export function shownName(text: string): string | undefined {
  const name = oneLine(text.replaceAll(MARK, " "), NAME_CHARACTERS);
  return SOMETHING.test(name) ? name : undefined;
}

/** A title as pages show it; a dash where nothing of it can be read. */
export function shownTitle(text: string): string {
  return oneLine(text, TITLE_CHARACTERS) || "–";
}
