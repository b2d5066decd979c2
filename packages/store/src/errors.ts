/**
 * Faults of the world as the store meets them: each class says in one sentence what happened and
 * what the caller or the operator can do. A refusal (an expected "no" by a rule) is never one of
 * these; a bug is none of these either.
 */

/** Base of every fault of the store. `advice` is what whoever runs the clerk can do. */
export class StoreFault extends Error {
  readonly advice: string;
  constructor(message: string, advice: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = new.target.name;
    this.advice = advice;
  }
}

/** This process no longer keeps the body: its lease expired or another holder or epoch took over. Reload, forward. */
export class LeaseLost extends StoreFault {
  constructor(what: string) {
    super(
      `The lease on this body is lost: ${what}.`,
      "Nothing was written. Acquire the lease again or forward to its holder.",
    );
  }
}

/** The head of the record is not where the caller thought it was. Nothing was written. */
export class Conflict extends StoreFault {
  readonly size: number;
  constructor(expected: number, size: number) {
    super(
      `The record holds ${size} entries, not ${expected}.`,
      "Nothing was written. Reload the record and admit again.",
    );
    this.size = size;
  }
}

/** An act of the group stands in the record already. Nothing was written. */
export class DuplicateAct extends StoreFault {
  constructor(cause?: unknown) {
    super(
      "An act of this group is in the record already.",
      "Nothing was written. Look the acts up and answer with their places.",
      cause,
    );
  }
}

/** The body is on this clerk already. */
export class BodyExists extends StoreFault {
  constructor(body: string) {
    super(`The body ${body} is on this clerk already.`, "Nothing was written.");
  }
}

/** No such body on this clerk. */
export class UnknownBody extends StoreFault {
  constructor(body: string) {
    super(`The body ${body} is not on this clerk.`, "Nothing was written.");
  }
}

/** The packed leaf hashes of a record are not as they were written. Its entries may be whole: they can be read instead. */
export class DamagedLeaves extends StoreFault {
  constructor(what: string) {
    super(`The leaf hashes are damaged: ${what}.`, "Restore the record from a copy.");
  }
}

/** Another Nabat server runs on the same data folder. */
export class SecondServer extends StoreFault {
  constructor(dataDir: string, holder: string) {
    super(
      `Another Nabat server already runs on the data folder ${dataDir} (${holder}).`,
      "Use that one, stop it first, or give this one another folder with --data.",
    );
  }
}

/** No room left on the disk. What was acknowledged is safe; what was not was not written. */
export class DiskFull extends StoreFault {
  constructor(where: string, cause?: unknown) {
    super(
      `No room left on the disk that holds ${where}.`,
      "Nothing that was acknowledged is lost. Make room, then try again.",
      cause,
    );
  }
}

/** No PostgreSQL for this machine comes with Nabat. */
export class UnsupportedPlatform extends StoreFault {
  constructor(platform: string, why: string) {
    super(
      `The PostgreSQL that comes with Nabat does not run on ${platform}: ${why}.`,
      "Install PostgreSQL 15 or later and set DATABASE_URL=postgres://user:password@host/database.",
    );
  }
}

/** The data folder can't be made, read or written. */
export class NotWritable extends StoreFault {
  constructor(where: string, cause?: unknown) {
    super(
      `The data folder ${where} can't be written by this user.`,
      "Give it to the user that runs Nabat, or choose another with --data.",
      cause,
    );
  }
}

/** The database is gone or unreachable. Whether the last write stands is unknown: reload the head before answering. */
export class LostDatabase extends StoreFault {
  constructor(why: string, cause?: unknown) {
    super(
      `The database can't be reached: ${why}.`,
      "Whether an unanswered write stands is unknown until the record is read again. Nabat keeps trying; check the database's log.",
      cause,
    );
  }
}

/** The database doesn't let this user in, or not do what it must: wrong password, name, or rights. */
export class NotLetIn extends StoreFault {
  constructor(why: string, cause?: unknown) {
    super(
      `The database refuses: ${why}.`,
      "Check user, password and name in DATABASE_URL. The user must own the tables, and be allowed to make them where there are none.",
      cause,
    );
  }
}

/** SQLSTATEs of {@link NotLetIn}: authorisation, no such database, missing rights. */
const NOT_LET_IN = new Set(["28000", "28P01", "3D000", "42501"]);

/** The embedded server did not start or is of another major version. */
export class DatabaseFailed extends StoreFault {
  constructor(why: string, advice = "The file postgres.log in the data folder says more.") {
    super(`The database did not start: ${why}.`, advice);
  }
}

/** The database was made by a newer Nabat. */
export class NewerSchema extends StoreFault {
  constructor(found: number, known: number) {
    super(
      `The database is at version ${found}, this Nabat knows versions up to ${known}.`,
      "Start the newer Nabat again.",
    );
  }
}

/** A backup can be read only into an empty store. */
export class NotEmpty extends StoreFault {
  constructor(bodies: number) {
    super(`This clerk already holds ${bodies} bodies.`, "Restore into a new data folder: nothing was changed.");
  }
}

/** A backup that is cut short, altered, or not a backup. */
export class DamagedBackup extends StoreFault {
  constructor(why: string) {
    super(`The backup can't be read: ${why}.`, "Nothing was kept of it. Use another copy.");
  }
}

/** A secret can't be opened: the key file is missing or belongs to another clerk. */
export class WrongKeyFile extends StoreFault {
  constructor(why: string) {
    super(
      `The clerk's keys can't be opened: ${why}.`,
      "Put the key file of this server (named key) back into its data folder, or name it with --key-file.",
    );
  }
}

/** The database holds sealed keys, and the file that opens them isn't here. */
export class NoKeyFile extends StoreFault {
  constructor(path: string) {
    super(
      `This database is kept by a server whose key file isn't here: ${path}.`,
      "Give every process of a server the same file with --key-file. It lies in the data folder of the first one, named key.",
    );
  }
}

const LOST = new Set([
  "57P01",
  "57P02",
  "57P03",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ENOENT",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENOTFOUND",
]);

/**
 * A node of a cluster that was lost while it had work, as Citus tells it (13.2.2): under 58030 while rows
 * were copied to it, under XX000 at the commit, and then whether it stands is unknown.
 */
const LOST_NODE =
  /^could not commit transaction for shard|^failure on connection marked as essential|^failed to (complete COPY on|COPY to shard)|^server closed the connection unexpectedly/;

/** The SQLSTATE or system error code of an error, or "". */
export function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" ? code : "";
}

/** True where the transaction may simply be run again: serialisation failure or deadlock (40001, 40P01). */
export function isRepeatable(error: unknown): boolean {
  const code = codeOf(error);
  return code === "40001" || code === "40P01";
}

/** A driver's error as a fault, where it is one; else the error itself (a bug stays a bug). */
export function translate(error: unknown): unknown {
  if (error instanceof StoreFault || !(error instanceof Error)) return error;
  const code = codeOf(error);
  if (code === "53100" || code === "ENOSPC" || /No space left on device/.test(error.message))
    return new DiskFull("the database", error);
  if (NOT_LET_IN.has(code)) return new NotLetIn(error.message, error);
  if (LOST.has(code) || code.startsWith("08") || LOST_NODE.test(error.message))
    return new LostDatabase(error.message, error);
  if (
    /^Connection terminated|^Client has encountered a connection error|^timeout exceeded when trying to connect|not queryable/.test(
      error.message,
    )
  )
    return new LostDatabase(error.message, error);
  return error;
}
