/** Mine: the bodies that this device holds a key in. They are joined here and nowhere else. */
import { untorn } from "@nabat/ui/untorn.ts";
import { fateOfNewKeys } from "../keys/fate.ts";
import { desk } from "../page/desk.ts";
import { el, mounts } from "../page/dom.ts";
import { moment, t } from "../page/say.ts";
import type { OwnBody } from "../device/own-body.ts";
import { signIn } from "../session/sign-in.ts";

/** What a body's server says needs this member. */
interface Waits {
  readonly zone?: string;
  /** This device has ended there, or signs nothing of some things `until` then. */
  readonly device?: { readonly is: string; readonly until?: number };
  readonly items: readonly {
    readonly what: string;
    readonly path: string;
    readonly title?: { readonly text?: string } | string;
    readonly by?: number;
    /** Of a number to look for: in how many lists. */
    readonly lists?: number;
  }[];
}

async function waitsFor(own: OwnBody): Promise<Waits | undefined> {
  const { api } = desk();
  const path = `/api/bodies/${own.body}/mine`;
  try {
    let got = await api.bytes(path);
    if (!("bytes" in got) && (await signIn(api, own))) got = await api.bytes(path);
    if (!("bytes" in got)) return undefined;
    const waits = JSON.parse(new TextDecoder().decode(got.bytes)) as Waits;
    const stays = await Promise.all(waits.items.map(async (item) => !(await looked(item))));
    return { ...waits, items: waits.items.filter((_, n) => stays[n]) };
  } catch {
    return undefined;
  }
}

/** Has this device found that number in all lists already? */
async function looked({ what, path, lists }: Waits["items"][number]): Promise<boolean> {
  if (what !== "number" || lists === undefined) return false;
  const kept = await desk().things.opening(path.split("/").at(-1) ?? "");
  return (kept?.stood ?? 0) >= lists;
}

/** The page's own sentences, with `{name}` where something goes in: other pages' scripts needn't carry them. */
interface Props {
  readonly short?: boolean;
  readonly words: Readonly<Record<"needs" | "all" | "titled" | "by" | "begins" | "silent", string>>;
}

function fill(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

interface Need {
  readonly own: OwnBody;
  readonly zone: string;
  readonly item: Waits["items"][number];
}

/** One thing that needs this person: what, where it leads, in which group, until when. */
function needLine({ own, zone, item }: Need, words: Props["words"]): HTMLElement {
  const title = typeof item.title === "string" ? item.title : item.title?.text;
  const what = t(`island-need-${item.what}`);
  const meta = el("p", { class: "meta" }, el("span", {}, el("bdi", {}, own.name)));
  if (item.by !== undefined)
    meta.append(
      el(
        "span",
        {},
        fill(item.what === "meeting" || item.what === "tally-soon" ? words.begins : words.by, {
          when: moment(item.by, zone),
        }),
      ),
    );
  return el(
    "li",
    {},
    el(
      "a",
      { class: "title", href: `/b/${own.body}${item.path}` },
      title ? fill(words.titled, { what, title: untorn(title) }) : what,
    ),
    meta,
  );
}

/** A meeting of this hour has no term and is first. */
function order({ item }: Need): number {
  // What may take somebody's place is first.
  if (["object", "device-ended", "keys-changed", "left-undo", "left-sheet"].includes(item.what)) return -1;
  return item.what === "meeting-held" || item.what === "meeting-due" ? 0 : (item.by ?? Number.MAX_SAFE_INTEGER);
}

/** What needs this person in all groups, the nearest term first. */
function needs(found: readonly Need[], most: number, words: Props["words"]): HTMLElement {
  const sorted = [...found].sort((a, b) => order(a) - order(b));
  const list = el("ul", { class: "ledger" });
  for (const need of sorted.slice(0, most)) list.append(needLine(need, words));
  return el(
    "section",
    { class: "notice needs" },
    el("h2", {}, words.needs),
    list,
    sorted.length > most && el("p", {}, el("a", { href: "/mine" }, words.all)),
  );
}

/** Of a group in which this device has ended, or is held from some things for now: with the way to what can be done. */
function deviceLine(own: OwnBody, { device, zone }: Waits): HTMLElement | undefined {
  if (!device) return undefined;
  const says =
    device.until === undefined
      ? t(device.is === "left" ? "island-device-left" : "island-device-over")
      : t("island-device-held", { when: moment(device.until, zone ?? "UTC") });
  return el("p", { class: "meta" }, el("a", { href: `/b/${own.body}/keys` }, says));
}

/** New keys of somebody who lost everything: that they wait here, and, once the group's server has said it, what became of them. */
function newKeysLine(body: string): HTMLElement {
  const says = el("span", {});
  void fateOfNewKeys(desk(), body)
    .then((fate) => fate && (says.textContent = ` ${fate.says}`))
    .catch(() => undefined);
  return el(
    "p",
    { class: "notice", role: "status" },
    el("a", { href: `/b/${body}/lost` }, t("island-new-keys-waiting")),
    ".",
    says,
  );
}

function group(own: OwnBody): HTMLElement {
  return el(
    "li",
    { "data-own": own.body },
    el("a", { class: "title", href: `/b/${own.body}` }, el("bdi", {}, own.name)),
    !own.safe &&
      el("p", { class: "meta", "data-safe": true }, el("a", { href: `/b/${own.body}/keys` }, t("island-not-safe"))),
  );
}

for (const { at, props } of mounts<Props>("mine")) {
  void desk()
    .things.bodies()
    .then(async (bodies) => {
      // A device that waits with new keys finds its way back from here, and is told what became of them.
      const lost = await desk().things.allNewKeys();
      const ways = lost.map(({ body }) => newKeysLine(body));
      if (ways.length > 0) at.replaceChildren(...ways);
      if (bodies.length === 0 && ways.length > 0) return;
      if (bodies.length === 0) {
        if (!props.short) at.replaceChildren(el("p", { class: "empty" }, t("island-mine-none")));
        return;
      }
      const waiting = el("div", { "aria-live": "polite" });
      const list = el("ul", { class: "ledger" });
      for (const own of bodies) list.append(group(own));
      at.replaceChildren(...ways, waiting, el("h2", {}, t("island-mine")), list);
      const answers = await Promise.all(bodies.map(async (own) => ({ own, waits: await waitsFor(own) })));
      for (const { own, waits } of answers) {
        const line = waits && deviceLine(own, waits);
        const at = list.querySelector(`[data-own="${own.body}"]`);
        // What has ended needs no words typed back.
        if (waits?.device?.is === "ended" || waits?.device?.is === "left") at?.querySelector("[data-safe]")?.remove();
        if (line) at?.append(line);
      }
      const found = answers.flatMap(({ own, waits }) =>
        (waits?.items ?? []).map((item) => ({ own, zone: waits?.zone ?? "UTC", item })),
      );
      if (found.length > 0) waiting.append(needs(found, props.short ? 3 : 50, props.words));
      else if (!props.short && answers.some(({ waits }) => waits))
        waiting.append(el("p", { class: "lead" }, t("island-nothing-waits")));
      const silent = answers.filter(({ waits }) => !waits).map(({ own }) => own.name);
      if (silent.length > 0 && !props.short)
        waiting.append(el("p", { class: "soft" }, fill(props.words.silent, { names: silent.join(", ") })));
    });
}
