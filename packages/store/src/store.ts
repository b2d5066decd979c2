/** All ports over one PostgreSQL database. */
import type { Kysely } from "kysely";
import type { Store } from "./ports.ts";
import { postgresAttachments, postgresWithheld } from "./postgres/attachments.ts";
import { postgresCosignatures, postgresFollows } from "./postgres/federation.ts";
import { postgresLeases } from "./postgres/leases.ts";
import { postgresLedger } from "./postgres/ledger.ts";
import { postgresOutbox } from "./postgres/outbox.ts";
import { postgresSessions, postgresSubmissions } from "./postgres/sessions.ts";
import { postgresKeys, postgresSettings } from "./postgres/settings.ts";
import { postgresSnapshots } from "./postgres/snapshots.ts";
import type { Tables } from "./schema.ts";
import type { Sealer } from "./seal.ts";

/** What reading a record back and keeping snapshots of it need of the store: for a thread that holds no keys. */
export function postgresRecords(db: Kysely<Tables>): Pick<Store, "ledger" | "attachments" | "snapshots"> {
  return { ledger: postgresLedger(db), attachments: postgresAttachments(db), snapshots: postgresSnapshots(db) };
}

/** Composes the store. `sealer` opens and seals the clerk's keys (see `keyFileSealer`). */
export function postgresStore(db: Kysely<Tables>, sealer: Sealer): Store {
  return {
    ledger: postgresLedger(db),
    attachments: postgresAttachments(db),
    withheld: postgresWithheld(db),
    snapshots: postgresSnapshots(db),
    leases: postgresLeases(db),
    sessions: postgresSessions(db),
    submissions: postgresSubmissions(db),
    outbox: postgresOutbox(db),
    cosignatures: postgresCosignatures(db),
    follows: postgresFollows(db),
    settings: postgresSettings(db),
    keys: postgresKeys(db, sealer),
  };
}
