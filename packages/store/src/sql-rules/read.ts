/**
 * Reads the SQL out of source text, for the test that holds it to the rules: templates in backticks with
 * what is nested in them, plain strings that are statements, and the query builder's chains. It knows
 * nothing of types and needs none: the store writes its statements where they are sent.
 */

/** A statement or a piece of one. What the source fills in stands as `$`, the clock as `$now`. */
export interface Piece {
  readonly text: string;
  /** True where the query builder makes it: `text` is then the chain as written. */
  readonly built: boolean;
}

/** Comments may name what code may not do. */
export function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
}

/** All pieces of SQL in `source`. */
export function readSql(source: string): Piece[] {
  const code = withoutComments(source);
  const pieces: Piece[] = [];
  for (let at = 0; at < code.length; at++) {
    const sign = code.charAt(at);
    if (sign === "`") {
      const [text, end] = template(code, at + 1);
      pieces.push({ text: tidy(text), built: false });
      at = end;
    } else if (sign === '"' || sign === "'") {
      const end = closing(code, at);
      const text = tidy(code.slice(at + 1, end));
      if (STATEMENT.test(text)) pieces.push({ text, built: false });
      at = end;
    }
  }
  for (const chain of code.matchAll(/\.(?:selectFrom|insertInto|updateTable|deleteFrom)\([\s\S]*?(?=\.execute|;)/g))
    pieces.push({ text: tidy(chain[0]), built: true });
  return pieces.filter((p) => p.text !== "");
}

/** How a statement begins; anything else is a piece of one, or no SQL. */
const STATEMENT =
  /^(select|insert into|update|delete from|merge into|with|create|alter|drop|truncate|set|lock|listen|notify|copy|declare|do)\s/;

/** True for a whole statement. */
export function isStatement(piece: Piece): boolean {
  return piece.built || STATEMENT.test(piece.text);
}

/** The text of a template from just after its opening backtick, and the index of the closing one. */
function template(code: string, from: number): [text: string, end: number] {
  let text = "";
  for (let at = from; at < code.length; at++) {
    const sign = code.charAt(at);
    if (sign === "`") return [text, at];
    if (sign === "\\") at++;
    else if (sign === "$" && code.charAt(at + 1) === "{") {
      const [inside, end] = expression(code, at + 2);
      text += inside;
      at = end;
    } else text += sign;
  }
  throw new SyntaxError("a template without an end");
}

/** What an expression in a template gives: the templates in it, else a placeholder; and the index of its brace. */
function expression(code: string, from: number): [text: string, end: number] {
  let nested = "";
  let depth = 0;
  for (let at = from; at < code.length; at++) {
    const sign = code.charAt(at);
    if (sign === "`") {
      const [text, end] = template(code, at + 1);
      nested += ` ${text} `;
      at = end;
    } else if (sign === '"' || sign === "'") at = closing(code, at);
    else if (sign === "{") depth++;
    else if (sign === "}" && depth-- === 0) {
      const name = code.slice(from, at).trim();
      return [name === "nowMs" ? "$now" : nested || (/^sql\.(table|raw)/.test(name) ? "$table" : "$"), at];
    }
  }
  throw new SyntaxError("an expression without an end");
}

function closing(code: string, at: number): number {
  for (let end = at + 1; end < code.length; end++) {
    if (code.charAt(end) === "\\") end++;
    else if (code.charAt(end) === code.charAt(at) || code.charAt(end) === "\n") return end;
  }
  return code.length;
}

function tidy(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
