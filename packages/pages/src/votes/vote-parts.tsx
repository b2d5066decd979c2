/** What the forms around a vote need: who can count, when it may open, in which time zone it closes. */
import { statutesOf } from "@nabat/body";
import type { MemberId } from "@nabat/kernel";
import { Select, useSay } from "@nabat/ui";
import { type BodyReader, type Person, rollNames } from "@nabat/views";

export interface VoteSetting {
  readonly grade: "public" | "members";
  readonly roll: readonly Person[];
  readonly hours: number;
  /** Earliest close in the body's zone, for a `datetime-local` field. */
  readonly closesLocal: string;
}

const HOUR = 3_600_000;

/** Defaults for calling a vote over days. `naming`: is anybody to be named as a teller? Else the roll isn't read. */
export async function openVoteForm(reader: BodyReader, naming = true): Promise<VoteSetting> {
  const s = statutesOf(reader.state);
  return {
    grade: gradeOf(reader),
    roll: naming ? await rollNames(reader) : [],
    hours: s.voting.hours,
    // The next full hour after the least time, so that signing a little later is still long enough.
    closesLocal: localMoment(reader.now + (s.voting.hours + 2) * HOUR, s.zone),
  };
}

/** The grade of ordinary texts in this body: what its rules say of entries. */
export function gradeOf(reader: BodyReader): "public" | "members" {
  return statutesOf(reader.state).entries === "public" ? "public" : "members";
}

/** `2026-05-03T14:00` in the zone, on the full hour: the value of a `datetime-local` field. */
export function localMoment(ms: number, zone: string): string {
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
  return `${of("year").padStart(4, "0")}-${of("month")}-${of("day")}T${of("hour")}:00`;
}

/** Two drop-down lists of members who count; `not` are those who may not. */
export function TellerFields({ roll, not = [] }: { roll: readonly Person[]; not?: readonly MemberId[] }) {
  const { t } = useSay();
  const fit = roll.filter((p) => !not.includes(p.id));
  const options = [
    { value: "", label: t("teller-choose") },
    ...fit.map((p) => ({ value: p.id as string, label: p.name ?? p.id.slice(0, 8) })),
  ];
  return (
    <>
      <Select
        name="tellers"
        label={t("teller-one")}
        hint={t("teller-hint")}
        options={options}
        value=""
        as="list"
        id="teller-1"
      />
      <Select name="tellers" label={t("teller-two")} options={options} value="" as="list" id="teller-2" />
    </>
  );
}
