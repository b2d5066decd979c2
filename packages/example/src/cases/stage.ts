/**
 * What a replay is given and what comes out of it. A case plays acts through a clerk's API into
 * practice bodies and then reads back what stands there; a check compares what was read with the
 * number of the source. Nothing is asserted from the inputs.
 */
import type { BodyId } from "@nabat/kernel";
import type { Client, Seat } from "@nabat/exchange/client/mod.ts";

/** A number or answer of the source that must come out, as `facts/*.json` holds it. */
export interface Wanted {
  readonly id: string;
  readonly says: string;
}

/** A check that did not hold. */
export interface Failed {
  readonly id: string;
  readonly says: string;
  readonly wanted: unknown;
  readonly found: unknown;
}

/** What `--json` prints of one case; `failed` only where something didn't hold. */
export interface Outcome {
  readonly case: string;
  readonly bodies: readonly BodyId[];
  readonly checks: number;
  readonly failed?: readonly Failed[];
}

/** A worked case. */
export interface Case {
  readonly name: string;
  readonly title: string;
  /** What the facts say must come out; each must be checked at least once. */
  readonly checks: readonly Wanted[];
  /** Which of its bodies, in order of founding, a visitor should see first. */
  readonly door: number;
  readonly play: (stage: Stage) => Promise<void>;
}

export interface StageOptions {
  /** The founding code that the clerk asks for, if it does. */
  readonly code?: string;
  /** Leave out what is only there for its size. */
  readonly small?: boolean;
  readonly progress?: (done: number, of: number) => void;
}

export class Stage {
  readonly client: Client;
  readonly options: StageOptions;
  readonly bodies: { readonly body: BodyId; readonly reader: Seat }[] = [];
  readonly failed: Failed[] = [];
  readonly #case: Case;
  readonly #checked = new Set<string>();
  #held = 0;

  constructor(client: Client, theCase: Case, options: StageOptions = {}) {
    this.client = client;
    this.#case = theCase;
    this.options = options;
  }

  /** Notes a body of this case; `reader` is a member, for reading everything back. */
  add(reader: Seat): void {
    this.bodies.push({ body: reader.body, reader });
  }

  /** Holds what was read back against what the source wants, both as JSON. */
  check(id: string, wanted: unknown, found: unknown): void {
    const says = this.#case.checks.find((c) => c.id === id)?.says ?? id;
    this.#checked.add(id);
    if (plain(wanted) === plain(found)) this.#held++;
    else this.failed.push({ id, says, wanted, found });
  }

  /** Holds that an act is refused under `rule`. */
  async refused(id: string, rule: string, attempt: Promise<unknown>): Promise<void> {
    this.check(id, { refused: true, rule }, await outcomeOf(attempt));
  }

  /** What came out; a check of the facts that nothing made is a failure too. */
  outcome(): Outcome {
    const unmade = this.#case.checks
      .filter((c) => !this.#checked.has(c.id))
      .map((c) => ({ ...c, wanted: "a check", found: "none was made" }));
    const failed = [...this.failed, ...unmade.map(({ id, says, wanted, found }) => ({ id, says, wanted, found }))];
    return {
      case: this.#case.name,
      bodies: this.bodies.map((b) => b.body),
      checks: this.#held,
      ...(failed.length > 0 ? { failed } : {}),
    };
  }
}

/** `{refused, rule}` of an attempt: a `Result`, or something that throws a refusal. */
export async function outcomeOf(attempt: Promise<unknown>): Promise<{ refused: boolean; rule?: string }> {
  try {
    const value = (await attempt) as { ok?: boolean; rule?: string } | undefined;
    return value?.ok === false && value.rule ? { refused: true, rule: value.rule } : { refused: false };
  } catch (error) {
    const refusal = (error as { refusal?: { rule: string } }).refusal;
    if (!refusal) throw error;
    return { refused: true, rule: refusal.rule };
  }
}

/** JSON with sorted keys, so that equal things compare equal. */
function plain(value: unknown): string {
  return JSON.stringify(value, (_, v: unknown) =>
    typeof v === "object" && v !== null && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
      : v,
  ) as string;
}
