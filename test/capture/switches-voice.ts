/**
 * Rules of the room (P7) that can be switched off. N-4 (a pace for each person) isn't here: what a flood fills is no
 * more than the open room and its author's own share (N-6); the pace spares everybody's eyes, of which no invariant speaks.
 */
import { KINDS } from "@nabat/body/kinds.ts";
import { placeFor } from "@nabat/clerk/room.ts";
import { SMALL_ROOM } from "./house.ts";
import type { Switch } from "./switch.ts";

export const VOICE_SWITCHES: Readonly<Record<string, Switch>> = {
  "N-6": {
    says: "two tenths of the room are kept: for counting, and for what members decide with",
    attack: "a member fills the room",
    breaks: "L6",
    kinds: KINDS,
    quota: SMALL_ROOM,
    room: (quota, kept, act, members) => placeFor(quota, kept, { ...act, kind: "say" }, members),
  },
};
