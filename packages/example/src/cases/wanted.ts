/** What the facts of a case want: what a check expects, and the numbers of the source by their names. */

interface Facts {
  readonly checks: readonly { readonly id: string; readonly expect?: unknown }[];
  readonly numbers: readonly { readonly id: string; readonly value: unknown }[];
}

/** What a check of these facts expects. Throws where there is no such check. */
export function expectedOf(facts: Facts): (id: string) => unknown {
  return (id) => {
    const found = facts.checks.find((c) => c.id === id);
    if (!found) throw new Error(`no check ${id}`);
    return found.expect;
  };
}

/** A number of the source. Throws where there is none, or a range. */
export function numberOf(facts: Facts): (id: string) => number {
  return (id) => {
    const found = facts.numbers.find((n) => n.id === id)?.value;
    if (typeof found !== "number") throw new Error(`no number ${id}`);
    return found;
  };
}

/** A range of the source, such as "three or four": never rounded to one number. */
export function rangeOf(facts: Facts): (id: string) => readonly number[] {
  return (id) => {
    const found = facts.numbers.find((n) => n.id === id)?.value;
    if (!Array.isArray(found)) throw new Error(`no range ${id}`);
    return found as number[];
  };
}

/** The numbers that a pattern's groups find in a text. */
export function numbersIn(text: string | undefined, pattern: RegExp): number[] {
  return (pattern.exec(text ?? "") ?? []).slice(1).map((n) => Number(n.replaceAll(",", "")));
}
