/** What tellers do in a vote: close it, count, enter a card's vote; and declaring the result. The vote's page and the meeting's share it. */
import { CountFields } from "./count-fields.tsx";
import { POSITIONS } from "@nabat/body";
import { closesLater, type PartShown, type VoteView } from "@nabat/views";
import { ActButton, ActForm, Field, Hidden, Radios, Select, useSay } from "@nabat/ui";
import { told } from "../frame.tsx";
import { InTheWay } from "../meetings/call-vote.tsx";
import { peopleToChoose, plainName } from "../form-values.ts";
import { electionNumbers, figures, labelsOf } from "./figures.ts";
import type { WorkProps } from "./position.tsx";
import { numbers } from "./result.tsx";
import { partName } from "./tallies.tsx";

const short = (view: VoteView): string => view.id.slice(0, 8);

/** Closing, counting, entering cards, declaring. Nothing for who may do none of it. */
export function TellerWork({ page, view, next }: WorkProps) {
  const say = useSay();
  const { t } = say;
  const body = page.reader.body;
  if (view.status === "declared" || page.reader.viewer.standing !== "member") return null;
  // A list is published once (V-56); at a sitting another one until the result (V-63).
  const closes = closesLater(page.reader, view.id);
  const once = view.counting !== undefined && !view.counting.there;
  const mayCount = view.parts.filter((p) => p.mayTally && !(once && hasCounted(page, p)));
  const cards =
    view.you.teller &&
    view.status === "open" &&
    (view.mode === "count" || view.mode === "name") &&
    view.cards.length > 0 &&
    !view.ballot;
  return (
    <section class="no-print">
      {view.you.mayClose && (
        <ActButton
          act="vote.close"
          body={body}
          next={next}
          submit={t("vote-close-do")}
          warning={t("vote-close-warning")}
          of={{ vote: view.id }}
        />
      )}
      {closes && !view.you.mayClose && view.status === "open" && <InTheWay page={page} why={closes} />}
      {mayCount.map((part, i) => (
        <CountForm key={part.key} page={page} view={view} next={next} part={part} place={i} />
      ))}
      {view.status === "counting" && <Declare page={page} view={view} next={next} />}
      {cards && (
        <details>
          <summary>{t("card-vote")}</summary>
          <p class="read">{t("card-vote-what")}</p>
          <ActForm
            act="vote.card"
            body={body}
            next={next}
            submit={t("card-vote-do")}
            data={{
              special: "vote.card",
              grade: view.mode === "count" ? "closed" : "members",
              tellers: JSON.stringify(view.sealedTo),
            }}
          >
            <Hidden name="vote" value={view.id} />
            <Hidden name="version" value={view.version.hash} />
            <Select
              name="member"
              label={t("card-member")}
              options={peopleToChoose(view.cards)}
              id={`card-${short(view)}`}
            />
            <Field
              name="code"
              label={t("card-code")}
              hint={view.sitting === undefined ? undefined : t("card-code-or-none")}
              required={view.sitting === undefined}
              maxLength={24}
              id={`code-${short(view)}`}
            />
            <Radios
              name="choice"
              legend={t("card-position")}
              options={POSITIONS.map((p) => ({ value: p, label: t(`position-${p}`) }))}
            />
          </ActForm>
        </details>
      )}
    </section>
  );
}

function hasCounted(page: WorkProps["page"], part: PartShown): boolean {
  return part.tallies.some((k) => k.by.id === page.reader.viewer.member);
}

