/**
 * Live pages: when the record has grown, the page's main part is fetched anew and put in place,
 * unless someone is in the middle of typing: then a line says that there is something new. After a lost
 * connection the page stays as it is and catches up when the network is back.
 */
import { desk, pageBody } from "../page/desk.ts";
import { button, el } from "../page/dom.ts";
import { askAfter, believed, readAfter, returnAfter, SILENT } from "../page/pace.ts";
import { t } from "../page/say.ts";

/** What says to a server that a page reads itself anew, and nobody waits with a finger on the glass. */
const LIVE_HEADER = "Nabat-Live";

let shown = 0;
let under = false;
let missed: ReturnType<typeof setTimeout> | undefined;
let again = false;

/** True while what is typed, opened or being signed here would be lost by a fresh page. */
function busy(main: HTMLElement): boolean {
  if (
    document.querySelector("dialog[open]") ||
    main.querySelector('[aria-busy="true"]') ||
    main.querySelector(".seed, .invitation, [data-keep]")
  )
    return true;
  const active = document.activeElement;
  if (active instanceof HTMLElement && main.contains(active) && active.matches("input, textarea, select")) return true;
  for (const form of main.querySelectorAll<HTMLFormElement>("form")) {
    for (const c of form.elements) {
      if ((c instanceof HTMLInputElement || c instanceof HTMLTextAreaElement) && c.type !== "hidden") {
        if (
          c instanceof HTMLInputElement && (c.type === "radio" || c.type === "checkbox")
            ? c.checked !== c.defaultChecked
            : c.value !== c.defaultValue
        )
          return true;
      }
      if (c instanceof HTMLSelectElement && chosen(c)) return true;
    }
  }
  return false;
}

/** True where something else is chosen than what the page came with. */
function chosen(select: HTMLSelectElement): boolean {
  const options = [...select.options];
  const first = Math.max(
    0,
    options.findIndex((o) => o.defaultSelected),
  );
  return select.multiple ? options.some((o) => o.selected !== o.defaultSelected) : select.selectedIndex !== first;
}

async function refresh(): Promise<void> {
  const main = document.querySelector("main");
  if (!main) return;
  if (under) {
    again = true;
    return;
  }
  if (busy(main) && !main.querySelector("[data-live]")) return offer(main);
  under = true;
  try {
    const got = await fetch(location.href, { headers: { Accept: "text/html", [LIVE_HEADER]: "1" }, cache: "no-store" });
    if (got.status >= 400 && got.status < 500 && got.status !== 429) return shut(main);
    if (!got.ok) return later(Number(got.headers.get("Retry-After")) || undefined);
    const page = new DOMParser().parseFromString(await got.text(), "text/html");
    const fresh = page.querySelector("main");
    if (!fresh) return;
    if (putRegions(main, fresh)) return;
    if (busy(main)) return;
    if (fresh.innerHTML !== main.dataset["drawn"]) put(main, fresh);
  } catch {
    later();
  } finally {
    under = false;
    wake();
    if (again) {
      again = false;
      void refresh();
    }
  }
}

/** The page could not be had: it is asked for again, when the server said or soon. */
function later(seconds?: number): void {
  clearTimeout(missed);
  missed = setTimeout(() => void refresh(), askAfter(seconds, Math.random()));
}

/** Whoever looks may not see this page any more, or it is gone: the page says so itself. */
function shut(main: HTMLElement): void {
  if (busy(main)) offer(main);
  else location.reload();
}

/** What each region looked like when it came: only what has changed is put in place. */
const drawn = new WeakMap<Element, string>();

/**
 * A meeting's page: region by region, so that what is typed in one outlives what happens in another.
 * False where the regions themselves have changed: then the page is put in place as a whole.
 */
