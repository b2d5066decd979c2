/** A moment as people say it, the exact one on demand (title and `datetime`). */
import { isoMoment, sayDate, sayDay, sayExactly } from "@nabat/speech";
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

/** "3 May". */
export function Day({ at }: { at: number }) {
  const { locale, zone, now } = useSay();
  return (
    <time dateTime={isoMoment(at)} title={sayExactly(at, zone, locale)}>
      {sayDay(at, zone, locale, now)}
    </time>
  );
}
