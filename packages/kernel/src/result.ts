/**
 * Results and refusals.
 *
 * A *refusal* is an expected "no": a value, with the number of the rule it rests on (see
 * docs/protocol) and the facts a sentence needs. `speech` turns it into a sentence; nothing else
 * may. A fault of the world is an `Error` class; a bug is thrown and never dressed up as a refusal.
 */

/** What a refusal's sentence may need: short facts, never free text of members. */
export type RefusalFacts = Readonly<Record<string, string | number | boolean>>;

/** An expected "no" that names its rule. `rule` is a number such as `M-14`; `code` is for programs. */
export interface Refusal {
  readonly ok: false;
  readonly rule: string;
  readonly code: string;
  readonly facts: RefusalFacts;
}

/** A success that carries a value. */
export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

/** Either a value or a refusal. */
export type Result<T> = Ok<T> | Refusal;

/** Wraps a value as a success. */
export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

/** Builds a refusal that rests on `rule` (e.g. `M-14`). */
export function refuse(rule: string, code: string, facts: RefusalFacts = {}): Refusal {
  return { ok: false, rule, code, facts };
}

/** Compile-time check that a `switch` misses no case; throws if it is reached all the same. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
