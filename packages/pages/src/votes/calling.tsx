/** What the forms that call a vote over days need: who can count, and when it may close. */
import {
  failedOn,
  goodNamed,
  leastHours,
  othersThanSeconders,
  statutesOf,
  TELLERS_MS,
  type VoteMode,
} from "@nabat/body";
import type { ActId, MemberId, Millis } from "@nabat/kernel";
import { Field, Hidden, Select, useSay } from "@nabat/ui";
import { type BodyReader, type Person, rollNames } from "@nabat/views";
import { gradeOf, localMoment, peopleToChoose } from "../form-values.ts";

export interface VoteSetting {
  readonly grade: "public" | "members";
  readonly roll: readonly Person[];
  /** Who was to count the last vote on it, or called it, where nobody counted it (V-57). */
  readonly last: readonly MemberId[];
  /** Who counted nothing in a vote on it before the last. */
  readonly failed: readonly MemberId[];
  /** Who can't be named alone to count it, seconders where others can among them (V-24, V-52). */
  readonly unfit: readonly MemberId[];
  /** Least hours from the call to its end; `before`: of these, the ones before it opens (V-52). */
  readonly hours: number;
  readonly before: number;
  readonly mover: boolean;
  /** Earliest close of a vote called this moment. */
  readonly earliest: Millis;
  /** Earliest close in the body's zone, for a `datetime-local` field. */
  readonly closesLocal: string;
}

const HOUR = 3_600_000;
/** Who calls what somebody else moved has an hour's room (V-70): most of it, to fill in the form and sign. */
const SPARE = 55 * 60_000;

/**
 * Defaults for calling a vote over days. `naming`: is anybody to be named as a teller? Else the roll isn't read.
 * `mover`: whoever moved it, or opened the election, may give it longer than the shortest term (V-70). `on`: the
 * motion or election.
 */
export async function openVoteForm(
  reader: BodyReader,
  {
    mode,
    naming = true,
    mover,
    on,
    again = false,
  }: {
    readonly mode: VoteMode | undefined;
    readonly naming?: boolean;
    readonly mover: boolean;
    readonly on: ActId;
    /** On what was put to all: for the shortest term of the rules of now (B-10). */
    readonly again?: boolean;
  },
): Promise<VoteSetting> {
  const s = statutesOf(reader.state, reader.now);
  const motion = reader.state.motions.motions.get(on);
  const election = reader.state.elections.elections.get(on);
  const of = again ? {} : { ...(motion ? { motion } : {}), ...(election ? { election } : {}) };
  const hours = leastHours(reader.state, mode ?? "count", reader.now, of);
  const failed = failedOn(reader.state, on, reader.now);
  const roll = naming ? await rollNames(reader) : [];
  return {
    grade: gradeOf(reader),
    roll,
    unfit: unfitToCount(reader, on, roll),
    last: failed.last,
    failed: failed.before,
    hours,
    before: (mode ?? "count") === "count" ? TELLERS_MS / HOUR : 0,
    mover,
    earliest: reader.now + hours * HOUR,
    // The next full hour after the least time, so that signing a little later is still long enough.
    closesLocal: mover
      ? localMoment(reader.now + (hours + 2) * HOUR, s.zone)
      : localMoment(reader.now + hours * HOUR + SPARE, s.zone, true),
  };
}

/** Who of these would be refused as the one teller of a sealed vote: nobody is offered what is refused then. */
function unfitToCount({ state, now, viewer }: BodyReader, on: ActId, people: readonly Person[]): MemberId[] {
  if (viewer.member === undefined) return [];
  const motion = state.motions.motions.get(on);
  const of = { caller: viewer.member, before: undefined, ...(motion ? { motion } : {}) };
  const others = motion !== undefined && othersThanSeconders(state, { ...of, motion }, now);
  return people
    .map((p) => p.id)
    .filter((id) => (others && motion.seconds.includes(id)) || !goodNamed(state, [id], of, now, "V-24").ok);
}

/** Two drop-down lists of members who count; `not` are those who may not. */
export function TellerFields({
  roll,
  not = [],
  required,
  cards,
}: {
  roll: readonly Person[];
  not?: readonly MemberId[];
  /** Nothing is sent without two of them. */
  required?: boolean;
  /** Everybody can count it: they only enter positions for who has no device. */
  cards?: boolean;
}) {
  const { t } = useSay();
  const fit = roll.filter((p) => !not.includes(p.id));
  const options = [{ value: "", label: t("teller-choose") }, ...peopleToChoose(fit)];
  return (
    <>
      <Select
        name="tellers"
        label={t("teller-one")}
        hint={
          cards ? t("teller-hint-cards") : required ? `${t("teller-hint-two")} ${t("teller-hint")}` : t("teller-hint")
        }
        options={options}
        value=""
        required={required}
        as="list"
        id="teller-1"
      />
      <Select
        name="tellers"
        label={t("teller-two")}
        options={options}
        value=""
        required={required}
        as="list"
        id="teller-2"
      />
    </>
  );
}

/** The one teller whom the caller of a sealed vote names (V-52); others are added until it opens. */
export function NamedTeller({ setting, not = [] }: { setting: VoteSetting; not?: readonly MemberId[] }) {
  const { t } = useSay();
  const may = setting.roll.filter((p) => !not.includes(p.id) && !setting.unfit.includes(p.id));
  const others = may.filter((p) => !setting.last.includes(p.id));
  // Where nobody else is left, who failed to count counts after all (V-57).
  const fit = others.length > 0 ? others : may;
  const options = [
    { value: "", label: t("teller-choose") },
    ...peopleToChoose(fit.filter((p) => !setting.failed.includes(p.id))),
    ...peopleToChoose(fit.filter((p) => setting.failed.includes(p.id))).map((o) => ({
      ...o,
      label: t("teller-failed-before", { name: o.label }),
    })),
  ];
  return (
    <Select
      name="tellers"
      label={t("teller")}
      hint={t("teller-named-hint")}
      options={options}
      value=""
      as="list"
      id="teller-1"
    />
  );
}

/** When a vote over days closes, the earliest hour filled in. */
export function ClosesField({ setting }: { setting: VoteSetting }) {
  const { t, date } = useSay();
  return (
    <Field
      name="closes"
      label={t("call-closes")}
      hint={[
        t(setting.mover ? "call-closes-hint" : "call-closes-hint-others", { hours: setting.hours }),
        ...(setting.before > 0
          ? [t("call-closes-before", { before: setting.before, open: setting.hours - setting.before })]
          : []),
        t("call-closes-earliest", { when: date(setting.earliest) }),
      ].join(" ")}
      type="datetime-local"
      as="moment"
      value={setting.closesLocal}
      required
    />
  );
}

/** In which form the vote is taken: a choice, or the one that is possible. */
export function ModeField({ modes }: { modes: readonly string[] }) {
  const { t } = useSay();
  const [only] = modes;
  if (modes.length === 1 && only)
    return (
      <>
        <Hidden name="mode" value={only} />
        <p>
          {t("call-mode")}
          {t("colon")}
          <b>{t(`mode-${only}`)}</b>
        </p>
      </>
    );
  return (
    <Select name="mode" label={t("call-mode")} options={modes.map((m) => ({ value: m, label: t(`mode-${m}`) }))} />
  );
}
