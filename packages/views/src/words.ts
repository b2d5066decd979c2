/** What changed between two texts, word by word: longest common subsequence (Myers' bound by size). */

export type Change = readonly ["same" | "gone" | "new", string];

/** Texts beyond this many words are compared line by line. */
const MOST_WORDS = 2_000;

/** Changes that lead from `before` to `after`. Joining `same` and `new` gives `after` back. */
export function wordChanges(before: string, after: string): Change[] {
  const split = (text: string) => text.match(/\s+|[^\s]+/g) ?? [];
  let a = split(before);
  let b = split(after);
  if (a.length > MOST_WORDS || b.length > MOST_WORDS) {
    a = before.match(/[^\n]*\n|[^\n]+$/g) ?? [];
    b = after.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  }
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const middle =
    a.length * b.length > 9_000_000
      ? replaced(a.slice(head, a.length - tail), b.slice(head, b.length - tail))
      : common(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  return joined([["same", a.slice(0, head).join("")], ...middle, ["same", a.slice(a.length - tail).join("")]]);
}

function replaced(a: readonly string[], b: readonly string[]): Change[] {
  return [
    ["gone", a.join("")],
    ["new", b.join("")],
  ];
}

function common(a: readonly string[], b: readonly string[]): Change[] {
  const width = b.length + 1;
  const table = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i * width + j] =
        a[i] === b[j]
          ? table[(i + 1) * width + j + 1]! + 1
          : Math.max(table[(i + 1) * width + j]!, table[i * width + j + 1]!);
  const out: Change[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      out.push(["same", a[i]!]);
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && table[(i + 1) * width + j]! >= table[i * width + j + 1]!))
      out.push(["gone", a[i++]!]);
    else out.push(["new", b[j++]!]);
  }
  return out;
}

/** Joins neighbours of one kind and drops empty ones. */
function joined(changes: readonly Change[]): Change[] {
  const out: [Change[0], string][] = [];
  for (const [kind, text] of changes) {
    if (text === "") continue;
    const last = out.at(-1);
    if (last && last[0] === kind) last[1] += text;
    else out.push([kind, text]);
  }
  return out;
}
