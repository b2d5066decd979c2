/** How an evening begins: its body is made, people of the room come in by its door, the list of founders is closed. */
import { sentences, template } from "@nabat/body";
import { invite, nodeTools, textOf } from "@nabat/exchange/client/mod.ts";
import { type BodyId, toBase64, toHex } from "@nabat/kernel";
import { type Locale, speak, statutesText } from "@nabat/speech";
import { BOARD, LEAST_NEIGHBOURS, NEIGHBOURS, neighboursBeside, personOf, seatOf } from "./cast.ts";
import { type Kept, readKept, writeKept } from "./keep.ts";
import { DAY } from "./time.ts";
import type { Troupe } from "./troupe.ts";

/** So many come in by the door of one evening, and so many may have pressed there. */
const MOST_PEOPLE = 40;
const MOST_INVITATIONS = 120;

/** Makes an evening's body: the first of the neighbours founds it, the board and another come in. */
export async function beginEvening({ deps, client, look }: Troupe, language: Locale): Promise<BodyId> {
  const { t } = speak(language);
  const seed = toHex(nodeTools.random(16));
  const statutes = template("house", { zone: deps.zone, languages: [language] });
  const [first, ...others] = NEIGHBOURS.slice(0, LEAST_NEIGHBOURS) as [string, ...string[]];
  const founder = await client.found(
    personOf(seed, first),
    {
      type: "assembly",
      name: textOf(nodeTools, t("evening-body"), "public"),
      purpose: textOf(nodeTools, t("evening-body-purpose"), "public"),
      text: textOf(nodeTools, statutesText(sentences(statutes), language), "public"),
      statutes,
      practice: true,
      clock: deps.now(),
    },
    deps.code === undefined ? {} : { code: deps.code },
  );
  const { body } = founder;
  const { now } = await look(body);
  for (const word of [...BOARD, ...others])
    await client.join(personOf(seed, word), await invite(founder, "founder", now + DAY));
  await writeKept(deps.store, body, { seed, language, made: deps.now(), neighbours: LEAST_NEIGHBOURS, done: [] });
  return body;
}

/** A fresh invitation's path for somebody of the room; `undefined`: nobody more comes in. */
export async function enterEvening(troupe: Troupe, body: BodyId): Promise<string | undefined> {
  const kept = await readKept(troupe.deps.store, body);
  if (!kept || kept.over) return undefined;
  const neighbours = (await troupe.cast(body, kept)).slice(BOARD.length);
  const { state, now } = await troupe.look(body);
  const people = [...state.members.members.values()].filter((m) => neighbours.some((s) => s.member === m.invitedBy));
  if (people.length >= MOST_PEOPLE || state.members.invitations.size >= MOST_INVITATIONS) return undefined;
  const secret = nodeTools.random(32);
  // Who comes once the list is closed reads and speaks like a guest.
  const as = state.founding.list === undefined && state.founding.phase !== "adopted" ? "founder" : "guest";
  const text = toBase64(secret).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  // One has invited enough for today: then another does.
  for (const by of neighbours) {
    const made = await by.put("invite", { key: nodeTools.signer(secret).key, as, until: now + 7 * DAY });
    // The secret goes to whoever asked, behind the `#` of their own address bar.
    if (made.ok) return `/invited/${body}#${made.value.id}.${text}`;
  }
  return undefined;
}

/** All who are in the room are there: neighbours fill it up, the list is closed, and everybody invented signs it. */
export async function openEvening(troupe: Troupe, body: BodyId, kept: Kept): Promise<void> {
  const { client, deps } = troupe;
  const seats = await troupe.cast(body, kept);
  const { state, now } = await troupe.look(body);
  const founder = seats[BOARD.length];
  if (!founder) throw new Error("an evening without a neighbour");
  const people = state.members.members.size - seats.length;
  const { nonce } = await client.facts(body);
  for (const word of NEIGHBOURS.slice(kept.neighbours, neighboursBeside(people))) {
    await client.join(personOf(kept.seed, word), await invite(founder, "founder", now + DAY));
    seats.push(await seatOf(client, body, nonce, kept.seed, word));
  }
  const { hash } = await founder.get<{ hash: string }>("founders");
  const list = await founder.act("list.close", { people: hash });
  for (const seat of seats) await seat.put("list.sign", { list: list.id });
  await writeKept(deps.store, body, { ...kept, neighbours: seats.length - BOARD.length, opened: true });
}
