/** The contract of a store, to be run against every database that is to be trusted with a record. */
import { besideContract } from "./beside.ts";
import { clerkContract } from "./clerk.ts";
import type { Fixture } from "./fixture.ts";
import { ledgerContract } from "./ledger.ts";

export type { Fixture } from "./fixture.ts";

/** Registers all contract tests. */
export function storeContract(fixture: Fixture): void {
  ledgerContract(fixture);
  besideContract(fixture);
  clerkContract(fixture);
}