function CountForm({ page, view, next, part, place }: WorkProps & { part: PartShown; place: number }) {
  const say = useSay();
  const { t } = say;
  const devices = part.key === "devices" || view.mode === "count";
  const paper = !devices && view.mode !== "hands";
  const mine = part.tallies.some((k) => k.by.id === page.reader.viewer.member);
  const listUntil = view.counting?.listUntil;
  const form = (
    <>
      <p class="read">{t(devices ? "tally-count-what" : "tally-hands-what", { n: view.castCount })}</p>
      {listUntil !== undefined && <p class="read">{t("tally-until", { when: say.date(listUntil) })}</p>}
      <ActForm
        act="tally"
        body={page.reader.body}
        next={next}
        submit={t("tally-do")}
        now={!mine}
        data={{
          special: devices ? "tally.count" : undefined,
          listed: devices ? "1" : undefined,
          mode: view.mode,
          choices: view.ballot ? view.ballot.map((b) => b.key).join(" ") : undefined,
          seats: view.ballot ? view.seats : undefined,
          rule: view.ballot ? view.rule : undefined,
          labels: view.ballot ? JSON.stringify(labelsOf(say, view)) : undefined,
        }}
        warning={t(devices ? (view.counting?.there ? "tally-warning-there" : "tally-warning-listed") : "tally-warning")}
      >
        <Hidden name="vote" value={view.id} />
        {part.key === "devices" && <Hidden name="devices" value="true" as="true" />}
        {part.key !== "" && part.key !== "devices" && <Hidden name="hall" value={part.key} />}
        <div class="counts">
          <CountFields of={figures(say, view, paper)} id={(key) => `count-${short(view)}-${place}-${key}`} />
          {!devices && (
            <Field
              name="present"
              label={t("present")}
              hint={t("count-only-voters", { whole: view.whole })}
              type="number"
              as="int"
              min={0}
              max={view.whole}
              required
              id={`count-${short(view)}-${place}-present`}
            />
          )}
        </div>
      </ActForm>
    </>
  );
  const title = view.parts.length > 1 ? t("tally-yours-of", { part: partName(say, part) }) : t("tally-yours");
  return mine ? (
    <details id={`again-${short(view)}-${place}`}>
      <summary>{t("tally-again")}</summary>
      {form}
    </details>
  ) : (
    <>
      <h2>{title}</h2>
      {form}
    </>
  );
}

/** The one result that the record gives, ready to be signed; or why there is none yet. */
function Declare({ page, view, next }: WorkProps) {
  const say = useSay();
  const { t } = say;
  const result = view.computed;
  const waits = listWaits(view);
  const elected = (view.ballot ?? [])
    .filter((b) => (result?.elected ?? []).some((m) => m === b.person.id))
    .map((b) => plainName(b.person));
  const early = view.declarableFrom !== undefined && view.declarableFrom > page.reader.now;
  return (
    <>
      <h2>{t("declare")}</h2>
      {view.notComputed && <p class="read">{told(say, view.notComputed)}</p>}
      {early && view.declarableFrom !== undefined && (
        <p class="read">{t("declare-from", { when: say.date(view.declarableFrom) })}</p>
      )}
      {waits && <p class="read">{t(`declare-${waits.fate}`, { when: say.date(waits.until) })}</p>}
      {result && view.you.mayDeclare && (
        <>
          <p class="read">{t("declare-what")}</p>
          <ActForm act="result" body={page.reader.body} next={next} submit={t("declare-do")} now>
            <p>
              <b>
                {elected.length > 0
                  ? t("election-elected", { names: elected.join(", ") })
                  : t(
                      view.ballot
                        ? `outcome-election-${result.outcome}`
                        : `outcome-${view.opinion ? "opinion-" : view.amendment ? "amendment-" : ""}${result.outcome}`,
                    )}
              </b>{" "}
              {view.ballot
                ? electionNumbers(say, view, result.counts, result.present, result.whole)
                : numbers(say, {
                    counts: result.counts,
                    whole: result.whole,
                    present: result.present,
                    none: Math.max(
                      0,
                      (result.present ?? result.whole) - Object.values(result.counts).reduce((a, b) => a + b, 0),
                    ),
                  })}
            </p>
            <Hidden name="vote" value={view.id} />
            {Object.entries(result.counts).map(([key, n]) => (
              <Hidden key={key} name={`counts.${key}`} value={n} as="int" />
            ))}
            {Object.entries(result.devices ?? {}).map(([key, n]) => (
              <Hidden key={key} name={`devices.${key}`} value={n} as="int" />
            ))}
            <Hidden name="whole" value={result.whole} as="int" />
            {result.present !== undefined && <Hidden name="present" value={result.present} as="int" />}
            {result.elected && <Hidden name="elected" value={JSON.stringify(result.elected)} as="json" />}
            <Hidden name="outcome" value={result.outcome} />
            {result.opinion && <Hidden name="opinion" value="true" as="json" />}
          </ActForm>
        </>
      )}
    </>
  );
}

/** A list is there and lies open, or others count it once more: until when (V-57, V-59). */
function listWaits({ counting }: VoteView): { fate: "waiting" | "contested"; until: number } | undefined {
  if (!counting || counting.until === undefined || counting.lists.length === 0) return undefined;
  const { fate, until } = counting;
  return fate === "waiting" || fate === "contested" ? { fate, until } : undefined;
}
