/**
 * What one process at a time does for all of a server's: whoever has the shift goes on until it stops saying
 * so. Held in the database by compare-and-set; the worst that two clocks which differ can do is work done twice.
 */
import { fromUtf8, utf8 } from "@nabat/kernel";
import type { Settings } from "@nabat/store";

interface Held {
  readonly holder: string;
  /** ms since 1970. */
  readonly until: number;
}

/** Takes or keeps the shift `name` for `ms` from `now`. False where another process has it. */
export async function takeShift(
  settings: Settings,
  name: string,
  { holder, now, ms }: { readonly holder: string; readonly now: number; readonly ms: number },
): Promise<boolean> {
  const row = `shift.${name}`;
  const before = await settings.get(null, row);
  if (before) {
    const held = JSON.parse(fromUtf8(before)) as Held;
    if (held.holder !== holder && held.until > now) return false;
  }
  const mine: Held = { holder, until: now + ms };
  return await settings.replace(null, row, before, utf8(JSON.stringify(mine)));
}

/** Gives the shift back, so that the next one need not wait. */
export async function endShift(settings: Settings, name: string, holder: string): Promise<void> {
  const row = `shift.${name}`;
  const before = await settings.get(null, row);
  if (!before || (JSON.parse(fromUtf8(before)) as Held).holder !== holder) return;
  await settings.replace(null, row, before, utf8(JSON.stringify({ holder, until: 0 } satisfies Held)));
}
