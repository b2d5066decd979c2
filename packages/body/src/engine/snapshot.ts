/**
 * The state as canonical bytes: for its hash (D-2), for snapshots, for comparing two copies.
 * A Map is written as an object `{"~map": [[key, value] …]}` with its keys in code-unit order.
 */
import { canonicalText, fromUtf8, type Hash, type Sha256, toHex, utf8 } from "@nabat/kernel";
import type { State } from "./state.ts";

const MAP = "~map";

/** Plain canonical value of any part of the state. */
function plain(value: unknown): unknown {
  if (value instanceof Map) {
    const pairs = [...(value as Map<string, unknown>)].sort(([a], [b]) => (a < b ? -1 : 1));
    return { [MAP]: pairs.map(([k, v]) => [k, plain(v)]) };
  }
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === "object" && value !== null) {
    const out: Record<string, unknown> = {};
    for (const [k, v] of Object.entries(value)) if (v !== undefined) out[k] = plain(v);
    return out;
  }
  return value;
}

function revive(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revive);
  if (typeof value === "object" && value !== null) {
    const o = value as Record<string, unknown>;
    const pairs = o[MAP];
    if (Array.isArray(pairs)) return new Map(pairs.map((p: unknown[]) => [p[0], revive(p[1])] as const));
    return Object.fromEntries(Object.entries(o).map(([k, v]) => [k, revive(v)]));
  }
  return value;
}

/** Canonical bytes of a state. Two states are the same exactly where these bytes are. */
export function stateBytes(state: State): Uint8Array {
  return utf8(canonicalText(plain(state)));
}

/** SHA-256 of {@link stateBytes}, in hex. */
export function stateHash(sha256: Sha256, state: State): Hash {
  return toHex(sha256(stateBytes(state))) as Hash;
}

/** The state of a snapshot. Throws on bytes that {@link stateBytes} did not write. */
export function stateFromBytes(bytes: Uint8Array): State {
  return revive(JSON.parse(fromUtf8(bytes))) as State;
}

/** A deep copy: for trying something on a state without touching it. */
export function copyState(state: State): State {
  return structuredClone(state);
}
