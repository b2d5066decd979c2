import { afterAll, expect, it } from "vitest";
import { freshDatabase, type TestDatabase } from "./database.ts";

const open: TestDatabase[] = [];
afterAll(async () => {
  for (const one of open) await one.close();
});

it("gives each caller an empty database of its own", async () => {
  const first = await freshDatabase();
  const second = await freshDatabase();
  open.push(first, second);
  await first.store.settings.put(null, "mine", new Uint8Array([1]));
  expect(await second.store.settings.get(null, "mine")).toBeNull();
  expect(await first.store.settings.get(null, "mine")).toEqual(new Uint8Array([1]));
  expect(await second.store.ledger.listBodies()).toEqual([]);
});
