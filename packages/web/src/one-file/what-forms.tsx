/** What each kind asks for before it can be shown: one answer, or two. */
import { POSITIONS } from "@nabat/body/votes/acts.ts";
import { useSay } from "@nabat/ui/say.ts";
import { devicesOf, objectionsOf, votesToCast } from "./build-acts.ts";
import { FileField, SelectField, TextField } from "./fields.tsx";
import { TextOf, useTexts } from "./group-name.tsx";
import type { Loaded } from "./shell.ts";
import type { InHand } from "./in-hand.ts";

/** What every form is handed. */
export interface Asked {
  readonly name: string;
  readonly hand: InHand;
  readonly loaded?: Loaded;
  /** The one answer that the chosen kind asks for. */
  readonly value: string;
  readonly put: (value: string) => void;
  readonly second: string;
  readonly putSecond: (value: string) => void;
}

/** An act that was brought along. */
export function Open({ name, value, put }: Asked) {
  const { t } = useSay();
  const read = async ([file]: readonly File[]) => put(file && file.size < 12_000_000 ? await file.text() : "");
  return (
    <>
      <TextField
        id={`${name}-act`}
        label={t("one-open-text")}
        hint={t("one-open-text-hint")}
        lines={6}
        value={value}
        put={put}
      />
      <FileField id={`${name}-act-file`} label={t("one-open-file")} take={(files) => void read(files)} />
    </>
  );
}

/** A position in a vote that is open on devices. */
export function Cast({ name, hand, loaded, value, put, second, putSecond }: Asked) {
  const { t } = useSay();
  const state = hand.group.record?.state;
  const votes = state ? votesToCast(state, hand.facts.at) : [];
  const chosen = votes.find((v) => v.id === value) ?? votes[0];
  const titleOf = (motion: (typeof votes)[number]["motion"]) => state?.motions.motions.get(motion)?.title;
  const texts = useTexts(loaded, [
    ...votes.flatMap((v) => titleOf(v.motion) ?? []),
    ...(chosen ? [chosen.version] : []),
  ]);
  if (!state) return <p>{t("one-vote-needs-record")}</p>;
  if (!chosen) return <p>{t("one-vote-none")}</p>;
  return (
    <>
      <SelectField
        id={`${name}-vote`}
        label={t("one-vote-which")}
        value={chosen.id}
        put={put}
        options={votes.map((v) => [v.id, texts.get(titleOf(v.motion) as never)?.text ?? v.id.slice(0, 12)])}
      />
      <p class="kicker">{t("one-vote-text")}</p>
      <TextOf texts={texts} hash={chosen.version} block />
      <fieldset class="positions">
        <legend>{t("position")}</legend>
        {POSITIONS.map((position) => (
          <label class="pick" key={position}>
            <input
              type="radio"
              name={`${name}-position`}
              value={position}
              checked={second === position}
              onChange={() => putSecond(position)}
            />
            <span>
              <b>{t(`position-${position}`)}</b>
            </span>
          </label>
        ))}
      </fieldset>
    </>
  );
}

/** A device to end. */
export function End({ name, hand, value, put }: Asked) {
  const { t, date } = useSay();
  const { group, facts } = hand;
  if (!group.record || !facts.member)
    return <TextField id={`${name}-end`} label={t("one-end-key")} value={value} put={put} />;
  const devices = devicesOf(group.record.state, facts.member, facts.at);
  if (devices.length === 0) return <p>{t("one-end-none")}</p>;
  return (
    <SelectField
      id={`${name}-end`}
      label={t("one-end-which")}
      value={value || (devices[0]?.id ?? "")}
      put={put}
      options={devices.map((d) => [d.id, t("one-end-since", { key: `${d.id.slice(0, 12)}…`, when: date(d.since) })])}
    />
  );
}

/** New keys, or another device's ending of this one, to object to. */
export function Objection({ name, hand, value, put }: Asked) {
  const { t, date } = useSay();
  const { held, group, facts } = hand;
  if (!group.record || !facts.member)
    return <TextField id={`${name}-object`} label={t("one-object-id")} value={value} put={put} />;
  const open = objectionsOf(group.record.state, { member: facts.member, key: held.key }, facts.at);
  if (open.length === 0) return <p>{t("one-object-none")}</p>;
  return (
    <SelectField
      id={`${name}-object`}
      label={t("one-object-which")}
      value={value || (open[0]?.id ?? "")}
      put={put}
      options={open.map((r) => [r.id, date(r.at)])}
    />
  );
}
