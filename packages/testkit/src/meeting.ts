/** Shorthands for meetings in tests: a call that stands, its agenda, a sitting, a procedural decision. */
import type { ActId } from "@nabat/kernel";
import type { MeetingType, Procedure } from "@nabat/body/meetings/acts.ts";
import { electsTellers, gathered, GATHER_MS } from "@nabat/body/meetings/electing.ts";
import { leadingCourse } from "@nabat/body/meetings/queries.ts";
import { isMember } from "@nabat/body/members/standing.ts";
import { ballotHash } from "@nabat/body/elections/queries.ts";
import type { ListLine, VoteMode } from "@nabat/body/votes/acts.ts";
import { resultStage } from "@nabat/body/votes/course.ts";
import { Assembly, figures } from "./assembly.ts";
import { DAY, HOUR, type Person } from "./body.ts";
import { sha256 } from "./keys.ts";

export class Meeting extends Assembly {
  /** Calls a meeting, by default in four days, and has it signed until it stands. */
  convene(
    options: {
      type?: MeetingType;
      days?: number;
      itemsUntil?: number;
      halls?: string[];
      by?: Person;
      sign?: boolean;
    } = {},
  ): ActId {
    const { type = "decide", days = 4, itemsUntil, halls, by = this.person(0), sign = true } = options;
    const starts = this.house.now + days * DAY;
    const call = this.house.do(by, "meeting.call", {
      title: this.words("call"),
      reason: this.words("why"),
      type,
      starts,
      ...(itemsUntil === undefined ? {} : { itemsUntil }),
      ...(halls ? { halls } : {}),
    });
    const made = this.house.state.meetings.calls.get(call);
    if (sign)
      for (const p of this.people)
        if (made && made.stands === undefined && p !== by) this.house.do(p, "meeting.sign", { call });
    return call;
  }

  /** Puts an item on the agenda. */
  item(call: ActId, of: { motion?: ActId; election?: ActId } = {}, by = this.person(0)): ActId {
    return this.house.do(by, "meeting.item", { call, title: this.words("item"), ...of });
  }

  /**
   * Waits for the hour of the call and opens its sitting; by default the first person presides, the second
   * and third count, and those there elect them as soon as half have come. `board: false`: not yet.
   */
  hold(
    call: ActId,
    options: { hall?: string; section?: string; by?: Person; tellers?: readonly Person[]; board?: boolean } = {},
  ): ActId {
    const { hall, section, by = this.person(0), tellers = [this.person(1), this.person(2)] } = options;
    const starts = this.house.state.meetings.calls.get(call)?.starts ?? 0;
    if (this.house.now < starts) this.house.wait(starts - this.house.now);
    const data = {
      title: this.words("sitting"),
      tellers: tellers.map((t) => t.member),
      call,
      ...(hall === undefined ? {} : { hall }),
      ...(section === undefined ? {} : { section }),
    };
    const sitting = this.house.do(by, "sitting.open", data);
    if (options.board !== false) this.electTellers(sitting, by, tellers);
    return sitting;
  }

  /** Where a meeting elects its tellers: half of the people sign that they are there, and elect these by hands. */
  electTellers(sitting: ActId, chair: Person, tellers: readonly Person[]): void {
    const { state } = this.house;
    const course = leadingCourse(state, sitting);
    if (!electsTellers(state, course) || course.tellersBy !== undefined) return;
    const members = this.people.filter((p) => isMember(state, p.member, this.house.now));
    for (const p of members)
      if (!gathered(state, course, this.house.now).ok) this.house.put(p, "sitting.here", { sitting });
    if (!gathered(state, course, this.house.now).ok) this.house.wait(GATHER_MS);
    const counts = figures({ for: Math.max(2, Math.ceil(members.length / 2)) });
    const board = { what: "board" as const, chair: chair.member, tellers: tellers.map((t) => t.member) };
    const mover = members.find((p) => p !== chair) ?? chair;
    this.decide(this.put(sitting, board, mover), sitting, counts);
  }

