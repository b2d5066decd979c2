/** One process at a time (C-7): the shift is held by who took it, until it is given back or runs out. */
import { freshDatabase, type TestDatabase } from "@nabat/testkit/database.ts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { endShift, takeShift } from "./shift.ts";

let database: TestDatabase;
beforeAll(async () => void (database = await freshDatabase()));
afterAll(() => database?.close());

it("is had by one of many who ask at once, kept, given back, and lost when it has run out", async () => {
  const { settings } = database.store;
  const take = (holder: string, now: number) => takeShift(settings, "work", { holder, now, ms: 1000 });
  const asked = await Promise.all(["a", "b", "c", "d"].map((who) => take(who, 0)));
  expect(asked.filter(Boolean)).toHaveLength(1);
  const first = ["a", "b", "c", "d"][asked.indexOf(true)] as string;
  const other = first === "a" ? "b" : "a";
  expect([await take(first, 500), await take(other, 1400), await take(other, 1501)]).toEqual([true, false, true]);
  expect(await take(first, 1502)).toBe(false);
  await endShift(settings, "work", first);
  expect(await take(first, 1503)).toBe(false);
  await endShift(settings, "work", other);
  expect(await take(first, 1504)).toBe(true);
});
