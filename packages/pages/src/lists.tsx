/**
 * A list of a body, as every wing shows it: a page with a filter, its lines, the way on, or why there are
 * none; and the same lines, all of them, as CSV under the same query.
 */
import { Empty, type FilterChoice, Pager, useSay } from "@nabat/ui";
import { allOf, type BodyReader, type Cell, type Page, type Paging, toCsv } from "@nabat/views";
import type { Hono } from "hono";
import type { ComponentChildren } from "preact";
import type { PagesDeps } from "./deps.ts";
import { type BodyPage, membersPage } from "./frame.tsx";
import { csvFile, pagerLinks, pagingOf } from "./query.ts";

export interface ListPages<Q extends object, L extends Page<unknown>> {
  /** The list's place in the body's address, and its file's name: `motions`. */
  readonly name: string;
  /** Who may see it; members and guests unless told. */
  readonly open?: typeof membersPage;
  /** The list's own filters, from the address. */
  readonly asked: (page: BodyPage) => Q;
  readonly view: (reader: BodyReader, query: Q & Paging) => Promise<L>;
  readonly show: (page: BodyPage, list: L, asked: Q & { readonly q?: string }) => Promise<Response> | Response;
  /** Columns in English, so that programs find them in every language. */
  readonly columns: readonly string[];
  readonly row: (item: L["items"][number]) => readonly Cell[];
}

/** Mounts `/b/:body/NAME` and `/b/:body/NAME.csv`. */
export function listPages<Q extends object, L extends Page<unknown>>(
  app: Hono,
  deps: PagesDeps,
  list: ListPages<Q, L>,
): void {
  const open = list.open ?? membersPage;
  app.get(`/b/:body/${list.name}`, (c) =>
    open(c, deps, async (page) => {
      const paging = pagingOf(c);
      const asked = list.asked(page);
      const found = await list.view(page.reader, { ...asked, ...paging });
      return list.show(page, found, { ...asked, ...(paging.q ? { q: paging.q } : {}) });
    }),
  );
  app.get(`/b/:body/${list.name}.csv`, (c) =>
    open(c, deps, async (page) => {
      const { limit: _, after: __, ...paging } = pagingOf(c);
      const items = await allOf<L["items"][number], Q & Paging>((query) => list.view(page.reader, query), {
        ...list.asked(page),
        ...paging,
      });
      return csvFile(c, list.name, toCsv(list.columns, items.map(list.row)));
    }),
  );
}

/** A filter's choice of one among a list's states, or of all. */
export function amongAll<T extends string>(
  choice: { readonly name: string; readonly label: string; readonly all: string; readonly value?: string },
  values: readonly T[],
  label: (value: T) => string,
): FilterChoice {
  const { all, ...rest } = choice;
  return { ...rest, options: [{ value: "", label: all }, ...values.map((value) => ({ value, label: label(value) }))] };
}

/** The lines of a list and the way on; where none fit what was asked for, the way back to all. */
export function Lines<T>({
  page,
  list,
  asked,
  all,
  none,
  line,
  wide = false,
}: {
  page: BodyPage;
  list: Page<T>;
  /** Whether anything was looked for. */
  asked: boolean;
  /** The address of the whole list. */
  all: string;
  /** What stands there where the list has nothing in it. */
  none?: ComponentChildren;
  line: (item: T) => ComponentChildren;
  /** Two columns where there is room. */
  wide?: boolean;
}) {
  const { t } = useSay();
  if (list.items.length === 0)
    return asked || none === undefined ? (
      <Empty href={all} step={t("list-show-all")}>
        {t("list-none-found")}
      </Empty>
    ) : (
      <>{none}</>
    );
  return (
    <>
      <ul class={wide ? "ledger two-up" : "ledger"}>{list.items.map(line)}</ul>
      <Pager shown={list.items.length} total={list.total} {...pagerLinks(page.c, list.next, true)} />
    </>
  );
}
