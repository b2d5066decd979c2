/**
 * How long somebody has spoken, or has left. It runs from the moment that the server gave with the
 * page, by this device's steady clock: a phone that is set wrongly shows the right time.
 */
import { mounts } from "../page/dom.ts";

interface Clock {
  readonly since: number;
  readonly now: number;
  readonly ends?: number;
  /** "{time} left". */
  readonly left?: string;
  readonly over?: string;
}

const running = new Map<HTMLElement, { readonly clock: Clock; readonly from: number }>();

function show(ms: number): string {
  const s = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(s / 60)}:${String(s % 60).padStart(2, "0")}`;
}

function tick(): void {
  for (const [at, { clock, from }] of running) {
    if (!at.isConnected) {
      running.delete(at);
      continue;
    }
    const now = clock.now + performance.now() - from;
    const text =
      clock.ends === undefined
        ? show(now - clock.since)
        : now >= clock.ends
          ? (clock.over ?? "")
          : (clock.left ?? "{time}").replace("{time}", show(clock.ends - now));
    if (at.textContent !== text) at.textContent = text;
  }
}

function take(): void {
  for (const { at, props } of mounts<Clock>("clock")) running.set(at, { clock: props, from: performance.now() });
  tick();
}

take();
setInterval(tick, 1000);
document.addEventListener("nabat:fresh", take);
