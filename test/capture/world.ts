/** One history's world: the body's record, the truth beside it, the people, and what is still to happen. */
import type { ActId, MemberId, Refusal } from "@nabat/kernel";
import type { State } from "@nabat/body/engine/state.ts";
import type { Motion } from "@nabat/body/motions/part.ts";
import type { Vote } from "@nabat/body/votes/part.ts";
import { listed } from "@nabat/body/votes/sealed.ts";
import { inTerms } from "@nabat/body/keys/running.ts";
import { hasVote, keyHolder, rollSize } from "@nabat/body/members/standing.ts";
import type { Invariant } from "./breaks.ts";
import { countsOf, outcomeOf } from "./counts.ts";
import type { Chance } from "./chance.ts";
import { Control } from "./control.ts";
import type { Harm } from "./damage.ts";
import type { House } from "./house.ts";
import type { Hand } from "./keyring.ts";
import { hasKey, type Person } from "./people.ts";
import type { Disturb } from "./planning.ts";
import { Queue } from "./queue.ts";
import { Truth } from "./truth.ts";
import { watchSealed } from "./safety-keys.ts";
import { forWantOfRoom, mustEnter, type Seen } from "./watching.ts";

/** How colluders behave where no move of their plan says otherwise. */
export interface Manner {
  /** As tellers. */
  readonly counts: "truly" | "falsely" | "never" | "one-left-out";
  /** On the motions of others. */
  readonly votes: "against" | "as-others" | "not";
}

/** Something ordinary that must get through, and when it did. */
export interface Task {
  readonly what: string;
  readonly begun: number;
  /** Its own time, with nobody against it. */
  readonly own: number;
  /** The most it may take, whoever is against it (L1). */
  readonly bound: number;
  done?: number;
  /** Not carried, or not possible, for a reason that is nobody's fault: most were against it. */
  void?: string;
  motion?: ActId;
}

export class World {
  readonly queue = new Queue();
  readonly truth: Truth;
  /** Who truly holds which key. */
  readonly control = new Control();
  /** Others' names with keys that colluders hold: a stolen phone, keys they brought in for somebody. */
  readonly puppets: Person[] = [];
  readonly tasks: Task[] = [];
  /** Honest newcomers, and who brought them. */
  readonly arrivals: { readonly who: Person; readonly at: number; readonly by: Person }[] = [];
  /** Cards that were made, and for whom. */
  readonly cards: { readonly card: ActId; readonly who: Person }[] = [];
  readonly byMember = new Map<MemberId, Person>();
  /** Motions, votes and elections not decided yet, as far as anybody must look at them. */
  readonly liveMotions = new Set<ActId>();
  readonly liveVotes = new Set<ActId>();
  readonly liveElections = new Set<ActId>();
  /** Sealed votes outside a sitting, until nobody can miss a number in them any more. */
  readonly sealed = new Set<ActId>();
  /** Calls that stand or lack signatures, until their hour. */
  readonly calls = new Set<ActId>();
  /** Decisions of the last weeks, by the act that made them. */
  readonly recent = new Set<ActId>();
  /** Every decision, oldest first. */
  readonly decided: ActId[] = [];
  /** Results of an hour at which the honest who had their keys were no more than those who collude. */
  readonly outnumbered = new Set<ActId>();
  /** When a motion had its seconders, and how long it may then take at most, in ms. */
  readonly seconded = new Map<ActId, { readonly at: number; readonly bound: number }>();
  /** What is kept for a meeting: nobody calls a vote over days on it. */
  readonly hallOnly = new Set<ActId>();
  /** Acts that colluders tried, and those entered. */
  tried = 0;
  entered = 0;
  /** What was seen at its moment, by invariant. */
  readonly seen = new Map<Invariant, Seen[]>();
  /** What is known and not claimed: how often it was seen. */
  readonly known = new Map<string, number>();
  /** How many days the rescue took from the end of this history (L5). */
  rescued = 0;
  /** Harm done day after day, also where it was undone. */
  readonly harm: Harm = { held: 0, dropped: 0, packed: 0 };
  /** When somebody flooded last. */
  flooded = 0;
  lastRefusal: Refusal | undefined;
  /** What the honest were refused, by rule and code: to see where the game itself is wrong. */
  readonly refusals = new Map<string, number>();
  /** Who counted hands otherwise than all there saw them: nobody honest elects them to count again. */
  readonly liars = new Set<number>();
  /** What colluders do when something happens; told the kind of an act that was entered, or the elementary act that did something. */
  readonly answers: ((happened: string) => void)[] = [];
  /** From when colluders do nothing more. */
  quietFrom = Number.MAX_SAFE_INTEGER;
  /** A summer in which people look and come less. */
  summer: { readonly from: number; readonly until: number } | undefined;

