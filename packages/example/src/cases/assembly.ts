/**
 * A practice body of a case: founded, filled with people, adopted, and decided in, each by signed
 * acts. Its clock follows the dates of the case.
 */
import { type ActId, type BodyId, fromBase64, type Hash } from "@nabat/kernel";
import { type Statutes, template } from "@nabat/body";
import {
  type Client,
  type Entered,
  foundTogether,
  invite,
  type Seat,
  type Text,
  textOf,
} from "@nabat/exchange/client/mod.ts";
import type { Stage } from "./stage.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Ten o'clock of a day, in UTC: cases have days, not hours. */
export function day(date: string, hour = 10): number {
  return Date.parse(`${date}T${String(hour).padStart(2, "0")}:00:00Z`);
}

/** Rules for a case: what history didn't know (waiting, vouching, notice) is left away. */
export function caseStatutes(change: (s: Statutes) => Statutes = (s) => s): Statutes {
  const s = template("house", { zone: "UTC", languages: ["en"] });
  return change({
    ...s,
    entries: "public",
    admission: { ...s.admission, vouchers: 0, waitingDays: 0 },
    convene: { signatures: 3, noticeDays: 1 },
    voting: { ...s.voting, quorum: { num: 0, den: 1 }, seconds: 0, discussionHours: 24, hours: 48 },
  });
}

export interface Beginning {
  readonly name: string;
  readonly purpose: string;
  readonly at: number;
  readonly people: readonly string[];
  readonly statutes?: Statutes;
  readonly type?: "assembly" | "council" | "committee";
  /** The decision of another body that establishes it. */
  readonly by?: { readonly mother: Assembly; readonly result: ActId };
}

/** Hands as tellers counted them; what is left out is nought. */
export interface Hands {
  readonly for?: number;
  readonly against?: number;
  readonly abstain?: number;
  readonly "taking-part"?: number;
}

/** What is read of a vote, to count it. */
interface VoteRead {
  readonly whole: number;
  readonly tellers: readonly { readonly id: string }[];
}

export class Assembly {
  readonly stage: Stage;
  readonly founder: Seat;
  readonly seats: Seat[];
  now: number;

  private constructor(stage: Stage, founder: Seat, now: number) {
    this.stage = stage;
    this.founder = founder;
    this.seats = [founder];
    this.now = now;
  }

  get body(): BodyId {
    return this.founder.body;
  }

  get client(): Client {
    return this.stage.client;
  }

  /** Founds it, lets the others join, and adopts it: by the mother's decision, or by all their signatures under the list of founders. */
  static async begin(stage: Stage, b: Beginning): Promise<Assembly> {
    const [first, ...others] = b.people;
    if (first === undefined) throw new RangeError("an assembly of nobody");
    const founder = await foundOnly(stage, b, first);
    stage.add(founder);
    const assembly = new Assembly(stage, founder, b.at);
    await assembly.join(others, b.by ? "member" : "founder");
    if (!b.by) await foundTogether(assembly.seats);
    return assembly;
  }

  /** People join, each with an invitation of their own and by their own signature. */
  async join(names: readonly string[], as: "founder" | "member" | "guest"): Promise<Seat[]> {
    const joined: Seat[] = [];
    const waiting = [...names];
    const until = this.now + 30 * DAY;
    const work = async (): Promise<void> => {
      for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
        joined.push(await this.client.join(this.client.person(name), await invite(this.founder, as, until)));
      }
    };
    await Promise.all(Array.from({ length: 8 }, work));
    if (as !== "guest") this.seats.push(...joined);
    return joined;
  }

  /** Sets the body's clock forward. */
  async clock(to: number): Promise<void> {
    if (to <= this.now) return;
    await this.founder.act("clock", { to });
    this.now = to;
  }

  text(words: string, grade: "public" | "members" = "public"): Text {
    return this.founder.text(words, grade);
  }

  /** Opens a sitting with two tellers, who count heads. */
  async sit(
    title: string,
    heads: { readonly present: number; readonly guests?: number },
    section?: string,
    tellers: readonly [Seat, Seat] = this.tellers(),
  ): Promise<ActId> {
    const { id } = await this.founder.act("sitting.open", {
      title: this.text(title),
      tellers: tellers.map((t) => t.member),
      section,
    });
    for (const teller of tellers)
      await teller.act("sitting.count", { sitting: id, present: heads.present, guests: heads.guests });
    return id;
  }

  /** Two members who count. */
  tellers(): readonly [Seat, Seat] {
    const [one, two] = this.seats.slice(-2);
    if (!one || !two) throw new RangeError("too few to count");
    return [one, two];
  }

  /** A minute passes: so long lies between a text and its vote (B-12). */
  async minute(): Promise<void> {
    await this.clock(this.now + MINUTE);
  }

  /** A vote by hands at an open sitting: called, closed, counted by those who count it, declared. */
  async hands(
    motion: ActId,
    version: Hash,
    sitting: ActId,
    counts: Hands,
    present: number,
    outcome = "carried",
    by = this.founder,
  ): Promise<{ vote: ActId; result: Entered }> {
    await this.minute();
    const { id: vote } = await by.act("vote.open", { motion, version, mode: "hands", sitting });
    return { vote, result: await this.counted(vote, counts, present, outcome, by) };
  }

  /** Closes an open vote by hands, has those who count it count, and declares what they counted. */
  async counted(vote: ActId, counts: Hands, present: number, outcome = "carried", by = this.founder): Promise<Entered> {
    await by.act("vote.close", { vote });
    const full = { for: 0, against: 0, abstain: 0, "taking-part": 0, ...counts };
    const { whole, tellers } = await by.get<VoteRead>(`votes/${vote}`);
    for (const { id } of tellers) await this.seatOf(id).act("tally", { vote, counts: full, present });
    return by.act("result", { vote, counts: full, whole, present, outcome });
  }

  /** The seat of a member. */
  seatOf(member: string): Seat {
    const seat = this.seats.find((s) => s.member === member);
    if (!seat) throw new Error(`no seat of ${member}`);
    return seat;
  }
}

/** The founding act alone. */
export async function foundOnly(stage: Stage, b: Beginning, founder: string): Promise<Seat> {
  const { client } = stage;
  const person = client.person(founder);
  const text = (words: string): Text => textOf(client.tools, words, "public");
  return client.found(
    person,
    {
      type: b.type ?? "assembly",
      name: text(b.name),
      purpose: text(b.purpose),
      text: text("Rules of a practice body that replays a case of the book. The people in it are invented."),
      statutes: b.statutes ?? caseStatutes(),
      practice: true,
      clock: b.at,
      ...(b.by ? { establishedBy: { body: b.by.mother.body as unknown as ActId, act: b.by.result } } : {}),
    },
    {
      ...(stage.options.code === undefined ? {} : { code: stage.options.code }),
      ...(b.by ? { evidence: await evidenceOf(b.by.mother.founder, b.by.result) } : {}),
    },
  );
}

/** What a mother's record proves of a carried decision (F-10). */
async function evidenceOf(reader: Seat, result: ActId): Promise<Uint8Array> {
  const { evidence } = await reader.get<{ evidence: string }>(`evidence/${result}`);
  return fromBase64(evidence);
}
