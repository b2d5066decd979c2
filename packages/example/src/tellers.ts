/** How those at a called meeting elect its tellers in a replay: some sign that they are there, and stand behind a board (G-44, G-46). */
import type { ActId } from "@nabat/kernel";
import type { Seat, Text } from "@nabat/exchange/client/mod.ts";

/** A board as it is put: its words, who presides and who counts. */
export interface Board {
  readonly title: Text;
  readonly text: Text;
  readonly chair: Seat;
  readonly tellers: readonly Seat[];
  /** How many are members, where some of them have no device. */
  readonly roll?: number;
  /** A quarter of an hour has passed since the opening: no half of the roll needs to sign that it is there. */
  readonly later?: boolean;
}

/** So few sign and stand behind a board, where the quarter of an hour is over. */
const LATER = 3;

/** `seats`: all who are members. The first teller puts the board; more than half of those there second it. */
export async function electTellers(seats: readonly Seat[], sitting: ActId, board: Board): Promise<void> {
  const [mover] = board.tellers;
  if (!mover) throw new RangeError("no tellers");
  const many = board.later ? LATER : Math.max(2, Math.ceil((board.roll ?? seats.length) / 2));
  const there = [mover, ...seats.filter((s) => s !== mover)].slice(0, many);
  for (const seat of there) await seat.act("sitting.here", { sitting });
  const procedure = {
    what: "board" as const,
    chair: board.chair.member,
    tellers: board.tellers.map((s) => s.member),
  };
  const { id } = await mover.act("move", {
    title: board.title,
    text: board.text,
    subject: { type: "procedure", procedure },
    sitting,
  });
  const behind = there.filter((s) => s !== mover).slice(0, Math.floor(there.length / 2));
  for (const seat of behind) await seat.act("second", { motion: id });
}
