/**
 * Who truly holds which key, whatever the record says: keys that their owner made are in the owner's hands until
 * they are lost or stolen; keys that others brought in for somebody never were.
 */
import type { KeyId } from "@nabat/kernel";
import type { Person } from "./people.ts";

/** What became of a key that its owner made. */
export interface Held {
  readonly owner: Person;
  readonly from: number;
  /** When it was gone, and whether somebody has it now. */
  gone?: { readonly at: number; readonly stolen: boolean };
}

/** Keys that colluders brought in for somebody else. */
export interface Planted {
  readonly owner: Person;
  readonly at: number;
}

/** A phone lost or stolen: whose, when, and whether a thief has it. */
export interface Loss {
  readonly who: Person;
  readonly at: number;
  readonly stolen: boolean;
  /** Was the sheet at hand? */
  readonly sheet: boolean;
  /** When they could vote in a hall, and on their own device, again. */
  inHall?: number;
  outside?: number;
  /** Everything of theirs was gone. */
  readonly all: boolean;
  /** When it could be judged it was. */
  judged?: boolean;
}

export class Control {
  readonly held = new Map<KeyId, Held>();
  readonly planted = new Map<KeyId, Planted>();
  readonly losses: Loss[] = [];

  /** The owner made this key and holds it. */
  make(owner: Person, key: KeyId, at: number): void {
    this.held.set(key, { owner, from: at });
  }

  /** Colluders made this key in somebody's name. */
  plant(owner: Person, key: KeyId, at: number): void {
    this.planted.set(key, { owner, at });
  }

  /** The owner has this key no more. */
  lose(key: KeyId, at: number, stolen: boolean): void {
    const held = this.held.get(key);
    if (held && !held.gone) held.gone = { at, stolen };
  }

  /** Was this key in its owner's own hands at that moment? */
  holds(key: KeyId, at: number): boolean {
    const held = this.held.get(key);
    return held !== undefined && held.from <= at && (held.gone === undefined || at < held.gone.at);
  }

  /** Keys of honest people that are in colluders' hands at `at`: whose, which, and how they came by it. */
  foreign(at: number): { readonly owner: Person; readonly key: KeyId; readonly stolen: boolean }[] {
    const out: { owner: Person; key: KeyId; stolen: boolean }[] = [];
    for (const [key, { owner, gone }] of this.held)
      if (gone?.stolen && gone.at <= at && !owner.colludes) out.push({ owner, key, stolen: true });
    for (const [key, { owner }] of this.planted) out.push({ owner, key, stolen: false });
    return out;
  }
}
