/** Accounts of the same event side by side; nothing is merged, nothing computed from silence (L8). */
import {
  ActForm,
  Empty,
  Field,
  Hidden,
  Notice,
  Pager,
  PersonName,
  Select,
  Table,
  Time,
  useSay,
  Words,
} from "@nabat/ui";
import { isHash } from "@nabat/kernel";
import type { ActId } from "@nabat/kernel";
import {
  ACCOUNT_COLUMNS,
  type AccountLine,
  accountRows,
  type AccountsAbout,
  accountsView,
  type Page,
  toCsv,
  type Unknown,
} from "@nabat/views";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { sayEntry } from "../archive/say-entry.tsx";
import { gradeOf } from "../form-values.ts";
import { numbers } from "../votes/result.tsx";
import { type BodyPage, membersPage, show } from "../frame.tsx";
import { LeftOut, notNarrowed } from "../lists.tsx";
import { csvFile, narrowed, pagerLinks, pagingOf } from "../query.ts";
import { RecordLink } from "../record-link.tsx";

export function accountPages(app: Hono, deps: PagesDeps): void {
  app.get("/b/:body/accounts", (c) =>
    membersPage(c, deps, async (page) => {
      const { about, unknown } = askedAbout(page);
      const list = await accountsView(page.reader, { ...pagingOf(c, 20), ...(about ? { about } : {}) });
      const entry = about ? await page.reader.entry(about) : undefined;
      return show(
        page,
        { title: page.say.t("accounts-title"), tab: "entries", islands: ["sign"] },
        <Accounts page={unknown ? { ...page, unknown } : page} list={list} about={entry ? about : undefined} />,
      );
    }),
  );
  app.get("/b/:body/accounts.csv", (c) =>
    membersPage(c, deps, async (page) => {
      const { about, unknown } = askedAbout(page);
      if (unknown) return notNarrowed(page, unknown);
      const list = await accountsView(page.reader, { ...pagingOf(c), limit: 1000, ...(about ? { about } : {}) });
      const rows = list.items.flatMap((event) =>
        accountRows(event).map((row) => [...row, event.entry ? sayEntry(page.say, event.entry) : ""]),
      );
      return csvFile(c, "accounts", toCsv([...ACCOUNT_COLUMNS, "event"], rows));
    }),
  );
}

/** The event that is asked about, and what of the address was left out. */
function askedAbout({ c }: BodyPage): { readonly about?: ActId; readonly unknown?: Unknown } {
  const { unknown } = narrowed(c, {}, ["about"]);
  const about = c.req.query("about");
  if (about && !isHash(about))
    return { unknown: unknown ?? { code: "no-such-value", field: "about", value: about, values: [] } };
  return { ...(about ? { about: about as ActId } : {}), ...(unknown ? { unknown } : {}) };
}

const COUNT_KEYS = ["for", "against", "taking-part", "abstain"] as const;
const SAYS = ["unanimous", "overwhelming", "majority", "carried", "lost", "unknown"] as const;
const QUALITIES = ["counted", "estimated", "nearly", "at-least", "at-most"] as const;

function Accounts({ page, list, about }: { page: BodyPage; list: Page<AccountsAbout>; about?: ActId }) {
  const say = useSay();
  const { t } = say;
  const { base, reader } = page;
  return (
    <>
      <h1>{t("accounts-title")}</h1>
      <p class="lead">{t("accounts-lead")}</p>
      <LeftOut page={page} list={list} />
      {list.items.length === 0 && (
        <Empty href={about ? undefined : `${base}/entries`} step={t("accounts-first")}>
          {t("accounts-none")}
        </Empty>
      )}
      {list.items.map((event) => (
        <section key={event.about}>
          <h2>
            <RecordLink page={page} to={`/entries/${event.about}`} plain>
              {event.entry ? sayEntry(say, event.entry) : t("account-event")}
            </RecordLink>
          </h2>
          {event.result && (
            <Notice title={t("account-record")} level={3}>
              <p>
                {t(`outcome-${event.result.opinion ? "opinion-" : ""}${event.result.outcome}`)}{" "}
                {numbers(say, event.result)}
              </p>
            </Notice>
          )}
          <Table
            caption={t("accounts-side")}
            columns={[
              { name: t("account-source") },
              { name: t("present"), n: true },
              { name: t("account-counts") },
              { name: t("account-says") },
              { name: t("account-entered") },
            ]}
            rows={event.accounts.map((a) => [
              <Words of={a.source} />,
              figure(say, a.present),
              counted(say, a.counts),
              a.says ? t(`says-${a.says}`) : t("says-nothing"),
              <>
                <PersonName of={a.by} />, <Time at={a.at} />
              </>,
            ])}
          />
        </section>
      ))}
      <Pager shown={list.items.length} total={list.total} {...pagerLinks(page.c, list.next, true)} />
      {about && reader.viewer.standing === "member" && (
        <section class="read">
          <h2>{t("account-add")}</h2>
          <ActForm
            act="account"
            body={reader.body}
            next={`${base}/accounts?about=${about}`}
            submit={t("account-do")}
            warning={t("account-warning")}
          >
            <Hidden name="about" value={about} />
            <Field
              name="source"
              label={t("account-source")}
              hint={t("account-source-hint")}
              text={gradeOf(reader)}
              lines={3}
              required
              maxLength={5000}
            />
            <div class="counts">
              <Field name="present.value" label={t("account-present")} type="number" as="int" min={0} />
              <Select
                name="present.quality"
                label={t("account-quality")}
                options={[
                  { value: "", label: "–" },
                  ...QUALITIES.map((q) => ({ value: q as string, label: t(`quality-${q}`) })),
                ]}
              />
            </div>
            <div class="counts">
              {COUNT_KEYS.map((k) => (
                <Field key={k} name={`counts.${k}`} label={t(`part-${k}`)} type="number" as="int" min={0} />
              ))}
            </div>
            <Select
              name="says"
              label={t("account-says")}
              options={[
                { value: "", label: t("says-nothing") },
                ...SAYS.map((s) => ({ value: s as string, label: t(`says-${s}`) })),
              ]}
            />
          </ActForm>
        </section>
      )}
    </>
  );
}

type SayT = ReturnType<typeof useSay>;

function figure(say: SayT, f: AccountLine["present"]): string {
  return f ? say.t(`figure-${f.quality}`, { n: f.value }) : "–";
}

function counted(say: SayT, counts: AccountLine["counts"]): string {
  if (!counts) return "–";
  const order = (key: string) => (COUNT_KEYS as readonly string[]).indexOf(key) + 1 || COUNT_KEYS.length + 1;
  return Object.entries(counts)
    .sort(([a], [b]) => order(a) - order(b))
    .map(([key, n]) =>
      (COUNT_KEYS as readonly string[]).includes(key) ? say.t(`count-${key}`, { n }) : say.t("count-other", { n, key }),
    )
    .join(", ");
}
