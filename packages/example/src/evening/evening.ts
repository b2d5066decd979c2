/**
 * A practice evening in which the board goes rogue: a practice body with three of a board and some neighbours, all
 * invented, and whoever comes in from the room. Scene by scene the board tries to take it, by acts through this
 * server's own API like anybody's; the room finds what answers it. It begins, goes on and ends when somebody presses.
 */
import type { BodyId } from "@nabat/kernel";
import type { EveningDoor, EveningShown } from "@nabat/pages/practice/evening-door.ts";
import { BOARD } from "./cast.ts";
import { pressIn } from "./course.ts";
import { beginEvening, enterEvening } from "./gather.ts";
import { readKept, whomOf } from "./keep.ts";
import { sceneOf, SCENES } from "./scenes/mod.ts";
import { createTroupe, type EveningDeps, type Troupe } from "./troupe.ts";

/** Between two evenings that strangers begin on one server, in ms; and so many in a day. */
const BETWEEN = 10_000;
const DAY = 24 * 3_600_000;
const MOST_A_DAY = 50;

/** The evenings of this server. */
export function createEvenings(deps: EveningDeps): EveningDoor {
  const troupe = createTroupe(deps);
  /** Which practice bodies are an evening's: asked for each of their pages. */
  const isOne = new Map<BodyId, boolean>();
  let begun: number[] = [];
  return {
    enabled: deps.enabled,
    async begin(language) {
      const now = deps.now();
      begun = begun.filter((at) => now - at < DAY);
      const last = begun.at(-1) ?? now - BETWEEN;
      if (!deps.enabled || now - last < BETWEEN || begun.length >= MOST_A_DAY) return undefined;
      begun.push(now);
      const body = await beginEvening(troupe, language);
      isOne.set(body, true);
      return body;
    },
    async has(body) {
      const known = isOne.get(body) ?? (await readKept(deps.store, body)) !== undefined;
      isOne.set(body, known);
      return known;
    },
    look: (body) => shown(troupe, body),
    enter: (body) => troupe.inTurn(body, () => enterEvening(troupe, body)),
    press: (body, what, at) => troupe.inTurn(body, () => pressIn(troupe, body, what, at)),
  };
}

/** How an evening stands; `undefined`: this body is none. */
async function shown(troupe: Troupe, body: BodyId): Promise<EveningShown | undefined> {
  const kept = await readKept(troupe.deps.store, body);
  if (!kept) return undefined;
  const seats = await troupe.cast(body, kept);
  const { under } = kept;
  const scene = under && sceneOf(under.id);
  const seen = await troupe.seen(body, kept, under?.memo ?? {});
  return {
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
}
