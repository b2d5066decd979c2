/** What a scene has at hand: the invented people, the present state, words, time; and what it is told to remember. */
import { boxesOf, computeResult, isMember, type State } from "@nabat/body";
import type { Vote } from "@nabat/body/votes/part.ts";
import type { ActId, BodyId, MemberId } from "@nabat/kernel";
import {
  type Client,
  countListed,
  type Device,
  type Entered,
  nodeTools,
  type PutOptions,
  type Seat,
  type Text,
  textOf,
} from "@nabat/exchange/client/mod.ts";
import { speak } from "@nabat/speech";
import { seatOf } from "./cast.ts";
import type { Tried } from "./keep.ts";

/** The state of the evening's body, and its own moment. */
export interface Now {
  readonly state: State;
  readonly now: number;
}

export interface StageDeps {
  readonly client: Client;
  readonly body: BodyId;
  readonly nonce: string;
  readonly seed: string;
  readonly language: "en" | "fr";
  readonly board: readonly Seat[];
  readonly neighbours: readonly Seat[];
  readonly look: () => Promise<Now>;
  /** What this scene was told to remember. */
  readonly memo: Record<string, string>;
}

/** One scene's hands. */
export class Stage {
  readonly #deps: StageDeps;
  /** What was refused since this stage was set up. */
  readonly tried: Tried[] = [];
  readonly memo: Record<string, string>;
  readonly board: readonly [Seat, Seat, Seat];
  readonly neighbours: readonly Seat[];

  constructor(deps: StageDeps) {
    const [first, second, third] = deps.board;
    if (!first || !second || !third) throw new Error("a board of three");
    this.#deps = deps;
    this.memo = deps.memo;
    this.board = [first, second, third];
    this.neighbours = deps.neighbours;
  }

  get client(): Client {
    return this.#deps.client;
  }
  get body(): BodyId {
    return this.#deps.body;
  }
  get nonce(): string {
    return this.#deps.nonce;
  }
  get seed(): string {
    return this.#deps.seed;
  }

  look(): Promise<Now> {
    return this.#deps.look();
  }

  /** Words of the scene, in the evening's language, ready to be signed. */
  text(id: string, args: Record<string, string | number> = {}): Text {
    return textOf(nodeTools, speak(this.#deps.language).t(id, args));
  }

  /** Another invented person who has come in in this scene. */
  seat(word: string): Promise<Seat> {
    return seatOf(this.client, this.body, this.nonce, this.seed, word);
  }

  /** Somebody's name with a device that isn't theirs, or was stolen from them. */
  strange(member: MemberId, device: Device): Promise<Seat> {
    const { keys } = this.neighbours[0] ?? this.board[0];
    return this.client.seat(this.body, { ...keys, member, device });
  }

  /** Does it as anybody would; what is refused is kept for the page. */
  async put(
    seat: Seat,
    kind: string,
    data: object = {},
    options: PutOptions = {},
    /** Who is behind it, where somebody else's name stands over it. */
    really: MemberId = seat.member,
  ): Promise<Entered | undefined> {
    const done = await seat.put(kind, data, options);
    if (done.ok) {
      if (really !== seat.member) this.memo["theirs"] = `${this.memo["theirs"] ?? ""} ${done.value.id}`.trim();
      return done.value;
    }
    this.tried.push({ by: really, kind, rule: done.rule, code: done.code, facts: done.facts });
    return undefined;
  }

  /** The body's clock goes on to this moment; never back. */
  async to(moment: number): Promise<void> {
    const { now } = await this.look();
    if (moment > now) await this.neighbours[0]?.put("clock", { to: moment });
  }

  async later(ms: number): Promise<void> {
    await this.to((await this.look()).now + ms);
  }

  /** Everybody invented, the board first. */
  get invented(): readonly Seat[] {
    return [...this.board, ...this.neighbours];
  }

  isOfBoard(member: MemberId): boolean {
    return this.board.some((s) => s.member === member);
  }

  /** Members who are in the room: whoever is one and wasn't invented here. */
  async room(): Promise<MemberId[]> {
    const { state, now } = await this.look();
    const ours = new Set(this.invented.map((s) => s.member));
    return [...state.members.members.keys()].filter((m) => !ours.has(m) && isMember(state, m, now));
  }

  /** The honest: the room and the neighbours. */
  isHonest(member: MemberId | undefined): boolean {
    return member !== undefined && !this.isOfBoard(member);
  }

  vote(state: State, id: string | undefined): Vote | undefined {
    return id === undefined ? undefined : state.votes.votes.get(id as ActId);
  }

  /** Box keys of a vote's tellers, to which positions are sealed. */
  async boxes(tellers: readonly MemberId[]): Promise<string[]> {
    const { state, now } = await this.look();
    return tellers.flatMap((t) => boxesOf(state, t, now));
  }

  /** Declares what the record gives of a vote, if it gives anything: only with that it is decided. */
  async declare(seat: Seat, id: ActId): Promise<Entered | undefined> {
    const { state } = await this.look();
    const vote = state.votes.votes.get(id);
    const computed = vote && computeResult(vote, { sha256: nodeTools.sha256 });
    if (!vote || !computed?.ok) return undefined;
    const { counts, present, reckoning, opinion } = computed.value;
    const done = await seat.put("result", {
      vote: id,
      counts,
      whole: vote.whole,
      outcome: reckoning.outcome,
      ...(present === undefined ? {} : { present }),
      ...(opinion ? { opinion } : {}),
    });
    return done.ok ? done.value : undefined;
  }

  /** A teller counts what was sealed to them, as it is. */
  async countTruly(seat: Seat, id: ActId): Promise<void> {
    await seat.put("tally", { vote: id, ...(await countListed(seat, id)) });
  }
}