function putRegions(main: HTMLElement, fresh: Element): boolean {
  const regions = [...main.querySelectorAll<HTMLElement>("[data-live]")];
  const names = (root: Element) =>
    [...root.querySelectorAll<HTMLElement>("[data-live]")].map((r) => r.dataset["live"]).join();
  if (regions.length === 0 || names(main) !== names(fresh)) return false;
  let waits = false;
  for (const region of regions) {
    const next = fresh.querySelector(`[data-live="${region.dataset["live"]}"]`);
    if (!next || drawn.get(region) === next.innerHTML) continue;
    if (busy(region)) {
      waits = true;
      continue;
    }
    const html = next.innerHTML;
    const open = new Set([...region.querySelectorAll("details[open]")].map(placeOf));
    region.replaceChildren(...next.childNodes);
    drawn.set(region, html);
    for (const d of region.querySelectorAll("details")) if (open.has(placeOf(d))) d.open = true;
  }
  if (waits) offer(main);
  document.dispatchEvent(new Event("nabat:fresh"));
  return true;
}

function put(main: HTMLElement, fresh: Element): void {
  const open = new Set([...main.querySelectorAll("details[open]")].map(placeOf));
  main.dataset["drawn"] = fresh.innerHTML;
  main.replaceChildren(...fresh.childNodes);
  for (const d of main.querySelectorAll("details")) if (open.has(placeOf(d))) d.open = true;
  document.dispatchEvent(new Event("nabat:fresh"));
}

const placeOf = (d: Element): string => d.id || (d.querySelector("summary")?.textContent ?? "");

function offer(main: HTMLElement): void {
  if (main.querySelector("[data-fresh]")) return;
  main.prepend(
    el(
      "p",
      { class: "notice", role: "status", "data-fresh": true },
      t("island-live-new"),
      " ",
      button(t("island-live-show"), () => location.reload(), "plain"),
    ),
  );
}

/** The least time between two readings for an hour that has come here and not at the server yet, in ms. */
const SOON = 5000;
let changes: ReturnType<typeof setTimeout> | undefined;

/** What time alone will change, with nothing entered: at its hour the page is read anew. */
function wake(): void {
  clearTimeout(changes);
  const at = [...document.querySelectorAll<HTMLElement>("[data-changes]")].map((e) => Number(e.dataset["changes"]));
  const next = Math.min(...at) - Date.now();
  if (next < 24 * 3_600_000) changes = setTimeout(() => void refresh(), Math.max(SOON, next + 1000));
}

function listen(body: string): void {
  let source: EventSource | undefined;
  let due: ReturnType<typeof setTimeout> | undefined;
  let tries = 0;
  let many = 1;
  let heard = 0;
  /** A reading is due already: it will show whatever has come until then. */
  let reading = false;
  const open = () => {
    clearTimeout(due);
    source?.close();
    heard = performance.now();
    source = new EventSource(`/api/bodies/${body}/live`);
    source.addEventListener("beat", () => (heard = performance.now()));
    source.addEventListener("size", (event) => {
      heard = performance.now();
      tries = 0;
      const { size, listening } = JSON.parse((event as MessageEvent<string>).data) as {
        size: number;
        listening?: number;
      };
      many = believed(many, listening ?? 1);
      if (shown !== 0 && size > shown && !reading) {
        reading = true;
        setTimeout(
          () => {
            reading = false;
            void refresh();
          },
          readAfter(many, Math.random()),
        );
      }
      shown = Math.max(shown, size);
    });
    source.addEventListener("error", () => back(tries++));
  };
  const back = (after: number) => {
    source?.close();
    source = undefined;
    clearTimeout(due);
    due = setTimeout(open, returnAfter(after, many, Math.random()));
  };
  open();
  // A network that went away without a word leaves a connection that never ends and never brings anything.
  setInterval(() => source && performance.now() - heard > SILENT && back(0), SILENT / 4);
  addEventListener("online", () => !source && back(0));
  addEventListener("pagehide", () => {
    clearTimeout(due);
    source?.close();
  });
  addEventListener("pageshow", (event) => event.persisted && open());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible")
      void desk()
        .api.facts(body)
        .then(({ size }) => {
          if (shown !== 0 && size > shown) {
            shown = size;
            void refresh();
          }
        })
        .catch(() => undefined);
  });
}

const body = pageBody();
if (body) {
  listen(body);
  wake();
}
