/**
 * One whole decision of a replay, in one of the ways in which it binds: at a meeting called days before with
 * the motion on its agenda (B-2), or at once, where all have agreed to decide this text now (B-5).
 */
import type { ActId, Hash } from "@nabat/kernel";
import { askedOf } from "@nabat/body/statutes/queries.ts";
import type { Text } from "@nabat/exchange/client/mod.ts";
import type { Assembly, Hands } from "./assembly.ts";
import { Gathering } from "./gathering.ts";

const DAY = 86_400_000;
/** So long before its hour a meeting is called: a day of notice, and one to spare. */
const AHEAD_MS = 2 * DAY;
/** So many call a meeting under the rules of a case, in small bodies fewer (S-35). */
const CALLERS = 3;

/** What opening a door takes under the rules of a case: notice, and three days until it is in force (B-8). */
const NOTICE_DAYS = 7;
const IN_FORCE_MS = 3 * DAY;
/** So long a door stays open in a case. */
const DOOR_DAYS = 60;

/** A motion before it is moved. */
export interface Wording {
  readonly title: string;
  readonly text: Text;
  readonly subject: object;
}

/** A vote by hands as it went, with the ids to ask for. */
export interface Decided {
  readonly motion: ActId;
  readonly version: Hash;
  readonly vote: ActId;
  readonly result: ActId;
  readonly sitting: ActId;
}

/** At a meeting of its own, at the hour `at`: called two days before, the motion on its agenda. */
export async function decideCalled(
  body: Assembly,
  at: number,
  wording: Wording,
  counts: Hands,
  present: number,
): Promise<Decided> {
  const { motion, meeting, item } = await calledFor(body, at, wording);
  await meeting.open(wording.title, { present });
  await meeting.begin(item);
  const version = wording.text.ref.hash;
  const { vote, result } = await meeting.decide({ id: motion, version }, counts, present);
  await meeting.end();
  await meeting.close();
  return { motion, version, vote, result, sitting: meeting.sitting };
}

/** At a sitting that nobody called: all agree that this be decided now, then hands are counted. */
export async function decideNow(body: Assembly, wording: Wording, counts: Hands, present: number): Promise<Decided> {
  const sitting = await body.sit(wording.title, { present });
  const version = wording.text.ref.hash;
  const motion = await moved(body, wording);
  await Promise.all(body.seats.map((seat) => seat.act("now.agree", { motion, version })));
  const { vote, result } = await body.hands(motion, version, sitting, counts, present);
  await body.founder.act("sitting.close", { sitting });
  return { motion, version, vote, result: result.id, sitting };
}

/** Opens the door to so many newcomers (M-27): moved, talked of for a week as our rules ask, agreed to by all, in force three days later. */
export async function openDoor(body: Assembly, places: number, wording: Omit<Wording, "subject">): Promise<void> {
  const until = body.now + DOOR_DAYS * DAY;
  const motion = await moved(body, { ...wording, subject: { type: "door", places, until } });
  await body.clock(body.now + NOTICE_DAYS * DAY);
  const sitting = await body.sit(wording.title, { present: body.seats.length });
  const version = wording.text.ref.hash;
  await Promise.all(body.seats.map((seat) => seat.act("now.agree", { motion, version })));
  await body.hands(motion, version, sitting, { for: body.seats.length }, body.seats.length);
  await body.founder.act("sitting.close", { sitting });
  await body.clock(body.now + IN_FORCE_MS);
}

async function calledFor(body: Assembly, at: number, wording: Wording) {
  await body.clock(at - AHEAD_MS);
  const motion = await moved(body, wording);
  const meeting = await Gathering.called(body, {
    title: wording.title,
    reason: "To decide what is moved.",
    starts: at,
    by: body.seats.slice(0, askedOf(CALLERS, body.seats.length)),
  });
  return { motion, meeting, item: await meeting.item(wording.title, { motion }) };
}

async function moved(body: Assembly, { title, text, subject }: Wording): Promise<ActId> {
  return (await body.founder.act("move", { title: body.text(title), text, subject })).id;
}
