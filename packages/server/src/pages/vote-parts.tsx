/** What the forms around a vote need: who can count, when it may open, in which time zone it closes. */
import { rollSize, statutesOf, type VoteMode } from "@nabat/body";
import type { ActId, MemberId, Millis } from "@nabat/kernel";
import { Select, useSay } from "@nabat/ui";
import { type BodyReader, type MotionView, type Person, rollNames } from "@nabat/views";

export interface VoteSetting {
  readonly grade: "public" | "members";
  readonly roll: readonly Person[];
  readonly mode: VoteMode;
  readonly seconds: number;
  readonly hours: number;
  readonly secretOnRequest: number;
  /** May a vote be called now, as far as time goes? */
  readonly ready: boolean;
  readonly readyFrom?: Millis;
  /** Earliest close in the body's zone, for a `datetime-local` field. */
  readonly closesLocal: string;
  readonly sitting?: { readonly id: ActId; readonly title?: string };
}

const HOUR = 3_600_000;

/** Defaults for calling a vote on this motion. */
export async function openVoteForm(reader: BodyReader, motion: MotionView): Promise<VoteSetting> {
  const s = statutesOf(reader.state);
  const last = motion.history.at(-1)?.at ?? motion.at;
  const readyFrom = last + s.voting.discussionHours * HOUR;
  const sittingId = motion.sitting ?? [...reader.state.sittings.sittings.values()].findLast((x) => x.closed === undefined)?.id;
  const sitting = sittingId === undefined ? undefined : reader.state.sittings.sittings.get(sittingId);
  const title = sitting && (await reader.texts([sitting.title])).get(sitting.title);
  // Small bodies are never asked for more than a fifth of their roll (S-35).
  const most = Math.max(1, Math.ceil(rollSize(reader.state, reader.now) / 5));
  return {
    grade: gradeOf(reader),
    roll: await rollNames(reader),
    mode: s.voting.mode,
    seconds: s.voting.seconds === 0 ? 0 : Math.min(s.voting.seconds, most),
    hours: s.voting.hours,
    secretOnRequest: Math.min(s.voting.secretOnRequest, most),
    ready: readyFrom <= reader.now,
    readyFrom,
    closesLocal: localMoment(Math.max(reader.now, readyFrom) + s.voting.hours * HOUR + HOUR, s.zone),
    ...(sitting && sitting.closed === undefined ? { sitting: { id: sitting.id, ...(title?.here ? { title: title.text } : {}) } } : {}),
  };
}

/** The grade of ordinary texts in this body: what its rules say of entries. */
export function gradeOf(reader: BodyReader): "public" | "members" {
  return statutesOf(reader.state).entries === "public" ? "public" : "members";
}

/** `2026-05-03T14:00` in the zone, on the full hour: the value of a `datetime-local` field. */
export function localMoment(ms: number, zone: string): string {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).formatToParts(ms);
  const of = (type: string) => parts.find((p) => p.type === type)?.value ?? "00";
  return `${of("year").padStart(4, "0")}-${of("month")}-${of("day")}T${of("hour")}:00`;
}

/** Two drop-down lists of members who count. */
export function TellerFields({ roll, you }: { roll: readonly Person[]; you?: MemberId }) {
  const { t } = useSay();
  const options = [{ value: "", label: t("teller-choose") }, ...roll.map((p) => ({ value: p.id as string, label: p.name ?? p.id.slice(0, 8) }))];
  const others = roll.filter((p) => p.id !== you);
  return (
    <div class="two">
      <Select name="tellers" label={t("teller-one")} hint={t("teller-hint")} options={options} value={others[0]?.id} as="list" id="teller-1" />
      <Select name="tellers" label={t("teller-two")} options={options} value={others[1]?.id} as="list" id="teller-2" />
    </div>
  );
}
