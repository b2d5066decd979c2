/** Spans of time that scenes reckon with, in ms, and the hour at which nobody is awake. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The first full hour at or after `from` at which it is three in the morning in that zone. */
export function threeInTheMorning(from: number, zone: string): number {
  const hour = new Intl.DateTimeFormat("en-GB", { hour: "numeric", hourCycle: "h23", timeZone: zone });
  for (let at = Math.ceil(from / HOUR) * HOUR, n = 0; n < 26; at += HOUR, n++)
    if (Number(hour.format(at)) === 3) return at;
  return from;
}
