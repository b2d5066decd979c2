/** For who has a card and no device: leaving, taking that back, appealing, each entered with a code (M-16, K-16, N-8). */
import { GUEST_BYTES } from "@nabat/body";
import { ActForm, Day, Empty, Field, Meta, Notice, PersonName, Select, useSay } from "@nabat/ui";
import { type ByCardView, byCardView, type PendingLine, pendingView, type Person, type Until } from "@nabat/views";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { peopleToChoose } from "../form-values.ts";
import { type BodyPage, recordOnly, show } from "../frame.tsx";
import { Pending } from "../keys/pending.tsx";

export function byCardPages(app: Hono, deps: PagesDeps): void {
  app.get("/b/:body/by-card", (c) =>
    recordOnly(c, deps, async (page) =>
      show(
        page,
        { title: page.say.t("by-card-title"), tab: "members", islands: ["sign"] },
        <ByCard
          page={page}
          view={await byCardView(page.reader)}
          pending={(await pendingView(page.reader, deps.sha256)).filter((p) => p.kind === "leave.card")}
        />,
      ),
    ),
  );
}

function ByCard({ page, view, pending }: { page: BodyPage; view: ByCardView; pending: readonly PendingLine[] }) {
  const { t } = useSay();
  const next = `${page.base}/by-card`;
  const member = page.reader.viewer.standing === "member";
  const nobody = view.leave.length + view.back.length + view.appeal.length + pending.length === 0;
  return (
    <div class="read">
      <h1>{t("by-card-title")}</h1>
      <p class="lead">{t("by-card-lead")}</p>
      <Pending page={page} pending={pending} next={next} />
      {nobody && (
        <Empty href={`${page.base}/members`} step={t("tab-members")}>
          {t("by-card-none")}
        </Empty>
      )}
      {view.back.length > 0 && (
        <section id="back">
          <h2>{t("by-card-back")}</h2>
          <p>{t("by-card-back-what")}</p>
          <Untils of={view.back} />
          {member && (
            <ActForm act="leave.card.undo" body={page.reader.body} next={next} submit={t("by-card-back-do")}>
              <Whose name="back" page={page} people={view.back.map((b) => b.person)} />
            </ActForm>
          )}
        </section>
      )}
      {view.appeal.length > 0 && (
        <section id="appeal">
          <h2>{t("by-card-appeal")}</h2>
          <p>{t("by-card-appeal-what")}</p>
          <Untils of={view.appeal} />
          {member && (
            <ActForm act="stay.appeal" body={page.reader.body} next={next} submit={t("by-card-appeal-do")}>
              <Whose name="appeal" page={page} people={view.appeal.map((a) => a.person)} />
              <Field
                name="text"
                id="by-card-words"
                label={t("by-card-words")}
                hint={t("optional")}
                text="members"
                lines={6}
                maxLength={GUEST_BYTES}
              />
            </ActForm>
          )}
        </section>
      )}
      {view.leave.length > 0 && member && (
        <section id="leave">
          <h2>{t("by-card-leave")}</h2>
          <p>{t("by-card-leave-what")}</p>
          <ActForm
            quiet
            act="leave.card"
            body={page.reader.body}
            next={next}
            submit={t("by-card-leave-do")}
            warning={t("by-card-leave-warning")}
          >
            <Whose name="leave" page={page} people={view.leave} />
          </ActForm>
        </section>
      )}
    </div>
  );
}

/** On the members' page: the way to it, and who left by a card and can come back by it. */
export function AboutCards({ page, cards }: { page: BodyPage; cards: ByCardView }) {
  const { t } = useSay();
  const href = `${page.base}/by-card`;
  if (cards.leave.length + cards.back.length + cards.appeal.length === 0) return null;
  if (cards.back.length === 0)
    return (
      <p>
        <a href={href}>{t("by-card-title")}</a>
      </p>
    );
  return (
    <Notice title={t("by-card-left")}>
      <Untils of={cards.back} />
      <p>
        <a href={`${href}#back`}>{t("by-card-back-way")}</a>
      </p>
    </Notice>
  );
}

/** Whose card, and a code of it; who was asked for by the link stands first. */
function Whose({ name, page, people }: { name: string; page: BodyPage; people: readonly Person[] }) {
  const { t } = useSay();
  const asked = page.c.req.query("member");
  const value = people.some((p) => p.id === asked) ? asked : undefined;
  return (
    <>
      <Select
        name="member"
        id={`${name}-member`}
        label={t("by-card-who")}
        options={peopleToChoose(people)}
        {...(value === undefined ? {} : { value })}
      />
      <Field name="code" id={`${name}-code`} label={t("card-code")} hint={t("by-card-code")} required maxLength={24} />
    </>
  );
}

function Untils({ of }: { of: readonly Until[] }) {
  const { t } = useSay();
  return (
    <ul class="ledger">
      {of.map(({ person, until }) => (
        <li key={person.id}>
          <span class="title">
            <PersonName of={person} />
          </span>
          <Meta>
            <>
              {t("by-card-until")} <Day at={until} />
            </>
          </Meta>
        </li>
      ))}
    </ul>
  );
}
