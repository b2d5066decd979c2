/** Known attacks on keys: asking for others', planting, stealing, shutting out. */
import type { ActId } from "@nabat/kernel";
import { keysOf, keyStands } from "@nabat/body/keys/queries.ts";
import { askingsFor, termsRun } from "@nabat/body/keys/running.ts";
import { voteEnd } from "@nabat/body/votes/course.ts";
import { electedTellers } from "@nabat/body/members/tellers.ts";
import { askKeys, cosign, newKeys, signWith, stands } from "./asking.ts";
import { CRUEL, ownTellers } from "./harmful.ts";
import { type Attack, nightMeeting, seconded, theirs } from "./fragments.ts";
import { planMeeting } from "./planning.ts";
import { DAY, HOUR } from "./house.ts";
import { lose } from "./losing.ts";
import { move, openSitting } from "./moves.ts";
import { invent, raise } from "./raising.ts";
import { watchAsking, watchEnded, watchLeft } from "./objecting.ts";
import { hasKey, type Person } from "./people.ts";
import { cast } from "./sealed.ts";
import type { World } from "./world.ts";

/** Honest people whose keys could be taken, the least careful first. */
export function marks(world: World): Person[] {
  const seldom = { never: 0, weekly: 1, daily: 2 } as const;
  return world.people
    .filter((p) => !p.colludes && !p.gone && p.codes === undefined && world.hasVote(p))
    .sort((a, b) => seldom[a.looks] - seldom[b.looks]);
}

/** Colluders ask for keys of their own making in somebody's name, and hold them where they come in. */
export function takeKeys(
  world: World,
  [by, other]: readonly (Person | undefined)[],
  of: Person,
  right: { readonly sitting?: ActId; readonly decided?: ActId } = {},
): ActId | undefined {
  if (!by) return undefined;
  const keys = newKeys(of);
  const asked = askKeys(world, by, of, keys, right);
  if (asked === undefined) return undefined;
  if (other) cosign(world, other, asked);
  plant(world, of, keys);
  watchAsking(world, of, asked);
  return asked;
}

/** These keys are in colluders' hands, should they come in. */
export function plant(
  world: World,
  of: Person,
  { device, reserve }: { device: Person["key"]; reserve: Person["key"] },
): void {
  world.control.plant(of, device, world.now);
  world.control.plant(of, reserve, world.now);
  const { codes: _none, keyless: _nor, ...rest } = of;
  world.puppets.push({ ...rest, key: device, reserve, colludes: true, looks: "daily", sheet: true, of });
}

/** What those who hold somebody's keys do with them: vote, leave, withdraw, shut the owner out. */
export function misuse(world: World, p: Person): void {
  const owner = p.of;
  if (!owner || !stands(world, p, p.key)) return;
  for (const id of world.liveMotions)
    if (world.motion(id)?.mover === p.member) world.act(p, "withdraw", { motion: id });
  const others = keysOf(world.state, p.member).filter(({ id, key }) => id !== p.key && keyStands(key, world.now));
  for (const { id, key } of others) if (!key.reserve && !world.control.planted.has(id)) endDevice(world, p, id);
  for (const asking of askingsFor(world.state, p.member))
    if (asking.enrol?.device !== p.key && !asking.off && termsRun(asking, world.now))
      world.act(p, "key.object", { of: asking.id });
}

/** Whoever holds somebody's key ends another of their keys with it. */
export function endDevice(world: World, p: Person, device: Person["key"]): void {
  if (world.act(p, "device.end", { device }) !== undefined && p.of) watchEnded(world, p.of, device);
}

/** Whoever holds somebody's key leaves in their name. */
export function leaveFor(world: World, p: Person): void {
  if (world.act(p, "leave", {}) !== undefined && p.of) watchLeft(world, p.of);
}

/** A position in somebody's name, in a vote over days. */
function castFor(world: World, p: Person, id: ActId): void {
  const vote = world.vote(id);
  if (vote && vote.sitting === undefined && voteEnd(world.state, vote, world.now) === undefined) cast(world, p, vote);
}

/** Everything colluders hold of others is used. */
export function misuseAll(world: World): void {
  for (const p of world.puppets) misuse(world, p);
}

/** Has a thief somebody's phone already? A second gains them nothing, and needs the help that the first is judged by. */
export function hasRobbed(world: World): boolean {
  return world.puppets.some((p) => !world.control.planted.has(p.key));
}

