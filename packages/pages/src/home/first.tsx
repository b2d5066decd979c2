/** The first page, the examples behind it, and *Mine*. */
import {
  BellMark,
  BookMark,
  Empty,
  EyeMark,
  HouseMark,
  Island,
  LetterMark,
  Notice,
  PeopleMark,
  type Say,
  useSay,
} from "@nabat/ui";
import type { Hono } from "hono";
import type { ComponentChildren } from "preact";
import type { ExamplesShown, PagesDeps, PublicBody } from "../deps.ts";
import { localeOf, plainPage } from "../frame.tsx";

export function firstPages(app: Hono, deps: PagesDeps): void {
  app.get("/", async (c) => {
    const bodies = await deps.clerk.bodies();
    return plainPage(c, deps, ({ t }) => ({
      options: { title: t("first-title"), islands: ["mine"] },
      content: <First bodies={bodies.filter((b) => !b.practice).slice(0, 30)} />,
    }));
  });
  app.get("/example", async (c) => {
    const examples = await deps.examples(localeOf(c));
    if (examples.making) c.header("Refresh", "2");
    return plainPage(c, deps, ({ t }) => ({
      options: { title: t("example-title") },
      content: (
        <Examples {...examples} evening={deps.evening?.enabled === true} later={c.req.query("evening") !== undefined} />
      ),
    }));
  });
  app.get("/lost", async (c) => {
    const bodies = await deps.clerk.bodies();
    return plainPage(c, deps, ({ t }) => ({
      options: { title: t("lost-way"), islands: ["mine"] },
      content: <LostWay bodies={bodies.filter((b) => !b.practice).slice(0, 100)} />,
    }));
  });
  app.get("/mine", (c) =>
    plainPage(c, deps, ({ t }) => ({
      options: { title: t("mine-title"), islands: ["mine"], mine: true },
      content: <Mine />,
    })),
  );
}

function Door({
  href,
  mark,
  title,
  children,
}: {
  href: string;
  mark: ComponentChildren;
  title: string;
  children: ComponentChildren;
}) {
  return (
    <li>
      <a href={href}>
        {mark}
        <b>{title}</b>
        <span>{children}</span>
      </a>
    </li>
  );
}

/** What the island says on this page alone; it fills in what stands in braces. */
function mineWords(t: Say["t"]) {
  return {
    needs: t("mine-needs"),
    all: t("mine-all"),
    titled: t("mine-titled", { what: "{what}", title: "{title}" }),
    by: t("mine-by", { when: "{when}" }),
    begins: t("mine-begins", { when: "{when}" }),
    silent: t("mine-silent", { names: "{names}" }),
  };
}

