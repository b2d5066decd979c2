/**
 * Live pages: when the record has grown, the page's main part is fetched anew and put in place,
 * unless someone is in the middle of typing: then a line says that there is something new. After a lost
 * connection the page stays as it is and catches up when the network is back.
 */
import { desk, pageBody } from "../page/desk.ts";
import { button, el } from "../page/dom.ts";
import { t } from "../page/say.ts";

/** Least and most time before connecting again, in ms; jittered so that a hall doesn't return at once. */
const SOONEST = 1500;
const LATEST = 60_000;

/** A hall full of phones doesn't ask for the page in the same moment, in ms. */
const SPREAD = 400;
/** Milliseconds of one core that reading a page anew takes the server, and the longest that anybody waits. */
const EACH = 12;
const LONGEST = 30_000;

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
    }
  }
  return false;
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
    const got = await fetch(location.href, { headers: { Accept: "text/html" }, cache: "no-store" });
    if (!got.ok) return later();
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
    if (again) {
      again = false;
      void refresh();
    }
  }
}

/** The page could not be had: it is asked for again, and at once when the network is back. */
function later(): void {
  clearTimeout(missed);
  missed = setTimeout(() => void refresh(), SOONEST * (1 + Math.random() * 3));
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

function listen(body: string): void {
  let wait = SOONEST;
  let source: EventSource | undefined;
  /** A reading is due already: it will show whatever has come until then. */
  let reading = false;
  const open = () => {
    source = new EventSource(`/api/bodies/${body}/live`);
    source.addEventListener("size", (event) => {
      wait = SOONEST;
      const { size, listening } = JSON.parse((event as MessageEvent<string>).data) as {
        size: number;
        listening?: number;
      };
      if (shown !== 0 && size > shown && !reading) {
        reading = true;
        const spread = Math.max(SPREAD, Math.min(LONGEST, (listening ?? 1) * EACH));
        setTimeout(() => {
          reading = false;
          void refresh();
        }, Math.random() * spread);
      }
      shown = Math.max(shown, size);
    });
    source.addEventListener("error", () => {
      source?.close();
      setTimeout(open, wait * (0.5 + Math.random()));
      wait = Math.min(LATEST, wait * 2);
    });
  };
  open();
  addEventListener("pagehide", () => source?.close());
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
if (body) listen(body);
