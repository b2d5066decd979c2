/** The list of motions, and the same as CSV. */
import { Empty, Filter, Pager, useSay } from "@nabat/ui";
import { allOf, csvMoment, type MotionLine, motionsView, type Page, toCsv } from "@nabat/views";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { type BodyPage, membersPage, show } from "../frame.tsx";
import { MotionItem } from "./motion-parts.tsx";
import { csvFile, oneOf, pagerLinks, pagingOf } from "../query.ts";

const STATUSES = [
  "open",
  "discussed",
  "voting",
  "counting",
  "carried",
  "lost",
  "withdrawn",
  "accepted",
  "fallen",
] as const;
const KINDS = ["motions", "amendments", "all"] as const;

export function motionLists(app: Hono, deps: PagesDeps): void {
  app.get("/b/:body/motions", (c) =>
    membersPage(c, deps, async (page) => {
      const status = oneOf(c, "status", STATUSES);
      const kind = oneOf(c, "kind", KINDS);
      const paging = pagingOf(c);
      const list = await motionsView(page.reader, {
        ...paging,
        ...(status ? { status } : {}),
        ...(kind ? { kind } : {}),
      });
      return show(
        page,
        { title: page.say.t("tab-motions"), tab: "motions" },
        <Motions page={page} list={list} q={paging.q} status={status} kind={kind} />,
      );
    }),
  );
  app.get("/b/:body/motions.csv", (c) =>
    membersPage(c, deps, async (page) => {
      const status = oneOf(c, "status", STATUSES);
      const kind = oneOf(c, "kind", KINDS);
      const { q } = pagingOf(c);
      const items = await allOf((query) => motionsView(page.reader, query), {
        ...(q ? { q } : {}),
        ...(status ? { status } : {}),
        ...(kind ? { kind } : {}),
      });
      return csvFile(c, "motions", motionsCsv(items));
    }),
  );
}

/** Motions as CSV: the header in English, so that programs find their columns in every language. */
export function motionsCsv(items: readonly MotionLine[]): string {
  return toCsv(
    [
      "id",
      "title",
      "status",
      "subject",
      "amends",
      "mover",
      "moved",
      "outcome",
      "for",
      "against",
      "taking-part",
      "abstain",
      "none",
      "present",
      "whole",
    ],
    items.map((m) => {
      const c = m.result?.counts;
      return [
        m.id,
        m.title.text,
        m.status,
        m.subject,
        m.amends?.id,
        m.mover.name,
        csvMoment(m.at),
        m.result?.outcome,
        c?.["for"],
        c?.["against"],
        c?.["taking-part"],
        c?.["abstain"],
        m.result?.none,
        m.result?.present,
        m.result?.whole,
      ];
    }),
  );
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
  const { base, c } = page;
  const member = page.reader.viewer.standing === "member";
  return (
    <>
      <h1>{t("tab-motions")}</h1>
      {member && (
        <p class="row">
          <a class="btn main" href={`${base}/motions/new`}>
            {t("motions-new")}
          </a>
        </p>
      )}
      <Filter
        action={`${base}/motions`}
        q={q}
        label={t("motions-find")}
        choices={[
          {
            name: "status",
            label: t("list-status"),
            value: status,
            options: [
              { value: "", label: t("list-all") },
              ...STATUSES.map((s) => ({ value: s, label: t(`status-${s}`) })),
            ],
          },
          {
            name: "kind",
            label: t("motions-kind"),
            value: kind ?? "motions",
            options: KINDS.map((k) => ({ value: k, label: t(`motions-kind-${k}`) })),
          },
        ]}
      />
      {list.items.length === 0 ? (
        <Empty href={member && !q && !status && !kind ? `${base}/motions/new` : undefined} step={t("motions-first")}>
          {q || status || kind ? t("list-none-found") : t("motions-none")}
        </Empty>
      ) : (
        <>
          <ul class="ledger">
            {list.items.map((m) => (
              <MotionItem key={m.id} line={m} base={base} />
            ))}
          </ul>
          <Pager shown={list.items.length} total={list.total} {...pagerLinks(c, list.next, true)} />
        </>
      )}
    </>
  );
}
