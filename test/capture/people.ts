/** Who lives in a body: habits, and whether they collude. The record knows none of this. */
import type { Chance } from "./chance.ts";
import { type Hand, handOf } from "./house.ts";

/** How often somebody looks at the body's page by themselves. */
export type Looks = "daily" | "weekly" | "never";

export interface Person extends Hand {
  readonly n: number;
  readonly name: string;
  readonly colludes: boolean;
  readonly looks: Looks;
  /** Comes to a hall at an ordinary hour with this likelihood. */
  readonly hall: number;
  /** Hour of the day at which they look. */
  readonly hour: number;
  /** Day of the week, for those who look once a week. */
  readonly weekday: number;
  /** Died or went away: does nothing any more. */
  gone?: boolean;
}

/** Habits of so many people: 4 daily, 3 weekly, 3 never of ten. */
function habits(chance: Chance, n: number): Looks[] {
  const never = Math.floor(0.3 * n);
  const weekly = Math.round(0.3 * n);
  const all = Array.from({ length: n }, (_, i): Looks =>
    i < never ? "never" : i < never + weekly ? "weekly" : "daily",
  );
  return chance.shuffled(all);
}

/** `n` people of whom the first `k` collude. Colluders look daily and come to every hall. */
export function peopleOf(chance: Chance, n: number, k: number): Person[] {
  const looks = habits(chance, n);
  return Array.from({ length: n }, (_, i) => {
    const colludes = i < k;
    return {
      ...handOf(`person ${i}`),
      n: i,
      name: `p${i}`,
      colludes,
      looks: colludes ? "daily" : (looks[i] ?? "daily"),
      hall: colludes ? 1 : 0.3 + 0.6 * chance.next(),
      hour: colludes ? chance.int(24) : 7 + chance.int(15),
      weekday: chance.int(7),
    };
  });
}
