/** Who may bring newcomers to a vote by their word, whom they brought, and from when the next waits for no place (M-26). */
import { Day, Filter, Meta, People, Tag, useSay, Words } from "@nabat/ui";
import {
  CHOICES,
  SPONSOR_COLUMNS,
  sponsorRow,
  type Page,
  type SponsorLine,
  type SponsorState,
  sponsorsView,
} from "@nabat/views";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { type BodyPage, recordOnly, show } from "../frame.tsx";
import { amongAll, Lines, listPages } from "../lists.tsx";

export function sponsorPages(app: Hono, deps: PagesDeps): void {
  listPages(app, deps, {
    name: "sponsors",
    open: recordOnly,
    choices: CHOICES.sponsors,
    view: sponsorsView,
    show: (page, list, asked) =>
      show(
        page,
        { title: page.say.t("sponsors-title"), tab: "members" },
        <Sponsors page={page} list={list} asked={asked} />,
      ),
    columns: SPONSOR_COLUMNS,
    row: sponsorRow,
  });
}

function Sponsors({
  page,
  list,
  asked,
}: {
  page: BodyPage;
  list: Page<SponsorLine>;
  asked: { readonly status?: SponsorState; readonly q?: string };
}) {
  const { t } = useSay();
  const { base } = page;
  return (
    <>
      <p class="kicker">
        <a href={`${base}/newcomers`}>{t("newcomers-title")}</a>
      </p>
      <h1>{t("sponsors-title")}</h1>
      <p class="lead">{t("sponsors-lead")}</p>
      <Filter
        action={`${base}/sponsors`}
        q={asked.q}
        label={t("members-find")}
        choices={[
          amongAll(
            { name: "status", label: t("list-status"), all: t("sponsors-all"), value: asked.status },
            CHOICES.sponsors.status,
            (s) => t(`sponsor-${s}`),
          ),
        ]}
      />
      <Lines
        page={page}
        list={list}
        asked
        all={`${base}/sponsors`}
        wide
        line={(s) => (
          <li key={s.id}>
            <span class="title">
              <Words of={s.name} />
              {s.you && ` (${t("person-you")})`}
            </span>
            <Meta>
              {s.from !== undefined ? (
                <>
                  {t("sponsor-young-from")} <Day at={s.from} />
                </>
              ) : s.freeFrom === undefined ? (
                <Tag kind="done">{t("sponsor-free-now")}</Tag>
              ) : (
                <>
                  {t("sponsor-free-from")} <Day at={s.freeFrom} />
                </>
              )}
              {s.brought.length > 0 && (
                <>
                  {t("sponsor-whom")} <People of={s.brought} />
                </>
              )}
            </Meta>
          </li>
        )}
      />
    </>
  );
}
