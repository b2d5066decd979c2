/** Fields that adjust our rules: under each sentence the numbers that it is made of. */
import { atLeastHalf, LAW_LIFTS, type Quorum, type Sentence, sentenceOf, sentences, type Statutes } from "@nabat/body";
import { saySentence, sayMajority, speak } from "@nabat/speech";
import { Field, Select, useSay } from "@nabat/ui";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { parameterName, sayQuorum } from "./rule-words.tsx";
import { asOption, LAW_FIELD, MAJORITIES, QUORUMS } from "./statutes-form.ts";

/** What was typed and doesn't fit: the parameter's path, and the words. */
export interface Unfit {
  readonly path: string;
  readonly typed: string;
}

const UnfitContext = createContext<Unfit | undefined>(undefined);

/** The seven sentences with their settings folded under each; what doesn't fit stays as it was typed, unfolded. */
export function AdjustableSentences({ statutes, unfit }: { statutes: Statutes; unfit?: Unfit }) {
  const { locale, t } = useSay();
  const open = unfit && sentenceOf(unfit.path);
  return (
    <UnfitContext.Provider value={unfit}>
      <ol class="sentences">
        {sentences(statutes).map((s: Sentence) => (
          <li key={s.id} data-sentence={s.id}>
            <span>{saySentence(s, locale)}</span>
            {s.id !== "keep" && (
              <details open={open === s.id}>
                <summary>{t("rules-adjust")}</summary>
                <SentenceFields id={s.id} s={statutes} />
              </details>
            )}
          </li>
        ))}
      </ol>
    </UnfitContext.Provider>
  );
}

/** A law that asks for more than these rules allow, for each parameter whose limit it can lift. */
export function LawFields({ statutes }: { statutes: Statutes }) {
  const say = useSay();
  return (
    <details>
      <summary>{say.t("rules-laws")}</summary>
      <p>{say.t("rules-laws-what")}</p>
      {LAW_LIFTS.map((of) => (
        <Field
          key={of}
          name={`${LAW_FIELD}${of}`}
          label={parameterName(say, of)}
          value={statutes.laws?.find((l) => l.of === of)?.law ?? ""}
          maxLength={60}
        />
      ))}
    </details>
  );
}

function SentenceFields({ id, s }: { id: Sentence["id"]; s: Statutes }) {
  switch (id) {
    case "join":
      return (
        <>
          <Choice path="admission.invitedBy" value={s.admission.invitedBy} of={["any-member", "decision"]} />
          <Whole path="admission.vouchers" value={s.admission.vouchers} max={5} />
          <YesNo path="admission.seen" value={s.admission.seen} />
          <YesNo path="admission.decision" value={s.admission.decision} />
          <Whole path="admission.waitingDays" value={s.admission.waitingDays} max={90} />
          <Whole path="admission.contestDays" value={s.admission.contestDays} max={90} />
        </>
      );
    case "convene":
      return (
        <>
          <Whole path="convene.signatures" value={s.convene.signatures} min={1} max={100} />
          <Whole path="convene.noticeDays" value={s.convene.noticeDays} min={1} max={30} />
        </>
      );
    case "decide":
      return (
        <>
          <MajorityChoice path="voting.majority" value={s.voting.majority} />
          <QuorumChoice path="voting.quorum" value={s.voting.quorum} />
        </>
      );
    case "vote":
      return (
        <>
          <Choice path="voting.mode" value={s.voting.mode} of={["count", "name"]} />
          <Whole path="voting.seconds" value={s.voting.seconds} max={20} />
          <Whole path="voting.discussionHours" value={s.voting.discussionHours} min={24} max={720} />
          <Whole path="voting.hours" value={s.voting.hours} min={48} max={720} />
          <Whole path="voting.secretOnRequest" value={s.voting.secretOnRequest} min={1} max={20} />
          <Whole path="voting.contestDays" value={s.voting.contestDays} min={8} max={365} />
        </>
      );
    case "read":
      return (
        <>
          <Choice path="entries" value={s.entries} of={["members", "public"]} />
          <Choice path="clerk.copies" value={s.clerk.copies} of={["any-member", "decision"]} />
          <Whole path="clerk.admitMinutes" value={s.clerk.admitMinutes} min={1} max={1440} />
        </>
      );
    case "change":
      return (
        <>
          <MajorityChoice path="change.majority" value={s.change.majority} />
          <QuorumChoice path="change.quorum" value={s.change.quorum} />
          <Whole path="change.noticeDays" value={s.change.noticeDays} min={1} max={60} />
        </>
      );
    case "keep":
      return null;
  }
}

function Whole({ path, value, min = 0, max }: { path: string; value: number; min?: number; max: number }) {
  const say = useSay();
  const unfit = useContext(UnfitContext);
  const name = `statutes.${path}`;
  const kept = unfit?.path === path && {
    values: { [name]: unfit.typed },
    wrong: { [name]: say.t("rules-between", { min, max }) },
  };
  return (
    <Field
      name={name}
      label={parameterName(say, path)}
      type="number"
      as="int"
      value={value}
      {...(kept ? { kept } : {})}
      min={min}
      max={max}
      required
    />
  );
}

function YesNo({ path, value }: { path: string; value: boolean }) {
  const say = useSay();
  return (
    <Select
      name={`statutes.${path}`}
      label={parameterName(say, path)}
      as="bool"
      value={String(value)}
      options={[
        { value: "true", label: say.t("yes") },
        { value: "false", label: say.t("no") },
      ]}
    />
  );
}

function Choice({ path, value, of }: { path: string; value: string; of: readonly string[] }) {
  const say = useSay();
  return (
    <Select
      name={`statutes.${path}`}
      label={parameterName(say, path)}
      value={value}
      options={of.map((v) => ({ value: v, label: say.t(`value-${v}`) }))}
    />
  );
}

function MajorityChoice({ path, value }: { path: string; value: Statutes["voting"]["majority"] }) {
  const say = useSay();
  const speech = speak(say.locale);
  const offered = MAJORITIES.some((m) => asOption(m) === asOption(value)) ? MAJORITIES : [value, ...MAJORITIES];
  return (
    <Select
      name={`statutes.${path}`}
      label={parameterName(say, path)}
      as="json"
      value={asOption(value)}
      options={offered.map((m) => ({ value: asOption(m), label: sayMajority(speech, m) }))}
    />
  );
}

/** To change rules less than half is never enough (S-38): what says less is offered as the half that it means, once. */
function QuorumChoice({ path, value }: { path: string; value: Quorum }) {
  const say = useSay();
  const means = (q: Quorum) => asOption(path === "change.quorum" ? atLeastHalf(q) : q);
  const others = QUORUMS.filter((q) => means(q) === asOption(q) && means(q) !== means(value));
  const offered = [value, ...others].sort((a, b) => a.num * b.den - b.num * a.den);
  return (
    <Select
      name={`statutes.${path}`}
      label={parameterName(say, path)}
      as="json"
      value={asOption(value)}
      options={offered.map((q) => ({
        value: asOption(q),
        label: sayQuorum(say, path, q),
      }))}
    />
  );
}
