/** A code as it was typed from a card, as the record knows it: upper case, letters and digits alone. */
export function cardCode(typed: unknown): string {
  return (typeof typed === "string" ? typed : "").toUpperCase().replaceAll(/[^A-Z0-9]/g, "");
}
