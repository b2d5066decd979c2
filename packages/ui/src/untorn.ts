/** A name whose number stays beside it where a line ends (N-10): for what is shown, never for what is typed on. */
export function untorn(name: string): string {
  return name.replace(/ (?=#\d)/g, "\u00A0");
}
