/**
 * A story told in steps. Each step is a test of its own that stands on what the steps before it did, not
 * on their tests having run: whichever is asked for first, alone or in another order, the steps before it
 * are done once, and then it. Where one fails, or takes too long, those after it say so at once instead of
 * waiting for what can't come.
 */
import { it } from "vitest";

/** Adds a step; gives what does it, and those before it where they weren't done yet. */
type Add = (name: string, work: () => unknown, ms: number) => () => Promise<void>;

/** The steps of a story, each done at most once. What is given rejects where its step or one before it failed. */
export function tale(): Add {
  const steps: { readonly name: string; readonly tell: () => Promise<void>; told?: Promise<void> }[] = [];
  return (name, work, ms) => {
    const tell = () =>
      new Promise<void>((done, fail) => {
        const end = setTimeout(() => fail(new Error(`took longer than ${ms} ms`)), ms);
        Promise.resolve()
          .then(work)
          .then(() => done(), fail)
          .finally(() => clearTimeout(end));
      });
    const last = steps.push({ name, tell }) - 1;
    return async () => {
      for (const [n, step] of steps.slice(0, last + 1).entries()) {
        try {
          await (step.told ??= step.tell());
        } catch (cause) {
          if (n === last) throw cause;
          throw new Error(`this step can't be told: "${step.name}" failed before it`, { cause });
        }
      }
    };
  };
}

/** Adds a step as a test; `ms` is how long this step alone may take. */
export type Step = (name: string, work: () => unknown, ms?: number) => void;

/** Begins a story: gives what adds its steps, in order. */
export function story(): Step {
  const add = tale();
  let longest = 1_000;
  return (name, work, ms = 120_000) => {
    // Asked for alone, it takes as long as all that lead to it.
    longest += ms;
    it(name, add(name, work, ms), longest);
  };
}
