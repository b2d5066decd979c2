/** What one does in a vote: take a position, count as a teller, enter a card's vote, declare. The vote's page and the meeting's share it. */
import { POSITIONS } from "@nabat/body";
import type { PartShown, VoteView } from "@nabat/views";
import { ActForm, Field, Hidden, Notice, PersonName, Radios, type Say, Select, Table, Time, useSay } from "@nabat/ui";
import { type BodyPage, told } from "../frame.tsx";
import { numbers } from "../motions/motion-parts.tsx";

/** Everything one can do in a vote; `next`: where one stays. `closes`: whether to close it here. */
export interface WorkProps {
  readonly page: BodyPage;
  readonly view: VoteView;
  readonly next: string;
}

const short = (view: VoteView): string => view.id.slice(0, 8);

/** The figures of a count, with their words: four positions, or who stands. */
export function figures(say: Say, view: VoteView, paper: boolean): { readonly key: string; readonly label: string }[] {
  const invalid = paper ? [{ key: "invalid", label: say.t("part-invalid") }] : [];
  if (!view.ballot)
    return [
      ...["for", "against", "taking-part", "abstain"].map((key) => ({ key, label: say.t(`part-${key}`) })),
      ...invalid,
    ];
  return [
    ...view.ballot.map((b) => ({ key: b.key, label: b.person.name ?? b.person.id.slice(0, 8) })),
    { key: "none", label: say.t("figure-none") },
    { key: "blank", label: say.t("figure-blank") },
    ...invalid,
  ];
}

/** Names of a ballot's marks, for islands. */
export function labelsOf(say: Say, view: VoteView): Record<string, string> {
  return Object.fromEntries(figures(say, view, true).map((f) => [f.key, f.label]));
}

/** A teller who has not counted yet doesn't see what the others counted: each counts alone first. */
export function yetToCount(page: BodyPage, view: VoteView): boolean {
  return view.parts.some((p) => p.mayTally && !p.tallies.some((tally) => tally.by.id === page.reader.viewer.member));
}

/** The viewer's own position: the form, or why there is none. */
export function YourPosition({ page, view, next }: WorkProps) {
  const say = useSay();
  const { t } = say;
  if (view.mode === "hands" || view.mode === "paper")
    return <Notice title={t(`mode-${view.mode}`)}>{<p>{t(`vote-${view.mode}-what`)}</p>}</Notice>;
  if (view.you.cast || view.you.whyNot?.rule === "V-27") return null;
  if (!view.you.mayVote)
    return view.you.whyNot ? (
      <Notice title={t(view.you.whyNot.code === "in-the-hall" ? "vote-in-the-hall" : "vote-not-you")}>
        <p>{view.you.whyNot.code === "in-the-hall" ? t("vote-mixed-what") : told(page.say, view.you.whyNot)}</p>
      </Notice>
    ) : null;
  const closed = (view.mode === "mixed" ? view.devices : view.mode) === "count";
  return (
    <ActForm
      act="vote.cast"
      body={page.reader.body}
      next={next}
      submit={t("vote-sign")}
      now
      warning={t(view.ballot ? "vote-warning-ballot" : closed ? "vote-warning-count" : "vote-warning-name", {
        n: view.version.n,
      })}
      data={{
        special: "vote.cast",
        grade: closed ? "closed" : "members",
        tellers: closed ? JSON.stringify(view.sealedTo) : undefined,
        choices: view.ballot ? [...view.ballot.map((b) => b.key), "none", "blank"].join(" ") : undefined,
      }}
    >
      <Hidden name="vote" value={view.id} />
      <Hidden name="version" value={view.version.hash} />
      {view.ballot ? (
        <BallotChoice view={view} />
      ) : (
        <Radios
          name="choice"
          legend={t("vote-your")}
          box
          options={POSITIONS.map((p) => ({
            value: p,
            label: t(`position-${p}`),
            hint: p === "for" || p === "against" ? undefined : t(`position-${p}-what`),
          }))}
        />
      )}
    </ActForm>
  );
}

function BallotChoice({ view }: { view: VoteView }) {
  const say = useSay();
  const { t } = say;
  const one = view.rule === "plurality" && view.seats === 1;
  const options = figures(say, view, false).map((f) => ({
    value: f.key,
    label: f.label,
    ...(f.key === "none" ? { hint: t("figure-none-what") } : {}),
  }));
  return (
    <Radios
      name="choice"
      legend={t(view.rule === "approval" ? "ballot-approval" : "ballot-plurality", { n: view.seats ?? 1 })}
      box
      options={options}
      type={one ? "radio" : "checkbox"}
      as="list"
    />
  );
}

