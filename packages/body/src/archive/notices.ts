import { refuse, type Result } from "@nabat/kernel";
import type { Notice, Signed } from "@nabat/record";
import type { State } from "../engine/state.ts";

export function admitNotice(_state: State, _signed: Signed<Notice>, _at: number): Result<true> {
  return refuse("R-15", "not-a-notice");
}
export function applyNotice(_state: State, _signed: Signed<Notice>, _at: number): void {
  throw new Error("no notices yet");
}
