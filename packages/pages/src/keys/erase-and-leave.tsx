/** Erasing what one wrote, and leaving the group (M-16, C-4). */
import { ActForm, Empty, Notice, Pager, Radios, Table, useSay } from "@nabat/ui";
import { type OwnText, ownTexts, type Page } from "@nabat/views";
import type { Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { type BodyPage, show, told } from "../frame.tsx";
import { LeftOut } from "../lists.tsx";
import { narrowed, pagerLinks, pagingOf } from "../query.ts";
import { minePage } from "./mine-page.tsx";

export function goingPages(app: Hono, deps: PagesDeps): void {
  app.get("/b/:body/erase", (c) =>
    minePage(c, deps, async (page, me) => {
      const { unknown } = narrowed(c, {});
      const own = await ownTexts(page.reader, me, pagingOf(c));
      return show(
        page,
        { title: page.say.t("erase-title"), tab: "me", islands: ["sign"] },
        <Erase page={unknown ? { ...page, unknown } : page} own={own} />,
      );
    }),
  );
  app.get("/b/:body/leave", (c) =>
    minePage(c, deps, (page) =>
      show(page, { title: page.say.t("leave-title"), tab: "me", islands: ["sign"] }, <Leave page={page} />),
    ),
  );
}

function Erase({ page, own }: { page: BodyPage; own: Page<OwnText> }) {
  const say = useSay();
  const { t } = say;
  const { base, reader } = page;
  const free = own.items.filter((o) => o.may);
  const kept = own.items.filter((o) => !o.may);
  const label = (o: OwnText) =>
    o.text.text === undefined
      ? `${t(`text-${o.text.why ?? "missing"}`)} (${o.hash.slice(0, 12)}…)`
      : o.text.text.slice(0, 140) || o.hash.slice(0, 12);
  return (
    <div class="read">
      <h1>{t("erase-title")}</h1>
      <p class="lead">{t("erase-lead")}</p>
      <LeftOut page={page} list={own} />
      {free.length === 0 ? (
        <Empty>{t("erase-none")}</Empty>
      ) : (
        <ActForm
          act="erase"
          body={reader.body}
          next={`${base}/record#erased`}
          submit={t("erase-do")}
          warning={t("erase-warning")}
        >
          <Radios
            type="checkbox"
            name="attachments"
            legend={t("erase-which")}
            as="list"
            options={free.map((o) => ({ value: o.hash as string, label: label(o) }))}
          />
        </ActForm>
      )}
      {kept.length > 0 && (
        <section>
          <h2>{t("erase-kept")}</h2>
          <Table
            columns={[{ name: t("retention-thing") }, { name: t("retention-why") }]}
            rows={kept.map((o) => [
              <bdi>{label(o)}</bdi>,
              <>
                {o.rule && o.code ? told(say, { rule: o.rule, code: o.code, facts: {} }) : ""}{" "}
                {o.bound && <a href={`${base}/entries/${o.bound}`}>{t("erase-decision")}</a>}
              </>,
            ])}
          />
        </section>
      )}
      <Pager shown={own.items.length} total={own.total} {...pagerLinks(page.c, own.next, false)} />
      <p>
        <a href={`${base}/record#erased`}>{t("erase-table")}</a>
      </p>
    </div>
  );
}

function Leave({ page }: { page: BodyPage }) {
  const { t } = useSay();
  const { base, reader } = page;
  return (
    <div class="read">
      <h1>{t("leave-title")}</h1>
      <p class="lead">{t("leave-lead")}</p>
      <ul>
        {[1, 2, 3].map((n) => (
          <li key={n}>{t(`leave-${n}`)}</li>
        ))}
      </ul>
      <Notice>
        <p>
          <a href={`/api/bodies/${reader.body}/export`} download>
            {t("record-export-do")}
          </a>{" "}
          · <a href={`${base}/erase`}>{t("erase-title")}</a>
        </p>
      </Notice>
      <ActForm act="leave" body={reader.body} next={base} submit={t("leave-do")} warning={t("leave-warning")} />
    </div>
  );
}
