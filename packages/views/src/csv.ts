/**
 * Lists as CSV (RFC 4180, CRLF, UTF-8). Spreadsheets run cells that begin like a formula: such a
 * text gets an apostrophe before it.
 */
export type Cell = string | number | boolean | undefined;

/** CSV text of a header and rows. Moments should be given as ISO 8601 texts. */
export function toCsv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [header, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(value: Cell): string {
  if (value === undefined) return "";
  if (typeof value !== "string") return String(value);
  const safe = /^[\s]*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A moment for a spreadsheet: ISO 8601 in UTC; empty where there is none. */
export function csvMoment(at: number | undefined): string | undefined {
  return at === undefined ? undefined : new Date(at).toISOString();
}
