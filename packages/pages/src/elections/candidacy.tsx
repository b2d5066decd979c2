/** What one may do in an election now: stand, nominate, accept, decline, ask for a secret vote. */
import { mayNominate } from "@nabat/body";
import { ActButton, ActForm, Field, Hidden, Select, useSay, FoldedAct } from "@nabat/ui";
import type { ElectionShown, Person } from "@nabat/views";
import { gradeOf, peopleToChoose } from "../form-values.ts";
import { type BodyPage, told } from "../frame.tsx";

/** Standing, nominating, accepting or declining, asking for paper: what the person looking may do now. */
export function YourPart({ page, view, roll }: { page: BodyPage; view: ElectionShown; roll: readonly Person[] }) {
  const say = useSay();
  const { t } = say;
  const { you } = view;
  const body = page.reader.body;
  const here = `${page.base}/elections/${view.id}`;
  const known = new Set(view.candidateList.map((c) => c.person.id));
  const others = roll.filter((p) => !known.has(p.id) && p.id !== page.reader.viewer.member);
  const { state, now, viewer } = page.reader;
  const election = state.elections.elections.get(view.id);
  const checked = others.map((p) => ({
    person: p,
    may: election && viewer.member ? mayNominate(state, election, p.id, viewer.member, now) : undefined,
  }));
  const fit = checked.filter((c) => c.may?.ok).map((c) => c.person);
  // The form is gone since somebody was named with it: that is said, where it stood.
  const [enough] = fit.length > 0 ? [] : checked.flatMap(({ may }) => (may && !may.ok ? [may] : []));
  if (!you || view.status === "decided") return null;
  return (
    <div class="no-print">
      {you.accept.yes && (
        <ActForm act="nomination.accept" body={body} next={here} submit={t("candidate-accept")} now>
          <Hidden name="election" value={view.id} />
          <CandidateWords page={page} label="candidate-words" lines={4} id="accept-text" />
        </ActForm>
      )}
      {you.decline.yes && (
        <ActButton
          quiet
          act="nomination.decline"
          body={body}
          next={here}
          submit={t("candidate-decline")}
          warning={t("candidate-decline-warning")}
          of={{ election: view.id }}
        />
      )}
      {you.nominateSelf.yes && page.reader.viewer.member && (
        <details id="stand">
          <summary>{t("candidate-stand")}</summary>
          <ActForm act="nominate" body={body} next={here} submit={t("candidate-stand-do")}>
            <Hidden name="election" value={view.id} />
            <Hidden name="candidate" value={page.reader.viewer.member} />
            <CandidateWords page={page} label="candidate-words" lines={4} id="stand-text" />
          </ActForm>
        </details>
      )}
      {you.nominateOthers.yes && fit.length > 0 && (
        <details id="nominate">
          <summary>{t("candidate-nominate")}</summary>
          <ActForm act="nominate" body={body} next={here} submit={t("candidate-nominate-do")}>
            <Hidden name="election" value={view.id} />
            <Select name="candidate" label={t("election-candidate")} options={peopleToChoose(fit)} />
            <CandidateWords page={page} label="candidate-why" lines={3} id="nominate-text" />
          </ActForm>
        </details>
      )}
      {enough && enough.code === "too-many-by-one" && <p class="small soft">{told(say, enough)}</p>}
      {you.object.yes && (
        <FoldedAct
          foldId="secret"
          title={t("election-ask-secret")}
          quiet
          act="ask.secret"
          body={body}
          next={here}
          submit={t("election-ask-secret")}
          warning={t("election-ask-secret-what")}
          of={{ election: view.id }}
        />
      )}
    </div>
  );
}

/** A few words beside a nomination. */
function CandidateWords({ page, label, lines, id }: { page: BodyPage; label: string; lines: number; id: string }) {
  const { t } = useSay();
  return (
    <Field
      name="text"
      label={t(label)}
      hint={t("optional")}
      text={gradeOf(page.reader)}
      lines={lines}
      maxLength={20_000}
      id={id}
    />
  );
}