  /** How a meeting is held when its hour comes. */
  hold: (world: World, call: ActId, disturb?: Disturb) => void = () => undefined;
  readonly house: House;
  /** Everybody there ever was, by number; the invented are among them, those whose phone was stolen as themselves. */
  readonly people: Person[];
  readonly chance: Chance;
  /** How colluders behave; a known attack may change it. */
  manner: Manner;
  /** When the history ends, and when its last terms have run out. */
  readonly end: number;
  last = 0;

  constructor(house: House, people: Person[], chance: Chance, manner: Manner, end: number) {
    this.house = house;
    this.people = people;
    this.chance = chance;
    this.manner = manner;
    this.end = end;
    this.truth = new Truth(people, chance);
    for (const p of people) this.#know(p);
  }

  get state(): State {
    return this.house.state;
  }

  get now(): number {
    return this.house.time;
  }

  /** Colluders who have a vote: people who can be somewhere. */
  get colluders(): Person[] {
    return this.people.filter((p) => p.colludes && p.invented !== true && !p.gone && this.hasVote(p));
  }

  /** Every name with which colluders vote and sign: their own, those they invented, and what they hold of others. */
  get theirs(): Person[] {
    const invented = this.people.filter((p) => p.invented === true && !p.gone && this.hasVote(p));
    const held = this.puppets.filter((p) => keyHolder(this.state, p.key, this.now) === p.member && this.hasVote(p));
    return [...this.colluders, ...invented, ...held];
  }

  /** The honest who have a vote and a key at hand. */
  get honest(): Person[] {
    return this.people.filter((p) => !p.colludes && !p.gone && hasKey(p) && this.hasVote(p));
  }

  /** Does this person hold a key with which they stand for others: count, see newcomers, ask for keys (K-12)? */
  able(p: Person): boolean {
    return !p.gone && hasKey(p) && this.hasVote(p) && inTerms(this.state, p.member, this.now) === undefined;
  }

  /** The honest who look by themselves and can do things for others. */
  get helpers(): Person[] {
    return this.honest.filter((p) => p.looks !== "never" && this.able(p));
  }

  /** How many the record reckons with. */
  get size(): number {
    return rollSize(this.state, this.now);
  }

  /** Does this person have a vote by the record? */
  hasVote(p: Person): boolean {
    return hasVote(this.state, p.member, this.now);
  }

  /** Somebody new: their keys are their own, and they have a mind on what is open. */
  enter(person: Person): void {
    this.people.push(person);
    this.#know(person);
    this.truth.greet(person);
  }

