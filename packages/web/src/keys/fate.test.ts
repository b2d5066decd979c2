/** K-6, K-7, K-13, K-16: the new device that waits is told truly what became of its keys. */
import { expect, test } from "vitest";
import { fateIn } from "./fate.ts";

const FACTS = {
  nonce: "",
  clerk: "z" as never,
  epoch: 0,
  type: "assembly",
  phase: "adopted",
  practice: false,
} as const;
const facts = (more: object) => fateIn({ ...FACTS, size: 1, root: "" as never, now: 0, witnesses: [], ...more });

test("nobody signed, one did, they come in, they are in", () => {
  expect(facts({ standing: "stranger" })).toMatchObject({
    is: "none",
    says: expect.stringContaining("Nobody has signed"),
  });
  expect(facts({ keysAsked: true })).toMatchObject({ is: "asked", says: expect.stringContaining("a second must") });
  expect(facts({ member: "ab", standing: "stranger", from: 86_400_000, zone: "UTC" }).is).toBe("coming");
  expect(facts({ member: "ab", standing: "member" }).is).toBe("in");
});

test("they came to nothing: why, and that a leaving was signed besides", () => {
  const off = facts({ keysOff: "objected" });
  expect(off).toMatchObject({ is: "off", says: expect.stringContaining("a called meeting decides") });
  expect(off.says).not.toContain("no member now");
  expect(facts({ keysOff: "clash" }).says).toBe(off.says);
  expect(facts({ keysOff: "objected", keysLeft: true }).says).toContain("you are no member now");
  expect(facts({ keysOff: "left", keysLeft: true }).says).toMatch(
    /signed with a device of yours that you leave.*sheet/,
  );
  expect(facts({ keysOff: "sheet" }).says).toContain("you came in otherwise");
});
