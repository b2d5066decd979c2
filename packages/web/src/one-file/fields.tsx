/** Fields of this page: each with its label, its hint, and what is wrong with it. */
import type { ComponentChildren } from "preact";

interface Base {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly wrong?: string;
}

function Field({ id, label, hint, wrong, children }: Base & { readonly children: ComponentChildren }) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
      {wrong && (
        <p class="wrong" role="alert" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
    </div>
  );
}

const described = (p: Base) =>
  [p.hint ? `${p.id}-hint` : "", p.wrong ? `${p.id}-wrong` : ""].filter(Boolean).join(" ") || undefined;

/** Text in one line or several; nothing may remember, correct or complete it. */
export function TextField(
  p: Base & {
    readonly value: string;
    readonly put: (value: string) => void;
    readonly lines?: number;
    readonly type?: string;
  },
) {
  const common = {
    id: p.id,
    value: p.value,
    autocomplete: "off",
    autocapitalize: "none" as const,
    spellcheck: false,
    "aria-invalid": p.wrong ? ("true" as const) : undefined,
    "aria-describedby": described(p),
  };
  return (
    <Field {...p}>
      {p.lines ? (
        <textarea {...common} rows={p.lines} onInput={(e) => p.put(e.currentTarget.value)} />
      ) : (
        <input {...common} type={(p.type ?? "text") as "text"} onInput={(e) => p.put(e.currentTarget.value)} />
      )}
    </Field>
  );
}

/** One file, or a folder of them. */
export function FileField(
  p: Base & { readonly take: (files: readonly File[]) => void; readonly accept?: string; readonly folder?: boolean },
) {
  return (
    <Field {...p}>
      <input
        id={p.id}
        type="file"
        accept={p.accept}
        {...(p.folder ? { webkitdirectory: true } : {})}
        aria-describedby={described(p)}
        onChange={(event) => p.take([...(event.currentTarget.files ?? [])])}
      />
    </Field>
  );
}

/** A choice in a list. */
export function SelectField(
  p: Base & {
    readonly value: string;
    readonly put: (value: string) => void;
    readonly options: readonly (readonly [string, string])[];
  },
) {
  return (
    <Field {...p}>
      <select id={p.id} value={p.value} aria-describedby={described(p)} onChange={(e) => p.put(e.currentTarget.value)}>
        {p.options.map(([value, label]) => (
          <option key={value} value={value} selected={value === p.value}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  );
}
