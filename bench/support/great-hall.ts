/** A great meeting, set up: members, motions with amendments and remarks, a called meeting with all of them on its agenda. */
import { electTellers } from "@nabat/example/tellers.ts";
import { template } from "@nabat/body";
import {
  closeList,
  createClient,
  invite,
  nodeTools,
  type Seat,
  type Text,
  textOf,
} from "@nabat/exchange/client/mod.ts";
import type { ActId, Hash } from "@nabat/kernel";
import { inParallel } from "./load.ts";

/** How much there is to decide. */
export interface Sizes {
  /** Motions on the agenda. */
  readonly motions: number;
  /** Amendments and remarks on each of them. */
  readonly each: number;
  /** Amendments and remarks on one more motion. */
  readonly amended: number;
}

export const GREAT: Sizes = { motions: 50, each: 10, amended: 200 };
/** Paragraphs of each motion, ten of which make about 1,200 characters. */
const PARAGRAPHS = 10;

const note = (words: string) => process.stderr.write(`${words}\n`);

/** Words of about so many letters. */
export function words(letters: number, n: number): string {
  const some = `Paragraph ${n}: the assembly decides that what was agreed is carried out by those who took it on, and says by when. `;
  return some.repeat(Math.ceil(letters / some.length)).slice(0, letters);
}

/** What stands when the meeting is under way. */
export interface GreatHall {
  readonly founder: Seat;
  readonly seats: readonly Seat[];
  readonly motions: readonly ActId[];
  /** The motion with the most amendments. */
  readonly long: ActId;
  readonly sitting: ActId;
  readonly text: (words: string) => Text;
}

/** Founds the body on the clerk at `url`, lets `members` join, and opens its meeting with the first item. Seats 0 to 63 are founders. */
export async function greatHall(url: string, members: number, sizes: Sizes = GREAT): Promise<GreatHall> {
  const client = createClient({ url: url, tools: nodeTools, recheckMs: 600_000 });
  const t = (text: string, grade: "public" | "members" = "members") => textOf(client.tools, text, grade);
  const rules = template("house", { zone: "UTC", languages: ["en"] });
  const clock = Date.now();
  const founder = await client.found(client.person("Founder"), {
    type: "assembly",
    name: t("Great hall", "public"),
    purpose: t("To measure."),
    text: t("Rules."),
    statutes: { ...rules, convene: { signatures: 3, noticeDays: 1 } },
    // A practice body: its clock is set forward over the notice of the meeting.
    practice: true,
    clock,
  });
  const until = Date.now() + 86_400_000;
  const seats: Seat[] = [founder];
  for (let i = 1; i < 64; i++)
    seats.push(await client.join(client.person(`Member ${i}`), await invite(founder, "founder", until)));
  const openers = [...seats];
  let began = performance.now();
  await inParallel(Array.from({ length: members - openers.length }), 64, async (_, n) => {
    seats.push(
      await client.join(client.person(`Member ${n + 64}`), await invite(openers[n % 64] as Seat, "founder", until)),
    );
  });
  note(`${seats.length} members in ${Math.round((performance.now() - began) / 1000)} s`);
  const [, one, two] = openers as [Seat, Seat, Seat];
  const tellers = [one.member, two.member];
  const list = await closeList(founder);
  await inParallel(seats, 64, async (seat) => void (await seat.act("list.sign", { list })));

  began = performance.now();
  const motions: ActId[] = [];
  const amend = async (motion: ActId, base: Hash, amendments: number, remarks: number) => {
    await inParallel(Array.from({ length: amendments }), 8, async (_, n) => {
      const place =
        n % 3 === 2
          ? { what: "insert", after: n % PARAGRAPHS }
          : { what: "replace", from: 1 + (n % PARAGRAPHS), to: 1 + (n % PARAGRAPHS) };
      const data = {
        title: t(`Amendment ${n + 1}`),
        text: t(words(200, n)),
        subject: { type: "amendment", motion, base, place },
      };
      const { id } = await (seats[(n + 30) % seats.length] as Seat).act("move", data);
      if (n % 2 === 0) await (openers[(n + 31) % 64] as Seat).act("second", { motion: id });
    });
    await inParallel(Array.from({ length: remarks }), 8, async (_, r) => {
      await (openers[(r + 7) % 64] as Seat).act("say", { about: motion, text: t(words(300, r)) });
    });
  };
  const move = async (by: Seat, n: number) => {
    const text = t(Array.from({ length: PARAGRAPHS }, (_, i) => words(120, n + i)).join("\n\n"));
    const { id } = await by.act("move", { title: t(`Motion ${n}`), text, subject: { type: "text" } });
    return { id, base: text.ref.hash };
  };
  await inParallel(Array.from({ length: sizes.motions }), 16, async (_, n) => {
    const by = openers[n % 16] as Seat;
    const { id, base } = await move(by, n + 1);
    motions.push(id);
    await amend(id, base, sizes.each, sizes.each);
  });
  const long = await move(openers[20] as Seat, sizes.motions + 1);
  await amend(long.id, long.base, sizes.amended, sizes.amended);
  const starts = clock + 2 * 86_400_000;
  const { id: call } = await founder.act("meeting.call", {
    title: t("General meeting"),
    reason: t("To decide."),
    type: "decide",
    starts,
    // Each member puts three items at most (G-24).
    itemsUntil: starts - 86_400_000,
  });
  for (const signer of [one, two]) await signer.act("meeting.sign", { call });
  for (const [n, motion] of motions.entries())
    await (seats[n] as Seat).act("meeting.item", { call, title: t(`Item ${n + 1}`), motion });
  await founder.act("clock", { to: starts });
  const { id: sitting } = await founder.act("sitting.open", { title: t("General meeting"), tellers, call });
  await electTellers(seats, sitting, {
    title: t("The board"),
    text: t("Who counts."),
    chair: founder,
    tellers: [one, two],
  });
  const { agenda } = await firstItem(founder, call);
  await founder.act("item.open", { sitting, item: agenda });
  note(
    `${sizes.motions} motions with ${sizes.each} amendments and ${sizes.each} remarks each, and one with ${sizes.amended}, in ${Math.round((performance.now() - began) / 1000)} s`,
  );
  return { founder, seats, motions, long: long.id, sitting, text: t };
}

/** The first item of a call's agenda, from the entries. */
async function firstItem(seat: Seat, call: ActId): Promise<{ agenda: ActId }> {
  const { entries } = await seat.get<{ entries: { id: ActId; act?: { data: { call: ActId } } }[] }>(
    "entries?kind=meeting.item&limit=500",
  );
  const found = entries.filter((e) => e.act?.data.call === call).at(-1);
  if (!found) throw new Error("no item");
  return { agenda: found.id };
}
