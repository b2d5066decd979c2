/** The calendar file: what a program leaves out that reads titles alone stands in them (findings/calcurse-cancelled.sh). */
import { expect, test } from "vitest";
import type { CallShown } from "@nabat/views";
import { calendar } from "./calendar.ts";

const HOUR = 3600_000;
const NOW = Date.UTC(2026, 11, 1, 9);

function call(of: Partial<CallShown>): CallShown {
  const base = {
    id: "aa",
    starts: NOW + 24 * HOUR,
    title: { text: "The roof" },
    reason: { text: "It leaks" },
    agenda: [],
  };
  return { ...base, stage: "called", stands: NOW, ...of } as unknown as CallShown;
}

function linesOf(...calls: CallShown[]): string[] {
  const text = calendar(calls, { name: "Rosa", now: NOW, link: (id) => `http://x/m/${id}`, stage: (s) => `<${s}>` });
  return text.replaceAll("\r\n ", "").split("\r\n");
}

test("G-20, G-27: a meeting that nobody held, or that still lacks signatures, says so in its title", () => {
  const lines = linesOf(
    call({}),
    call({ id: "bb" as never, stage: "not-held" }),
    call({ id: "cc" as never, stage: "signing", stands: undefined as never }),
  );
  expect(lines.filter((l) => l.startsWith("SUMMARY:"))).toEqual([
    "SUMMARY:The roof",
    "SUMMARY:<not-held>: The roof",
    "SUMMARY:<signing>: The roof",
  ]);
  expect(lines.filter((l) => l.startsWith("STATUS:"))).toEqual([
    "STATUS:CONFIRMED",
    "STATUS:CANCELLED",
    "STATUS:TENTATIVE",
  ]);
});

test("G-22: its address stands in the description too", () => {
  expect(linesOf(call({}))).toContain("DESCRIPTION:It leaks\\nhttp://x/m/aa");
});