/** What each teller counted, part by part; where they differ it is said. */
export function Tallies({ view }: { view: VoteView }) {
  const say = useSay();
  const { t } = say;
  return (
    <>
      {view.parts
        .filter((p) => p.tallies.length > 0)
        .map((part) => {
          const keys = figures(
            say,
            view,
            part.tallies.some((k) => k.counts["invalid"] !== undefined),
          );
          const differ =
            new Set(part.tallies.map((k) => keys.map((f) => k.counts[f.key] ?? 0).join() + (k.present ?? ""))).size > 1;
          return (
            <section key={part.key}>
              <h2>{view.parts.length > 1 ? t("tallies-of", { part: partName(say, part) }) : t("tallies")}</h2>
              {differ && (
                <Notice tone="warn" title={t("sitting-differ")} level={3}>
                  <p>{t(view.result ? "tallies-differ-declared" : "tallies-differ")}</p>
                </Notice>
              )}
              <Table
                caption={t("tallies-what")}
                columns={[
                  { name: t("teller") },
                  ...keys.map((f) => ({ name: f.label, n: true })),
                  { name: t("present"), n: true },
                ]}
                rows={part.tallies.map((tally) => [
                  <>
                    <PersonName name={tally.by.name} />, <Time at={tally.at} />
                  </>,
                  ...keys.map((f) => t("number", { n: tally.counts[f.key] ?? 0 })),
                  tally.present === undefined ? "–" : t("number", { n: tally.present }),
                ])}
              />
            </section>
          );
        })}
    </>
  );
}

function partName(say: Say, part: PartShown): string {
  return part.key === "devices" ? say.t("part-of-devices") : part.hall === "" ? say.t("part-of-hall") : part.hall;
}

/** Closing, counting, entering cards, declaring. Nothing for who may do none of it. */
export function TellerWork({ page, view, next }: WorkProps) {
  const say = useSay();
  const { t } = say;
  const body = page.reader.body;
  if (view.status === "declared" || page.reader.viewer.standing !== "member") return null;
  const mayCount = view.parts.filter((p) => p.mayTally);
  const cards =
    view.you.teller &&
    view.status === "open" &&
    (view.mode === "count" || view.mode === "name") &&
    view.cards.length > 0 &&
    !view.ballot;
  return (
    <section class="no-print">
      {view.you.mayClose && (
        <ActForm act="vote.close" body={body} next={next} submit={t("vote-close-do")} warning={t("vote-close-warning")}>
          <Hidden name="vote" value={view.id} />
        </ActForm>
      )}
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
              options={view.cards.map((p) => ({ value: p.id as string, label: p.name ?? p.id.slice(0, 8) }))}
              id={`card-${short(view)}`}
            />
            <Field name="code" label={t("card-code")} required maxLength={20} id={`code-${short(view)}`} />
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

function CountForm({ page, view, next, part, place }: WorkProps & { part: PartShown; place: number }) {
  const say = useSay();
  const { t } = say;
  const devices = part.key === "devices" || view.mode === "count";
  const paper = !devices && view.mode !== "hands";
  const mine = part.tallies.some((k) => k.by.id === page.reader.viewer.member);
  const form = (
    <>
      <p class="read">{t(devices ? "tally-count-what" : "tally-hands-what", { n: view.castCount })}</p>
      <ActForm
        act="tally"
        body={page.reader.body}
        next={next}
        submit={t("tally-do")}
        now={!mine}
        data={{
          special: devices ? "tally.count" : undefined,
          mode: view.mode,
          choices: view.ballot ? view.ballot.map((b) => b.key).join(" ") : undefined,
          seats: view.ballot ? view.seats : undefined,
          rule: view.ballot ? view.rule : undefined,
          labels: view.ballot ? JSON.stringify(labelsOf(say, view)) : undefined,
        }}
        warning={t("tally-warning")}
      >
        <Hidden name="vote" value={view.id} />
        {part.key === "devices" && <Hidden name="devices" value="true" as="true" />}
        {part.key !== "" && part.key !== "devices" && <Hidden name="hall" value={part.key} />}
        <div class="counts">
          {figures(say, view, paper).map((f) => (
            <Field
              key={f.key}
              name={`counts.${f.key}`}
              label={f.label}
              type="number"
              as="int"
              min={0}
              value={0}
              required
              id={`count-${short(view)}-${place}-${f.key}`}
            />
          ))}
          {!devices && (
            <Field
              name="present"
              label={t("present")}
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
  const early = view.declarableFrom !== undefined && view.declarableFrom > page.reader.now;
  return (
    <>
      <h2>{t("declare")}</h2>
      {view.notComputed && <p class="read">{told(say, view.notComputed)}</p>}
      {early && view.declarableFrom !== undefined && (
        <p class="read">{t("declare-from", { when: say.date(view.declarableFrom) })}</p>
      )}
      {result && view.you.mayDeclare && (
        <>
          <p class="read">{t("declare-what")}</p>
          <ActForm act="result" body={page.reader.body} next={next} submit={t("declare-do")} now>
            <p>
              <b>{t(view.ballot ? `outcome-election-${result.outcome}` : `outcome-${result.outcome}`)}</b>{" "}
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
          </ActForm>
        </>
      )}
    </>
  );
}

/** "9 of 12 present: Bo 6, Emma 3; none of these 0, blank 0". */
export function electionNumbers(
  say: Say,
  view: Pick<VoteView, "ballot">,
  counts: Readonly<Record<string, number>>,
  present: number | undefined,
  whole: number,
): string {
  const names = (view.ballot ?? []).map((b) => `${b.person.name ?? b.person.id.slice(0, 8)} ${counts[b.key] ?? 0}`);
  const others = (["none", "blank", "invalid"] as const)
    .filter((k) => k !== "invalid" || (counts[k] ?? 0) > 0)
    .map((k) => `${say.t(k === "invalid" ? "part-invalid" : `figure-${k}`)} ${counts[k] ?? 0}`);
  const head = present === undefined ? say.t("count-whole", { whole }) : say.t("count-present", { n: present, whole });
  return say.t("count-line", { head, parts: [...names, ...others].join(", ") });
}
