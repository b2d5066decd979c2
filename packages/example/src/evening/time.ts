/** Spans of time that scenes reckon with, in ms; the hour at which nobody is awake; a vote's next hour. */
import { declarableFrom, fateAt, type State } from "@nabat/body";
import type { Vote } from "@nabat/body/votes/part.ts";

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

/** The next hour that changes what can be done in a vote outside a sitting; `undefined`: none is still to come. */
export function voteHour(state: State, vote: Vote | undefined, now: number): number | undefined {
  if (!vote) return undefined;
  const fate = fateAt(state, vote, now);
  const waits = fate?.is === "waiting" || fate?.is === "contested" ? fate.until : undefined;
  const hours = [vote.opens, vote.closes, declarableFrom(state, vote, now), waits];
  const next = Math.min(...hours.filter((h): h is number => h !== undefined && h > now));
  return Number.isFinite(next) ? next : undefined;
}
