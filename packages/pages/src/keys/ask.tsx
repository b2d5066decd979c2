/** Asking for new keys for somebody, from what their new device shows; who lost everything (K-6, K-7, K-15, K-17). */
import { ActForm, Empty, Field, Hidden, Notice, Select, useSay } from "@nabat/ui";
import { isHash } from "@nabat/kernel";
import type { ActId } from "@nabat/kernel";
import { askView, type AskView, doorHere, type NewKeysLine, newKeysView, type Person } from "@nabat/views";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { type BodyPage, recordOnly, show, told } from "../frame.tsx";
import { peopleToChoose, plainName } from "../form-values.ts";
import { CardCodes } from "../members/card-codes.tsx";

export function askPages(app: Hono, deps: PagesDeps): void {
  app.get("/b/:body/new-keys/ask", (c) =>
    recordOnly(c, deps, async (page) => {
      // Whoever gives new keys at a door that is open scans for it: the code of a new phone leads there, whole (K-11).
      const door = c.req.query("two") === undefined && c.req.query("decided") === undefined && doorHere(page.reader);
      if (door) return c.redirect(`${page.base}/sittings/${door}/door`, 303);
      const view = await askView(page.reader);
      const { items: waiting } = await newKeysView(page.reader, { status: "waits", limit: 200 });
      const asked = c.req.query("decided");
      const decided = asked && isHash(asked) ? view.decided.find((d) => d.id === asked) : undefined;
      return show(
        page,
        { title: page.say.t("new-keys-ask"), tab: "members", islands: ["sign", "card"] },
        <Ask page={page} view={view} decided={decided} waiting={waiting} />,
      );
    }),
  );
}

/** What the person's new device shows, whose keys these are, and by which way. */
export function AskForm({
  page,
  people,
  next,
  of = {},
  now = false,
}: {
  page: BodyPage;
  people: readonly (Person & { readonly card?: boolean })[];
  next: string;
  of?: { readonly sitting?: ActId; readonly decided?: ActId };
  now?: boolean;
}) {
  const { t } = useSay();
  return (
    <ActForm
      act="key.recover"
      body={page.reader.body}
      next={next}
      submit={t("new-keys-do")}
      now={now}
      warning={t(of.sitting ? "new-keys-door-warning" : of.decided ? "new-keys-met-warning" : "new-keys-ask-warning")}
      data={{ special: "key.recover" }}
    >
      {of.sitting && <Hidden name="sitting" value={of.sitting} />}
      {of.decided && <Hidden name="decided" value={of.decided} />}
      <Field
        name="code"
        label={t("new-keys-code")}
        hint={t("new-keys-code-hint")}
        lines={4}
        required
        maxLength={2000}
        id="new-keys-code"
      />
      <p class="small" data-keys-mark hidden>
        {t("new-keys-mark")} <code></code>. {t("new-keys-mark-what")}
      </p>
      <Select
        name="member"
        label={t("new-keys-whose")}
        hint={t(`new-keys-whose-hint${of.sitting || of.decided ? "-here" : ""}`)}
        required
        value=""
        options={[
          ...(people.length === 1 ? [] : [{ value: "", label: t("new-keys-choose") }]),
          ...peopleToChoose(people),
        ]}
        id="new-keys-whose"
      />
      {!of.decided && people.some((p) => p.card) && (
        <Field
          name="card"
          label={t("new-keys-card-code")}
          hint={t("new-keys-card-code-hint")}
          maxLength={24}
          id="new-keys-card"
        />
      )}
    </ActForm>
  );
}

function Ask({
  page,
  view,
  decided,
  waiting,
}: {
  page: BodyPage;
  view: AskView;
  waiting: readonly NewKeysLine[];
  decided: AskView["decided"][number] | undefined;
}) {
  const say = useSay();
  const { t, date } = say;
  const next = `${page.base}/new-keys`;
  const withCards = view.people.filter((p) => p.card);
  if (page.reader.viewer.standing !== "member")
    return (
      <div class="read">
        <h1>{t("new-keys-ask")}</h1>
        <Empty href={next} step={t("new-keys-title")}>
          {t("new-keys-members-only")}
        </Empty>
      </div>
    );
  if (decided)
    return (
      <div class="read">
        <h1>{t("new-keys-met", { name: plainName(decided.person) })}</h1>
        <p class="lead">{t("new-keys-met-lead", { until: date(decided.until) })}</p>
        {decided.now ? (
          <AskForm page={page} people={[decided.person]} next={next} of={{ decided: decided.id }} now />
        ) : (
          <p>{t("new-keys-met-from", { from: date(decided.from) })}</p>
        )}
      </div>
    );
  return (
    <div class="read">
      <h1>{t("new-keys-ask")}</h1>
      <p class="lead">{t("new-keys-ask-lead")}</p>
      <ol>
        {[1, 2, 3].map((n) => (
          <li key={n}>{t(`new-keys-ask-${n}`)}</li>
        ))}
      </ol>
      {waiting.map((k) => (
        <p key={k.id} hidden data-asked-mark={k.mark} class="notice">
          {t("new-keys-asked-here")} <a href={`${next}#${k.id.slice(0, 12)}`}>{t("new-keys-asked-go")}</a>
        </p>
      ))}
      {view.decided.map((d) => (
        <Notice key={d.id} tone="needs" title={t("new-keys-met", { name: plainName(d.person) })}>
          <p>
            <a class="btn" href={`${next}/ask?decided=${d.id}`}>
              {t("new-keys-met-go")}
            </a>
          </p>
        </Notice>
      ))}
      {view.why ? (
        <Notice title={t("new-keys-not-you")}>
          <p>{told(say, view.why)}</p>
        </Notice>
      ) : (
        <>
          <AskForm page={page} people={view.people.filter((p) => p.id !== page.reader.viewer.member)} next={next} />
          {withCards.length > 0 && <AnotherCard page={page} people={withCards} next={next} />}
        </>
      )}
      <p>
        <a href={`${page.base}/motions/new?subject=keys`}>{t("new-keys-by-meeting")}</a>
      </p>
    </div>
  );
}

/** Another card for who has one (K-17): its codes are made here and printed. */
export function AnotherCard({
  page,
  people,
  next,
  sitting,
}: {
  page: BodyPage;
  people: readonly Person[];
  next: string;
  sitting?: ActId;
}) {
  const { t } = useSay();
  return (
    <details>
      <summary>{t("card-again")}</summary>
      <p class="read">{t("card-again-what")}</p>
      <ActForm
        quiet
        act="card"
        body={page.reader.body}
        next={next}
        submit={t("card-again-do")}
        warning={t("card-warning")}
        data={{ special: "card" }}
      >
        {sitting && <Hidden name="sitting" value={sitting} />}
        <Select name="member" label={t("card-member")} options={peopleToChoose(people)} id="card-again-member" />
        <Field name="name" label={t("card-name")} text="members" required maxLength={80} id="card-again-name" />
        <CardCodes id="card-again-codes" />
      </ActForm>
    </details>
  );
}
