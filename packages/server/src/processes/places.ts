/**
 * Which process keeps a body: this one, where it does or nobody does yet; else the one that holds the lease.
 * What was found is remembered until that process says otherwise or its line breaks, so that nothing is
 * asked of the database for each request.
 */
import { type Clerk, KeptElsewhere } from "@nabat/clerk";
import type { BodyId } from "@nabat/kernel";

/** Bodies of other processes that are remembered. */
const MOST = 100_000;

/** `here`, another process by its name, or `nobody` for a moment: between two keepers. */
export type At = { readonly at: "here" | "nobody" } | { readonly at: "there"; readonly holder: string };

export class Places {
  readonly #clerk: Clerk;
  readonly #there = new Map<BodyId, string>();

  constructor(clerk: Clerk) {
    this.#clerk = clerk;
  }

  /** Where a body is kept; opened here where nobody keeps it. What stands in the way of opening is `here`: it is said there. */
  async of(body: BodyId): Promise<At> {
    if (this.#clerk.holds(body)) return { at: "here" };
    const known = this.#there.get(body);
    if (known !== undefined) return { at: "there", holder: known };
    try {
      await this.#clerk.house(body);
    } catch (error) {
      if (!(error instanceof KeptElsewhere)) return { at: "here" };
      if (error.holder === undefined) return { at: "nobody" };
      if (this.#there.size >= MOST) this.#there.clear();
      this.#there.set(body, error.holder);
      return { at: "there", holder: error.holder };
    }
    return { at: "here" };
  }

  /** It isn't there any more, or can't be reached there. */
  forget(body: BodyId): void {
    this.#there.delete(body);
  }
}
