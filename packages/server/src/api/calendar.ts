/**
 * Meetings as iCalendar (RFC 5545): one call, or all of a body that stand. Lines are folded at 75
 * octets and texts escaped, as the format asks; times are in UTC, so that no zone table is needed.
 *
 * What must not be missed stands in title and description too: calcurse 4.7.1 takes in a cancelled event like any
 * other and drops its address (findings/calcurse-cancelled.sh).
 */
import type { CallShown } from "@nabat/views";

/** How long a meeting is shown in calendars, where no end is known, in ms. */
const SHOWN_MS = 2 * 3600_000;

/** What a calendar is made with, besides its calls. */
interface Around {
  readonly name: string;
  /** In ms. */
  readonly now: number;
  /** The address of a call. */
  readonly link: (id: string) => string;
  /** What a call that isn't to be attended as it stands is called: "not held", "signatures wanted". */
  readonly stage: (stage: CallShown["stage"]) => string;
}

/** A calendar of these calls. */
export function calendar(calls: readonly CallShown[], { name, now, link, stage }: Around): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Nabat//Nabat//EN",
    "CALSCALE:GREGORIAN",
    `X-WR-CALNAME:${escape(name)}`,
  ];
  for (const call of calls) {
    const gone = call.stage === "not-held" || call.stage === "lapsed";
    const warned = gone || call.stands === undefined ? `${stage(call.stage)}: ` : "";
    const agenda = call.agenda.map((i, n) => `${n + 1}. ${i.title.text ?? ""}`);
    lines.push(
      "BEGIN:VEVENT",
      `UID:${call.id}@nabat`,
      `DTSTAMP:${stamp(now)}`,
      `DTSTART:${stamp(call.starts)}`,
      `DTEND:${stamp(call.starts + SHOWN_MS)}`,
      `SUMMARY:${escape(warned + (call.title.text ?? ""))}`,
      ...(call.place?.text ? [`LOCATION:${escape(call.place.text)}`] : []),
      `DESCRIPTION:${escape([call.reason.text ?? "", ...agenda, link(call.id)].filter(Boolean).join("\n"))}`,
      `URL:${link(call.id)}`,
      `STATUS:${gone ? "CANCELLED" : call.stands === undefined ? "TENTATIVE" : "CONFIRMED"}`,
      "END:VEVENT",
    );
  }
  lines.push("END:VCALENDAR");
  return lines.map(fold).join("\r\n") + "\r\n";
}

/** `20260503T120500Z`. */
function stamp(ms: number): string {
  return new Date(ms).toISOString().replace(/[-:]|\.\d{3}/g, "");
}

function escape(text: string): string {
  return text
    .replace(/[\\;,]/g, (c) => `\\${c}`)
    .replace(/\r?\n/g, "\\n")
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, " ");
}

/** Folds a line at 75 octets, never inside a character. */
function fold(line: string): string {
  const encoder = new TextEncoder();
  let out = "";
  let width = 0;
  for (const char of line) {
    const bytes = encoder.encode(char).length;
    if (width + bytes > 75) {
      out += "\r\n ";
      width = 1;
    }
    out += char;
    width += bytes;
  }
  return out;
}
