/** The list of motions, and the same as CSV. */
import { ActLink, Empty, Filter, useSay } from "@nabat/ui";
import { CHOICES, MOTION_COLUMNS, type MotionLine, motionRow, motionsView, type Page } from "@nabat/views";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { type BodyPage, show } from "../frame.tsx";
import { amongAll, Lines, listPages } from "../lists.tsx";
import { MotionItem } from "./motion-item.tsx";

export function motionLists(app: Hono, deps: PagesDeps): void {
  listPages(app, deps, {
    name: "motions",
    choices: CHOICES.motions,
    view: motionsView,
    show: (page, list, asked) =>
      show(page, { title: page.say.t("tab-motions"), tab: "motions" }, <Motions page={page} list={list} {...asked} />),
    columns: MOTION_COLUMNS,
    row: motionRow,
  });
}

function Motions({
  page,
  list,
  q,
  status,
  kind,
}: {
  page: BodyPage;
  list: Page<MotionLine>;
  q?: string;
  status?: string;
  kind?: string;
}) {
  const { t } = useSay();
  const { base } = page;
  const member = page.reader.viewer.standing === "member";
  return (
    <>
      <h1>{t("tab-motions")}</h1>
      {member && (
        <p class="row">
          <ActLink main act="move" href={`${base}/motions/new`}>
            {t("motions-new")}
          </ActLink>
        </p>
      )}
      <p class="links">
        <a href={`${base}/decisions`}>{t("decisions-all")}</a>
      </p>
      <Filter
        action={`${base}/motions`}
        q={q}
        label={t("motions-find")}
        choices={[
          amongAll(
            { name: "status", label: t("list-status"), all: t("list-all"), value: status },
            CHOICES.motions.status,
            (s) => t(`status-${s}`),
          ),
          {
            name: "kind",
            label: t("motions-kind"),
            value: kind ?? "motions",
            options: CHOICES.motions.kind.map((k) => ({ value: k, label: t(`motions-kind-${k}`) })),
          },
        ]}
      />
      <Lines
        page={page}
        list={list}
        asked={Boolean(q || status || kind)}
        all={`${base}/motions`}
        none={
          <Empty href={member ? `${base}/motions/new` : undefined} step={t("motions-first")}>
            {t("motions-none")}
          </Empty>
        }
        line={(m) => <MotionItem key={m.id} line={m} base={base} />}
      />
    </>
  );
}
