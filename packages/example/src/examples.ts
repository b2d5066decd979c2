/**
 * Which practice bodies stand behind the example doors. The example's makers write here (settings of
 * the server itself); pages only read.
 */
import { type BodyId, fromUtf8, utf8 } from "@nabat/kernel";
import type { Store } from "@nabat/store";

export interface Examples {
  /** The present-day house that was made first. */
  readonly present?: BodyId;
  /** The house by the language it is told in. */
  readonly houses?: Readonly<Record<string, BodyId>>;
  readonly cases: readonly { readonly id: string; readonly body: BodyId; readonly name: string }[];
  /** Bodies of an example that is being made, or whose making was interrupted: never shown. */
  readonly unfinished?: readonly BodyId[];
}

const NAME = "examples";

/** What is kept of the examples. */
export async function readExamples(store: Store): Promise<Examples> {
  const kept = await store.settings.get(null, NAME);
  return kept ? (JSON.parse(fromUtf8(kept)) as Examples) : { cases: [] };
}

/** Remembers the examples. */
export async function keepExamples(store: Store, examples: Examples): Promise<void> {
  await store.settings.put(null, NAME, utf8(JSON.stringify(examples)));
}

/** How far the making of an example is; `at` in ms since 1970. */
export interface Progress {
  readonly done: number;
  readonly of: number;
  readonly at: number;
}

const PROGRESS = "examples.progress";

/** What the process that makes an example last said. */
export async function readProgress(store: Store): Promise<Progress | undefined> {
  const kept = await store.settings.get(null, PROGRESS);
  return kept ? (JSON.parse(fromUtf8(kept)) as Progress) : undefined;
}

/** Says how far the making is. */
export async function keepProgress(store: Store, progress: Progress): Promise<void> {
  await store.settings.put(null, PROGRESS, utf8(JSON.stringify(progress)));
}
