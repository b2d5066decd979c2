/** What the parts of the page share: the opened record, the language, files saved and copied. */
import type { Hash, MemberId, Refusal } from "@nabat/kernel";
import type { Summary, Verdict } from "@nabat/body/checker/mod.ts";
import { lawfulAbsence, momentOf } from "@nabat/body/checker/mod.ts";
import {
  alike,
  markedName,
  outNote,
  partsOfText,
  shownTitle,
  skeleton,
  type State,
  statutesAt,
  textWith,
  usesOf,
} from "@nabat/body";
import type { Locale } from "@nabat/speech";
import { fromUtf8 } from "@nabat/kernel";
import type { Shown } from "@nabat/ui/parts/texts.tsx";
import type { Head } from "./check-job.ts";
import type { Manifest } from "@nabat/record";
import type { Given, OpenedRecord } from "./record-file.ts";

/** A record that was opened and checked here, whatever the check came to. */
export interface Loaded {
  readonly given: Given;
  readonly opened: OpenedRecord;
  readonly verdict: Verdict;
  readonly head: Head;
  readonly state?: State;
  readonly manifest?: Manifest;
}

/** The check of one record, as its page shows it. */
export type CheckShown =
  | { readonly is: "archive"; readonly refusal: Refusal }
  | { readonly is: "broken" }
  | { readonly is: "verdict"; readonly verdict: Verdict };

/** The summary of a record without fault. */
export function goodSummary(loaded: Loaded | undefined): Summary | undefined {
  return loaded?.verdict.ok ? loaded.verdict.summary : undefined;
}

/** The time zone of the body, else UTC. */
export function zoneOf(state: State | undefined, now: number): string {
  return (state && statutesAt(state, Math.max(state.at, now)))?.statutes.zone ?? "UTC";
}

/** The language that this browser asks for. */
export function firstLocale(): Locale {
  return navigator.languages.some((l) => l.startsWith("fr")) && !navigator.language.startsWith("en") ? "fr" : "en";
}

/** Texts of attachments, or why they aren't shown; a text with amendments is put together from its parts (V-48). */
export async function readTexts(loaded: Loaded, hashes: Iterable<Hash>): Promise<Map<Hash, Shown>> {
  const out = new Map<Hash, Shown>();
  for (const hash of new Set(hashes)) out.set(hash, await asShown(loaded, hash, await readText(loaded, hash)));
  return out;
}

/** Names with what tells them from others like them (N-10), titles in one line, whatever the record keeper let in. */
async function asShown(loaded: Loaded, hash: Hash, found: Shown): Promise<Shown> {
  const { state } = loaded;
  const use = state && found.text !== undefined ? usesOf(state).get(hash) : undefined;
  if (state === undefined || use === undefined || found.text === undefined) return found;
  if (use === "title") return { text: shownTitle(found.text) };
  const drawn = await drawnNames(loaded, state);
  const member = [...state.members.members.values()].find((m) => m.name === hash);
  const name = member && markedName(state, member.id, found.text, drawn);
  return { text: name ?? "–" };
}

const drawn = new WeakMap<Loaded, Promise<ReadonlySet<MemberId>>>();

/** Those whose names look alike; all names are read once for each opened record. */
function drawnNames(loaded: Loaded, state: State): Promise<ReadonlySet<MemberId>> {
  let twins = drawn.get(loaded);
  if (!twins) {
    twins = (async () => {
      const skeletons = new Map<Hash, string>();
      for (const { name } of state.members.members.values()) {
        const { text } = await readPart(loaded, name);
        if (text !== undefined) skeletons.set(name, skeleton(text));
      }
      return alike(state, (name) => skeletons.get(name) || undefined);
    })();
    drawn.set(loaded, twins);
  }
  return twins;
}

async function readText(loaded: Loaded, hash: Hash): Promise<Shown> {
  const { state } = loaded;
  if (!state?.motions.amended.has(hash)) return readPart(loaded, hash);
  const parts = new Map<Hash, Shown>();
  for (const part of partsOfText(state, hash)) parts.set(part, await readPart(loaded, part));
  const text = textWith(state, hash, (part) => parts.get(part)?.text);
  return text === undefined ? ([...parts.values()].find((p) => p.why !== undefined) ?? { why: "missing" }) : { text };
}

async function readPart(loaded: Loaded, hash: Hash): Promise<Shown> {
  const { state } = loaded;
  const at = state && momentOf(state, Date.now());
  // A copy-holder's bytes are at hand, and still out of view (E-11).
  const out = state && at !== undefined && !state.archive.erased.has(hash) ? outNote(state, hash, at) : undefined;
  if (out) return { why: "out-of-view", out };
  const bytes = await loaded.opened.attachment(hash);
  if (bytes !== undefined) {
    try {
      return { text: fromUtf8(bytes) };
    } catch {
      return { why: "not-yours" };
    }
  }
  const why = state && at !== undefined ? lawfulAbsence(state, hash, at) : undefined;
  return { why: why === "withheld" ? "withheld" : why === undefined ? "not-yours" : "erased" };
}

/** Hands a text to the person as a file. */
export function saveFile(name: string, text: string, type = "application/json"): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** A mark in groups of four, to be read out. */
export function grouped(hex: string): string {
  return hex.replace(/(.{4})(?=.)/g, "$1 ");
}
