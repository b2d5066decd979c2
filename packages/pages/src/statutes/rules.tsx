/** Our rules: sentences, settings, versions with their differences; and proposing a change. */
import { changesBetween, changesTo, GUARANTEES, needsOf, sentences, type Statutes } from "@nabat/body";
import { statutesText } from "@nabat/speech";
import { ActForm, Field, Hidden, Notice, type Say, Table, useSay, Words } from "@nabat/ui";
import type { Refusal } from "@nabat/kernel";
import { type RulesView, rulesView } from "@nabat/views";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { bodyPage, type BodyPage, membersPage, notFound, show, told } from "../frame.tsx";
import { ChangeNeeds, parameterName, parameterValue, RuleChanges, Sentences } from "./rule-words.tsx";
import { AdjustableSentences, LawFields, type Unfit } from "./rules-fields.tsx";
import { statutesKept } from "./statutes-form.ts";
import { gradeOf } from "../form-values.ts";
import { OtherVersion, Versions, VersionSince } from "./versions.tsx";
import { TitleField } from "../title-field.tsx";
import { RecordLink } from "../record-link.tsx";

export function rulePages(app: Hono, deps: PagesDeps): void {
  app.get("/b/:body/rules", (c) =>
    bodyPage(c, deps, async (page) => {
      const n = Number(c.req.query("version"));
      const view = await rulesView(page.reader, Number.isSafeInteger(n) && n > 0 ? n : undefined);
      if (!view) return notFound(c, deps, "thing");
      return show(page, { title: page.say.t("tab-rules"), tab: "rules" }, <Rules page={page} view={view} />);
    }),
  );
  app.get("/b/:body/rules/change", (c) =>
    membersPage(c, deps, async (page) => {
      const view = await rulesView(page.reader);
      if (!view) return notFound(c, deps, "thing");
      const asked = Object.fromEntries(Object.entries(c.req.query()).map(([k, v]) => [k, v.slice(0, 2000)]));
      const { statutes: draft, wrong: no, unfit } = statutesKept(view.statutes, asked);
      const wrong = no && unfitSaid(page.say, no, unfit);
      return show(
        page,
        { title: page.say.t("rules-change"), tab: "rules", islands: ["sign"] },
        <Change page={page} view={view} draft={draft} wrong={wrong} unfit={unfit} />,
      );
    }),
  );
}

function Rules({ page, view }: { page: BodyPage; view: RulesView }) {
  const say = useSay();
  const { t } = say;
  const { base, reader } = page;
  const guarantees = Object.keys(GUARANTEES);
  const others = view.parameters.filter((p) => !p.path.startsWith("guarantees."));
  return (
    <>
      <div class="read">
        <h1>{t("tab-rules")}</h1>
        <p class="lead">{t("rules-lead")}</p>
        <OtherVersion view={view} base={base} />
        <p class="meta">
          <VersionSince of={view} />
          {reader.mayReadRecord && (
            <span>
              <RecordLink page={page} to={`/entries/${view.by}`}>
                {t("rules-by")}
              </RecordLink>
            </span>
          )}
        </p>
        <Sentences of={view.sentences} />
        <Asked view={view} />
        <p>{t("rules-binds")}</p>
        <p>{t("rules-second-call")}</p>
        {reader.viewer.standing === "member" && view.inForce && page.facts.phase === "adopted" && (
          <p class="row">
            <a class="btn" href={`${base}/rules/change`}>
              {t("rules-change")}
            </a>
          </p>
        )}
        {(view.statutes.laws ?? []).map(({ of, law }) => (
          <p key={of}>{t("rules-law", { what: parameterName(say, of), law })}</p>
        ))}
        <h2>{t("rules-guarantees")}</h2>
        <ul>
          {guarantees.map((g) => (
            <li key={g}>{parameterName(say, `guarantees.${g}`)}</li>
          ))}
        </ul>
        <details>
          <summary>{t("rules-why")}</summary>
          <p>{t("rules-why-what")}</p>
        </details>
      </div>
      <details>
        <summary>{t("rules-all")}</summary>
        <Asked view={view} />
        <Table
          columns={[{ name: t("rules-what") }, { name: t("rules-value") }]}
          rows={others.map((p) => [parameterName(say, p.path), parameterValue(say, p.path, p.value)])}
        />
      </details>
      <details>
        <summary>{t("rules-text")}</summary>
        <Words of={view.text} block />
      </details>
      <Versions view={view} base={base} />
    </>
  );
}

/** The numbers of members in these rules are never more than one in five (S-35): how many that is here. */
function Asked({ view }: { view: RulesView }) {
  const { t } = useSay();
  return <p>{view.asked ? t("rules-asked", { ...view.asked }) : t("rules-asked-most")}</p>;
}

/** A number that doesn't fit is called by its name on the page. */
function unfitSaid(say: Say, refusal: Refusal, unfit: Unfit | undefined): string {
  if (refusal.rule !== "R-3" || !unfit) return told(say, refusal);
  return say.t("rules-unfit", {
    name: parameterName(say, unfit.path),
    typed: unfit.typed.slice(0, 40),
    rule: refusal.rule,
  });
}

/** The sentences that change, each under its own number. */
function changedText(say: Say, draft: Statutes, changes: readonly { readonly sentence: string }[]): string {
  const lines = statutesText(sentences(draft), say.locale).split("\n");
  return lines.filter((_, i) => changes.some((ch) => ch.sentence === sentences(draft)[i]?.id)).join("\n");
}

function Change({
  page,
  view,
  draft,
  wrong,
  unfit,
}: {
  page: BodyPage;
  view: RulesView;
  draft: Statutes;
  wrong?: string;
  unfit?: Unfit;
}) {
  const say = useSay();
  const { t } = say;
  const { base, reader } = page;
  const changes = changesBetween(view.statutes, draft);
  const grade = gradeOf(reader);
  return (
    <div class="read">
      <h1>{t("rules-change")}</h1>
      <p class="lead">{t("rules-change-lead")}</p>
      <ChangeNeeds needs={needsOf(view.statutes, draft)} />
      {page.facts.phase === "provisional" && (
        <Notice tone="warn" title={t("provisional-title")}>
          <p>{t("rules-change-provisional")}</p>
          <p class="links">
            <a href={base}>{t("rules-change-founding")}</a>
          </p>
        </Notice>
      )}
      {wrong && (
        <Notice tone="needs" title={t("form-refused")}>
          <p>{wrong}</p>
        </Notice>
      )}
      {changes.length > 0 && (
        <section id="difference">
          <RuleChanges changes={changes} />
          <Sentences of={sentences(draft).filter((s) => changes.some((ch) => ch.sentence === s.id))} />
          <ActForm
            act="move"
            body={reader.body}
            next={`${base}/motions/{id}`}
            submit={t("rules-change-move")}
            warning={t("move-warning")}
          >
            <Hidden name="subject.type" value="statutes" />
            <Hidden name="subject.changes" value={JSON.stringify(changesTo(view.statutes, draft))} as="json" />
            <TitleField label={t("motion-title")} grade={grade} value={t("rules-change-title")} />
            <Field
              name="text"
              label={t("motion-text")}
              text={grade}
              lines={10}
              required
              maxLength={20_000}
              value={changedText(say, draft, changes)}
            />
          </ActForm>
        </section>
      )}
      <form method="get" action={`${base}/rules/change#difference`} noValidate>
        <AdjustableSentences statutes={draft} unfit={unfit} />
        <LawFields statutes={draft} />
        <p>
          <button type="submit" class="main">
            {t("rules-change-show")}
          </button>
        </p>
      </form>
    </div>
  );
}
