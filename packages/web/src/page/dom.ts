/** Small helpers for building page parts. Texts always go in as text, never as markup. */
import { pieces } from "@nabat/ui/untorn.ts";

type Child = Node | string | undefined | false;

/** An element with attributes and children; `on…` functions become listeners. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | boolean | undefined | ((event: Event) => void)>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== undefined && value !== false) made.setAttribute(name, value);
  }
  for (const child of children)
    if (child !== undefined && child !== false) made.append(...(typeof child === "string" ? whole(child) : [child]));
  return made;
}

/** A sentence whose rule stays on one line. */
export function whole(sentence: string): (Node | string)[] {
  return pieces(sentence).map((piece, i) =>
    i % 2 === 1 ? el("span", { class: "nowrap" }, document.createTextNode(piece)) : piece,
  );
}

/** Every mount point of an island that has not been taken yet, with its props. */
export function mounts<P>(
  name: string,
  root: ParentNode = document,
): { readonly at: HTMLElement; readonly props: P }[] {
  return [...root.querySelectorAll<HTMLElement>(`[data-island="${name}"]:not([data-taken])`)].map((at) => {
    at.setAttribute("data-taken", "");
    return { at, props: JSON.parse(at.dataset["props"] ?? "{}") as P };
  });
}

/** A notice as pages draw it. `needs` is red: only for what needs the person now. */
export function notice(
  tone: "plain" | "needs" | "good" | "warn",
  title: string,
  ...children: readonly Child[]
): HTMLElement {
  return el(
    "section",
    { class: `notice ${tone}`, role: tone === "plain" || tone === "good" ? "status" : "alert" },
    el("h2", {}, title),
    ...children,
  );
}

/** A button. */
export function button(
  label: string,
  press: () => void,
  kind = "",
  type: "button" | "submit" = "button",
): HTMLButtonElement {
  return el("button", { type, class: kind || undefined, onclick: () => type === "button" && press() }, label);
}

/** Says something above the page, once: where it stands there already, nothing more is made. */
export function sayOnce(name: string, make: () => HTMLElement): void {
  if (document.querySelector(`[data-said-above="${name}"]`)) return;
  const part = make();
  part.dataset["saidAbove"] = name;
  document.querySelector("main")?.prepend(part);
}

/** Puts something at the top of the page's main part, in view, and says it to screen readers. */
export function announce(part: HTMLElement): void {
  part.tabIndex = -1;
  document.querySelector("main")?.prepend(part);
  part.scrollIntoView({ block: "nearest" });
  part.focus({ preventScroll: true });
}

/** Goes to an address; reloads where it is this page, since a hash alone would not. */
export function goTo(address: string): void {
  const url = new URL(address, location.href);
  const here = url.pathname === location.pathname && url.search === location.search;
  if (here) {
    if (url.hash) history.replaceState(null, "", url.hash);
    location.reload();
  } else location.assign(url);
}
