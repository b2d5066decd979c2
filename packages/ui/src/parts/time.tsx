/** A moment as people say it, the exact one on demand (title and `datetime`). */
import { isoMoment, sayClock, sayDate, sayDay, sayExactly, sayWhen } from "@nabat/speech";
import { useSay } from "../say.ts";

/** "3 May at 14:05". */
export function Time({ at }: { at: number }) {
  const { locale, zone, now } = useSay();
  return (
    <time dateTime={isoMoment(at)} title={sayExactly(at, zone, locale)}>
      {sayDate(at, zone, locale, now)}
    </time>
  );
}

/** "Friday 3 May at 14:05": when people come together. */
export function When({ at }: { at: number }) {
  const { locale, zone, now } = useSay();
  return (
    <time dateTime={isoMoment(at)} title={sayExactly(at, zone, locale)}>
      {sayWhen(at, zone, locale, now)}
    </time>
  );
}

/** "14:05" where it lies on the same day as `since`, else "4 May at 14:05": for lines under a date. */
export function ClockTime({ at, since }: { at: number; since: number }) {
  const { locale, zone, now, day } = useSay();
  return (
    <time dateTime={isoMoment(at)} title={sayExactly(at, zone, locale)}>
      {day(at) === day(since) ? sayClock(at, zone, locale) : sayDate(at, zone, locale, now)}
    </time>
  );
}

/** "3 May". */
export function Day({ at }: { at: number }) {
  const { locale, zone, now } = useSay();
  return (
    <time dateTime={isoMoment(at)} title={sayExactly(at, zone, locale)}>
      {sayDay(at, zone, locale, now)}
    </time>
  );
}