  #know(person: Person): void {
    this.byMember.set(person.member, person);
    for (const key of [person.key, person.reserve]) this.control.make(person, key, this.now);
  }

  person(member: MemberId | undefined): Person | undefined {
    return member === undefined ? undefined : this.byMember.get(member);
  }

  /** Plans something for later. */
  at(time: number, run: () => void): void {
    this.queue.add(Math.max(time, this.now), run);
  }

  in(ms: number, run: () => void): void {
    this.at(this.now + ms, run);
  }

  /** Tries an act; `undefined` where it was refused, or where its author has no key to sign it with. */
  act(by: Person, kind: string, data: object): ActId | undefined {
    return by.gone || !hasKey(by) ? undefined : this.actAs(by, by, kind, data);
  }

  /** Hands out an invitation. */
  invite(by: Person, as: "member" | "guest", many?: true): ActId | undefined {
    const done = this.house.invite(by, as, many ? { many } : {});
    this.#count(by, done.ok);
    return done.ok ? done.value : undefined;
  }

  #count(by: Person, entered: boolean): void {
    if (!by.colludes) return;
    this.tried++;
    if (entered) this.entered++;
  }

  /** The same with other keys than those in the person's hand: their sheet, a key that is new. */
  actAs(by: Person, hand: Hand, kind: string, data: object): ActId | undefined {
    const done = this.house.put(hand, kind, data);
    this.#count(by, done.ok);
    if (!by.colludes && mustEnter(kind) && this.flooded > 0)
      this.saw(
        "L6",
        this.state.size,
        !done.ok && forWantOfRoom(kind, done) ? `${kind} refused by ${done.rule}` : undefined,
      );
    if (!done.ok) {
      this.lastRefusal = done;
      const key = `${by.colludes ? "colluder " : ""}${kind} ${done.rule} ${done.code}`;
      this.refusals.set(key, (this.refusals.get(key) ?? 0) + 1);
      return undefined;
    }
    this.#note(kind, done.value, data as { subject?: { type?: string } });
    this.happened(kind);
    return done.value;
  }

  /** Something happened that colluders may answer. */
  happened(what: string): void {
    if (this.now < this.quietFrom) for (const answer of this.answers) answer(what);
  }

  #note(kind: string, id: ActId, data: { subject?: { type?: string } }): void {
    if (kind === "move" && data.subject?.type !== "procedure") this.liveMotions.add(id);
    else if (kind === "vote.open") {
      this.liveVotes.add(id);
      const vote = this.vote(id);
      if (vote && listed(vote)) this.sealed.add(id);
    } else if (kind === "meeting.call") this.calls.add(id);
    else if (kind === "election.open") this.liveElections.add(id);
    if (kind === "vote.cast" || kind === "opening.again") {
      const vote = this.vote((data as { vote?: ActId }).vote);
      if (vote) watchSealed(this, vote, this.state.size - 1);
    }
    if (kind === "result" && this.control.losses.length > 0) {
      const able = this.honest.filter((p) => this.able(p)).length;
      if (able <= this.theirs.length) this.outnumbered.add(id);
    }
    if (!this.state.binding.decisions.has(id)) return;
    this.recent.add(id);
    this.decided.push(id);
  }

  /** Something was seen at this moment: whether an invariant held. */
  saw(invariant: Invariant, entry: number, broke?: string): void {
    const seen = this.seen.get(invariant) ?? [];
    seen.push({ invariant, entry, ...(broke === undefined ? {} : { broke }) });
    this.seen.set(invariant, seen);
  }

  /** Something known, and not claimed, was seen. */
  note(what: string): void {
    this.known.set(what, (this.known.get(what) ?? 0) + 1);
  }

  /** The index of an act's entry, for the report. */
  entryOf(id: ActId | undefined): number {
    return this.house.entries.findLast((e) => e.id === id)?.index ?? 0;
  }

  /** Was something else declared than what those there saw with their own eyes? */
  countedFalsely(vote: Vote): boolean {
    const hands = this.truth.hands.get(vote.id);
    if (!hands || !vote.result) return false;
    const there = hands.size;
    const truly = countsOf(vote, hands.values());
    return outcomeOf(vote, truly, there) !== outcomeOf(vote, vote.result.counts, vote.result.present ?? there);
  }

  motion(id: ActId | undefined): Motion | undefined {
    return id === undefined ? undefined : this.state.motions.motions.get(id);
  }

  vote(id: ActId | undefined): Vote | undefined {
    return id === undefined ? undefined : this.state.votes.votes.get(id);
  }

  /** Lets what is planned happen until a moment. */
  runUntil(until: number): void {
    for (let next = this.queue.next; next !== undefined && next <= until; next = this.queue.next) {
      const planned = this.queue.take();
      if (!planned) break;
      this.house.time = Math.max(this.house.time, planned.at);
      planned.run();
    }
    this.house.time = Math.max(this.house.time, until);
  }
}
