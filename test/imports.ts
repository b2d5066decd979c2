/**
 * What a source file imports, and the circles in a graph. Reads text, not syntax trees: comments are left
 * out, and a module's name must be written out, as it is everywhere here.
 */

const COMMENTS = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm;
const NAMED = /(?:\bfrom|\bimport)\s*\(?\s*"([^"\n]+)"/g;

/**
 * The modules that a source names, each as often as it stands: `import … from "x"`, `import "x"`,
 * `export … from "x"`, `import("x")`, for values and for types.
 */
export function modulesNamed(source: string): string[] {
  return [...source.replaceAll(COMMENTS, "").matchAll(NAMED)].map(([, name = ""]) => name);
}

/**
 * Every circle in a graph once, its nodes in order of the alphabet: the strongly connected parts of more
 * than one node, and nodes that point at themselves (Tarjan, 1972). Arrows to nodes that the graph doesn't
 * hold are passed over.
 */
export function circles(to: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (at: string): void => {
    order.set(at, order.size);
    low.set(at, order.get(at) ?? 0);
    stack.push(at);
    for (const next of to.get(at) ?? []) {
      if (!to.has(next)) continue;
      if (!order.has(next)) {
        visit(next);
        low.set(at, Math.min(low.get(at) ?? 0, low.get(next) ?? 0));
      } else if (stack.includes(next)) low.set(at, Math.min(low.get(at) ?? 0, order.get(next) ?? 0));
    }
    if (low.get(at) !== order.get(at)) return;
    const part = stack.splice(stack.indexOf(at));
    if (part.length > 1 || to.get(at)?.includes(at)) found.push(part.sort());
  };
  for (const at of to.keys()) if (!order.has(at)) visit(at);
  return found;
}
