/** Rules of the room (P7) that can be switched off. */
import { KINDS } from "@nabat/body/kinds.ts";
import { placeFor } from "@nabat/clerk/room.ts";
import { SMALL_ROOM } from "./house.ts";
import type { Switch } from "./switch.ts";

export const VOICE_SWITCHES: Readonly<Record<string, Switch>> = {
  "N-4": {
    says: "a pace for each person and kind",
    attack: "a member revises without end",
    breaks: "L6",
    kinds: KINDS,
    before: (state) => state.voice.paces.clear(),
    quota: SMALL_ROOM,
  },
  "N-6": {
    says: "two tenths of the room are kept: for counting, and for what members decide with",
    attack: "a member fills the room",
    breaks: "L6",
    kinds: KINDS,
    quota: SMALL_ROOM,
    room: (quota, kept, act, members) => placeFor(quota, kept, { ...act, kind: "say" }, members),
  },
};
