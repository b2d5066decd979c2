/**
 * Dates as people say them, in the body's time zone: "3 May at 14:05", with the year where it isn't
 * the present one. Works for any year, 1921 as well as 2026. The exact moment is a second function,
 * for titles and `<time>` elements.
 */
import type { Locale } from "./locale.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: Locale, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const tag = locale === "en" ? "en-GB" : locale;
  const key = `${tag} ${zone} ${JSON.stringify(options)}`;
  let made = formats.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(tag, { timeZone: zoneOrUtc(zone), ...options });
    formats.set(key, made);
  }
  return made;
}

/** The zone if this machine knows it, else UTC. */
export function zoneOrUtc(zone: string): string {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone }).format(0);
    return zone;
  } catch {
    return "UTC";
  }
}

function year(ms: number, zone: string): string {
  return format("en", zone, { year: "numeric" }).format(ms);
}

/** "3 May", or "3 May 1921" where `now` is given and lies in another year, or isn't given. */
export function sayDay(ms: number, zone: string, locale: Locale, now?: number): string {
  const same = now !== undefined && year(ms, zone) === year(now, zone);
  return text(
    format(locale, zone, { day: "numeric", month: "long", ...(same ? {} : { year: "numeric" }) }),
    locale,
    ms,
  );
}

/** A date in words: in French the first of a month is "1er". */
function text(made: Intl.DateTimeFormat, locale: Locale, ms: number): string {
  if (locale !== "fr") return made.format(ms);
  return made
    .formatToParts(ms)
    .map(({ type, value }) => (type === "day" && value === "1" ? "1er" : value))
    .join("");
}

/** "14:05" in the zone. */
export function sayClock(ms: number, zone: string, locale: Locale): string {
  return format(locale, zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(ms);
}

/** "3 May at 14:05" ("3 mai à 14:05"), with the year where it isn't that of `now`. */
export function sayDate(ms: number, zone: string, locale: Locale, now?: number): string {
  return `${sayDay(ms, zone, locale, now)}${locale === "fr" ? " à " : " at "}${sayClock(ms, zone, locale)}`;
}

/** A day people come together on: "Friday 3 May at 14:05" ("vendredi 3 mai à 14:05"). */
export function sayWhen(ms: number, zone: string, locale: Locale, now?: number): string {
  return `${format(locale, zone, { weekday: "long" }).format(ms)} ${sayDate(ms, zone, locale, now)}`;
}

/** The exact moment: weekday, date, seconds, and the zone by name. */
export function sayExactly(ms: number, zone: string, locale: Locale): string {
  const made = format(locale, zone, {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
    timeZoneName: "short",
  });
  const said = text(made, locale, ms);
  return zone === "UTC" ? said : `${said} (${zone})`;
}

/** A zone as people say it: "Berlin, Central European Time"; "UTC" stays. */
export function sayZone(zone: string, locale: Locale): string {
  const known = zoneOrUtc(zone);
  if (known === "UTC") return "UTC";
  const name = format(locale, known, { timeZoneName: "longGeneric" })
    // A moment of our time: some zones were called otherwise in 1970.
    .formatToParts(Date.UTC(2026, 6, 1))
    .find((part) => part.type === "timeZoneName")?.value;
  const place = (known.split("/").at(-1) ?? known).replaceAll("_", " ");
  return name ? `${place}, ${name}` : place;
}

/** For `<time datetime>`: ISO 8601 in UTC. */
export function isoMoment(ms: number): string {
  return new Date(ms).toISOString();
}
