/**
 * A code as it was typed from a card, as the record knows it: upper case, letters and digits alone; what is taken for
 * another sign in Crockford's base 32 is that sign.
 */
export function cardCode(typed: unknown): string {
  return (typeof typed === "string" ? typed : "")
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");
}
