/**
 * A practice evening in which the board goes rogue: a practice body with three of a board and some neighbours, all
 * invented, and whoever comes in from the room. Scene by scene the board tries to take it, by acts through this
 * server's own API like anybody's; the room finds what answers it. It begins, goes on and ends when somebody presses.
 */
import { sentences, template } from "@nabat/body";
import { type Client, createClient, invite, nodeTools, type Seat, textOf } from "@nabat/exchange/client/mod.ts";
import { type BodyId, type MemberId, toBase64, toHex } from "@nabat/kernel";
import type { EveningDoor, EveningShown } from "@nabat/pages/practice/evening-door.ts";
import { type Locale, speak, statutesText } from "@nabat/speech";
import type { Store } from "@nabat/store";
import type { BodyReader } from "@nabat/views";
import { hourThatMatters } from "../rehearsal-clock.ts";
import { BOARD, LEAST_NEIGHBOURS, NEIGHBOURS, neighboursBeside, personOf, seatOf } from "./cast.ts";
import { follow } from "./follow.ts";
import { type Kept, readKept, type Under, writeKept } from "./keep.ts";
import { sceneOf, SCENES } from "./scenes/mod.ts";
import type { Seen } from "./scenes/scene.ts";
import { type Now, Stage } from "./stage.ts";
import { DAY, MINUTE } from "./time.ts";

/** Between two evenings that strangers begin on one server, in ms. */
const BETWEEN = 10_000;
/** So many come in by the door of one evening. */
const MOST_PEOPLE = 40;

export interface EveningDeps {
  readonly store: Store;
  /** A stranger's reader of a body kept here. */
  readonly reader: (body: BodyId) => Promise<BodyReader | undefined>;
  readonly fetch: (request: Request) => Response | Promise<Response>;
  readonly code: string | undefined;
  readonly now: () => number;
  /** IANA zone of the evening's body. */
  readonly zone: string;
  /** False: no evening is begun here. */
  readonly enabled: boolean;
}

/** To whom a scene happens, where it remembers that. */
function whomOf({ member }: Under["memo"]): { readonly whom?: MemberId } {
  return member === undefined ? {} : { whom: member as MemberId };
}

