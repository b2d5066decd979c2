/** Members: the roll as of any date, guests and applicants, vouching, cards for who has no device. */
import {
  ActForm,
  Day,
  Empty,
  Field,
  Filter,
  Hidden,
  Meta,
  Pager,
  PersonName,
  Radios,
  Select,
  useSay,
  Words,
} from "@nabat/ui";
import { openSittings } from "@nabat/body";
import { allOf, csvMoment, membersView, type MembersView, type PendingLine, pendingView, toCsv } from "@nabat/views";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { type BodyPage, recordOnly, show } from "../frame.tsx";
import { Pending } from "../keys/pending.tsx";
import { csvFile, oneOf, pagerLinks, pagingOf } from "../query.ts";

const STANDINGS = ["member", "applicant", "guest", "left"] as const;

export function memberPages(app: Hono, deps: PagesDeps): void {
  app.get("/b/:body/members", (c) =>
    recordOnly(c, deps, async (page) => {
      const asked = askedOf(page);
      const list = await membersView(page.reader, { ...pagingOf(c), ...asked.query });
      const pending = await pendingView(page.reader, page.deps.sha256);
      return show(
        page,
        { title: page.say.t("tab-members"), tab: "members", islands: ["sign", "card"] },
        <Members page={page} list={list} pending={pending} asked={asked} />,
      );
    }),
  );
  app.get("/b/:body/members.csv", (c) =>
    recordOnly(c, deps, async (page) => {
      const { limit: _, ...paging } = pagingOf(c);
      const items = await allOf((q) => membersView(page.reader, q), { ...paging, ...askedOf(page).query });
      return csvFile(
        c,
        "members",
        toCsv(
          ["id", "name", "standing", "joined", "votes-from", "left", "invited-by", "vouchers", "seen", "card"],
          items.map((m) => [
            m.id,
            m.name.text,
            m.standing,
            csvMoment(m.joined),
            csvMoment(m.since),
            csvMoment(m.left),
            m.invitedBy?.name,
            m.vouchers.length,
            m.seen,
            m.card,
          ]),
        ),
      );
    }),
  );
}

interface Asked {
  readonly standing?: (typeof STANDINGS)[number];
  readonly on?: string;
  readonly q?: string;
  readonly query: { readonly standing?: (typeof STANDINGS)[number]; readonly at?: number };
}

/** The filter of the roll. A date means the end of that day, in UTC: exact to the day everywhere. */
function askedOf(page: BodyPage): Asked {
  const standing = oneOf(page.c, "standing", STANDINGS);
  const on = page.c.req.query("on");
  const at = on && /^\d{4}-\d{2}-\d{2}$/.test(on) ? Date.parse(`${on}T23:59:59.999Z`) : Number.NaN;
  const q = pagingOf(page.c).q;
  return {
    standing,
    q,
    ...(Number.isSafeInteger(at) ? { on } : {}),
    query: { ...(standing ? { standing } : {}), ...(Number.isSafeInteger(at) ? { at } : {}) },
  };
}

