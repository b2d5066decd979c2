/** Opening an election: the office, how many seats for how long, by which rule, with which powers. */
import { ActForm, Field, Radios, useSay } from "@nabat/ui";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { gradeOf } from "../form-values.ts";
import { type BodyPage, membersPage, show } from "../frame.tsx";
import { NotYet } from "../not-yet.tsx";
import { TitleField } from "../title-field.tsx";

const POWERS = ["convene", "keep-minutes", "keep-money", "represent"] as const;

export function newElection(app: Hono, deps: PagesDeps): void {
  app.get("/b/:body/elections/new", (c) =>
    membersPage(c, deps, (page) =>
      show(
        page,
        { title: page.say.t("election-new"), tab: "sittings", islands: ["sign"] },
        <NewElection page={page} />,
      ),
    ),
  );
}

function NewElection({ page }: { page: BodyPage }) {
  const { t } = useSay();
  if (page.reader.viewer.standing !== "member" || page.facts.phase !== "adopted")
    return <NotYet page={page} title={t("election-new")} />;
  return (
    <div class="read">
      <h1>{t("election-new")}</h1>
      <p class="lead">{t("election-new-lead")}</p>
      <ActForm
        act="election.open"
        body={page.reader.body}
        next={`${page.base}/elections/{id}`}
        submit={t("election-new-do")}
        warning={t("election-new-warning")}
        data={{ zone: page.facts.zone, special: "election.open" }}
      >
        <TitleField label={t("election-office")} hint={t("election-office-hint")} grade={gradeOf(page.reader)} />
        <Field
          name="seats"
          label={t("election-seats-label")}
          type="number"
          as="int"
          min={1}
          max={50}
          value={1}
          required
        />
        <Field
          name="termDays"
          label={t("election-term")}
          hint={t("election-term-hint")}
          type="number"
          as="int"
          min={1}
          max={3660}
          value={365}
          required
        />
        <Radios
          name="rule"
          legend={t("election-rule")}
          value="plurality"
          options={(["plurality", "approval"] as const).map((r) => ({
            value: r,
            label: t(`election-rule-name-${r}`),
            hint: t(`election-rule-${r}`),
          }))}
        />
        <Radios
          name="powers"
          legend={t("election-powers")}
          type="checkbox"
          as="list"
          options={POWERS.map((p) => ({ value: p, label: t(`power-${p}`), hint: t(`power-${p}-what`) }))}
        />
        <Field
          name="nominationsUntil"
          label={t("election-until")}
          hint={t("election-until-hint")}
          type="datetime-local"
          as="moment"
        />
      </ActForm>
    </div>
  );
}
