/**
 * An assembly that has founded itself as people do: founders join, their list is closed, each signs it.
 * Then shorthands for deciding.
 */
import type { ActId, Hash } from "@nabat/kernel";
import { MINUTE_MS } from "@nabat/body/binding/term.ts";
import { roll } from "@nabat/body/members/standing.ts";
import { peopleHash, peopleOn } from "@nabat/body/founding/list.ts";
import type { Subject } from "@nabat/body/motions/acts.ts";
import type { ListLine, Position, VoteMode } from "@nabat/body/votes/acts.ts";
import { standingHands } from "@nabat/body/binding/ways.ts";
import { fateAt } from "@nabat/body/votes/course.ts";
import { TELLERS_MS } from "@nabat/body/votes/lists.ts";
import { computeResult, resultData } from "@nabat/body/votes/computed.ts";
import { deviceForm } from "@nabat/body/votes/may-cast.ts";
import type { Vote } from "@nabat/body/votes/part.ts";
import { type FoundOptions, House, HOUR, type Person, type PutOptions, text } from "./body.ts";
import { sha256 } from "./keys.ts";
import { listingOf, trueLines } from "./listing.ts";

/** Four figures; those left out are nought. */
export function figures(of: Partial<Record<Position | "invalid", number>>): Record<string, number> {
  return { for: 0, against: 0, abstain: 0, "taking-part": 0, ...of };
}

export class Assembly {
  readonly house: House;
  readonly people: readonly Person[];
  #texts = 0;

  /** `names`: the founder first. With `adopt: false` the founding stays provisional. */
  constructor(names: readonly string[], options: FoundOptions & { readonly adopt?: boolean } = {}) {
    const [founder, ...others] = names;
    this.house = House.found({ ...options, founder: founder ?? "ana" });
    this.people = [this.house.founder, ...others.map((n) => this.house.join(n))];
    if (options.adopt !== false) this.adopt();
  }

  person(n: number): Person {
    const p = this.people[n];
    if (!p) throw new Error(`no person ${n}`);
    return p;
  }

  vote(id: ActId): Vote {
    const vote = this.house.state.votes.votes.get(id);
    if (!vote) throw new Error("no such vote");
    return vote;
  }

  /** A new text nobody brought in before. */
  words(label = "text"): ReturnType<typeof text> {
    return text(`${label} ${++this.#texts}`);
  }

  /** Opens a sitting: by default by the first person, counted by the second and third. */
  sitting(opener = this.person(0), tellers = [this.person(1), this.person(2)], section?: string): ActId {
    const data = {
      title: this.words("sitting"),
      tellers: tellers.map((t) => t.member),
      ...(section ? { section } : {}),
    };
    return this.house.do(opener, "sitting.open", data);
  }

  /** Moves a motion: by default a text, by the first person. */
  move(options: { by?: Person; subject?: Subject; sitting?: ActId; sections?: string[] } = {}): ActId {
    const { by = this.person(0), subject = { type: "text" }, ...rest } = options;
    return this.house.do(by, "move", { title: this.words("title"), text: this.words("motion"), subject, ...rest });
  }

  /** The hash of a motion's current text. */
  version(motion: ActId): Hash {
    const found = this.house.state.motions.motions.get(motion)?.versions.at(-1);
    if (!found) throw new Error("no such motion");
    return found.text;
  }

  /** Everybody on the roll agrees that this be decided now (B-5): then a sitting that nobody called binds. */
  agreeAll(on: { motion: ActId } | { election: ActId }, version: string): void {
    const id = "motion" in on ? on.motion : on.election;
    for (const { id: member } of roll(this.house.state, this.house.now)) {
      const given = this.house.state.binding.agreed.get(id);
      if (standingHands(this.house.state, given, version as Hash, this.house.now).includes(member)) continue;
      this.house.do(this.byMember(member), "now.agree", { ...on, version });
    }
  }

