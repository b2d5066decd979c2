/**
 * Random histories of members and keys: whatever people do, in whatever order, the state is the fold
 * of what was entered, a refusal changes nothing, and the invariants of M-1, M-16 and K-1 hold.
 */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ActId, fromUtf8, type Hash, type KeyId, type MemberId } from "@nabat/kernel";
import { newKeysOf, grantOf, House, HOUR, keyFrom, type Person, text, type TestKey } from "@nabat/testkit";
import { stateBytes } from "../engine/snapshot.ts";
import type { State } from "../engine/state.ts";
import { rollSize, standing } from "./standing.ts";

const R = "ab".repeat(32) as ActId;
const NAMES = ["ana", "bo", "cy", "di", "eve"] as const;

function established(waitingDays: number): House {
  const parent = {
    body: R,
    act: R,
    establishes: { type: "committee", seats: 6, text: R as unknown as Hash },
    at: 0,
    from: 0,
  } as const;
  const house = House.found({
    data: { type: "committee", establishedBy: { body: R, act: R } },
    evidence: { parent },
    statutes: (s) => ({ ...s, admission: { ...s.admission, vouchers: 1, waitingDays } }),
  });
  for (const name of ["bo", "cy"]) {
    const p = house.join(name);
    if (name === "cy") house.do(house.person("bo"), "vouch", { member: p.member });
    house.wait(25 * HOUR);
  }
  return house;
}

interface World {
  readonly house: House;
  readonly invitations: { id: ActId; key: TestKey }[];
  readonly acts: ActId[];
  sheet: number;
}

const pick = <T>(from: readonly T[], n: number): T | undefined => from[n % Math.max(1, from.length)];
const must = <T>(from: readonly T[], n: number): T => pick(from, n) as T;

/** One thing somebody tries; most are refused somewhere, which is the point. */
function attempt(w: World, [what, who, whom, more]: readonly [number, number, number, number]): void {
  const { house } = w;
  const by = house.person(must(NAMES, who));
  const other = house.person(must(NAMES, whom));
  const unique = `${house.state.size} ${what} ${who} ${whom} ${more}`;
  const keep = (made: ReturnType<House["put"]>): void => void (made.ok && w.acts.push(made.value.id));
  const target = w.acts.at(-1 - (more % 3)) ?? R;
  const recovery = [...house.state.keys.recoveries.keys()].at(-1 - (more % 2)) ?? R;
  const bereft =
    NAMES.find((name) => house.person(name).member === house.state.keys.recoveries.get(recovery)?.member) ?? "ana";
  switch (what % 14) {
    case 0: {
      const key = keyFrom(unique);
      const made = house.put(by, "invite", {
        key: key.id,
        as: more % 3 ? "member" : "guest",
        until: house.now + 5 * HOUR,
      });
      if (made.ok) w.invitations.push({ id: made.value.id, key });
      return;
    }
    case 1:
    case 2: {
      const invitation = w.invitations.at(-1 - (more % 4));
      return invitation && keep(house.put(by, "join", house.joinData(by, invitation, more % 5 === 0)));
    }
    case 3:
      return void (more % 6 === 0 && house.put(by, "leave", {}));
    case 4:
      return keep(house.put(by, "vouch", { member: other.member }));
    case 5:
      return keep(
        house.put(by, "device.add", {
          ...grantOf(house.nonce, by.device, keyFrom(`${by.name} ${more % 4}`)),
          ...(more % 2 ? { weak: true } : {}),
        }),
      );
    case 6:
      return keep(
        house.put(by, "device.end", {
          device: more % 5 === 0 ? other.device.id : keyFrom(`${by.name} ${more % 4}`).id,
        }),
      );
    case 7: {
      const fresh: Person = { ...house.person(other.name, `s${w.sheet++}`), member: other.member };
      return keep(house.put(by, "key.recover", { ...newKeysOf(fresh), member: other.member }));
    }
    case 8:
      return keep(house.put(by, "cosign", { of: target }));
    case 9:
      return keep(house.put(by, "cosign", { of: recovery }));
    case 10:
      return keep(house.put(more % 2 ? by : house.person(bereft), "key.object", { of: recovery }));
    case 11:
      return keep(house.put(by, "sitting.open", { title: text(unique), tellers: [by.member, other.member] }));
    case 12:
      return keep(house.put(by, "leave.undo", {}, more % 3 ? { key: by.reserve } : {}));
    default:
      return keep(house.put(by, "rename", { name: text(unique) }, more % 2 ? { key: by.reserve } : {}));
  }
}

interface Seen {
  readonly holders: Map<KeyId, MemberId>;
  readonly left: Set<MemberId>;
}

function invariants(house: House, seen: Seen): void {
  const s: State = house.state;
  for (const [id, key] of s.keys.keys) {
    expect(s.members.members.has(key.member)).toBe(true);
    const before = seen.holders.get(id);
    if (before !== undefined) expect(key.member).toBe(before);
    if (key.since <= house.now) seen.holders.set(id, key.member);
  }
  for (const id of seen.left) expect(standing(s, id, house.now)).toBe("left");
  for (const m of s.members.members.values()) {
    if (m.status === "left") seen.left.add(m.id);
    expect(new Set(m.vouchers).size).toBe(m.vouchers.length);
    expect(m.vouchers).not.toContain(m.id);
    expect(m.vouchers).not.toContain(m.invitedBy);
  }
  for (const i of s.members.invitations.values()) {
    expect(i.used).toBeGreaterThanOrEqual(0);
    if (!i.many) expect(i.used).toBeLessThanOrEqual(1);
  }
  expect(rollSize(s, house.now)).toBeLessThanOrEqual(6);
  for (const r of s.keys.recoveries.values()) {
    expect(r.second).not.toBe(r.by);
    expect(r.member).not.toBe(r.by);
    expect(r.signed === undefined).toBe(r.effective === undefined);
  }
}

const step = fc.noBias(fc.tuple(fc.nat(13), fc.nat(4), fc.nat(4), fc.nat(60)));

describe("histories", () => {
  it("M-1 M-16 K-1 K-16: no history gives a key two holders or brings a leaver back, and fold(a + b) = fold(fold(a), b)", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(step, fc.noBias(fc.nat(20))), { minLength: 50, maxLength: 90 }),
        fc.nat(40),
        fc.integer({ min: 0, max: 1 }),
        (steps, cut, days) => {
          const w: World = { house: established(days), invitations: [], acts: [], sheet: 0 };
          const seen: Seen = { holders: new Map(), left: new Set() };
          for (const [what, hours] of steps) {
            if (hours > 15) w.house.wait(hours * HOUR);
            const { size } = w.house.state;
            const before = fromUtf8(stateBytes(w.house.state));
            const gone = new Set(seen.left);
            attempt(w, what);
            if (w.house.state.size === size) expect(fromUtf8(stateBytes(w.house.state))).toBe(before);
            else {
              const last = JSON.parse(fromUtf8(w.house.entries.at(-1)?.bytes ?? new Uint8Array())) as {
                by: MemberId;
                kind: string;
              };
              // Nobody but the sheet brings back who left by a device (K-16).
              if (last.kind === "leave.undo") seen.left.delete(last.by);
              else expect(gone.has(last.by)).toBe(false);
            }
            invariants(w.house, seen);
          }
          const state = fromUtf8(stateBytes(w.house.state));
          expect(fromUtf8(stateBytes(w.house.refold()))).toBe(state);
          expect(fromUtf8(stateBytes(w.house.refold(1 + (cut % w.house.state.size))))).toBe(state);
        },
      ),
      { numRuns: 30 },
    );
  }, 240_000);
});
