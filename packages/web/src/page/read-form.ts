/** Reads an act form: its fields as they were typed, and what of them a person sees. */
import type { Grade } from "@nabat/record";
import type { TypedField } from "../act/fields.ts";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** The controls that count: named, enabled, and chosen where they are choices. */
export function controls(form: HTMLFormElement): Control[] {
  return [...form.elements].filter((c): c is Control => {
    if (!(c instanceof HTMLInputElement || c instanceof HTMLTextAreaElement || c instanceof HTMLSelectElement))
      return false;
    if (!c.name || c.disabled || c.name.startsWith("-")) return false;
    return !(c instanceof HTMLInputElement && (c.type === "radio" || c.type === "checkbox") && !c.checked);
  });
}

/** The fields of a form, as {@link makeData} takes them. */
export function typedFields(form: HTMLFormElement): TypedField[] {
  return controls(form).map((c) => ({
    name: c.name,
    value: c.value,
    ...(c.dataset["as"] ? { as: c.dataset["as"] } : {}),
    ...(c.dataset["text"] ? { text: c.dataset["text"] as Grade } : {}),
    ...(c.dataset["most"] ? { most: Number(c.dataset["most"]) } : {}),
  }));
}

/** What a person filled in, label by label, in the order of the page. */
export function shownFields(
  form: HTMLFormElement,
): { readonly label: string; readonly value: string; readonly text: boolean }[] {
  return controls(form).flatMap((c) => {
    if (c instanceof HTMLInputElement && c.type === "hidden") return [];
    const group = c instanceof HTMLInputElement && (c.type === "radio" || c.type === "checkbox");
    const label = group ? c.closest("fieldset")?.querySelector("legend")?.textContent : c.labels?.[0]?.textContent;
    const value = group
      ? (c.labels?.[0]?.querySelector("b")?.textContent ?? c.labels?.[0]?.textContent)
      : c instanceof HTMLSelectElement
        ? c.selectedOptions[0]?.textContent
        : c instanceof HTMLInputElement && c.type === "datetime-local"
          ? c.value.replace("T", " ")
          : c.value.trim();
    return value ? [{ label: (label ?? "").trim(), value: value.trim(), text: c.dataset["text"] !== undefined }] : [];
  });
}

/** Which form of this page it is: stays the same over a reload. */
export function formName(form: HTMLFormElement): string {
  const same = [...document.querySelectorAll<HTMLFormElement>(`form[data-act="${form.dataset["act"] ?? ""}"]`)];
  return `${location.pathname}${location.search} ${form.dataset["act"] ?? ""} ${form.id || same.indexOf(form)}`;
}

/**
 * Typed values to keep: everything a person wrote or chose, never hidden values. An hour that the page proposed and
 * nobody touched is proposed anew: kept, it would be yesterday's.
 */
export function typedValues(form: HTMLFormElement): [string, string][] {
  return controls(form)
    .filter((c) => c.type !== "hidden" && c.type !== "password" && c.dataset["secret"] === undefined)
    .filter((c) => !(c instanceof HTMLInputElement && c.type === "datetime-local" && c.value === c.defaultValue))
    .map((c) => [c.name, c.value]);
}

/** Writes kept values back into the form. */
export function restoreValues(form: HTMLFormElement, draft: Readonly<Record<string, readonly string[]>>): void {
  const left = new Map(Object.entries(draft).map(([name, values]) => [name, [...values]]));
  for (const c of form.elements) {
    if (
      !(c instanceof HTMLInputElement || c instanceof HTMLTextAreaElement || c instanceof HTMLSelectElement) ||
      !c.name ||
      c.type === "hidden"
    )
      continue;
    const values = left.get(c.name);
    if (c instanceof HTMLInputElement && (c.type === "radio" || c.type === "checkbox")) {
      if (values) c.checked = values.includes(c.value);
      else if (c.type === "checkbox" && left.size > 0) c.checked = false;
      continue;
    }
    const value = values?.shift();
    if (value !== undefined) c.value = value;
  }
}
