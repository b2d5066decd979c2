/** The list of what was decided: by which way, and whether it is in force; the same as CSV. */
import { Empty, Filter, Meta, Time, useSay, Words } from "@nabat/ui";
import { CHOICES, DECISION_COLUMNS, type DecisionLine, decisionRow, decisionsView, type Page } from "@nabat/views";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { type BodyPage, show } from "../frame.tsx";
import { amongAll, Lines, listPages } from "../lists.tsx";
import { ForceTag } from "./decision.tsx";

/** Mounts the pages of this wing. */
export function decisionPages(app: Hono, deps: PagesDeps): void {
  listPages(app, deps, {
    name: "decisions",
    choices: CHOICES.decisions,
    view: decisionsView,
    show: (page, list, asked) =>
      show(
        page,
        { title: page.say.t("decisions"), tab: "motions", islands: ["live"] },
        <Decisions page={page} list={list} {...asked} />,
      ),
    columns: DECISION_COLUMNS,
    row: decisionRow,
  });
}

function Decisions({
  page,
  list,
  q,
  status,
  way,
}: {
  page: BodyPage;
  list: Page<DecisionLine>;
  q?: string;
  status?: string;
  way?: string;
}) {
  const { t } = useSay();
  const { base } = page;
  return (
    <>
      <h1>{t("decisions")}</h1>
      <p class="read">{t("decisions-lead")}</p>
      <Filter
        total={list.total}
        action={`${base}/decisions`}
        q={q}
        label={t("decisions-find")}
        choices={[
          amongAll(
            { name: "status", label: t("decisions-force"), all: t("list-all"), value: status },
            CHOICES.decisions.status,
            (s) => t(`force-${s}`),
          ),
          amongAll(
            { name: "way", label: t("decisions-way"), all: t("list-all"), value: way },
            CHOICES.decisions.way,
            (w) => t(`way-${w}`),
          ),
        ]}
      />
      <Lines
        page={page}
        list={list}
        asked={Boolean(q || status || way)}
        all={`${base}/decisions`}
        none={
          <Empty href={`${base}/motions`} step={t("tab-motions")}>
            {t("decisions-none")}
          </Empty>
        }
        line={(d) => <DecisionItem key={d.id} line={d} base={base} />}
      />
    </>
  );
}

/** One decision in a ledger. */
export function DecisionItem({ line, base }: { line: DecisionLine; base: string }) {
  const { t } = useSay();
  return (
    <li>
      <a class="title" href={base + line.path}>
        <Words of={line.title} />
      </a>
      <Meta>
        <ForceTag line={line} />
        {line.stage === "waits" && line.from !== undefined && (
          <>
            {t("force-until")} <Time at={line.from} />
          </>
        )}
        {line.subject === "election"
          ? t("decisions-election")
          : line.subject !== "text" && t(`subject-${line.subject}`)}
        {t(`way-${line.byAll ? "all" : line.way}`)}
        {t("decisions-took-part", { voted: line.voted, whole: line.whole })}
        <Time at={line.at} />
      </Meta>
    </li>
  );
}
