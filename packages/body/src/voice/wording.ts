/**
 * What a name, a title and any other text may hold (N-1 to N-3), and how the first two are shown: one line, with something on it that
 * can be seen, nothing that turns the direction of writing or hides. Pages show them by {@link shownName}
 * whatever a record keeper let in.
 */
import { ok, refuse, type Result } from "@nabat/kernel";
import { NAME_CHARACTERS, TITLE_CHARACTERS, type Wording } from "./sizes.ts";

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
/** The mark, what is drawn like it, and how people else write "number"; letters that look like it only before a figure. */
const LIKE_MARK = /[#＃﹟♯⌗⋕⧣\u{1d130}№]|[井ⵌ](?=\s*\p{N})|(?<!\p{L})n\s?[°º˚ᵒ⁰∘]/iu;
const EVERY_LIKE_MARK = new RegExp(LIKE_MARK.source, "giu");
/** What opens a stretch of writing in the other direction, or closes it: what stands there isn't what is read. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/u;

/** Is this fit to be a remark, a place, the text of a motion or any other (N-3)? Refuses one in which nothing can be seen, and one that turns the writing round. */
function textHolds(text: string): Result<true> {
  if (TURNS.test(text)) return refuse("N-3", "turns-the-writing", { use: "text" });
  const seen = text.replace(EVERY_UNSEEN, "").replace(/[\s\p{M}\u200c\u200d]/gu, "");
  return seen === "" ? refuse("N-3", "nothing-to-read", { use: "text" }) : ok(true);
}

/** Is this fit to be a name, a title or another text (N-1 to N-3)? Of the first two refuses several lines, too many characters, what can't be seen, nothing. */
export function wordingHolds(text: string, use: Wording): Result<true> {
  if (use === "text") return textHolds(text);
  const rule = use === "name" ? "N-1" : "N-2";
  const most = use === "name" ? NAME_CHARACTERS : TITLE_CHARACTERS;
  if (/[\r\n\u2028\u2029\u0085\v\f]/.test(text)) return refuse(rule, "several-lines", { use });
  if ([...text].length > most) return refuse(rule, "too-long", { use, most });
  if (UNSEEN.test(text) || IDLE_JOINER.test(text) || PILED.test(text))
    return refuse(rule, "unseen-characters", { use });
  if (!SOMETHING.test(text)) return refuse(rule, "nothing-to-read", { use });
  const [sign] = (use === "name" && LIKE_MARK.exec(text)) || [];
  return sign === undefined ? ok(true) : refuse(rule, "not-in-names", { use, sign });
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
  const name = oneLine(text.slice(0, 8 * NAME_CHARACTERS).replace(EVERY_LIKE_MARK, " "), NAME_CHARACTERS);
  return SOMETHING.test(name) ? name : undefined;
}

/** A title as pages show it; a dash where nothing of it can be read. */
export function shownTitle(text: string): string {
  return oneLine(text, TITLE_CHARACTERS) || "–";
}
