/** Typed dates (`2026-05-03T14:05`, without a zone) are meant in the body's time zone. */

/**
 * The moment, in ms, of a local date and time in an IANA zone; a date alone is its midnight. Where a
 * clock change skips the hour the later moment is taken, where it repeats it the earlier one.
 * `undefined` for what is no date.
 */
export function zonedMillis(local: string, zone: string): number | undefined {
  const m = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(local);
  if (!m) return undefined;
  const [year, month, day, hour, minute, second] = [1, 2, 3, 4, 5, 6].map((i) => Number(m[i] ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  const back = new Date(wall);
  if (back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day || hour > 23 || minute > 59 || second > 59)
    return undefined;
  const before = wall - offsetAt(wall - 24 * 3600_000, zone);
  const after = wall - offsetAt(wall + 24 * 3600_000, zone);
  for (const guess of [Math.min(before, after), Math.max(before, after)])
    if (guess + offsetAt(guess, zone) === wall) return guess;
  return Math.max(before, after);
}

/** `2026-05-03T14:05` of a moment in a zone: what a date field shows. */
export function zonedText(ms: number, zone: string): string {
  return new Date(ms + offsetAt(ms, zone)).toISOString().slice(0, 16);
}

function offsetAt(ms: number, zone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).formatToParts(ms);
  const of = (type: string) => Number(parts.find((p) => p.type === type)?.value ?? 0);
  return (
    Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second")) -
    Math.floor(ms / 1000) * 1000
  );
}
