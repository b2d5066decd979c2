/** Who lives in a body: habits, what they hold in their hands, and whether they collude. The record knows none of this. */
import type { ActId, KeyId } from "@nabat/kernel";
import type { Chance } from "./chance.ts";
import { type Hand, handOf, keyOf } from "./keyring.ts";

/** How often somebody looks at the body's page by themselves. */
export type Looks = "daily" | "weekly" | "never";

export interface Person extends Omit<Hand, "key" | "reserve"> {
  readonly n: number;
  readonly name: string;
  readonly colludes: boolean;
  /** Nobody: a name that colluders brought in and whose keys they hold. */
  readonly invented?: true;
  readonly looks: Looks;
  /** Comes to a hall at an ordinary hour with this likelihood. */
  readonly hall: number;
  /** Hour of the day at which they look. */
  readonly hour: number;
  /** Day of the week, for those who look once a week. */
  readonly weekday: number;
  /** The device in their hand; the last one where they have none. */
  key: KeyId;
  /** Their second device, at home. */
  second?: KeyId;
  /** The reserve key that their sheet holds. */
  reserve: KeyId;
  /** Is the sheet at hand? */
  sheet: boolean;
  /** Phone lost or stolen and nothing in its place: signs nothing. */
  keyless?: boolean;
  /** No device but a card: the codes that are left. */
  codes?: string[];
  /** Came in after the founding. */
  readonly newcomer?: true;
  /** New keys that they made and that others ask for. */
  wants?: { readonly device: KeyId; readonly reserve: KeyId };
  /** The phone that they lost last. */
  lost?: { readonly key: KeyId; readonly at: number; readonly stolen: boolean };
  /** Was there when it was founded. */
  readonly founding?: true;
  /** Brought somebody in. */
  brought?: boolean;
  /** Has no phone and waits for a meeting whose tellers make a card. */
  asksForCard?: true;
  /** A meeting that was called about them, to which they come. */
  comes?: ActId;
  /** Not a person but a name with keys that colluders hold: whose. */
  readonly of?: Person;
  /** How many keys were made for them, so that each is another. */
  made: number;
  /** Died or went away: does nothing any more. */
  gone?: boolean;
}

/** Of ten so many have their sheet at hand when they need it. */
const SHEETS = 0.6;

/** Habits of so many people: 4 daily, 3 weekly, 3 never of ten. */
function habits(chance: Chance, n: number): Looks[] {
  const never = Math.floor(0.3 * n);
  const weekly = Math.round(0.3 * n);
  const all = Array.from({ length: n }, (_, i): Looks =>
    i < never ? "never" : i < never + weekly ? "weekly" : "daily",
  );
  return chance.shuffled(all);
}

/** `n` people of whom the first `k` collude. Colluders look daily and come to every hall. */
export function peopleOf(chance: Chance, n: number, k: number): Person[] {
  const looks = habits(chance, n);
  return Array.from({ length: n }, (_, i) =>
    personOf(chance, i, { colludes: i < k, looks: looks[i] ?? "daily", founding: true }),
  );
}

/** The person of that number. */
export function personOf(
  chance: Chance,
  n: number,
  of: { readonly colludes: boolean; readonly looks: Looks } & Pick<
    Partial<Person>,
    "invented" | "newcomer" | "founding" | "codes"
  >,
): Person {
  const { colludes } = of;
  return {
    ...handOf(`person ${n}`),
    ...of,
    n,
    name: `p${n}`,
    looks: colludes ? "daily" : of.looks,
    hall: colludes ? 1 : 0.3 + 0.6 * chance.next(),
    hour: colludes ? chance.int(24) : 7 + chance.int(15),
    weekday: chance.int(7),
    sheet: colludes || chance.yes(SHEETS),
    made: 0,
  };
}

/** A new key for this person, that nobody had before. */
export function newKey(p: Person, what: "device" | "reserve"): KeyId {
  return keyOf(`person ${p.n} ${what} ${++p.made}`);
}

/** Can this person sign anything now? */
export function hasKey(p: Person): boolean {
  return p.keyless !== true && p.codes === undefined;
}

/** The hand with which this person signs by their sheet. */
export function bySheet(p: Person): Hand {
  return { member: p.member, key: p.reserve, reserve: p.reserve };
}
