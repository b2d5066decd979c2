/** What colluders can do at any hour about others' keys: one act of one of them, on somebody at hand. */
import { keysOf, keyStands } from "@nabat/body/keys/queries.ts";
import { askingsFor, termsRun } from "@nabat/body/keys/running.ts";
import { electedTellers } from "@nabat/body/members/tellers.ts";
import { openSittings } from "@nabat/body/sittings/queries.ts";
import { cosign, newKeys, stands } from "./asking.ts";
import { endDevice, hasRobbed, leaveFor, marks, misuseAll, plant, takeKeys } from "./attacks-keys.ts";
import type { Elementary } from "./colluders.ts";
import { lose } from "./losing.ts";
import type { World } from "./world.ts";

/** Another who signs with `by`. */
function with_(w: World, by: { n: number }, y: number): World["people"][number] | undefined {
  const others = w.theirs.filter((p) => p.n !== by.n);
  return others[y % Math.max(1, others.length)];
}

/** Somebody whose keys are in colluders' hands and stand. */
function held(w: World, x: number): World["people"][number] | undefined {
  const all = w.puppets.filter((p) => p.of !== undefined && stands(w, p.of, p.key));
  return all[x % Math.max(1, all.length)];
}

/** Elementary acts about others' keys: asking for them, stealing them, using them. */
export const ABOUT_KEYS: Readonly<Record<string, Elementary>> = {
  "ask keys": (w, p, x, y) => {
    const of = marks(w)[x % Math.max(1, marks(w).length)];
    if (of) takeKeys(w, [p, with_(w, p, y)], of);
  },
  "ask keys of one who lost theirs": (w, p, x, y) => {
    const lost = w.people.filter((q) => !q.colludes && !q.gone && q.keyless === true);
    const of = lost[x % Math.max(1, lost.length)];
    if (of && !w.puppets.some((q) => q.of === of && w.control.planted.has(q.key))) takeKeys(w, [p, with_(w, p, y)], of);
  },
  "ask keys at a sitting": (w, p, x, y) => {
    const sitting = openSittings(w.state, w.now)[0]?.id;
    const of = marks(w)[x % Math.max(1, marks(w).length)];
    if (sitting === undefined || !of) return;
    const two = electedTellers(w.state, sitting).flatMap((m) => w.person(m) ?? []);
    const ours = two.filter((q) => q.colludes);
    takeKeys(w, ours.length >= 2 ? ours : [p, with_(w, p, y)], of, { sitting });
  },
  "add a device": (w, _p, x) => {
    const p = w.puppets[x % Math.max(1, w.puppets.length)];
    if (!p) return;
    const keys = newKeys(p.of ?? p);
    if (w.act(p, "device.add", w.house.further(p.key, keys.device)) === undefined || !p.of) return;
    const stolen = w.control.held.get(p.key)?.gone?.at;
    plant(w, p.of, { ...keys, reserve: p.reserve });
    if (stolen === undefined) return;
    w.control.planted.delete(keys.device);
    w.control.addStolen(p.of, keys.device, stolen);
  },
  misuse: (w) => misuseAll(w),
  "end a key": (w, _p, x, y) => {
    const p = held(w, x);
    const others = p ? keysOf(w.state, p.member).filter(({ id, key }) => id !== p.key && keyStands(key, w.now)) : [];
    const other = others[y % Math.max(1, others.length)];
    if (p && other) endDevice(w, p, other.id);
  },
  "leave for one": (w, _p, x) => {
    const p = held(w, x);
    if (p) leaveFor(w, p);
  },
  "object for one": (w, _p, x) => {
    const p = held(w, x);
    if (!p) return;
    for (const asking of askingsFor(w.state, p.member))
      if (asking.enrol?.device !== p.key && !asking.off && termsRun(asking, w.now))
        return void w.act(p, "key.object", { of: asking.id });
  },
  "end all keys": (w) => {
    for (const p of w.puppets)
      for (const { id, key } of keysOf(w.state, p.member))
        if (id !== p.key && keyStands(key, w.now)) endDevice(w, p, id);
  },
  "leave for others": (w) => {
    for (const p of w.puppets) leaveFor(w, p);
  },
  steal: (w, _p, x, y) => {
    const of = marks(w)[x % Math.max(1, marks(w).length)];
    if (!of || hasRobbed(w)) return;
    if (y % 4 === 0) of.sheet = false;
    lose(w, of, true);
  },
  "cosign all": (w) => {
    for (const of of w.state.keys.pending.keys()) for (const p of w.theirs) cosign(w, p, of);
  },
};
