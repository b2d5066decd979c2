/**
 * What is so, whatever the record says: what each thinks, what each cast, whose hands went up, who looked and
 * who was there. Fixed when a thing is moved; nothing here depends on what is entered later.
 */
import type { ActId, Hash, MemberId } from "@nabat/kernel";
import type { Position } from "@nabat/body/votes/acts.ts";
import type { Chance } from "./chance.ts";
import type { Person } from "./people.ts";

export type Choice = Position | readonly string[];

/** A thing that people have opinions on. */
export interface Matter {
  readonly id: ActId;
  readonly at: number;
  readonly by: Person;
  /** What colluders want of it. */
  readonly colludersFor: boolean;
  readonly likes: Set<number>;
  /** Something ordinary that the body lives by, not an attack. */
  readonly ordinary: boolean;
  /** How many of the honest liked it when it came, as a share. */
  readonly appeal: number;
}

export interface Cast {
  readonly choice: Choice;
  readonly number: string;
  readonly salt: string;
  readonly commit: Hash;
  /** Cast by somebody else in the member's name. */
  readonly foreign?: boolean;
}

export class Truth {
  readonly matters = new Map<ActId, Matter>();
  /** Vote → who cast → what, truly. */
  readonly casts = new Map<ActId, Map<MemberId, Cast>>();
  /** Vote in a hall → who raised which hand; who was there and raised none isn't in it. */
  readonly hands = new Map<ActId, Map<number, Choice>>();
  /** Sitting → who was there. */
  readonly there = new Map<ActId, Set<number>>();
  /** Times at which each looked, oldest first. */
  readonly looked: number[][];
  /** The same, where they held a key that votes. */
  readonly able: number[][];
  /** Election → person → how they like each who stands. */
  readonly #tastes = new Map<string, number>();
  /** Published lists by their hash: number → what stands with it. */
  readonly lists = new Map<string, Map<string, Choice>>();
  /** Secrets behind offers to count, by their commitment. */
  readonly secrets = new Map<string, string>();
  /** Who has seen a matter that is still open and follows it day by day. */
  readonly follows = new Map<number, Set<ActId>>();

  readonly people: readonly Person[];
  readonly chance: Chance;

  constructor(people: readonly Person[], chance: Chance) {
    this.people = people;
    this.chance = chance;
    this.looked = people.map(() => []);
    this.able = people.map(() => []);
  }

  /** Somebody moved something: what each thinks of it is settled now. `appeal`: likelihood that an honest one likes it. */
  think(
    id: ActId,
    by: Person,
    at: number,
    of: { readonly appeal: number; readonly colludersFor: boolean; readonly ordinary?: boolean },
  ): void {
    const likes = new Set<number>();
    // As many as the appeal says, to the nearest: chance says only who.
    const honest = this.chance.shuffled(this.people.filter((p) => !p.colludes && p !== by));
    const many = Math.round(honest.length * of.appeal);
    for (const p of honest.slice(0, many)) likes.add(p.n);
    for (const p of this.people) if (p.colludes && of.colludersFor) likes.add(p.n);
    likes.add(by.n);
    this.matters.set(id, {
      id,
      at,
      by,
      colludersFor: of.colludersFor,
      likes,
      ordinary: of.ordinary ?? false,
      appeal: of.appeal,
    });
  }

  /** Somebody new makes up their mind on what there is, as others did. */
  greet(person: Person): void {
    while (this.looked.length <= person.n) this.looked.push([]);
    while (this.able.length <= person.n) this.able.push([]);
    for (const { likes, appeal, colludersFor } of this.matters.values())
      if (person.colludes ? colludersFor : this.chance.yes(appeal)) likes.add(person.n);
  }

  /** Is this person for it? What nobody thought of is opposed by all. */
  likes(person: Person, matter: ActId): boolean {
    return this.matters.get(matter)?.likes.has(person.n) ?? false;
  }

  position(person: Person, matter: ActId): Position {
    return this.likes(person, matter) ? "for" : "against";
  }

  /** How much `person` wants `candidate` in this round of an election, from 0 to 1; colluders want their own. */
  taste(person: Person, election: string, candidate: Person | undefined): number {
    if (!candidate) return 0;
    if (person.colludes) return candidate.colludes ? 1 : 0;
    const key = `${election} ${person.n} ${candidate.n}`;
    const known = this.#tastes.get(key);
    if (known !== undefined) return known;
    const drawn = candidate.colludes ? this.chance.next() * 0.6 : 0.35 + this.chance.next() * 0.65;
    this.#tastes.set(key, drawn);
    return drawn;
  }

  /** This person has seen it and looks day by day until it is settled. */
  follow(person: Person, id: ActId): void {
    const seen = this.follows.get(person.n) ?? new Set<ActId>();
    this.follows.set(person.n, seen.add(id));
  }

  noteLook(person: Person, at: number, able: boolean): void {
    this.looked[person.n]?.push(at);
    if (able) this.able[person.n]?.push(at);
  }

  /** Did this person look from `from` to `until`? `able`: with a key that votes. */
  lookedBetween(person: Person, from: number, until: number, able = false): boolean {
    const looks = (able ? this.able : this.looked)[person.n] ?? [];
    for (let i = looks.length - 1; i >= 0; i--) {
      const at = looks[i] as number;
      if (at < from) return false;
      if (at <= until) return true;
    }
    return false;
  }

  noteCast(vote: ActId, member: MemberId, cast: Cast): void {
    const casts = this.casts.get(vote) ?? new Map<MemberId, Cast>();
    casts.set(member, cast);
    this.casts.set(vote, casts);
  }
}
