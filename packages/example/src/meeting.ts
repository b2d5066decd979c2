/** How the house calls a meeting and holds it: signatures, agenda, items, the floor. */
import type { HouseEvent } from "./data.ts";
import { must, type Play, type Playing } from "./player.ts";

const call: Play = async (p, event) => {
  const data = {
    title: p.text(must(event.title, "a meeting without a title")),
    reason: p.text(must(event.text, "a meeting without a reason")),
    type: "decide",
    starts: Date.parse(must(event.starts, "a meeting without an hour")),
    ...(event.place ? { place: p.text(event.place) } : {}),
    ...(event.until ? { itemsUntil: Date.parse(event.until) } : {}),
  };
  p.calls.set(must(event.id, "a call without a name"), must(await p.act(event, "meeting.call", data), "not called"));
};

const sign: Play = async (p, event) => void (await p.act(event, "meeting.sign", { call: callOf(p, event) }));

const item: Play = async (p, event) => {
  const data = {
    call: callOf(p, event),
    title: p.text(must(event.title, "an item without a title")),
    ...(event.motion ? { motion: p.moved(event.motion).id } : {}),
  };
  p.items.set(must(event.id, "an item without a name"), must(await p.act(event, "meeting.item", data), "no item"));
};

const itemOpen: Play = async (p, event) =>
  void (await p.act(event, "item.open", {
    sitting: sittingOf(p, event),
    item: p.items.get(event.item ?? "") ?? "aob",
  }));

const atSitting =
  (kind: string): Play =>
  async (p, event) =>
    void (await p.act(event, kind, { sitting: sittingOf(p, event) }));

const give: Play = async (p, event) =>
  void (await p.act(event, "floor.give", {
    sitting: sittingOf(p, event),
    speaker: p.memberOf(must(event.member, "the floor to whom?")),
  }));

function callOf(p: Playing, event: HouseEvent): string {
  return must(p.calls.get(must(event.call, "which call?")), `no call ${event.call}`);
}

function sittingOf(p: Playing, event: HouseEvent): string {
  return must(p.sittings.get(must(event.sitting, "which sitting?")), `no sitting ${event.sitting}`);
}

export const meetingPlays: Readonly<Record<string, Play>> = {
  "meeting.call": call,
  "meeting.sign": sign,
  "meeting.item": item,
  "item.open": itemOpen,
  "sitting.here": atSitting("sitting.here"),
  "item.close": atSitting("item.close"),
  "floor.ask": atSitting("floor.ask"),
  "floor.give": give,
  "floor.end": atSitting("floor.end"),
};
