/**
 * Live pages: one coalesced event per body, at most two a second, as server-sent events. The event
 * says only how far the record has grown: tallies of an open vote stay hidden. A client that
 * returns sends the last size it knew (`Last-Event-ID`) and gets the present one at once; the retry
 * hint is jittered, the more the more listen, so that ten thousand do not return in one moment. Where
 * nothing grows, a beat shows both sides that the connection still stands.
 */
import type { BodyId } from "@nabat/kernel";

/** Least time between two events of a body, in ms. */
const EVERY = 500;
/** Longest silence, in ms: proxies and mobile networks drop what says nothing for a minute. */
const BEAT = 25_000;
/** Least and most of the hint when to return, in ms; each page that listens adds one to the most. */
const RETURN = 2000;
const RETURN_SPREAD = 8000;

type Send = (chunk: string) => void;

export interface LiveHub {
  /** Joins a listener; the returned function leaves. `end` is called where the server stops. */
  join(body: BodyId, size: number, send: Send, end: () => void): () => void;
  /** The record has grown. */
  grown(body: BodyId, size: number): void;
  /** How many listen. */
  listeners(): number;
  /** How many listen to this body here. */
  listening(body: BodyId): number;
  /** So many listen to this body at another process, named `where`: they are counted with those here. */
  outside(body: BodyId, where: string, n: number): void;
  close(): void;
}

/** A hub; `chance` gives numbers in [0, 1) for the jitter; `beat`: the longest silence, in ms. */
export function createLiveHub(chance: () => number, beat = BEAT): LiveHub {
  const rooms = new Map<
    BodyId,
    { listeners: Map<Send, () => void>; size: number; timer?: NodeJS.Timeout; last: number }
  >();
  const outside = new Map<BodyId, Map<string, number>>();
  /** All that listen to a body, at whatever process. */
  const all = (body: BodyId): number =>
    [...(outside.get(body)?.values() ?? [])].reduce((n, more) => n + more, rooms.get(body)?.listeners.size ?? 0);
  const roomOf = (body: BodyId) => {
    let room = rooms.get(body);
    if (!room) rooms.set(body, (room = { listeners: new Map(), size: 0, last: 0 }));
    return room;
  };
  // How many listen goes with it, so that pages spread their reading over as long as one core needs.
  const event = (size: number, listening: number) =>
    `id: ${size}\nevent: size\ndata: {"size":${size},"listening":${listening}}\n\n`;
  const flush = (body: BodyId) => {
    const room = rooms.get(body);
    if (!room) return;
    delete room.timer;
    room.last = performance.now();
    const chunk = event(room.size, all(body));
    for (const send of room.listeners.keys()) send(chunk);
  };
  const beats = setInterval(() => {
    const now = performance.now();
    for (const room of rooms.values()) {
      if (now - room.last < beat) continue;
      room.last = now;
      for (const send of room.listeners.keys()) send("event: beat\ndata: {}\n\n");
    }
  }, beat / 5);
  beats.unref();
  return {
    join(body, size, send, end) {
      const room = roomOf(body);
      room.size = Math.max(room.size, size);
      room.listeners.set(send, end);
      const spread = Math.max(RETURN_SPREAD, all(body));
      send(`retry: ${RETURN + Math.floor(chance() * spread)}\n${event(room.size, all(body))}`);
      return () => {
        room.listeners.delete(send);
        if (room.listeners.size === 0 && !room.timer) rooms.delete(body);
      };
    },
    grown(body, size) {
      const room = rooms.get(body);
      if (!room) return;
      room.size = size;
      room.timer ??= setTimeout(() => flush(body), Math.max(0, room.last + EVERY - performance.now()));
    },
    listening: (body) => rooms.get(body)?.listeners.size ?? 0,
    outside(body, where, n) {
      const places = outside.get(body) ?? new Map<string, number>();
      if (n > 0) outside.set(body, places.set(where, n));
      else if (places.delete(where) && places.size === 0) outside.delete(body);
    },
    listeners: () => [...rooms.values()].reduce((n, r) => n + r.listeners.size, 0),
    close() {
      clearInterval(beats);
      const last = [...rooms.values()];
      rooms.clear();
      for (const room of last) {
        clearTimeout(room.timer);
        for (const end of room.listeners.values()) end();
      }
    },
  };
}
