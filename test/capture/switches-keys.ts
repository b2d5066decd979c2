/**
 * Rules of keys (P3) that can be switched off. K-13 (an old key objects) isn't here: who doesn't object is helped by two
 * friends who ask for other keys, and then neither come in (K-7). Nor is K-7's month: whoever looks objects, and those who
 * never look are too few for it to turn a vote.
 */
import { ok, refuse } from "@nabat/kernel";
import type { Act } from "@nabat/record";
import type { State } from "@nabat/body/engine/state.ts";
import type { DeviceEnd } from "@nabat/body/keys/acts.ts";
import { endKey } from "@nabat/body/keys/effect.ts";
import { KINDS } from "@nabat/body/kinds.ts";
import type { Move } from "@nabat/body/motions/acts.ts";
import { changed, type Switch } from "./switch.ts";

/** The state as if no keys were in any term. */
function noTerms(state: State): State {
  return { ...state, keys: { ...state.keys, askedFor: new Map(), disputes: new Map() } };
}

function ofKinds(kinds: readonly string[], view: (state: State) => State) {
  return (state: State, act: Act): State => (kinds.includes(act.kind) ? view(state) : state);
}

export const KEY_SWITCHES: Readonly<Record<string, Switch>> = {
  "K-5": {
    says: "no device ends the reserve key",
    attack: "a stolen phone ends the sheet's key, then leaves",
    breaks: "S6",
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
    kinds: KINDS,
    view: ofKinds(["leave", "withdraw", "erase", "device.end"], noTerms),
  },
  "K-15": {
    says: "a called meeting decides over keys",
    attack: "a stolen phone shuts its owner out",
    breaks: "L3",
    lasting: 8,
    kinds: changed<Move>("move", {
      admit: (_state, { data }, _cx, own) => (data.subject.type === "keys" ? refuse("K-15", "switched-off") : own()),
    }),
  },
  "K-16": {
    says: "who left by a device's signature comes back by the reserve key",
    attack: "a stolen phone leaves",
    breaks: "S6",
    kinds: changed("leave.undo", { admit: () => refuse("K-16", "switched-off") }),
  },
};
