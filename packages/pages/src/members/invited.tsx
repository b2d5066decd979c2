/** Invited: the group, what joining means, what others see of one (M-5). */
import { ActForm, Day, Facts, Field, Island, Notice, useSay, Words } from "@nabat/ui";
import { rulesView, type RulesView } from "@nabat/views";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { bodyPage, type BodyPage, plainPage, show } from "../frame.tsx";
import { Sentences } from "../statutes/rule-words.tsx";

export function invitedPages(app: Hono, deps: PagesDeps): void {
  app.get("/invited", (c) =>
    plainPage(c, deps, ({ t }) => ({
      options: { title: t("door-invited"), islands: ["invited"] },
      content: (
        <div class="read">
          <h1>{t("door-invited")}</h1>
          <p class="lead">{t("invited-open")}</p>
          {/* The link carries a secret behind its "#": the field has no name, so that no form ever sends it. */}
          <form data-open-link="1" method="get" action="/invited">
            <div class="field">
              <label for="link">{t("invited-link")}</label>
              <p class="hint">{t("invited-link-hint")}</p>
              <input id="link" type="text" inputMode="url" autocomplete="off" spellcheck={false} />
            </div>
            <p>
              <button type="submit" class="main">
                {t("invited-go")}
              </button>
            </p>
          </form>
          <noscript>
            <p class="notice">{t("invited-noscript")}</p>
          </noscript>
          <h2>{t("join-lost")}</h2>
          <p>{t("join-lost-what")}</p>
          <p class="links">
            <a href="/mine">{t("invited-already")}</a>
          </p>
        </div>
      ),
    })),
  );
  app.get("/invited/:body", (c) =>
    bodyPage(c, deps, async (page) => {
      const rules = await rulesView(page.reader);
      const evening = (await page.deps.evening?.has(page.reader.body)) === true;
      return show(
        page,
        { title: page.say.t("invited-title"), islands: ["join"] },
        <Invited page={page} rules={rules} next={`${page.base}/${evening ? "evening" : "keys"}`} />,
      );
    }),
  );
}

function Invited({ page, rules, next }: { page: BodyPage; rules?: RulesView; next: string }) {
  const { t } = useSay();
  const { facts, reader } = page;
  return (
    <div class="read">
      <p class="kicker">{t("invited-title")}</p>
      <h1>
        <Words of={facts.name} />
      </h1>
      {facts.purpose.text !== undefined && <p class="lead text">{facts.purpose.text}</p>}
      <Island name="invited-by" props={{ body: reader.body }} />
      <Facts
        rows={[
          [t("home-founded"), <Day at={facts.founded} />],
          [t("home-phase"), t(`phase-${facts.phase}`)],
        ]}
      />
      <ActForm
        act="join"
        body={reader.body}
        next={next}
        submit={t("join-do")}
        warning={t("join-warning")}
        data={{ special: "join", nonce: reader.state.founding.nonce }}
      >
        <Field
          name="name"
          label={t("join-name")}
          hint={t("join-name-hint")}
          text="members"
          required
          maxLength={80}
          autocomplete="name"
        />
      </ActForm>
      <h2>{t("join-means")}</h2>
      <ul>
        {[1, 2, 3].map((n) => (
          <li key={n}>{t(`join-means-${n}`)}</li>
        ))}
      </ul>
      <h2>{t("join-seen")}</h2>
      <ul>
        {[1, 2, 3].map((n) => (
          <li key={n}>{t(`join-seen-${n}`)}</li>
        ))}
      </ul>
      {rules && (
        <>
          <h2>{t("found-sentences")}</h2>
          <Sentences of={rules.sentences} />
        </>
      )}
      <Notice title={t("join-lost")}>
        <p>{t("join-lost-what")}</p>
      </Notice>
    </div>
  );
}
