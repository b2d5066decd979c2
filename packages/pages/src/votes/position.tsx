/** One's own position in a vote: the form, or why there is none. The vote's page and the meeting's share it. */
import { POSITIONS } from "@nabat/body";
import type { VoteView } from "@nabat/views";
import { ActForm, Hidden, Notice, Radios, useSay } from "@nabat/ui";
import { type BodyPage, told } from "../frame.tsx";
import { figures } from "./figures.ts";

/** Everything one can do in a vote; `next`: where one stays. */
export interface WorkProps {
  readonly page: BodyPage;
  readonly view: VoteView;
  readonly next: string;
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
