/** How long what is decided waits before it is in force (B-8). */
import type { Millis } from "@nabat/kernel";
import type { Decision } from "./part.ts";

/** What few decided at a meeting or at once, and new rules, wait so long, in ms (B-8). */
export const WAIT_MS = 3 * 24 * 3600_000;

/** What few decided at a second call, without the ordinary quorum, waits so long, in ms (B-8, V-76). */
export const SECOND_WAIT_MS = 14 * 24 * 3600_000;

/** Devices have so long at least for a vote, and so long lies between what is put in a hall and its vote, in ms (B-12). */
export const MINUTE_MS = 60_000;

/** `at`, but what few decided at a second call not before its fortnight is over, whatever becomes of it meanwhile (B-8, V-76). */
export function notBefore(decision: Pick<Decision, "at" | "second">, at: Millis): Millis {
  return decision.second ? Math.max(at, decision.at + SECOND_WAIT_MS) : at;
}

/** From when a carried decision is in force (B-8). */
export function forceFrom(
  of: Pick<Decision, "way" | "voted" | "whole" | "at" | "halls" | "second">,
  newRules: boolean,
): Millis {
  if (of.second) return of.at + SECOND_WAIT_MS;
  const few =
    ((of.way === "meeting" || of.way === "now") && 2 * of.voted < of.whole) || of.way === "paper" || of.halls === true;
  return few || newRules ? of.at + WAIT_MS : of.at;
}
