/**
 * Forms. An *act form* is an HTML form that an island on this device turns into a signed act: its
 * `data-act` names the kind, its fields name the places in the act's data. See
 * packages/pages/src/README.md for the whole convention.
 */
import type { ComponentChildren } from "preact";
import { useSay } from "../say.ts";
import { useSigns } from "../signs.ts";
import { untorn } from "../untorn.ts";
import { Notice } from "./notice.tsx";

export interface Kept {
  /** Values as they were typed, by field name. */
  readonly values?: Readonly<Record<string, string>>;
  /** Sentences about fields that were refused, by field name; `""` for the whole form. */
  readonly wrong?: Readonly<Record<string, string>>;
}

export interface ActFormProps {
  /** Act kind, e.g. `move`. */
  readonly act: string;
  readonly body?: string;
  /** Where to go once entered; `{id}` stands for the act's id, `{body}` for a new body's. */
  readonly next: string;
  readonly submit: string;
  /** An outlined button: one act among many on the page. */
  readonly quiet?: boolean;
  /** Red button: this needs the person now. */
  readonly now?: boolean;
  /** Said before signing: what can't be undone, what will be signed. */
  readonly warning?: string;
  readonly data?: Readonly<Record<string, string | number | undefined>>;
  readonly wrong?: string;
  readonly children?: ComponentChildren;
  readonly id?: string;
  /** One press among many: what this device can't sign now is said in a word, with the way to the whole. */
  readonly brief?: boolean;
  /** As much of the act's data as says whether this device may sign it. */
  readonly signed?: unknown;
}

/** A form whose act is signed on this device. Without script it says so and sends nothing. */
export function ActForm({
  act,
  body,
  next,
  submit,
  now,
  quiet,
  warning,
  data = {},
  wrong,
  children,
  id,
  brief,
  signed,
}: ActFormProps) {
  const { t } = useSay();
  const refusing = useSigns()(act, signed);
  if (refusing)
    return (
      <p class={brief ? "small soft" : "notice warn"} id={id}>
        {brief ? t("device-not-now") : refusing.why} <a href={refusing.href}>{t("keys-title")}</a>
      </p>
    );
  const extra = Object.fromEntries(
    Object.entries(data)
      .filter(([, v]) => v !== undefined)
      .map(([k, v]) => [`data-${k}`, String(v)]),
  );
  return (
    <form class="act" method="post" action="" data-act={act} data-body={body} data-next={next} id={id} {...extra}>
      {wrong && (
        <Notice tone="needs" title={t("form-refused")} level={3}>
          <p>{wrong}</p>
        </Notice>
      )}
      {children}
      <div class="form-refusal" role="alert" />
      {warning && <p class="small soft">{warning}</p>}
      <noscript>
        <p class="small">{t("form-needs-script")}</p>
      </noscript>
      <p>
        <button type="submit" class={now ? "now wide" : quiet ? "wide" : "main wide"}>
          {submit}
        </button>
      </p>
    </form>
  );
}

export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly kept?: Kept;
  readonly value?: string | number;
  readonly required?: boolean;
  /** Most characters; of a text longer than a title, most bytes. How many are left is said while it is written. */
  readonly maxLength?: number;
  /** Text attachment of this grade instead of a value in the act. */
  readonly text?: "public" | "members" | "closed";
  /** How the value becomes JSON: `int`, `bool`, `json`, `moment`, `list`; else a string. */
  readonly as?: string;
  readonly type?: string;
  readonly min?: number | string;
  readonly max?: number | string;
  readonly lines?: number;
  readonly autocomplete?: string;
  /** Unique where a page has the same field twice. */
  readonly id?: string;
}