/** The evenings of this server. */
export function createEvenings(deps: EveningDeps): EveningDoor {
  const { store } = deps;
  const client: Client = createClient({
    url: "http://evening.invalid",
    tools: nodeTools,
    recheckMs: MINUTE,
    now: deps.now,
    fetch: async (input, init) => deps.fetch(new Request(input as string, init)),
  });
  const casts = new Map<BodyId, Seat[]>();
  const queues = new Map<BodyId, Promise<unknown>>();
  /** Which practice bodies are an evening's: asked for each of their pages. */
  const isOne = new Map<BodyId, boolean>();
  let last = -BETWEEN;

  const look = async (body: BodyId): Promise<Now> => {
    const reader = await deps.reader(body);
    if (!reader) throw new Error("an evening that isn't kept here");
    return { state: reader.state, now: reader.now };
  };
  /** One thing after another in one evening, whoever presses. */
  const inTurn = <T>(body: BodyId, work: () => Promise<T>): Promise<T> => {
    const next = (queues.get(body) ?? Promise.resolve()).then(work, work);
    queues.set(
      body,
      next.catch(() => undefined),
    );
    return next;
  };
  /** The invented people who have come in: the board, then the neighbours. */
  const castOf = async (body: BodyId, kept: Kept): Promise<Seat[]> => {
    const words = [...BOARD, ...NEIGHBOURS.slice(0, kept.neighbours)];
    const seats = casts.get(body) ?? [];
    const { nonce } = await client.facts(body);
    for (const word of words.slice(seats.length)) seats.push(await seatOf(client, body, nonce, kept.seed, word));
    casts.set(body, seats);
    return seats;
  };
  const stageOf = async (body: BodyId, kept: Kept, under: Pick<Under, "memo">): Promise<Stage> => {
    const seats = await castOf(body, kept);
    const { nonce } = await client.facts(body);
    return new Stage({
      client,
      body,
      nonce,
      seed: kept.seed,
      language: kept.language,
      board: seats.slice(0, BOARD.length),
      neighbours: seats.slice(BOARD.length),
      look: () => look(body),
      memo: { ...under.memo },
    });
  };
  const seenOf = async (body: BodyId, kept: Kept, memo: Readonly<Record<string, string>>): Promise<Seen> => {
    const { state, now } = await look(body);
    const seats = await castOf(body, kept);
    const board = new Set(seats.slice(0, BOARD.length).map((s) => s.member));
    // Whom they brought in belongs to them.
    for (const m of state.members.members.values()) if (m.invitedBy && board.has(m.invitedBy)) board.add(m.id);
    return { state, now, memo, board };
  };

  /** All who are here found the body; the next scene is the first. */
  const open = async (body: BodyId, kept: Kept): Promise<Kept> => {
    const seats = await castOf(body, kept);
    const { state, now } = await look(body);
    const founder = seats[BOARD.length];
    if (!founder) throw new Error("an evening without a neighbour");
    const people = state.members.members.size - seats.length;
    const { nonce } = await client.facts(body);
    for (const word of NEIGHBOURS.slice(kept.neighbours, neighboursBeside(people))) {
      const person = personOf(kept.seed, word);
      await client.join(person, await invite(founder, "founder", now + DAY));
      seats.push(await seatOf(client, body, nonce, kept.seed, word));
    }
    const { hash } = await founder.get<{ hash: string }>("founders");
    const list = await founder.act("list.close", { people: hash });
    for (const seat of seats) await seat.put("list.sign", { list: list.id });
    return { ...kept, neighbours: seats.length - BOARD.length, opened: true };
  };

  /** The scene under way is over; the next begins, or the evening ends. */
  const next = async (body: BodyId, kept: Kept): Promise<void> => {
    const { under, ...rest } = kept;
    const done = [...kept.done];
    if (under) {
      const seen = await seenOf(body, kept, under.memo);
      const { stands: standing, leave } = sceneOf(under.id);
      const stands = standing(seen);
      if (stands === "open") await leave?.(await stageOf(body, kept, under));
      done.push({
        id: under.id,
        ended: stands === "open" ? "left" : stands,
        since: under.since,
        until: seen.state.size,
        tried: under.tried,
        ...whomOf(under.memo),
        ...(under.shown ? { shown: true } : {}),
      });
    }
    const scene = SCENES.find((s) => !done.some((d) => d.id === s.id));
    if (!scene) return writeKept(store, body, { ...rest, done, over: true });
    const { state } = await look(body);
    const begun: Under = { id: scene.id, since: state.size, tried: [], memo: {} };
    // Kept before it is played: a server that stops in between goes on with what there is.
    await writeKept(store, body, { ...rest, done, under: begun });
    const stage = await stageOf(body, { ...rest, done }, begun);
    await scene.play(stage);
    await writeKept(store, body, { ...rest, done, under: { ...begun, tried: stage.tried, memo: stage.memo } });
  };

  /** Something is done in the scene under way; what it made of it is kept. */
  const within = async (body: BodyId, kept: Kept, work: (stage: Stage) => Promise<void>, shown = false) => {
    const { under } = kept;
    if (!under) return;
    const stage = await stageOf(body, kept, under);
    await work(stage);
    await sceneOf(under.id).goOn?.(stage);
    const tried = [...under.tried, ...stage.tried];
    const also = shown || under.shown ? { shown: true as const } : {};
    await writeKept(store, body, { ...kept, under: { ...under, tried, memo: stage.memo, ...also } });
  };

  return {
    enabled: deps.enabled,
    async begin(language: Locale) {
      if (!deps.enabled || deps.now() - last < BETWEEN) return undefined;
      last = deps.now();
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
      await writeKept(store, body, { seed, language, made: deps.now(), neighbours: LEAST_NEIGHBOURS, done: [] });
      isOne.set(body, true);
      return body;
    },
    async has(body) {
      const known = isOne.get(body) ?? (await readKept(store, body)) !== undefined;
      isOne.set(body, known);
      return known;
    },
    async look(body) {
      const kept = await readKept(store, body);
      if (!kept) return undefined;
      const seats = await castOf(body, kept);
      const { under } = kept;
      const scene = under && sceneOf(under.id);
      const seen = await seenOf(body, kept, under?.memo ?? {});
      const shown: EveningShown = {
        phase: kept.over ? "end" : under ? "scene" : kept.opened ? "ready" : "gathering",
        of: SCENES.length,
        board: seats.slice(0, BOARD.length).map((s) => s.member),
        neighbours: seats.slice(BOARD.length).map((s) => s.member),
        done: kept.done.map((d) => ({ ...d, rules: sceneOf(d.id).rules, handbook: sceneOf(d.id).handbook })),
        ...(under && scene
          ? {
              scene: {
                id: under.id,
                n: kept.done.length + 1,
                since: under.since,
                tried: under.tried,
                stands: scene.stands(seen),
                where: scene.where(seen),
                rules: scene.rules,
                handbook: scene.handbook,
                choices: Object.keys(scene.choices ?? {}),
                theirs: (under.memo["theirs"] ?? "").split(" "),
                ...whomOf(under.memo),
                ...(under.shown ? { shown: true as const } : {}),
              },
            }
          : {}),
      };
      return shown;
    },
    enter: (body) =>
      inTurn(body, async () => {
        const kept = await readKept(store, body);
        if (!kept) return undefined;
        const neighbours = (await castOf(body, kept)).slice(BOARD.length);
        const { state, now } = await look(body);
        if (kept.over || state.members.members.size >= MOST_PEOPLE + BOARD.length + NEIGHBOURS.length) return undefined;
        const secret = nodeTools.random(32);
        // Who comes once the list is closed reads and speaks like a guest.
        const as = state.founding.list === undefined && state.founding.phase !== "adopted" ? "founder" : "guest";
        const text = toBase64(secret).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
        // One has invited enough for today: then another does.
        for (const by of neighbours) {
          const made = await by.put("invite", { key: nodeTools.signer(secret).key, as, until: now + 7 * DAY });
          if (made.ok) return `/invited/${body}#${made.value.id}.${text}`;
        }
        return undefined;
      }),
    press: (body, what) =>
      inTurn(body, async () => {
        const kept = await readKept(store, body);
        if (!kept || kept.over) return;
        const { under } = kept;
        if (what === "open" && !under) {
          return kept.opened ? undefined : writeKept(store, body, await open(body, kept));
        }
        if (what === "next" && kept.opened) return next(body, kept);
        if (!under) return;
        const scene = sceneOf(under.id);
        if (what === "follow")
          return within(body, kept, async (stage) => {
            await follow(stage);
            await scene.follow?.(stage);
          });
        if (what === "wait")
          return within(body, kept, async (stage) => {
            // Neighbours don't let a vote close on them.
            await follow(stage);
            const seen = await seenOf(body, kept, stage.memo);
            const hour = scene.hour ? scene.hour(seen) : hourThatMatters(seen.state, seen.now);
            if (hour !== undefined) await stage.to(hour);
          });
        if (what === "show") return within(body, kept, (stage) => scene.show(stage), true);
        const choice = scene.choices?.[what];
        if (choice) return within(body, kept, choice);
      }),
  };
}
