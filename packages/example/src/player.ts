/**
 * Plays the house's events one by one through the API, each signed by who did it. The body's clock is
 * set to the hour of each event. An event that is expected to be refused must be; any other must not.
 */
import type { ActId, Hash } from "@nabat/kernel";
import type { Card, Client, Invitation, Seat, Text } from "@nabat/exchange/client/mod.ts";
import { sentenceOf, statusOf, Refused, textOf } from "@nabat/exchange/client/mod.ts";
import type { Ballot } from "@nabat/exchange/client/mod.ts";
import type { House, HouseEvent, HouseLanguage, HouseMotion, HousePerson, Words } from "./data.ts";

/** What a motion has become in the record. */
export interface Moved {
  readonly id: ActId;
  readonly version: Hash;
}

/** How an event is played. */
export type Play = (house: Playing, event: HouseEvent) => Promise<void>;

export interface PlayerOptions {
  /** The founding code, where this clerk asks for one. */
  readonly code?: string;
  readonly progress?: (done: number, of: number) => void;
}

/** What has come about so far: seats, cards, and the ids that the events' own names stand for. */
export class Playing {
  readonly client: Client;
  readonly house: House;
  readonly language: HouseLanguage;
  readonly options: PlayerOptions;
  readonly seats = new Map<string, Seat>();
  readonly cards = new Map<string, Card>();
  readonly invitations = new Map<string, Invitation>();
  readonly sittings = new Map<string, ActId>();
  readonly calls = new Map<string, ActId>();
  readonly items = new Map<string, ActId>();
  readonly motions = new Map<string, Moved>();
  readonly ballots = new Map<string, Ballot>();
  readonly remarks = new Map<string, Text>();
  readonly decisions = new Map<string, ActId>();
  readonly committees = new Map<string, { readonly seat: Seat; now: number }>();
  /** The act that closed the list of founders. */
  list: ActId | undefined;
  refusals = 0;
  now = Number.NEGATIVE_INFINITY;

  constructor(client: Client, house: House, language: HouseLanguage, options: PlayerOptions) {
    this.client = client;
    this.house = house;
    this.language = language;
    this.options = options;
  }

  /** The seat of a person; throws where they have none yet. */
  seat(key: string): Seat {
    return must(this.seats.get(key), `${key} has no seat`);
  }

  /** The member that a name stands for: with a device or with a card. */
  memberOf(key: string): string {
    return this.seats.get(key)?.member ?? must(this.cards.get(key), `${key} is nobody here`).member;
  }

  person(key: string): HousePerson {
    return must(
      this.house.people.find((p) => p.key === key),
      `no person ${key}`,
    );
  }

  motion(id: string): HouseMotion {
    return must(
      this.house.motions.find((m) => m.id === id),
      `no motion ${id}`,
    );
  }

  moved(id: string): Moved {
    return must(this.motions.get(id), `${id} was not moved`);
  }

  words(words: Words): string {
    return words[this.language];
  }

  text(words: Words | string, grade: "public" | "members" = "members"): Text {
    return textOf(this.client.tools, typeof words === "string" ? words : this.words(words), grade);
  }

  /** Signs an act of an event; where the event is to be refused, it must be. */
  async act(event: HouseEvent, kind: string, data: object): Promise<ActId | undefined> {
    const seat = this.seat(event.by);
    const done = await seat.put(kind, data);
    if (event.expect === "refusal") {
      if (done.ok) throw new Error(`${kind} by ${event.by} at ${event.at} should have been refused`);
      this.refusals++;
      return undefined;
    }
    if (done.ok) return done.value.id;
    throw new Refused(`${kind} by ${event.by} at ${event.at}`, done, sentenceOf(done), statusOf(done));
  }

  /** Sets the house's clock to the hour of an event. */
  async clock(at: number): Promise<void> {
    const [founder] = this.seats.values();
    if (at <= this.now || !founder) return;
    await founder.act("clock", { to: at });
    this.now = at;
  }
}

/** Plays all events in order. Throws on the first that goes otherwise than told. */
export async function playHouse(
  client: Client,
  house: House,
  language: HouseLanguage,
  plays: Readonly<Record<string, Play>>,
  options: PlayerOptions = {},
): Promise<Playing> {
  const playing = new Playing(client, house, language, options);
  for (const [n, event] of house.events.entries()) {
    const play = must(plays[event.do], `nobody knows how to play ${event.do}`);
    await playing.clock(Date.parse(event.at));
    await play(playing, event);
    options.progress?.(n + 1, house.events.length);
  }
  return playing;
}

/** The value, or a bug: the data of the house doesn't hold together. */
export function must<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the example house: ${what}`);
  return value;
}