/** One field: label, hint, input or text area, and what is wrong with it. */
export function Field(p: FieldProps) {
  const id = p.id ?? `field-${p.name.replaceAll(".", "-")}`;
  const wrong = p.kept?.wrong?.[p.name];
  const value = p.kept?.values?.[p.name] ?? p.value;
  const described = [p.hint ? `${id}-hint` : "", wrong ? `${id}-wrong` : ""].filter(Boolean).join(" ") || undefined;
  const common = {
    id,
    name: p.name,
    required: p.required,
    // What is too long is told, and stays as it was typed or pasted: a browser would cut it off unsaid.
    maxLength: p.text ? undefined : p.maxLength,
    "data-most": p.text ? p.maxLength : undefined,
    "aria-invalid": wrong ? ("true" as const) : undefined,
    "aria-describedby": described,
    "data-text": p.text,
    "data-as": p.as,
    autocomplete: p.autocomplete ?? "off",
  };
  return (
    <div class="field">
      <label for={id}>{p.label}</label>
      {p.hint && (
        <p class="hint" id={`${id}-hint`}>
          {p.hint}
        </p>
      )}
      {p.lines ? (
        <textarea {...common} rows={p.lines} value={value === undefined ? "" : String(value)} />
      ) : (
        <input
          {...common}
          type={(p.type ?? "text") as "text"}
          min={p.min}
          max={p.max}
          inputMode={p.type === "number" ? "numeric" : undefined}
          value={value === undefined ? "" : String(value)}
        />
      )}
      {wrong && (
        <p class="wrong" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
    </div>
  );
}

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/** A choice in a drop-down list. */
export function Select({
  name,
  label,
  hint,
  options,
  value,
  as,
  required,
  kept,
  id,
}: {
  name: string;
  label: string;
  hint?: string;
  options: readonly Option[];
  value?: string;
  as?: string;
  required?: boolean;
  kept?: Kept;
  id?: string;
}) {
  const fid = id ?? `field-${name.replaceAll(".", "-")}`;
  const chosen = kept?.values?.[name] ?? value;
  return (
    <div class="field">
      <label for={fid}>{label}</label>
      {hint && (
        <p class="hint" id={`${fid}-hint`}>
          {hint}
        </p>
      )}
      <select id={fid} name={name} required={required} data-as={as} aria-describedby={hint ? `${fid}-hint` : undefined}>
        {options.map((o) => (
          <option key={o.value} value={o.value} selected={o.value === chosen}>
            {o.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Choices one under the other, large enough for a thumb. */
export function Radios({
  name,
  legend,
  options,
  value,
  as,
  box,
  type = "radio",
}: {
  name: string;
  legend: string;
  options: readonly Option[];
  value?: string;
  as?: string;
  box?: boolean;
  type?: "radio" | "checkbox";
}) {
  return (
    <fieldset class={box ? "positions" : undefined}>
      <legend>{legend}</legend>
      {options.map((o) => (
        <label class="pick" key={o.value}>
          <input
            type={type}
            name={name}
            value={o.value}
            checked={o.value === value}
            data-as={as}
            required={type === "radio"}
          />
          <span>
            <b>{untorn(o.label)}</b>
            {o.hint && <small>{o.hint}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** A value that is part of the act but not asked for. */
export function Hidden({ name, value, as }: { name: string; value: string | number; as?: string }) {
  return <input type="hidden" name={name} value={String(value)} data-as={as} />;
}

/** An act that asks for nothing more: one press signs it. `of`: what it is about, by the names of its places. */
export function ActButton({
  of,
  ...form
}: Omit<ActFormProps, "children"> & { of: Readonly<Record<string, string | number>> }) {
  return (
    <ActForm brief signed={of} {...form}>
      {Object.entries(of).map(([name, value]) => (
        <Hidden key={name} name={name} value={value} />
      ))}
    </ActForm>
  );
}

/** An act of one press that is folded away until it is looked for: what is seldom meant, or can't be undone. */
export function FoldedAct({
  foldId,
  title,
  says,
  ...act
}: Parameters<typeof ActButton>[0] & { foldId?: string; title: string; says?: string }) {
  // What is seldom meant isn't looked for in vain.
  if (useSigns()(act.act, act.of)) return null;
  return (
    <details id={foldId}>
      <summary>{title}</summary>
      {says && <p>{says}</p>}
      <ActButton {...act} />
    </details>
  );
}

/** A button-like link to the page on which an act is signed; nothing where this device can't sign it now. */
export function ActLink({
  act,
  of,
  href,
  main,
  children,
}: {
  act: string;
  /** As much of the act's data as says whether this device may sign it. */
  of?: unknown;
  href: string;
  main?: boolean;
  children?: ComponentChildren;
}) {
  if (useSigns()(act, of)) return null;
  return (
    <a class={main ? "btn main" : "btn"} href={href}>
      {children}
    </a>
  );
}
