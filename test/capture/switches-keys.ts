/**
 * Rules of keys (P3) that can be switched off. K-7 isn't here: whoever looks objects, those who never look are too few to
 * turn a vote, and whose keys others asked for first comes back by the door of a meeting.
 */
import { ok, refuse } from "@nabat/kernel";
import type { Act } from "@nabat/record";
import type { State } from "@nabat/body/engine/state.ts";
import type { DeviceEnd, KeyObject, KeyRecover } from "@nabat/body/keys/acts.ts";
import { endKey } from "@nabat/body/keys/effect.ts";
import { KINDS } from "@nabat/body/kinds.ts";
import { rollSize } from "@nabat/body/members/standing.ts";
import type { Move } from "@nabat/body/motions/acts.ts";
import { changed, type Switch } from "./switch.ts";

/** The state as if no keys were in any term. */
function noTerms(state: State): State {
  return { ...state, keys: { ...state.keys, askedFor: new Map(), disputes: new Map() } };
}

function ofKinds(kinds: readonly string[], view: (state: State) => State) {
  return (state: State, act: Act): State => (kinds.includes(act.kind) ? view(state) : state);
}

/** What two have signed for comes in at once. */
function atOnce(state: State): void {
  for (const r of state.keys.recoveries.values()) {
    if (r.way !== "two" || r.alone || r.all || r.off || r.signed === undefined || r.effective === r.signed) continue;
    r.effective = r.signed;
    for (const [id, key] of state.keys.keys)
      if (key.of === r.id) state.keys.keys.set(id, { ...key, since: Math.min(key.since, r.signed) });
    for (const { key, ended } of r.before ?? []) {
      const old = state.keys.keys.get(key);
      if (old && !old.reserve) old.ended = Math.min(ended ?? r.signed, r.signed);
    }
  }
}

export const KEY_SWITCHES: Readonly<Record<string, Switch>> = {
  "K-5": {
    says: "no device ends the reserve key",
    attack: "a stolen phone ends the sheet's key, then leaves",
    breaks: "S6",
    seed: 5,
    kinds: changed<DeviceEnd>("device.end", {
      admit: (state, { by, data }, _cx, own) => {
        const admitted = own();
        const key = state.keys.keys.get(data.device);
        if (admitted.ok || !key?.reserve || key.member !== by) return admitted;
        return ok({ right: { rule: "K-5" }, effect: { reserve: true } });
      },
      apply: (state, { by, data }, cx, own) => {
        if (state.keys.keys.get(data.device)?.reserve) endKey(state, by, data.device, cx.at);
        else own(state);
      },
    }),
  },
  "K-12 votes": {
    says: "new keys don't vote on devices while the old can object",
    attack: "two ask for others' keys",
    breaks: "S1",
    kinds: KINDS,
    view: ofKinds(["vote.cast"], noTerms),
  },
  "K-12 leaving": {
    says: "neither side leaves or undoes anything meanwhile",
    attack: "new keys leave in somebody's name",
    breaks: "S6",
    seed: 51,
    kinds: KINDS,
    view: ofKinds(["leave", "withdraw", "erase", "device.end"], noTerms),
  },
  "K-12 standing for others": {
    says: "new keys stand for nobody else",
    attack: "new keys bring in people who don't exist",
    breaks: "S5",
    seed: 34,
    kinds: KINDS,
    view: ofKinds(["invite", "vouch", "seen", "sponsor", "place", "cosign", "key.recover"], noTerms),
  },
  "K-6": {
    says: "the old keys go on for three days",
    attack: "two ask for others' keys",
    breaks: "S6",
    seed: 6,
    kinds: KINDS,
    before: atOnce,
  },
  "K-13": {
    says: "an old key objects",
    attack: "two ask for others' keys",
    breaks: "S6",
    seed: 12,
    kinds: changed<KeyObject>("key.object", {
      admit: (state, { data }, _cx, own) =>
        state.keys.recoveries.has(data.of) ? refuse("K-13", "switched-off") : own(),
    }),
  },
  "K-14": {
    says: "a device that another ended stands again",
    attack: "a thief ends the second device",
    breaks: "S6",
    seed: 14,
    kinds: changed<KeyObject>("key.object", {
      admit: (state, { data }, _cx, own) =>
        state.keys.recoveries.has(data.of) ? own() : refuse("K-14", "switched-off"),
    }),
  },
  "K-18": {
    says: "where few are left, one word suffices",
    attack: "a stolen phone shuts its owner out",
    breaks: "L3",
    seed: 3,
    lasting: 8,
    size: 2,
    colluders: 0,
    kinds: changed<KeyRecover>("key.recover", {
      admit: (state, _act, cx, own) => (rollSize(state, cx.at) <= 2 ? refuse("K-18", "switched-off") : own()),
    }),
  },
  "K-15": {
    says: "a called meeting decides over keys",
    attack: "a stolen phone shuts its owner out",
    breaks: "L3",
    seed: 11,
    lasting: 8,
    kinds: changed<Move>("move", {
      admit: (_state, { data }, _cx, own) => (data.subject.type === "keys" ? refuse("K-15", "switched-off") : own()),
    }),
  },
  "K-16": {
    says: "who left by a device's signature comes back by the reserve key",
    attack: "a stolen phone leaves",
    breaks: "S6",
    seed: 5,
    kinds: changed("leave.undo", { admit: () => refuse("K-16", "switched-off") }),
  },
  "K-16 other device": {
    says: "another device takes a leaving back within three days",
    attack: "a thief ends the second device, then leaves",
    breaks: "S6",
    seed: 22,
    kinds: changed("leave.undo", {
      admit: (state, _act, cx, own) =>
        state.keys.keys.get(cx.key)?.reserve === true ? own() : refuse("K-16", "switched-off"),
    }),
  },
};
