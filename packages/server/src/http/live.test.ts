/** The live hub and what stands behind people who wait: beats, hints of return, and pages put off. */
import { EventEmitter } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createBackground } from "./background.ts";
import { createLiveHub } from "./live.ts";

const BODY = "b".repeat(64) as never;
const nothing = () => undefined;

describe("the live hub", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it("says something at least every 25 seconds, and nothing more where the record grows", () => {
    const hub = createLiveHub(() => 0);
    const said: string[] = [];
    hub.join(BODY, 7, (chunk) => said.push(chunk), nothing);
    vi.advanceTimersByTime(120_000);
    const beats = said.filter((s) => s.startsWith("event: beat"));
    expect(beats.length).toBeGreaterThanOrEqual(3);
    expect(beats.length).toBeLessThanOrEqual(5);
    said.length = 0;
    for (let n = 8; n < 68; n++) {
      hub.grown(BODY, n);
      vi.advanceTimersByTime(1000);
    }
    expect(said).toHaveLength(60);
    expect(said.at(-1)).toContain('"size":67');
    hub.close();
    said.length = 0;
    vi.advanceTimersByTime(120_000);
    expect(said).toEqual([]);
  });

  it("spreads the hint of return over as many milliseconds as pages listen", () => {
    const hub = createLiveHub(() => 0.999_99);
    let last = "";
    for (let n = 0; n < 20_000; n++) hub.join(BODY, 1, (chunk) => (last = chunk), nothing);
    expect(Number(/retry: (\d+)/.exec(last)?.[1])).toBeGreaterThan(20_000);
    expect(Number(/retry: (\d+)/.exec(last)?.[1])).toBeLessThan(23_000);
    hub.close();
  });

  it("an hour of events leaves nothing behind when its page goes", () => {
    const hub = createLiveHub(() => 0.5);
    let events = 0;
    const leave = hub.join(BODY, 1, () => (events += 1), nothing);
    for (let n = 2; n < 7202; n++) {
      hub.grown(BODY, n);
      vi.advanceTimersByTime(500);
    }
    expect(events).toBe(7201);
    expect(vi.getTimerCount()).toBe(1);
    leave();
    vi.advanceTimersByTime(1000);
    expect([hub.listeners(), vi.getTimerCount()]).toEqual([0, 1]);
    hub.close();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("pages that read themselves anew", () => {
  const asked = (live: boolean) =>
    ({ method: "GET", url: "/b/x", headers: live ? { "nabat-live": "1" } : {} }) as unknown as IncomingMessage;
  class Answer extends EventEmitter {
    status = 0;
    headers: Record<string, unknown> = {};
    writeHead(status: number, headers: Record<string, unknown>): void {
      this.status = status;
      this.headers = headers;
    }
    end(): void {
      this.emit("close");
    }
  }
  const answer = () => new Answer() as Answer & ServerResponse;

  it("are made six at a time; the next is told when to ask again; who waits for a page is never put off", () => {
    const background = createBackground(
      () => 10_000,
      () => 0.5,
    );
    const under = Array.from({ length: 6 }, answer);
    for (const a of under) expect(background.putOff(asked(true), a)).toBe(false);
    const late = answer();
    expect(background.putOff(asked(true), late)).toBe(true);
    expect([late.status, late.headers["Retry-After"]]).toEqual([503, 61]);
    for (let n = 0; n < 100; n++) expect(background.putOff(asked(false), answer())).toBe(false);
    under[0]?.end();
    expect(background.putOff(asked(true), answer())).toBe(false);
    expect(background.putOff(asked(true), answer())).toBe(true);
  });
});
