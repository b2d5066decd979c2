import { describe, expect, it } from "vitest";
import { House } from "@nabat/testkit";
describe("a", () => { it("F-1", () => { const h = House.found(); expect(h.state.size).toBe(1); h.refold(); }); });
