/** Your own number: does it stand in a published list, with the position that you took (V-58)? This device looks by itself. */
import { toHex } from "@nabat/kernel";
import type { Counts } from "@nabat/body/votes/acts.ts";
import { type Listed, listHolds } from "@nabat/body/votes/list-figures.ts";
import { ownLine } from "@nabat/body/votes/opening-bytes.ts";
import { sha256 } from "@nabat/platform/browser/mod.ts";
import { desk, pageBody } from "../page/desk.ts";
import { announce, el, mounts, notice } from "../page/dom.ts";
import { t } from "../page/say.ts";
import { linesOf } from "../special/list-lines.ts";

interface Props {
  readonly vote: string;
  /** SHA-256 of the list, and the attachment that holds it. */
  readonly list: string;
  readonly file: string;
  /** What the teller counted, and what of the vote that is held against. */
  readonly counts: Counts;
  readonly of: Listed;
  /** Can this person still say that it is missing? */
  readonly say: boolean;
}

type Mount = ReturnType<typeof mounts<Props>>[number];
type Found = "stands" | "missing" | undefined;

/** What this device finds; `undefined`: it kept nothing of this vote. */
async function look({ vote, list, file, counts, of }: Props): Promise<Found> {
  const kept = await desk().things.opening(vote);
  if (!kept || kept.number === undefined) return undefined;
  const got = await desk().api.bytes(`/api/bodies/${pageBody()}/attachments/${file}`);
  if (!("bytes" in got) || toHex(sha256(got.bytes)) !== list) return "missing";
  const lines = linesOf(got.bytes);
  // A list that doesn't come to its own figures holds nobody's number.
  if (!listHolds(of, lines, counts)) return "missing";
  const line = ownLine(lines, { number: kept.number, commit: kept.commit });
  return line !== undefined && JSON.stringify(line[1]) === JSON.stringify(kept.choice) ? "stands" : "missing";
}

async function one({ at, props }: Mount): Promise<Found> {
  const found = await look(props);
  const key = found === "missing" && !props.say ? "missed" : (found ?? "none");
  const tone = found === undefined ? "soft" : found === "stands" ? "good" : "wrong";
  at.replaceChildren(el("p", { class: tone }, t(`island-own-number-${key}`)));
  return found;
}

/** Where it stands in every list there is nothing to say: the form is left for another device that finds otherwise. */
function nothingMissing(): void {
  const form = document.querySelector<HTMLDetailsElement>("#number-missing");
  if (!form || form.dataset["stands"]) return;
  form.dataset["stands"] = "1";
  form.before(el("p", { class: "good" }, t("island-own-number-nothing")));
  form.querySelector("summary")?.replaceChildren(t("island-own-number-otherwise"));
}

/** What takes somebody's vote stands before all else on the page, with the way to say so. */
function saidFirst(): void {
  if (document.querySelector("[data-number-alarm]")) return;
  const way = el("a", { href: "#number-missing" }, t("island-own-number-say"));
  const alarm = notice("needs", t("island-own-number-alarm"), el("p", {}, way));
  alarm.dataset["numberAlarm"] = "1";
  way.addEventListener("click", () => document.querySelector("#number-missing")?.setAttribute("open", ""));
  announce(alarm);
}

async function show(): Promise<void> {
  const lists = mounts<Props>("own-number");
  const found = await Promise.all(lists.map(one));
  const [first] = lists;
  if (lists.some(({ props }, n) => props.say && found[n] === "missing")) saidFirst();
  if (!first || found.some((f) => f !== "stands")) return;
  nothingMissing();
  const { vote } = first.props;
  const kept = await desk().things.opening(vote);
  if (kept) await desk().things.keepOpening(vote, { ...kept, stood: found.length });
}

/** On the page of what needs somebody: what this device has found needn't be looked for. */
async function found(): Promise<void> {
  for (const line of document.querySelectorAll<HTMLElement>("[data-look]")) {
    const kept = await desk().things.opening(line.dataset["look"] ?? "");
    if ((kept?.stood ?? 0) < Number(line.dataset["lists"])) continue;
    const all = line.closest("[data-numbers]");
    line.remove();
    if (!all || all.querySelector("[data-look]")) continue;
    all.remove();
    document.querySelector("[data-needs-none]")?.removeAttribute("hidden");
  }
}

function run(): void {
  void show();
  void found();
}

run();
document.addEventListener("nabat:fresh", run);
