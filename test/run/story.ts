/**
 * A story told in steps. Each step is a test of its own that stands on what the steps before it did, not
 * on their tests having run: whichever is asked for first, alone or in another order, the steps before it
 * are done once, and then it. Where one fails, those after it say so at once instead of waiting for what
 * can't come.
 */
import { it } from "vitest";

/** Adds a step as a test; `ms` is how long this step alone may take. */
export type Step = (name: string, work: () => unknown, ms?: number) => void;

/** Begins a story: gives what adds its steps, in order. */
export function story(): Step {
  const steps: { readonly name: string; readonly work: () => unknown; done?: Promise<unknown> }[] = [];
  let longest = 0;
  /** Does the steps up to the one at `last`, each once; rejects where one of them failed. */
  const upTo = async (last: number): Promise<void> => {
    for (const [n, step] of steps.slice(0, last + 1).entries()) {
      step.done ??= Promise.resolve().then(step.work);
      try {
        await step.done;
      } catch (cause) {
        if (n === last) throw cause;
        throw new Error(`this step can't be told: "${step.name}" failed before it`, { cause });
      }
    }
  };
  return (name, work, ms = 120_000) => {
    const at = steps.push({ name, work }) - 1;
    // Asked for alone, it takes as long as all that lead to it.
    longest += ms;
    it(name, () => upTo(at), longest);
  };
}
