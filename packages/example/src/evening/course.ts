/** How an evening goes on: a scene ends and the next is played, or something is done in the one under way. */
import { Refused } from "@nabat/exchange/client/mod.ts";
import type { BodyId } from "@nabat/kernel";
import { hourThatMatters } from "../rehearsal-clock.ts";
import { follow } from "./follow.ts";
import { openEvening } from "./gather.ts";
import { type Done, type Kept, readKept, type Under, whomOf, writeKept } from "./keep.ts";
import { sceneOf, SCENES } from "./scenes/mod.ts";
import type { Stage } from "./stage.ts";
import type { Troupe } from "./troupe.ts";

/** What somebody pressed; `at` is the scene that their page showed: what the others have left behind by then does nothing. */
export async function pressIn(troupe: Troupe, body: BodyId, what: string, at: string): Promise<void> {
  const kept = await readKept(troupe.deps.store, body);
  if (!kept || kept.over || at !== (kept.under?.id ?? "")) return;
  const { under, opened } = kept;
  if (what === "open" && !opened) return openEvening(troupe, body, kept);
  if (what === "next" && opened) return next(troupe, body, kept);
  if (!under) return;
  const scene = sceneOf(under.id);
  const choice = scene.choices?.[what];
  if (choice) return within(troupe, body, kept, choice, { choice: what });
  if (what === "show") return within(troupe, body, kept, (stage) => scene.show(stage), { shown: true });
  if (what === "follow")
    return within(troupe, body, kept, async (stage) => {
      await follow(stage);
      await scene.follow?.(stage);
    });
  if (what === "wait")
    return within(troupe, body, kept, async (stage) => {
      // Neighbours don't let a vote close on them.
      await follow(stage);
      const seen = await troupe.seen(body, kept, stage.memo);
      const hour = scene.hour ? scene.hour(seen) : hourThatMatters(seen.state, seen.now);
      if (hour !== undefined) await stage.to(hour);
    });
}

/** Something that was refused where nothing should be ends a part, not the evening. */
async function played(work: Promise<void> | undefined): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
  }
}

/** The scene under way is over; the next begins, or the evening ends. */
async function next(troupe: Troupe, body: BodyId, kept: Kept): Promise<void> {
  const { store } = troupe.deps;
  const { under, ...rest } = kept;
  const done = under ? [...kept.done, await over(troupe, body, kept, under)] : kept.done;
  const scene = SCENES.find((s) => !done.some((d) => d.id === s.id));
  if (!scene) return writeKept(store, body, { ...rest, done, over: true });
  const { state } = await troupe.look(body);
  const begun: Under = { id: scene.id, since: state.size, tried: [], memo: {} };
  // Kept before it is played: a server that stops in between goes on with what there is.
  await writeKept(store, body, { ...rest, done, under: begun });
  const stage = await troupe.stage(body, rest, begun);
  await played(scene.play(stage));
  await writeKept(store, body, { ...rest, done, under: { ...begun, tried: stage.tried, memo: stage.memo } });
}

/** How a scene ended, once what the evening can't go on with was put right. */
async function over(troupe: Troupe, body: BodyId, kept: Kept, under: Under): Promise<Done> {
  const scene = sceneOf(under.id);
  const seen = await troupe.seen(body, kept, under.memo);
  const stands = scene.stands(seen);
  if (stands === "open") await played(scene.leave?.(await troupe.stage(body, kept, under)));
  return {
    id: under.id,
    ended: stands === "open" ? "left" : stands,
    since: under.since,
    until: seen.state.size,
    tried: under.tried,
    ...whomOf(under.memo),
    ...(under.shown ? { shown: true } : {}),
  };
}

/** Something is done in the scene under way; what it made of it is kept. */
async function within(
  troupe: Troupe,
  body: BodyId,
  kept: Kept,
  work: (stage: Stage) => Promise<void>,
  { shown = false, choice }: { readonly shown?: boolean; readonly choice?: string } = {},
): Promise<void> {
  const { under } = kept;
  if (!under) return;
  const stage = await troupe.stage(body, kept, under);
  await played(work(stage));
  await played(sceneOf(under.id).goOn?.(stage));
  const now = choice === undefined ? stage.tried : stage.tried.map((x) => ({ ...x, choice }));
  const tried = [...under.tried, ...now];
  const also = shown || under.shown ? { shown: true as const } : {};
  await writeKept(troupe.deps.store, body, { ...kept, under: { ...under, tried, memo: stage.memo, ...also } });
}
