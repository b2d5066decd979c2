/** Facts, ledgers, tables, paging, filters, exports. */
import type { ComponentChildren } from "preact";
import { useSay } from "../say.ts";

/** Name and value in lines of a ledger. Rows without a value are left out. */
export function Facts({ rows }: { rows: readonly (readonly [string, ComponentChildren])[] }) {
  return (
    <dl class="facts">
      {rows
        .filter(([, value]) => value !== undefined && value !== null && value !== false)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** Short facts in one line, parted by middle dots. */
export function Meta({ children }: { children: ComponentChildren }) {
  const items = (Array.isArray(children) ? children.flat() : [children]).filter(Boolean);
  return (
    <p class="meta">
      {items.map((item, i) => (
        <span key={i}>{item}</span>
      ))}
    </p>
  );
}

export interface Column {
  readonly name: string;
  /** A number: set to the end of its cell. */
  readonly n?: boolean;
}

/** A table that becomes a stack of labelled lines on a narrow screen. */
export function Table({
  caption,
  columns,
  rows,
}: {
  caption?: string;
  columns: readonly Column[];
  rows: readonly (readonly ComponentChildren[])[];
}) {
  const { t } = useSay();
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={caption ?? columns[0]?.name}>
      <table class="stack">
        {caption && <caption>{caption}</caption>}
        <thead>
          <tr>
            {columns.map((c) => (
              <th key={c.name} scope="col" class={c.n ? "n" : undefined}>
                {c.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, r) => (
            <tr key={r}>
              {cells.map((cell, i) =>
                i === 0 ? (
                  <th key={i} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td
                    key={i}
                    class={columns[i]?.n ? "n" : undefined}
                    data-label={columns[i] && `${columns[i].name}${t("colon").trimEnd()}`}
                  >
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** How many of how many are shown, the way on, and the list as a file. */
export function Pager({
  shown,
  total,
  next,
  first,
  csv,
}: {
  shown: number;
  total: number;
  next?: string;
  first?: string;
  csv?: string;
}) {
  const { t } = useSay();
  if (total === 0) return null;
  return (
    <nav class="pager" aria-label={t("list-pages")}>
      <span>{t("list-shown", { shown, total })}</span>
      {first && <a href={first}>{t("list-first")}</a>}
      {next && (
        <a href={next} rel="next">
          {t("list-next")}
        </a>
      )}
      {csv && (
        <a href={csv} download>
          {t("list-csv")}
        </a>
      )}
    </nav>
  );
}

export interface FilterChoice {
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/**
 * Filters a list by the words people use; a plain GET form, so it works without script. A list with
 * nothing in it (`total` 0 though nothing was asked for) has nothing to filter: there is no form.
 */
export function Filter({
  action,
  q,
  label,
  choices = [],
  dates = [],
  total,
}: {
  action: string;
  q?: string;
  label: string;
  total?: number;
  choices?: readonly FilterChoice[];
  dates?: readonly { name: string; label: string; value?: string }[];
}) {
  const { t } = useSay();
  const asked = q || choices.some((choice) => choice.value) || dates.some((d) => d.value);
  if (total === 0 && !asked) return null;
  return (
    <form class="filter" method="get" action={action} role="search">
      <div class="field">
        <label for="q">{label}</label>
        <input id="q" name="q" type="search" value={q ?? ""} maxLength={100} />
      </div>
      {choices.map((choice) => (
        <div class="field" key={choice.name}>
          <label for={`f-${choice.name}`}>{choice.label}</label>
          <select id={`f-${choice.name}`} name={choice.name}>
            {choice.options.map((o) => (
              <option key={o.value} value={o.value} selected={o.value === (choice.value ?? "")}>
                {o.label}
              </option>
            ))}
          </select>
        </div>
      ))}
      {dates.map((d) => (
        <div class="field" key={d.name}>
          <label for={`f-${d.name}`}>{d.label}</label>
          <input id={`f-${d.name}`} name={d.name} type="date" value={d.value ?? ""} />
        </div>
      ))}
      <button type="submit">{t("list-filter")}</button>
    </form>
  );
}
