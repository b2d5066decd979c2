/**
 * What a server keeps of an evening (settings of its own, per practice body): the seed of the invented people's keys,
 * which scene is under way, what was refused in it, how the earlier ones ended. So an evening can be broken off and
 * taken up again, also after the server was started anew. Nothing here decides anything: the record does.
 */
import { type BodyId, fromUtf8, type MemberId, type RefusalFacts, utf8 } from "@nabat/kernel";
import type { Store } from "@nabat/store";

/** Something that somebody of the board tried in vain. */
export interface Tried {
  readonly by: MemberId;
  readonly kind: string;
  readonly rule: string;
  readonly code: string;
  readonly facts: RefusalFacts;
  /** The choice of the room by which it was tried. */
  readonly choice?: string;
}

/** `held`: what the board wanted has come to nothing; `lost`: it is in force; `left`: the room went on before that was known. */
export type Ending = "held" | "lost" | "left";

/** A scene that is over. `since`, `until`: the record's size when it began and ended. */
export interface Done {
  readonly id: string;
  readonly ended: Ending;
  readonly since: number;
  readonly until: number;
  readonly tried: readonly Tried[];
  readonly whom?: MemberId;
  /** The invented neighbours did it alone, since the room asked to be shown. */
  readonly shown?: true;
}

/** The scene under way. */
export interface Under {
  readonly id: string;
  readonly since: number;
  readonly tried: readonly Tried[];
  /** What the scene has to remember of what it made: ids of motions, votes, people. */
  readonly memo: Readonly<Record<string, string>>;
  readonly shown?: true;
}

/** All that is kept of one evening. `seed`: 16 bytes in hex, from which the invented people's keys follow. */
export interface Kept {
  readonly seed: string;
  readonly language: "en" | "fr";
  /** When it was made, by the server's clock, in ms. */
  readonly made: number;
  /** How many invented neighbours have come in. */
  readonly neighbours: number;
  /** All who were in the room then are on the closed list of founders. */
  readonly opened?: true;
  readonly under?: Under;
  readonly done: readonly Done[];
  readonly over?: true;
}

const NAME = "evening";

/** What is kept of this body's evening; `undefined`: it has none. */
export async function readKept(store: Store, body: BodyId): Promise<Kept | undefined> {
  const kept = await store.settings.get(body, NAME);
  return kept ? (JSON.parse(fromUtf8(kept)) as Kept) : undefined;
}

/** Keeps it. */
export async function writeKept(store: Store, body: BodyId, kept: Kept): Promise<void> {
  await store.settings.put(body, NAME, utf8(JSON.stringify(kept)));
}

/** To whom a scene happens, where it remembers that. */
export function whomOf({ member }: Under["memo"]): { readonly whom?: MemberId } {
  return member === undefined ? {} : { whom: member as MemberId };
}