/** The same who have but the one device. */
function oneDevice(world: World): Person[] {
  return marks(world).filter((p) => p.second === undefined);
}

/** Two of those who collude, others each time. */
function pair(world: World, i: number): readonly (Person | undefined)[] {
  const all = [...world.colluders, ...world.theirs.filter((p) => p.invented === true)];
  return [all[i % Math.max(1, all.length)], all[(i + 1) % Math.max(1, all.length)]];
}

/** Whose phone is stolen while a tablet of theirs lies at home. */
function robWithSecond(w: World, sheet: boolean): Person | undefined {
  const mark = marks(w).find((m) => m.second === undefined && hasKey(m));
  if (!mark) return undefined;
  const second = newKeys(mark).device;
  if (signWith(w, mark, mark.key, "device.add", w.house.further(mark.key, second)) === undefined) return undefined;
  w.control.make(mark, second, w.now);
  mark.second = second;
  mark.sheet = sheet;
  lose(w, mark, true);
  return mark;
}

export const KEYS: Readonly<Record<string, Attack>> = {
  "keys of all at a bare sitting": (w) => {
    const [by, other] = w.colluders;
    const sitting = by && openSitting(w, by, ownTellers(w, undefined).slice(0, 2));
    if (!by || sitting === undefined) return;
    w.truth.there.set(sitting, new Set(w.colluders.map((c) => c.n)));
    for (const of of marks(w)) {
      takeKeys(w, [by, other], of, { sitting });
      takeKeys(w, [by, other], of);
    }
    for (const days of [1, 4, 7]) w.in(days * DAY, () => misuseAll(w));
  },
  "two ask for others' keys": (w, x) => {
    for (let i = 0; i < w.colluders.length; i++) {
      const of = marks(w)[(x + i) % Math.max(1, marks(w).length)];
      if (of) takeKeys(w, pair(w, 2 * i), of);
    }
    for (const days of [3.1, 5, 8]) w.in(days * DAY, () => misuseAll(w));
    for (const days of [3.2, 3.6, 4, 4.5, 5.5])
      w.in(days * DAY, () => {
        for (const id of w.liveVotes) for (const p of w.puppets) castFor(w, p, id);
      });
  },
  "one asks again and again": (w, x) => {
    const mark = marks(w)[x % Math.max(1, marks(w).length)];
    for (let i = 0; i < 20; i++)
      w.in(i * DAY, () => {
        if (mark) takeKeys(w, pair(w, i), mark);
      });
  },
  "keys at the door of their own meeting": (w, x) => {
    const call = nightMeeting(w, x, x % 2 === 0, theirs(w) ?? seconded(w, "text", x));
    if (call === undefined) return;
    for (const p of w.colluders)
      w.act(p, "meeting.keys", {
        call,
        members: marks(w)
          .slice(0, 3)
          .map((m) => m.member),
      });
    planMeeting(w, call, (world, sitting) => {
      for (const minutes of [18, 25])
        world.in((minutes * HOUR) / 60, () => {
          const two = electedTellers(world.state, sitting).flatMap((m) => world.person(m) ?? []);
          const ours = two.filter((p) => p.colludes);
          const pairs = ours.length >= 2 ? ours : world.colluders;
          for (const of of marks(world)) takeKeys(world, pairs, of, { sitting });
          misuseAll(world);
        });
    });
    for (const days of [9, 14]) w.in(days * DAY, () => misuseAll(w));
  },
  "new keys ask for more keys": (w) => {
    for (let round = 0; round < 4; round++)
      w.in(round * 4 * DAY, () => {
        const names = w.theirs.filter(hasKey);
        const left = marks(w).filter((m) => !w.puppets.some((p) => p.of === m));
        for (const [i, of] of left.entries()) takeKeys(w, [names[2 * i], names[2 * i + 1]], of);
        misuseAll(w);
      });
  },
  "a stolen phone shuts its owner out": (w, x) => {
    const mark = oneDevice(w)[x % Math.max(1, oneDevice(w).length)];
    if (hasRobbed(w) || !mark) return;
    if (x % 3 !== 0) mark.sheet = false;
    lose(w, mark, true);
    for (const hours of [1, 30, 80, 120, 160, 240]) w.in(hours * HOUR, () => misuseAll(w));
  },
  "a stolen phone leaves": (w, x) => {
    const mark = oneDevice(w)[x % Math.max(1, oneDevice(w).length)];
    if (hasRobbed(w) || !mark) return;
    mark.sheet = x % 2 === 0;
    lose(w, mark, true);
    w.in(HOUR, () => {
      for (const p of w.puppets) if (p.of === mark && p.key === mark.lost?.key) leaveFor(w, p);
    });
  },
  "a stolen phone ends the sheet's key, then leaves": (w, x) => {
    const mark = oneDevice(w)[x % Math.max(1, oneDevice(w).length)];
    if (hasRobbed(w) || !mark || !hasKey(mark)) return;
    mark.sheet = true;
    lose(w, mark, true);
    w.in(HOUR, () => {
      for (const p of w.puppets) {
        if (p.of !== mark || p.key !== mark.lost?.key) continue;
        w.act(p, "device.end", { device: mark.reserve });
        leaveFor(w, p);
      }
    });
  },
  "new keys leave in somebody's name": (w, x) => {
    const mark = marks(w)[x % Math.max(1, marks(w).length)];
    if (mark) takeKeys(w, pair(w, x), mark);
    for (const days of [3.1, 6, 12])
      w.in(days * DAY, () => {
        for (const p of w.puppets) if (p.of === mark) leaveFor(w, p);
      });
  },
  "new keys bring in people who don't exist": (w) => {
    const sleepers = marks(w).filter((m) => m.looks === "never");
    for (const [i, of] of sleepers.entries()) takeKeys(w, pair(w, 2 * i), of);
    for (let day = 4; day < 32; day++)
      w.in(day * DAY, () => {
        if (day === 4 || day === 10) for (const by of w.theirs) if (by.invented !== true) invent(w, by);
        raise(w);
      });
  },
  "who asks first has them": (w, x) => {
    const mark = oneDevice(w)[x % Math.max(1, oneDevice(w).length)];
    if (hasRobbed(w) || !mark) return;
    mark.sheet = false;
    lose(w, mark, true);
    takeKeys(w, pair(w, x), mark);
    for (const days of [3.2, 10, 20, 34, 36, 38, 40, 42, 44])
      w.in(days * DAY, () => {
        for (const id of w.liveVotes) for (const p of w.puppets) castFor(w, p, id);
        misuseAll(w);
      });
  },
  "a thief ends the second device": (w, x) => {
    if (robWithSecond(w, x % 2 === 0)) w.in(HOUR, () => misuseAll(w));
  },
  "a thief ends the second device, then leaves": (w) => {
    const mark = hasRobbed(w) ? undefined : robWithSecond(w, false);
    w.in(HOUR, () => {
      for (const p of w.puppets) {
        if (!mark?.second || p.of !== mark || p.key !== mark.lost?.key) continue;
        if (w.act(p, "device.end", { device: mark.second }) !== undefined) watchEnded(w, mark, mark.second);
        leaveFor(w, p);
      }
    });
  },
  "a meeting of few decides over somebody's keys": (w, x) => {
    const mark = marks(w)[x % Math.max(1, marks(w).length)];
    const [by, other, third] = w.colluders;
    if (!mark || !by) return;
    const before = [other, third].flatMap((p) => (p ? [p.member] : []));
    const subject = { type: "keys", member: mark.member, ...(before.length === 2 ? { before } : {}) };
    const motion = move(w, by, subject as never, CRUEL);
    const call = nightMeeting(w, x, true, motion);
    if (call === undefined) return;
    planMeeting(w, call);
    const enter = (): void => {
      for (const [decided, d] of w.state.keys.decided) {
        const two = d.by.flatMap((m) => w.person(m) ?? []).filter((p) => p.colludes);
        if (d.member === mark.member && two.length === 2) takeKeys(w, two, mark, { decided });
      }
      misuseAll(w);
    };
    for (let day = 5; day < 16; day++) w.in(day * DAY, enter);
  },
  "objections hold somebody up": (w, x) => {
    KEYS["a stolen phone shuts its owner out"]?.(w, 3 * x + 1, 0);
    for (let day = 1; day < 30; day++)
      w.in(day * DAY, () => {
        const lost = w.people.filter((p) => p.keyless && !p.colludes);
        for (const [i, of] of lost.entries()) takeKeys(w, pair(w, i + day), of);
        misuseAll(w);
      });
  },
};
