import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { zonedMillis, zonedText } from "./zoned.ts";

describe("typed dates", () => {
  it("are meant in the body's zone, summer and winter", () => {
    expect(zonedMillis("2026-01-10T12:00", "Europe/Paris")).toBe(Date.UTC(2026, 0, 10, 11));
    expect(zonedMillis("2026-07-10T12:00", "Europe/Paris")).toBe(Date.UTC(2026, 6, 10, 10));
    expect(zonedMillis("2026-07-10", "Asia/Kolkata")).toBe(Date.UTC(2026, 6, 9, 18, 30));
  });

  it("take the earlier of a repeated hour and the later of a skipped one", () => {
    expect(zonedMillis("2026-10-25T02:30", "Europe/Paris")).toBe(Date.UTC(2026, 9, 25, 0, 30));
    expect(zonedMillis("2026-03-29T02:30", "Europe/Paris")).toBe(Date.UTC(2026, 2, 29, 1, 30));
  });

  it.each(["", "2026-13-01", "2026-02-30T10:00", "2026-01-01T24:00", "2026-1-1", "x"])("refuse %j", (text) => {
    expect(zonedMillis(text, "UTC")).toBeUndefined();
  });

  it("come back as they were typed", () => {
    const zones = ["UTC", "Europe/Paris", "America/St_Johns", "Asia/Kathmandu", "Pacific/Auckland"];
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2060, 0) }),
        fc.constantFrom(...zones),
        (ms, zone) => {
          const minute = Math.floor(ms / 60_000) * 60_000;
          const again = zonedMillis(zonedText(minute, zone), zone) as number;
          // A repeated hour reads as its first half.
          expect([0, 3600_000]).toContain(minute - again);
        },
      ),
    );
  });
});