function Members({
  page,
  list,
  pending,
  asked,
}: {
  page: BodyPage;
  list: MembersView;
  pending: readonly PendingLine[];
  asked: Asked;
}) {
  const { t } = useSay();
  const { base } = page;
  const me = page.reader.viewer;
  const member = me.standing === "member";
  const plain = !asked.standing && !asked.on && !asked.q;
  return (
    <>
      <h1>{t("tab-members")}</h1>
      <p class="lead">{t("members-lead", { members: list.roll, guests: list.guests, applicants: list.applicants })}</p>
      {member && (
        <p class="row">
          <a class="btn main" href={`${base}/invite`}>
            {t("invite-title")}
          </a>
        </p>
      )}
      <Pending page={page} pending={pending} next={`${base}/members`} />
      <Filter
        action={`${base}/members`}
        q={asked.q}
        label={t("members-find")}
        choices={[
          {
            name: "standing",
            label: t("list-status"),
            value: asked.standing,
            options: [
              { value: "", label: t("members-all") },
              ...STANDINGS.map((s) => ({ value: s, label: t(`standing-many-${s}`) })),
            ],
          },
        ]}
        dates={[{ name: "on", label: t("members-on"), value: asked.on }]}
      />
      {asked.on && (
        <p>
          {t("members-as-of")} <Day at={list.at} />
        </p>
      )}
      {list.items.length === 0 ? (
        <Empty href={`${base}/members`} step={t("list-show-all")}>
          {t("list-none-found")}
        </Empty>
      ) : (
        <>
          <ul class="ledger two-up">
            {list.items.map((m) => (
              <li key={m.id} id={m.id.slice(0, 12)}>
                <span class="title">
                  <Words of={m.name} />
                  {m.you && ` (${t("person-you")})`}
                </span>
                <Meta>
                  {m.standing === "applicant" && m.since !== undefined ? (
                    <>
                      {t("member-votes-from")} <Day at={m.since} />
                    </>
                  ) : (
                    (m.standing !== "member" || asked.on !== undefined) && t(`standing-short-${m.standing}`)
                  )}
                  <>
                    {t("member-joined")} <Day at={m.joined} />
                  </>
                  {m.left !== undefined && (
                    <>
                      {t("member-left")} <Day at={m.left} />
                    </>
                  )}
                  {m.card && t("member-card")}
                  {m.invitedBy && (
                    <>
                      {t("member-invited-by")} <PersonName name={m.invitedBy.name} />
                    </>
                  )}
                  {m.vouchers.length > 0 &&
                    t("member-vouched", { names: m.vouchers.map((v) => v.name ?? "…").join(", ") })}
                  <a href={`${base}/entries/${m.act}`}>{t("by-which-right")}</a>
                </Meta>
                {member &&
                  m.standing === "applicant" &&
                  m.since === undefined &&
                  m.invitedBy?.id !== me.member &&
                  !m.vouchers.some((v) => v.id === me.member) && (
                    <ActForm
                      quiet
                      act="vouch"
                      body={page.reader.body}
                      next={`${base}/members`}
                      submit={t("vouch-do")}
                      warning={t("vouch-warning")}
                    >
                      <Hidden name="member" value={m.id} />
                    </ActForm>
                  )}
              </li>
            ))}
          </ul>
          <Pager shown={list.items.length} total={list.total} {...pagerLinks(page.c, list.next, true)} />
        </>
      )}
      {member && plain && <AtSitting page={page} list={list} />}
    </>
  );
}

/** What tellers do for people at the door: seen, a card for who has no device. */
function AtSitting({ page, list }: { page: BodyPage; list: MembersView }) {
  const { t } = useSay();
  const { reader, base } = page;
  const me = reader.viewer.member;
  const sittings = openSittings(reader.state, reader.now).filter((s) => me !== undefined && s.tellers.includes(me));
  const sitting = sittings.at(-1);
  const provisional = page.facts.phase === "provisional";
  if (!sitting && !provisional) return null;
  const unseen = list.items.filter((m) => m.standing === "applicant" && !m.seen);
  return (
    <>
      {sitting && unseen.length > 0 && (
        <details>
          <summary>{t("seen-title")}</summary>
          <p class="read">{t("seen-what")}</p>
          <ActForm quiet act="seen" body={reader.body} next={`${base}/members`} submit={t("seen-do")}>
            <Hidden name="sitting" value={sitting.id} />
            <Radios
              type="checkbox"
              name="members"
              legend={t("seen-who")}
              as="list"
              options={unseen.map((m) => ({ value: m.id as string, label: m.name.text ?? m.id.slice(0, 8) }))}
            />
          </ActForm>
        </details>
      )}
      <details>
        <summary>{t("card-title")}</summary>
        <p class="read">{t("card-what")}</p>
        <ActForm
          quiet
          act="card"
          body={reader.body}
          next={`${base}/members`}
          submit={t("card-do")}
          warning={t("card-warning")}
          data={{ special: "card" }}
        >
          {sitting && <Hidden name="sitting" value={sitting.id} />}
          <Field name="name" label={t("card-name")} text="members" required maxLength={80} />
          <Select
            name="codes"
            label={t("card-codes")}
            as="int"
            value="20"
            options={[10, 20, 40].map((n) => ({ value: String(n), label: String(n) }))}
          />
        </ActForm>
      </details>
    </>
  );
}
