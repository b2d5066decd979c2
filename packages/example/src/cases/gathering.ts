/**
 * A meeting of a practice body: called with so many signatures as its rules ask, held at a sitting with
 * an agenda, its course decided by those present. Each step is a signed act by whoever may do it.
 */
import type { ActId, Hash } from "@nabat/kernel";
import type { MeetingType, Procedure } from "@nabat/body/meetings/acts.ts";
import type { Seat, Text } from "@nabat/exchange/client/mod.ts";
import { electTellers } from "../tellers.ts";
import type { Assembly, Hands } from "./assembly.ts";

/** What a call says. */
export interface Called {
  readonly title: string;
  readonly reason: string;
  readonly type?: MeetingType;
  readonly starts: number;
  readonly place?: string;
  /** Halls or sittings in which it is held, at once or in turn. */
  readonly halls?: readonly string[];
  /** Who calls, then who signs; enough of them for the rules of the body. */
  readonly by: readonly Seat[];
}

/** What is put about the course; the title of urgent business is still to be sent. */
export type Putting =
  | Exclude<Procedure, { what: "urgent" }>
  | { readonly what: "urgent"; readonly title: Text; readonly motion?: ActId };

/** A motion with the hash of its text. */
export interface Put {
  readonly id: ActId;
  readonly version: Hash;
}

const QUARTER_MS = 15 * 60_000;

export class Gathering {
  readonly body: Assembly;
  readonly call: ActId;
  readonly #starts: number;
  readonly #decides: boolean;
  #sitting: ActId | undefined;

  private constructor(body: Assembly, call: ActId, starts: number, decides: boolean) {
    this.body = body;
    this.call = call;
    this.#starts = starts;
    this.#decides = decides;
  }

  /** Calls it, and has the others sign. */
  static async called(body: Assembly, c: Called): Promise<Gathering> {
    const [caller, ...signers] = c.by;
    if (!caller) throw new RangeError("a call by nobody");
    const { id } = await caller.act("meeting.call", {
      title: caller.text(c.title, "public"),
      reason: caller.text(c.reason, "public"),
      type: c.type ?? "decide",
      starts: c.starts,
      ...(c.place === undefined ? {} : { place: caller.text(c.place, "public") }),
      ...(c.halls === undefined ? {} : { halls: c.halls }),
    });
    for (const signer of signers) await signer.act("meeting.sign", { call: id });
    return new Gathering(body, id, c.starts, (c.type ?? "decide") === "decide");
  }

  /** The sitting that was opened last. */
  get sitting(): ActId {
    if (this.#sitting === undefined) throw new Error("no sitting was opened");
    return this.#sitting;
  }

  /** Puts an item on the agenda; by the caller unless told. */
  async item(title: string, of: { motion?: ActId; election?: ActId; by?: Seat } = {}): Promise<ActId> {
    const { by = this.body.founder, ...rest } = of;
    return (await by.act("meeting.item", { call: this.call, title: by.text(title, "public"), ...rest })).id;
  }

  /**
   * Opens a sitting at the call's hour or later; the tellers count heads. A quarter of an hour later those
   * present elect them, with who opened it to preside (G-44), unless the case has its own `board`.
   */
  async open(
    title: string,
    heads: { readonly present: number; readonly guests?: number },
    options: {
      readonly by?: Seat;
      readonly place?: string;
      readonly tellers?: readonly Seat[];
      readonly board?: "its own";
      /** One of the halls of the call, that is a section too. */
      readonly hall?: string;
    } = {},
  ): Promise<ActId> {
    const { by = this.body.founder, place, hall, tellers = this.body.tellers() } = options;
    await this.body.clock(this.#starts);
    const { id } = await by.act("sitting.open", {
      title: by.text(title, "public"),
      tellers: tellers.map((t) => t.member),
      call: this.call,
      ...(hall === undefined ? {} : { hall, section: hall }),
      ...(place === undefined ? {} : { place: by.text(place, "public") }),
    });
    this.#sitting = id;
    await this.count(heads, tellers);
    if (!this.#decides) return id;
    await this.body.clock(this.body.now + QUARTER_MS);
    if (options.board === undefined)
      await electTellers(this.body.seats, id, {
        title: by.text("Who presides and who counts", "public"),
        text: by.text("As those here wish.", "public"),
        chair: by,
        tellers,
        later: true,
      });
    return id;
  }

  /** The tellers count heads again. */
  async count(
    heads: { readonly present: number; readonly guests?: number },
    tellers: readonly Seat[] = this.body.tellers(),
  ): Promise<void> {
    for (const teller of tellers)
      await teller.act("sitting.count", { sitting: this.sitting, present: heads.present, guests: heads.guests });
  }

  /** One of the halls besides the one that leads: opened, counted by its own tellers. */
  async hall(
    hall: string,
    title: string,
    heads: { readonly present: number; readonly guests?: number },
  ): Promise<ActId> {
    const { founder } = this.body;
    const tellers = this.body.tellers();
    const { id: sitting } = await founder.act("sitting.open", {
      title: founder.text(title, "public"),
      tellers: tellers.map((t) => t.member),
      call: this.call,
      hall,
      section: hall,
    });
    for (const teller of tellers) await teller.act("sitting.count", { sitting, ...heads });
    return sitting;
  }

  /** Puts a procedural motion; its text is the mover's reason. */
  async put(by: Seat, title: string, reason: string, procedure: Putting): Promise<Put> {
    const text = by.text(reason, "public");
    const { id } = await by.act("move", {
      title: by.text(title, "public"),
      text,
      subject: { type: "procedure", procedure },
      sitting: this.sitting,
    });
    return { id, version: text.ref.hash };
  }

  /** Votes on a motion by hands, a minute after it was put: called and declared by who presides, counted by the tellers. */
  async decide(
    put: Put,
    hands: Hands,
    present: number,
    outcome = "carried",
    by = this.body.founder,
  ): Promise<{ vote: ActId; result: ActId }> {
    const { vote, result } = await this.body.hands(put.id, put.version, this.sitting, hands, present, outcome, by);
    return { vote, result: result.id };
  }

  /** Opens an item as the chair; `aob` is any other business. */
  async begin(item: ActId | "aob", by: Seat = this.body.founder): Promise<void> {
    await by.act("item.open", { sitting: this.sitting, item });
  }

  /** Closes the item under way. */
  async end(by: Seat = this.body.founder): Promise<void> {
    await by.act("item.close", { sitting: this.sitting });
  }

  /** Somebody asks for the floor, is given it by the chair, and ends. */
  async speak(speaker: Seat, chair: Seat = this.body.founder): Promise<void> {
    await speaker.act("floor.ask", { sitting: this.sitting });
    await chair.act("floor.give", { sitting: this.sitting, speaker: speaker.member });
    await speaker.act("floor.end", { sitting: this.sitting });
  }

  /** Any other business with nothing more in it, then the end. */
  async close(by: Seat = this.body.founder): Promise<void> {
    await this.begin("aob", by);
    await this.end(by);
    await by.act("sitting.close", { sitting: this.sitting });
  }
}
