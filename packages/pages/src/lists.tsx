/**
 * A list of a body, as every wing shows it: a page with a filter, its lines, the way on, or why there are
 * none; and the same lines, all of them, as CSV under the same query.
 */
import { Empty, type FilterChoice, Pager, useSay } from "@nabat/ui";
import {
  allOf,
  type BodyReader,
  type Cell,
  type Choices,
  type Chosen,
  type Page,
  type Paging,
  toCsv,
  type Unknown,
} from "@nabat/views";
import type { Hono } from "hono";
import type { ComponentChildren } from "preact";
import type { PagesDeps } from "./deps.ts";
import { type BodyPage, membersPage, told } from "./frame.tsx";
import { csvFile, narrowed, pagerLinks, pagingOf } from "./query.ts";

/** `C`: its choices; `M`: what else narrows it; `L`: one page of it. */
export interface ListPages<C extends Choices, L extends Page<unknown>, M extends object> {
  /** The list's place in the body's address, and its file's name: `motions`. */
  readonly name: string;
  /** Who may see it; members and guests unless told. */
  readonly open?: typeof membersPage;
  /** By what it can be narrowed, with the values of each; from `CHOICES`, as the API has them. */
  readonly choices: C;
  /** What else its address narrows it by, under which names; or what of it can't be read. */
  readonly more?: {
    readonly names: readonly string[];
    readonly read: (page: BodyPage) => { readonly asked: M; readonly unknown?: Unknown };
  };
  readonly view: (reader: BodyReader, query: Chosen<C> & Partial<M> & Paging) => Promise<L>;
  readonly show: (
    page: BodyPage,
    list: L,
    asked: Chosen<C> & Partial<M> & { readonly q?: string },
  ) => Promise<Response> | Response;
  /** Columns in English, so that programs find them in every language. */
  readonly columns: readonly string[];
  readonly row: (item: L["items"][number]) => readonly Cell[];
}

/** Mounts `/b/:body/NAME` and `/b/:body/NAME.csv`. */
export function listPages<C extends Choices, L extends Page<unknown>, M extends object = object>(
  app: Hono,
  deps: PagesDeps,
  list: ListPages<C, L, M>,
): void {
  const open = list.open ?? membersPage;
  type Asked = Chosen<C> & Partial<M>;
  const read = (page: BodyPage): { asked: Asked; unknown?: Unknown } => {
    const { chosen, unknown } = narrowed(page.c, list.choices, list.more?.names);
    const more = list.more?.read(page);
    const odd = unknown ?? more?.unknown;
    return { asked: { ...chosen, ...more?.asked } as Asked, ...(odd ? { unknown: odd } : {}) };
  };
  app.get(`/b/:body/${list.name}`, (c) =>
    open(c, deps, async (page) => {
      const paging = pagingOf(c);
      const { asked, unknown } = read(page);
      const found = await list.view(page.reader, { ...asked, ...paging });
      const here = unknown ? { ...page, unknown } : page;
      return list.show(here, found, { ...asked, ...(paging.q ? { q: paging.q } : {}) });
    }),
  );
  app.get(`/b/:body/${list.name}.csv`, (c) =>
    open(c, deps, async (page) => {
      const { limit: _, after: __, ...paging } = pagingOf(c);
      const { asked, unknown } = read(page);
      if (unknown) return notNarrowed(page, unknown);
      const items = await allOf<L["items"][number], Asked & Paging>((query) => list.view(page.reader, query), {
        ...asked,
        ...paging,
      });
      return csvFile(c, list.name, toCsv(list.columns, items.map(list.row)));
    }),
  );
}

/** A file can't say beside its lines that they are all of them: it is refused as the API refuses it (API-1). */
export function notNarrowed({ c, say }: BodyPage, { code, field, values }: Unknown): Response {
  const facts = { field: field.slice(0, 80), values: values.join(", ") };
  return c.text(`${told(say, { rule: "API-1", code: values.length === 0 ? "bad-query" : code, facts })}\n`, 400);
}

/** What in the address of this list was left out; nothing where all of it was read. */
export function LeftOut({ page, list }: { page: BodyPage; list?: { readonly lost?: true } }) {
  const { t } = useSay();
  const { unknown } = page;
  if (!unknown && !list?.lost) return null;
  return (
    <p class="notice" role="status">
      {unknown === undefined
        ? t("list-lost")
        : unknown.code === "no-such-value"
          ? t("list-unknown-value", { value: unknown.value.slice(0, 80) })
          : t("list-unknown-filter", { field: unknown.field.slice(0, 80) })}
    </p>
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
    return (
      <>
        <LeftOut page={page} list={list} />
        {asked || none === undefined ? (
          <Empty href={all} step={t("list-show-all")}>
            {t("list-none-found")}
          </Empty>
        ) : (
          none
        )}
      </>
    );
  return (
    <>
      <LeftOut page={page} list={list} />
      <ul class={wide ? "ledger two-up" : "ledger"}>{list.items.map(line)}</ul>
      <Pager shown={list.items.length} total={list.total} {...pagerLinks(page.c, list.next, true)} />
    </>
  );
}