  /** Puts a procedural motion. */
  put(sitting: ActId, procedure: Procedure, by = this.person(3)): ActId {
    return this.move({ by, sitting, subject: { type: "procedure", procedure } });
  }

  /** Puts it, votes by hands, counts, declares; gives the motion's id. `by` puts it, who presides calls the vote. */
  settle(
    sitting: ActId,
    procedure: Procedure,
    counts: Record<string, number> = figures({ for: 4, against: 1 }),
    by = this.person(3),
  ): ActId {
    const motion = this.put(sitting, procedure, by);
    this.decide(motion, sitting, counts);
    return motion;
  }

  /** Opens an item as the chair. */
  begin(sitting: ActId, item: ActId | "aob", by = this.person(0)): void {
    this.house.do(by, "item.open", { sitting, item });
  }

  /** Votes on an election in a sitting, counts and declares; figures left out are nought. */
  elect(
    election: ActId,
    sitting: ActId,
    counts: Record<string, number>,
    options: { mode?: VoteMode; present?: number; by?: Person } = {},
  ): ActId {
    const { mode = "hands", by = this.person(0) } = options;
    const vote = this.callElection(election, { mode, sitting }, by);
    this.house.do(by, "vote.close", { vote });
    const all = Object.fromEntries(
      [...(this.vote(vote).ballot ?? []).map((c) => c.key), "none", "blank"].map((k) => [k, 0]),
    );
    this.tally(vote, { ...all, ...counts }, options.present ?? Math.max(...Object.values(counts), 0));
    return this.declare(vote);
  }

  /** Calls the vote of an election on its present ballot. */
  callElection(election: ActId, data: object, by = this.person(0)): ActId {
    const { sitting } = data as { sitting?: ActId };
    const version = this.ballot(election);
    const uncalled = sitting !== undefined && this.house.state.meetings.courses.get(sitting)?.call === undefined;
    if (uncalled) this.agreeAll({ election }, version);
    return this.house.do(by, "vote.open", { election, version, ...data });
  }

  /** The hash of an election's present ballot. */
  ballot(election: ActId): string {
    const found = this.house.state.elections.elections.get(election);
    if (!found) throw new Error("no such election");
    return ballotHash(sha256, this.house.state, found, this.house.now);
  }

  end(sitting: ActId, by = this.person(0)): void {
    this.house.do(by, "item.close", { sitting });
  }

  /** A whole meeting on one motion: called, held, voted on and closed. Gives the result. A motion left by an earlier one comes first. */
  meet(
    motion: ActId,
    counts: Record<string, number>,
    options: { days?: number; mode?: VoteMode; present?: number } = {},
  ): ActId {
    const { days, mode, present } = options;
    const call = this.convene(days === undefined ? {} : { days });
    const left = this.house.state.meetings.calls.get(call)?.agenda.find((i) => i.motion === motion);
    const item = left?.id ?? this.item(call, { motion });
    const sitting = this.hold(call);
    this.begin(sitting, item);
    const result = this.decide(motion, sitting, counts, present, mode);
    this.end(sitting);
    this.begin(sitting, "aob");
    this.house.do(this.person(0), "sitting.close", { sitting });
    return result;
  }

  /**
   * The second person counts a sealed vote over days, calling the first `lies` numbers of the list `choice`; it is
   * declared, three miss their numbers, nobody is drawn to count once more, and the count falls (V-60). Throws where it doesn't.
   */
  miscount(vote: ActId, counts: Record<string, number>, lies: number, choice: ListLine[1]): void {
    const lines = this.lines(vote).map(([number, had], n): ListLine => [number, n < lies ? choice : had]);
    this.house.wait(73 * HOUR);
    this.house.do(this.person(1), "tally", { vote, counts, ...this.listing(vote, lines) });
    this.declare(vote);
    const teller = this.person(1).member;
    for (const n of [3, 4, 5]) this.house.put(this.person(n), "number.missing", { vote, teller });
    // Nobody offered to count, so nobody is drawn.
    this.house.wait(2 * DAY);
    if (resultStage(this.house.state, this.vote(vote), this.house.now) !== "fallen")
      throw new Error("the count stands");
  }
}