function First({ bodies }: { bodies: readonly PublicBody[] }) {
  const { t } = useSay();
  return (
    <div class="front">
      <div>
        <div class="read">
          <h1>{t("first-head")}</h1>
          <p class="lead">{t("first-lead")}</p>
        </div>
        <Island name="mine" props={{ short: true, words: mineWords(t) }} />
        <ul class="doors">
          <Door href="/invited" mark={<LetterMark />} title={t("door-invited")}>
            {t("door-invited-what")}
          </Door>
          <Door href="/found" mark={<BellMark />} title={t("door-found")}>
            {t("door-found-what")}
          </Door>
          <Door href="/found?existing=1" mark={<PeopleMark />} title={t("door-existing")}>
            {t("door-existing-what")}
          </Door>
          <Door href="/lost" mark={<HouseMark />} title={t("lost-way")}>
            {t("lost-way-what")}
          </Door>
          <Door href="/example" mark={<EyeMark />} title={t("door-example")}>
            {t("door-example-what")}
          </Door>
        </ul>
      </div>
      <div class="front-side">
        <section>
          <h2>{t("first-what")}</h2>
          <ol class="sentences">
            {[1, 2, 3, 4, 5].map((n) => (
              <li key={n}>{t(`first-sentence-${n}`)}</li>
            ))}
          </ol>
          <p class="soft">{t("first-name")}</p>
        </section>
        {bodies.length > 0 && (
          <section>
            <h2>{t("first-bodies")}</h2>
            <ul class="ledger">
              {bodies.map((b) => (
                <li key={b.body}>
                  <a class="title" href={`/b/${b.body}`}>
                    <bdi>{b.name}</bdi>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        <p class="links">
          <a href="/count">{t("counting-link")}</a>
          <a href="/copies">{t("copies-link")}</a>
        </p>
      </div>
    </div>
  );
}

/** A door that begins something: pressed, not followed. */
function EveningDoor() {
  const { t, locale } = useSay();
  return (
    <li>
      <form method="post" action="/evening">
        <input type="hidden" name="lang" value={locale} />
        <button type="submit">
          <BellMark />
          <b>{t("evening-door")}</b>
          <span>{t("evening-door-what")}</span>
        </button>
      </form>
    </li>
  );
}

function Examples({ present, cases, making, evening, later }: ExamplesShown & { evening: boolean; later: boolean }) {
  const { t } = useSay();
  return (
    <>
      <div class="read">
        <h1>{t("example-title")}</h1>
        <p class="lead">{t("example-lead")}</p>
        {later && (
          <Notice tone="warn">
            <p>{t("evening-later")}</p>
          </Notice>
        )}
      </div>
      {present ? (
        <ul class="doors">
          <Door href={`/b/${present}`} mark={<HouseMark />} title={t("example-house")}>
            {t("example-house-what")}
          </Door>
        </ul>
      ) : making ? (
        <p class="empty" role="status">
          {t("example-making", making)}
        </p>
      ) : (
        <Empty href="/found" step={t("door-found")}>
          {t("example-none")}
        </Empty>
      )}
      {evening && (
        <ul class="doors">
          <EveningDoor />
        </ul>
      )}
      <details>
        <summary>
          <span>{t("example-cases")}</span>
        </summary>
        <div class="read">
          <p>{t("example-cases-lead")}</p>
          {cases.length === 0 && <p class="soft">{t("example-cases-none")}</p>}
        </div>
        {cases.length > 0 && (
          <ul class="doors">
            {cases.map((k) => (
              <Door key={k.id + k.body} href={`/b/${k.body}`} mark={<BookMark />} title={k.name}>
                {t("example-case", { id: k.id })}
              </Door>
            ))}
          </ul>
        )}
      </details>
    </>
  );
}

/** Who lost everything and stands before the server: each group has its own page for it. */
function LostWay({ bodies }: { bodies: readonly PublicBody[] }) {
  const { t } = useSay();
  return (
    <div class="read">
      <h1>{t("lost-way")}</h1>
      <p class="lead">{t("lost-way-lead")}</p>
      <Island name="mine" props={{ short: true, words: mineWords(t) }} />
      {bodies.length > 0 && (
        <section>
          <h2>{t("lost-way-groups")}</h2>
          <ul class="ledger">
            {bodies.map((b) => (
              <li key={b.body}>
                <a class="title" href={`/b/${b.body}/lost`}>
                  {b.name ?? b.body.slice(0, 12)}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p class="soft">{t("lost-way-none")}</p>
    </div>
  );
}

function Mine() {
  const { t } = useSay();
  return (
    <div class="read">
      <h1>{t("mine-title")}</h1>
      <p class="lead">{t("mine-lead")}</p>
      <Island name="mine" props={{ words: mineWords(t) }} />
      <noscript>
        <p class="notice">{t("mine-noscript")}</p>
      </noscript>
      <p class="row">
        <a class="btn" href="/invited">
          {t("door-invited")}
        </a>
        <a class="btn" href="/found">
          {t("door-found")}
        </a>
        <a class="btn" href="/lost">
          {t("lost-way")}
        </a>
      </p>
      <p class="soft small">{t("mine-how")}</p>
    </div>
  );
}
