/** What forms start from: who may read a text, a moment for a field, persons to choose from. */
import { statutesOf } from "@nabat/body";
import { type Option, untorn } from "@nabat/ui";
import type { BodyReader, Person } from "@nabat/views";

/** The grade of ordinary texts in this body: what its rules say of entries. */
export function gradeOf(reader: BodyReader): "public" | "members" {
  return statutesOf(reader.state, reader.now).entries === "public" ? "public" : "members";
}

/** `2026-05-03T14:00` in the zone, on the full hour: the value of a `datetime-local` field. */
export function localMoment(ms: number, zone: string, minutes = false): string {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(ms);
  const of = (type: string) => parts.find((p) => p.type === type)?.value ?? "00";
  return `${of("year").padStart(4, "0")}-${of("month")}-${of("day")}T${of("hour")}:${minutes ? of("minute") : "00"}`;
}

/** A person's name where only plain words can stand: in a choice, a button, a sentence. */
export function plainName(person: Person): string {
  return untorn(person.name ?? person.id.slice(0, 8));
}

/** Persons as the choices of a field. */
export function peopleToChoose(people: readonly Person[]): Option[] {
  return people.map((p) => ({ value: p.id as string, label: plainName(p) }));
}

/** Lines with a title as the choices of a field. */
export function titlesToChoose(
  lines: readonly { readonly id: string; readonly title: { readonly text?: string } }[],
): Option[] {
  return lines.map((line) => ({ value: line.id, label: line.title.text ?? line.id.slice(0, 8) }));
}

/** The first seven in the evening at or after this moment, in the body's zone: an hour at which people can come. */
export function anEvening(ms: number, zone: string): string {
  const first = localMoment(ms, zone);
  return first.slice(11) <= "19:00"
    ? `${first.slice(0, 10)}T19:00`
    : `${localMoment(ms + 24 * 3600_000, zone).slice(0, 10)}T19:00`;
}
