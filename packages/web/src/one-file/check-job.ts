/**
 * The work of checking, the same in a worker and in the page: opens what was chosen, recomputes the
 * whole record by the rules, and hands back the verdict with the folded state to read from.
 */
import type { BodyId, Hash, Refusal } from "@nabat/kernel";
import { toHex } from "@nabat/kernel";
import {
  bundleReader,
  check,
  checkFollows,
  type Source,
  statedHead,
  type Tools,
  type Verdict,
} from "@nabat/body/checker/mod.ts";
import type { State } from "@nabat/body";
import { KINDS } from "@nabat/body/kinds.ts";
import { sha256, verify } from "@nabat/platform/browser/mod.ts";
import type { Manifest } from "@nabat/record";
import { ArchiveFault, type Given, type Layout, openGiven } from "./record-file.ts";

export interface Job {
  readonly given: Given;
  /** An older copy that `given` must honestly follow. */
  readonly older?: Given;
}

/** Size and root as the record's checkpoint states them. */
export interface Head {
  readonly body: BodyId;
  readonly size: number;
  readonly root: Hash;
  /** The signed note. */
  readonly note: string;
}

/** What came of it; can be posted from a worker. */
export type Came =
  | { readonly is: "archive"; readonly which: "given" | "older"; readonly refusal: Refusal }
  | {
      readonly is: "checked";
      readonly verdict: Verdict;
      readonly layout: Layout;
      readonly head?: Head;
      readonly older?: Head;
      readonly state?: State;
      readonly manifest?: Manifest;
    };

export interface Progress {
  readonly what: "reading" | "checking";
  readonly done: number;
  readonly of: number;
}

/** Runs a job. `breathe` is awaited between bundles, so that a page can go on answering. */
export async function runJob(job: Job, report: (p: Progress) => void, breathe?: () => Promise<void>): Promise<Came> {
  let which: "given" | "older" = "older";
  try {
    const older = job.older && (await openGiven(job.older));
    which = "given";
    const record = await openGiven(job.given, undefined, (done, of) => report({ what: "reading", done, of }));
    const tools: Tools = {
      kinds: KINDS,
      sha256,
      read: bundleReader(sha256, verify),
      verify,
      progress: (done, of) => report({ what: "checking", done, of }),
    };
    const source = breathe ? gently(record.source, breathe) : record.source;
    const checked = older ? { verdict: await checkFollows(older.source, source, tools) } : await check(source, tools);
    const state = "checker" in checked ? checked.checker?.state : undefined;
    const head = headOf(record.source);
    const was = older && headOf(older.source);
    return {
      is: "checked",
      verdict: checked.verdict,
      layout: record.layout,
      ...(head ? { head } : {}),
      ...(was ? { older: was } : {}),
      ...(state ? { state } : {}),
      ...(record.manifest ? { manifest: record.manifest } : {}),
    };
  } catch (error) {
    if (error instanceof ArchiveFault) return { is: "archive", which, refusal: error.refusal };
    throw error;
  }
}

function headOf(source: Source): Head | undefined {
  const head = statedHead(source.checkpoint);
  if (!head.ok) return undefined;
  const { size, root } = head.value.checkpoint;
  return { body: head.value.body, size, root: toHex(root) as Hash, note: new TextDecoder().decode(source.checkpoint) };
}

function gently(source: Source, breathe: () => Promise<void>): Source {
  return {
    ...source,
    async *bundles(from, size) {
      for await (const bundle of source.bundles(from, size)) {
        yield bundle;
        await breathe();
      }
    },
  };
}
