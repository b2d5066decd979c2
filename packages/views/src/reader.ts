/**
 * What a view reads from: a state, the texts beside it as far as this viewer may read them, and
 * where entries stand. Views are pure of HTTP: pages, API and the command line share them.
 */
import type { ActId, BodyId, Hash, KeyId, MemberId, Millis } from "@nabat/kernel";
import type { Act, Notice } from "@nabat/record";
import type { OutNote, Right, State } from "@nabat/body";

/** Who is looking. Without a session: a stranger, who sees what is public. */
export interface Viewer {
  readonly member?: MemberId;
  readonly key?: KeyId;
  readonly standing: "stranger" | "guest" | "applicant" | "member" | "copy-holder";
}

/** A text beside the record, or why it isn't there. */
export type TextFound =
  | { readonly here: true; readonly text: string; readonly media: string }
  | { readonly here: false; readonly why: "not-yours" | "erased" | "withheld" | "missing" }
  /** Taken out of view by decision (E-11). */
  | { readonly here: false; readonly why: "out-of-view"; readonly out: OutNote };

/** An entry as views see it. */
export interface EntryFound {
  readonly index: number;
  readonly at: Millis;
  readonly id: ActId;
  readonly act?: Act;
  readonly notice?: Notice;
  /** By which right it was admitted; kept by the clerk's index. */
  readonly right?: Right;
}

/** A filter and a page of entries. `kind` matches exactly or as a prefix ending in `.`. */
export interface EntryQuery {
  readonly kind?: string;
  readonly by?: MemberId;
  readonly about?: ActId;
  readonly before?: number;
  readonly limit: number;
}

export interface BodyReader {
  readonly body: BodyId;
  /** Only read: it belongs to the clerk. */
  readonly state: State;
  /** The body's present moment: the clerk's clock, or a practice body's own. */
  readonly now: Millis;
  readonly viewer: Viewer;
  /**
   * May this viewer see what the body is deciding: its motions, sittings and votes? Members, and the
   * guests and applicants who were let in to speak (L7); everyone where the record is open.
   */
  readonly mayRead: boolean;
  /** May this viewer read the whole record, its roll included? Members and copy-holders; everyone where it is open. */
  readonly mayReadRecord: boolean;
  text(hash: Hash): Promise<TextFound>;
  /** Several at once, in one query. */
  texts(hashes: readonly Hash[]): Promise<ReadonlyMap<Hash, TextFound>>;
  /** Openings of positions by name, for computing a result that is to be declared: never shown to anybody (N-11). */
  openings(hashes: readonly Hash[]): Promise<ReadonlyMap<Hash, string>>;
  entry(id: ActId): Promise<EntryFound | undefined>;
  entries(query: EntryQuery): Promise<readonly EntryFound[]>;
  /** Another body's reader on the same clerk (for chains), where it is kept here. */
  other(body: BodyId): Promise<BodyReader | undefined>;
}
