/** Inviting: a personal link, QR code or printed sheet; a group link for guests. And the invited's first page. */
import {
  ActForm,
  Day,
  Empty,
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
  toCsv,
} from "@nabat/views";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { type BodyPage, recordOnly, show } from "../frame.tsx";
import { LeftOut, notNarrowed } from "../lists.tsx";
import { csvFile, narrowed, pagerLinks, pagingOf } from "../query.ts";

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
                {(i.open || i.shut) && i.by.id === reader.viewer.member && (
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
