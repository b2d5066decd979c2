/** Inviting: a personal link, QR code or printed sheet; a group link for guests. And the invited's first page. */
import {
  ActForm,
  Day,
  Empty,
  Facts,
  Field,
  Island,
  Meta,
  Notice,
  Pager,
  PersonName,
  Radios,
  Select,
  Tag,
  Time,
  useSay,
  Words,
  ActButton,
} from "@nabat/ui";
import {
  allOf,
  INVITATION_COLUMNS,
  type InvitationLine,
  invitationRow,
  invitingNow,
  type InvitingNow,
  invitationsView,
  mayHere,
  type Page,
  rulesView,
  type RulesView,
  toCsv,
} from "@nabat/views";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { bodyPage, type BodyPage, recordOnly, plainPage, show } from "../frame.tsx";
import { LeftOut, notNarrowed } from "../lists.tsx";
import { csvFile, narrowed, pagerLinks, pagingOf } from "../query.ts";
import { Sentences } from "../statutes/rule-words.tsx";

export function invitePages(app: Hono, deps: PagesDeps): void {
  app.get("/b/:body/invite", (c) =>
    recordOnly(c, deps, async (page) => {
      const { unknown } = narrowed(c, {});
      const list = await invitationsView(page.reader, pagingOf(c));
      return show(
        page,
        { title: page.say.t("invite-title"), tab: "members", islands: ["sign", "invite"] },
        <Invite page={unknown ? { ...page, unknown } : page} list={list} />,
      );
    }),
  );
  app.get("/b/:body/invite.csv", (c) =>
    recordOnly(c, deps, async (page) => {
      const { unknown } = narrowed(c, {});
      if (unknown) return notNarrowed(page, unknown);
      const { limit: _, after: __, ...paging } = pagingOf(c);
      const items = await allOf((query) => invitationsView(page.reader, query), paging);
      return csvFile(c, "invitations", toCsv(INVITATION_COLUMNS, items.map(invitationRow)));
    }),
  );
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

function Invite({ page, list }: { page: BodyPage; list: Page<InvitationLine> }) {
  const { t } = useSay();
  const { base, facts, reader } = page;
  const provisional = facts.phase === "provisional";
  const member = reader.viewer.standing === "member";
  const now = invitingNow(reader);
  const kinds = provisional
    ? (["founder", "guest"] as const)
    : (now && !now.member) || !mayHere(reader, "invite", { as: "member" }).ok
      ? (["guest"] as const)
      : (["member", "guest"] as const);
  return (
    <>
      <h1>{t("invite-title")}</h1>
      {member && (
        <div class="read">
          <p class="lead">{t("invite-lead")}</p>
          {now && <BringsNow now={now} base={base} />}
          <p>
            <b>{t("invite-no-phone-title")}.</b> {t(provisional ? "invite-no-phone-founding" : "invite-no-phone")}{" "}
            <a href={provisional ? `${base}/members#card` : `${base}/meetings`}>
              {t(provisional ? "card-title" : "tab-meetings-link")}
            </a>
          </p>
          <ActForm
            act="invite"
            signed={{ as: kinds.at(-1) }}
            body={reader.body}
            next={`${base}/invite`}
            submit={t("invite-do")}
            warning={t("invite-warning")}
            data={{ special: "invite", invited: `/invited/${reader.body}`, zone: facts.zone }}
          >
            <Radios
              name="as"
              legend={t("invite-as")}
              value={kinds[0]}
              options={[
                ...kinds.map((k) => ({
                  value: k as string,
                  label: t(`invite-as-${k}`),
                  hint: t(`invite-as-${k}-what`),
                })),
                { value: "guest-many", label: t("invite-many"), hint: t("invite-many-what") },
              ]}
            />
            <Select
              name="days"
              label={t("invite-until")}
              value="7"
              options={[1, 3, 7, 14, 30].map((n) => ({ value: String(n), label: t("span-days", { n }) }))}
            />
            <Field name="for" label={t("invite-for")} hint={t("invite-for-hint")} maxLength={80} />
          </ActForm>
          <Island
            name="invite"
            props={{ body: reader.body, name: facts.name.text ?? "", invited: `/invited/${reader.body}` }}
          />
        </div>
      )}
      <h2>{t("invitations")}</h2>
      <LeftOut page={page} list={list} />
      {list.items.length === 0 ? (
        <div data-none="invitations">
          <Empty>{t("invitations-none")}</Empty>
        </div>
      ) : (
        <>
          <ul class="ledger">
            {list.items.map((i) => (
              <li key={i.id}>
                <span class="title">{t(i.many ? "invite-many" : `invite-as-${i.as}`)}</span>
                <Meta>
                  {i.open ? (
                    <Tag kind="open">{t("invitation-open")}</Tag>
                  ) : (
                    <Tag kind="plain">{i.used > 0 && !i.many ? t("invitation-used") : t("invitation-over")}</Tag>
                  )}
                  <>
                    {t("by")} <PersonName of={i.by} />
                  </>
                  <>
                    {t("invitation-until")} <Day at={i.until} />
                  </>
                  {i.many && t("invitation-joined", { n: i.used })}
                  {i.shut && t("invitation-shut")}
                  {i.usedBy && (
                    <>
                      {t("invitation-used-by")} <PersonName of={i.usedBy} />
                    </>
                  )}
                </Meta>
                {i.by.id === reader.viewer.member && !i.many && (
                  <p class="meta" data-body={reader.body} data-invitation={i.id} hidden />
                )}
                {i.open && i.by.id === reader.viewer.member && (
                  <ActButton
                    quiet
                    act="invite.end"
                    body={reader.body}
                    next={`${base}/invite`}
                    submit={t("invite-end")}
                    of={{ invitation: i.id }}
                  />
                )}
              </li>
            ))}
          </ul>
          <Pager shown={list.items.length} total={list.total} {...pagerLinks(page.c, list.next, true)} />
        </>
      )}
    </>
  );
}

/** What an invitation of one's own brings now: a vote with membership, once seen, with a place, or by another's word (M-26, M-27). */
function BringsNow({ now, base }: { now: InvitingNow; base: string }) {
  const { t } = useSay();
  const what = now.member ? now.brings : "no-vote";
  return (
    <Notice title={t("invite-brings-title")}>
      <p>
        {t(`invite-brings-${what}`, { taken: now.places.taken, most: now.places.most })}
        {now.member && now.from !== undefined && (
          <>
            {" "}
            {t(now.brings === "young" ? "invite-from-young" : "invite-from-free")} <Day at={now.from} />.
          </>
        )}
      </p>
      {now.door && (
        <p>
          {t("door-open", { left: now.door.left, places: now.door.places })}, {t("door-until")}{" "}
          <Time at={now.door.until} />.
        </p>
      )}
      <p class="links">
        <a href={`${base}/newcomers`}>{t("newcomers-title")}</a>
        <a href={`${base}/sponsors`}>{t("sponsors-title")}</a>
      </p>
    </Notice>
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
