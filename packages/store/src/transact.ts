/**
 * Transactions that may be repeated. Distributed engines answer 40001 ("run it again") as a matter
 * of course; a transaction here therefore holds nothing but SQL and is short. Driver errors leave
 * as faults (errors.ts).
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { Kysely, Transaction } from "kysely";
import { isRepeatable, translate } from "./errors.ts";

/** How often a transaction is run before its 40001 is let through. */
export const MAX_ATTEMPTS = 12;

/** Runs `body` in a transaction, again on 40001 and 40P01. `body` must have no effect beside its SQL. */
export function transact<T, R>(db: Kysely<T>, body: (tx: Transaction<T>) => Promise<R>): Promise<R> {
  return repeat(() => db.transaction().execute(body));
}

/** Runs one statement or transaction, again on 40001 and 40P01 with growing, jittered pauses. */
export async function repeat<R>(run: () => Promise<R>): Promise<R> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      if (!isRepeatable(error) || attempt >= MAX_ATTEMPTS) throw translate(error);
      // The pause keeps two colliding writers from colliding again in step.
      await sleep(Math.random() * Math.min(2 ** attempt, 200));
    }
  }
}