  /** Does a vote at this sitting bind only where all agreed: nobody called it, and this is no matter of its course? */
  #needsAll(motion: ActId, sitting: ActId): boolean {
    const found = this.house.state.motions.motions.get(motion);
    const type = found?.subject.type;
    return (
      this.house.state.meetings.courses.get(sitting)?.call === undefined &&
      this.house.state.founding.phase === "adopted" &&
      found?.sections.length === 0 &&
      type !== "procedure"
    );
  }

  /** Calls a vote in a sitting, by its opener, a minute after the motion was put (B-12); where nobody called the sitting, all agree first. */
  call(motion: ActId, sitting: ActId, mode: VoteMode = "hands", by = this.person(0)): ActId {
    if (this.#needsAll(motion, sitting)) this.agreeAll({ motion }, this.version(motion));
    return this.ask(motion, sitting, mode, by);
  }

  /** The same without anybody's agreement: at a sitting that nobody called, an opinion (B-3). */
  ask(motion: ActId, sitting: ActId, mode: VoteMode = "hands", by = this.person(0)): ActId {
    const from = (this.house.state.motions.motions.get(motion)?.versions.at(-1)?.at ?? 0) + MINUTE_MS;
    if (this.house.now < from) this.house.wait(from - this.house.now);
    return this.house.do(by, "vote.open", { motion, version: this.version(motion), mode, sitting });
  }

  /** Seconds, waits and calls a vote over days; by count with the first of `tellers`, and waits until it opens. */
  callOutside(
    motion: ActId,
    options: { mode?: VoteMode; by?: Person; tellers?: readonly Person[]; seconder?: Person; opened?: boolean } = {},
  ): ActId {
    const {
      mode = "name",
      by = this.person(0),
      tellers = [this.person(1), this.person(2)],
      seconder = this.person(3),
    } = options;
    this.house.do(seconder, "second", { motion });
    this.house.wait(24 * HOUR);
    const sealed = mode === "count";
    const closes = this.house.now + (sealed ? TELLERS_MS : 0) + 72 * HOUR;
    const named = sealed ? { tellers: tellers.slice(0, 1).map((t) => t.member) } : {};
    const vote = this.house.do(by, "vote.open", { motion, version: this.version(motion), mode, closes, ...named });
    if (sealed && options.opened !== false) this.house.wait(TELLERS_MS);
    return vote;
  }

  /** The data of a `vote.cast`. */
  position(vote: ActId, by: Person, choice: Position | readonly string[]): object {
    const { version } = this.vote(vote);
    const label = `${by.name} ${this.house.state.size}`;
    return {
      vote,
      version,
      ...this.house.position(vote, choice, label, deviceForm(this.vote(vote)) === "count" ? "closed" : "members"),
    };
  }

  cast(
    vote: ActId,
    by: Person,
    choice: Position | readonly string[],
    options: PutOptions = {},
  ): ReturnType<House["put"]> {
    return this.house.put(by, "vote.cast", this.position(vote, by, choice), options);
  }

  /** All tellers of a vote state these figures; of sealed positions with the list of what was cast. */
  tally(vote: ActId, counts: Record<string, number>, present?: number): void {
    for (const teller of this.vote(vote).tellers)
      this.house.do(this.byMember(teller), "tally", {
        vote,
        counts,
        ...(present === undefined ? {} : { present }),
        ...(this.vote(vote).mode === "mixed" ? {} : this.listing(vote)),
      });
  }

  /** What tellers publish with a count of sealed positions: the true list, or `lines`. */
  listing(vote: ActId, lines = this.lines(vote)): ReturnType<typeof listingOf> {
    return listingOf(this.house, vote, lines);
  }

  /** The true lines of a vote's list. */
  lines(vote: ActId): ListLine[] {
    return trueLines(this.house, vote);
  }

  byMember(id: string): Person {
    const found = [...this.house.people.values()].find((p) => p.member === id);
    if (!found) throw new Error("nobody of that id");
    return found;
  }

  /** Declares what the record gives; where a list must lie open first, when its time is over. */
  declare(vote: ActId, by = this.person(0)): ActId {
    const fate = fateAt(this.house.state, this.vote(vote), this.house.now);
    if (fate?.is === "waiting" && fate.until !== undefined) this.house.wait(fate.until - this.house.now);
    const computed = computeResult(this.vote(vote), { sha256, opening: (h) => this.house.openings.get(h) });
    if (!computed.ok) throw new Error(`no result: ${computed.rule} ${computed.code}`);
    return this.house.do(by, "result", resultData(vote, computed.value));
  }

  /** Decides a motion in a sitting by show of hands or paper; gives the result's id. */
  decide(
    motion: ActId,
    sitting: ActId,
    counts: Record<string, number>,
    present?: number,
    mode: VoteMode = "hands",
  ): ActId {
    const vote = this.call(
      motion,
      sitting,
      mode,
      this.byMember(this.house.state.sittings.sittings.get(sitting)?.opener ?? ""),
    );
    this.house.do(this.byMember(this.vote(vote).caller), "vote.close", { vote });
    this.tally(vote, counts, present ?? Object.values(counts).reduce((a, b) => a + b, 0));
    return this.declare(vote);
  }

  /** Closes the list of founders as it stands. */
  closeList(by = this.person(0)): ActId {
    const { state, now } = this.house;
    return this.house.do(by, "list.close", { people: peopleHash(peopleOn(state, now), sha256) });
  }

  /** Founds as people do: the list is closed, and everybody on it signs. Gives the act that adopted. */
  adopt(): ActId {
    const list = this.closeList();
    for (const p of this.people) this.house.do(p, "list.sign", { list });
    const { adoptedBy } = this.house.state.founding;
    if (!adoptedBy) throw new Error("not adopted");
    return adoptedBy;
  }
}
