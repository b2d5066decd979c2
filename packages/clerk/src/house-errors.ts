/** Why a house can't take an act in now (C-2): nothing was entered, and the same act may be sent again. */
import type { Room } from "./room.ts";

/** The clerk could not write: nothing was entered, and the same act may be sent again. */
export class NotDurable extends Error {}
/** Another process keeps the record now: nothing was entered, and the same act goes there. */
export class MovedAway extends NotDurable {}
/** The room that the host set aside for this body's contents is used up: all of it, guests' share, all but what is kept, or one's own share of that (C-2). */
export class NoRoom extends Error {
  readonly room: Room;
  constructor(room: Room) {
    super(`the room for this body's contents is used up: ${room}`);
    this.room = room;
  }
}
/** Too many acts are waiting. */
export class Overloaded extends Error {}
