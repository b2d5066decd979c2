/** What a line's end never parts: a name and its number, a rule and its own. For what is shown, never for what is typed on. */

/** A name whose number stays beside it where a line ends (N-10). */
export function untorn(name: string): string {
  return name.replace(/ (?=#\d)/g, "\u00A0");
}

/** "(rule V-16)", "N-4": a browser ends a line between the two halves of a number too, so that a space which holds is not enough. */
const CITED = /(\(?(?:(?:rule|règle)\u00a0)?(?<![\w-])[A-Z]{1,3}-\d{1,3}(?![\w-])\)?)/;

/** A sentence in its pieces; every second one, from the second on, is a rule that stays whole. */
export function pieces(sentence: string): readonly string[] {
  return sentence.split(CITED);
}

/** Tags, with `>` in what they say, and what can hold no other tag: there a rule is left as it stands. */
const BARE = /<(title|textarea|option|script|style)\b[^]*?<\/\1>|<(?:"[^"]*"|[^">])*>|[^<]+/g;

/** A whole page in which every rule that a sentence names stays on one line. */
export function wholeRules(html: string): string {
  return html.replace(BARE, (part: string) =>
    part.startsWith("<")
      ? part
      : pieces(part)
          .map((piece, i) => (i % 2 === 1 ? `<span class="nowrap">${piece}</span>` : piece))
          .join(""),
  );
}
