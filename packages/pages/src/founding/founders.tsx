/** The founders' list: who is on it, closing it, signing it, and what happens after (F-14 to F-18). */
import { ActButton, ActForm, Field, Hidden, Meta, Notice, PersonName, Select, Tag, useSay } from "@nabat/ui";
import { type FoundersView, foundersView, mayReadFounders, type PendingLine, pendingView } from "@nabat/views";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { peopleToChoose } from "../form-values.ts";
import { type BodyPage, membersPage, recordOnly, show } from "../frame.tsx";
import { Pending } from "../keys/pending.tsx";

export function founderPages(app: Hono, deps: PagesDeps): void {
  app.get("/b/:body/founders", (c) =>
    membersPage(c, deps, (own) => (mayReadFounders(own.reader) ? see(own) : recordOnly(c, deps, see))),
  );
  // Who stands on it and hasn't signed yet is a guest until they do: the list is theirs to read and sign (F-18).
  const see = async (page: BodyPage) => {
    const { sha256 } = page.deps;
    const view = await foundersView(page.reader, sha256);
    const pending = page.reader.mayReadRecord
      ? (await pendingView(page.reader, sha256)).filter((p) => p.kind === "list.card")
      : [];
    return show(
      page,
      { title: page.say.t("founders-title"), tab: "home", islands: ["sign", "live"] },
      <Founders page={page} view={view} pending={pending} />,
    );
  };
}

interface Props {
  readonly page: BodyPage;
  readonly view: FoundersView;
}

function Founders({ page, view, pending }: Props & { pending: readonly PendingLine[] }) {
  const { t } = useSay();
  const { base } = page;
  return (
    <div class="read">
      <h1>{t("founders-title")}</h1>
      {view.list === "none" && <p class="lead">{t("founders-none")}</p>}
      {view.list === "open" && <OpenList page={page} view={view} />}
      {view.list === "closed" && <ClosedList page={page} view={view} />}
      <ul class="ledger">
        {view.people.map((line) => (
          <li key={line.person.id}>
            <PersonName of={line.person} you={line.person.id === page.reader.viewer.member} />
            {view.list === "closed" && (
              <Meta>
                <Tag kind={line.is === "signed" ? "done" : "no"}>
                  {t(
                    line.is === "signed"
                      ? "founders-has-signed"
                      : line.is === "left"
                        ? "founders-left"
                        : "founders-not-signed",
                  )}
                </Tag>
              </Meta>
            )}
          </li>
        ))}
      </ul>
      <Pending page={page} pending={pending} next={`${base}/founders`} />
      <SignByCard page={page} view={view} />
      {view.you.mayOpen && view.closed && (
        <>
          <h2>{t("founders-open-again")}</h2>
          <p>{t("founders-open-again-what")}</p>
          <ActButton
            quiet
            act="list.open"
            body={page.reader.body}
            next={`${base}/founders`}
            submit={t("founders-open-again")}
            of={{ list: view.closed.id }}
          />
        </>
      )}
      <p class="links">
        <a href={`${base}/rules`}>{t("founders-rules")}</a>
      </p>
    </div>
  );
}

function OpenList({ page, view }: Props) {
  const { t } = useSay();
  const { base } = page;
  return (
    <>
      <p class="lead">{t("founders-open-lead", { count: view.people.length })}</p>
      <p>{t("founders-open-what")}</p>
      {!view.you.mayClose && view.you.turn && <p>{t("founders-others-close")}</p>}
      {view.you.mayClose && (
        <>
          <p>
            <a class="btn" href={`${base}/invite`}>
              {t("provisional-invite")}
            </a>
          </p>
          <p>{t("founders-close-what")}</p>
          <ActButton
            act="list.close"
            body={page.reader.body}
            next={`${base}/founders`}
            submit={t("founders-close")}
            of={{ people: view.hash }}
          />
        </>
      )}
    </>
  );
}

function ClosedList({ page, view }: Props) {
  const { t, day } = useSay();
  const { closed, signatures: count, you } = view;
  if (!closed || !count) return null;
  const missing = view.phase === "adopted" ? 0 : count.needed - count.signed;
  const until = day(closed.until);
  return (
    <>
      <p class="lead">
        {t("founders-signed", { signed: count.signed, on: count.on })} {t("founders-needed", { missing })}
      </p>
      {(missing > 0 || (view.phase === "adopted" && count.signed < count.on)) && (
        <p>{t(view.phase === "adopted" ? "founders-after-adopted" : "founders-after", { until })}</p>
      )}
      {view.phase === "provisional" && <p>{t("founders-lapses", { until })}</p>}
      {you.signed && <p>{t("founders-you-signed")}</p>}
      {you.maySign && (
        <Notice tone="needs" title={t("founders-sign")}>
          <p>{t("founders-sign-what")}</p>
          <ActButton
            act="list.sign"
            body={page.reader.body}
            next={`${page.base}/founders`}
            submit={t("founders-sign")}
            of={{ list: closed.id }}
          />
        </Notice>
      )}
    </>
  );
}

/** Two others sign for who has no device, with a code of the card (F-17). */
function SignByCard({ page, view }: Props) {
  const { t } = useSay();
  const { closed, you } = view;
  if (!closed || you.cards.length === 0) return null;
  return (
    <details>
      <summary>{t("founders-card")}</summary>
      <p>{t("founders-card-what")}</p>
      <ActForm act="list.card" body={page.reader.body} next={`${page.base}/founders`} submit={t("founders-card")}>
        <Hidden name="list" value={closed.id} />
        <Select name="member" label={t("founders-card-who")} options={peopleToChoose(you.cards)} />
        <Field name="code" label={t("founders-card-code")} required maxLength={20} />
      </ActForm>
    </details>
  );
}
