/** How the house's people come, get devices and cards, and leave. */
import { canonicalBytes, fromBase64 } from "@nabat/kernel";
import {
  answer,
  closeList,
  entriesOf,
  grantOf,
  invite,
  makeCard,
  newDevice,
  type Seat,
  signByCard,
} from "@nabat/exchange/client/mod.ts";
import type { HouseEvent } from "./data.ts";
import { must, type Play, type Playing } from "./player.ts";

const DAY = 86_400_000;
/** Codes on a card: enough for the founding and the house's votes. */
const CODES = 12;
/** Where the group link's invitation is kept. */
const LINK = "everyone";

const found: Play = async (p, event) => {
  const { house } = p;
  const at = Date.parse(event.at);
  const languages = [p.language, ...house.statutes.languages.filter((l) => l !== p.language)];
  const seat = await p.client.found(
    p.client.person(p.person(event.by).name),
    {
      type: "assembly",
      name: p.text(house.name, "public"),
      purpose: p.text(house.purpose, "public"),
      text: p.text(house.sentences.map((s) => p.words(s)).join("\n"), "public"),
      statutes: { ...house.statutes, languages },
      practice: true,
      clock: at,
    },
    p.options.code === undefined ? {} : { code: p.options.code },
  );
  p.seats.set(event.by, seat);
  p.now = at;
};

const inviteOne: Play = async (p, event) => {
  const until = event.until ? Date.parse(event.until) : p.now + 14 * DAY;
  const made = await invite(p.seat(event.by), must(event.as, "an invitation as what?"), until, event.many === true);
  p.invitations.set(event.many ? LINK : must(event.member, "an invitation for whom?"), made);
};

const join: Play = async (p, event) => {
  const { name } = p.person(event.by);
  // Founders are invited across the table; guests come by the link on the notice board.
  const invitation =
    event.as === "founder"
      ? await invite(p.seat(must(event.invitedBy, "invited by whom?")), "founder", p.now + DAY)
      : must(p.invitations.get(event.as === "guest" ? LINK : event.by), `no invitation for ${event.by}`);
  p.seats.set(event.by, await p.client.join(p.client.person(name), invitation));
};

const apply: Play = async (p, event) => {
  const invitation = must(p.invitations.get(event.by), `no invitation for ${event.by}`);
  await p.act(event, "apply", await answer(invitation, p.seat(event.by)));
};

const vouch: Play = async (p, event) =>
  void (await p.act(event, "vouch", { member: p.memberOf(must(event.member, "vouched for whom?")) }));

const card: Play = async (p, event) => {
  const key = must(event.member, "a card for whom?");
  const sitting =
    event.sitting === undefined ? undefined : must(p.sittings.get(event.sitting), `no sitting ${event.sitting}`);
  const second = p.seat(must(event.cosignedBy, "a card needs two"));
  p.cards.set(key, await makeCard(p.seat(event.by), second, p.person(key).name, CODES, sitting));
};

/** A third of us, who was there, confirms the card (M-28). */
const cardConfirm: Play = async (p, event) => {
  const card = must(p.cards.get(must(event.member, "whose card?")), "no such card");
  const entries = await entriesOf(p.seat(event.by), "kind=card");
  const entry = entries.find((e) => (e.act?.data as { member?: string } | undefined)?.member === card.member);
  await p.act(event, "card.confirm", { card: must(entry, "no entry of that card").id });
};

const listClose: Play = async (p, event) => {
  p.list = await closeList(p.seat(event.by));
};

const listSign: Play = async (p, event) =>
  void (await p.act(event, "list.sign", { list: must(p.list, "no list of founders") }));

const listCard: Play = async (p, event) => {
  const card = must(p.cards.get(must(event.member, "whose card?")), "no such card");
  const second = p.seat(must(event.cosignedBy, "a signature by card needs two"));
  await signByCard(p.seat(event.by), second, must(p.list, "no list of founders"), card);
};

/** The printed sheet brings a new device in. */
const deviceAdd: Play = async (p, event) => {
  const seat = p.seat(event.by);
  const device = newDevice(p.client.tools);
  const old = seat.device;
  await seat.act("device.add", await grantOf(seat.keys.reserve, seat.keys.nonce, device, seat.keys.member), {
    with: "reserve",
  });
  seat.useDevice(device);
  oldDevices.set(seat, old.signer.key);
};
const oldDevices = new WeakMap<Seat, string>();

const deviceEnd: Play = async (p, event) => {
  await p.act(event, "device.end", { device: must(oldDevices.get(p.seat(event.by)), `no old device of ${event.by}`) });
};

/** Last words, then the leaving itself, which needs none. */
const leave: Play = async (p, event) => {
  if (event.text) await p.act(event, "say", { about: p.seat(event.by).body, text: p.text(event.text) });
  await p.act(event, "leave", {});
};

const erase: Play = async (p, event) => {
  const remark = must(p.remarks.get(must(event.remark, "erase what?")), `no remark ${event.remark}`);
  await p.act(event, "erase", { attachments: [remark.ref.hash] });
};

/** The committee's own body, founded on the decision and with its proof. */
const establish: Play = async (p, event) => {
  const committee = must(
    p.house.committees.find((c) => c.key === event.committee),
    `no committee ${event.committee}`,
  );
  const mother = p.seat(event.by);
  const result = must(p.decisions.get(must(event.motion, "established by what?")), `no decision ${event.motion}`);
  const { evidence } = await mother.get<{ evidence: string }>(`evidence/${result}`);
  const { statutes } = p.house;
  const at = Date.parse(event.at);
  const seat = await p.client.found(
    p.client.person(p.person(event.by).name),
    {
      type: "committee",
      name: p.text(committee.name, "public"),
      purpose: p.text(committee.purpose, "public"),
      text: p.text(p.motion(event.motion as string).text, "public"),
      statutes: {
        ...statutes,
        languages: [p.language],
        admission: { ...statutes.admission, vouchers: 0, waitingDays: 0 },
      },
      practice: true,
      clock: at,
      establishedBy: { body: mother.body as never, act: result },
    },
    { evidence: fromBase64(evidence), ...(p.options.code === undefined ? {} : { code: p.options.code }) },
  );
  p.committees.set(committee.key, { seat, now: at });
};

const committeeJoin: Play = async (p, event) => {
  const committee = committeeOf(p, event);
  const at = Date.parse(event.at);
  if (at > committee.now) await committee.seat.act("clock", { to: at });
  committee.now = at;
  await p.client.join(p.client.person(p.person(event.by).name), await invite(committee.seat, "member", at + DAY));
};

/** The mother's record names the child; the child's founding act goes along as proof. */
const established: Play = async (p, event) => {
  const { seat } = committeeOf(p, event);
  const result = must(p.decisions.get(must(event.motion, "by what?")), `no decision ${event.motion}`);
  const { act } = await seat.get<{ act: unknown }>(`acts/${seat.body}`);
  await p.seat(event.by).act("established", { result, body: seat.body }, { evidence: canonicalBytes(act) });
};

function committeeOf(p: Playing, event: HouseEvent): { readonly seat: Seat; now: number } {
  return must(p.committees.get(must(event.committee, "which committee?")), `no committee ${event.committee}`);
}

export const peoplePlays: Readonly<Record<string, Play>> = {
  found,
  invite: inviteOne,
  join,
  apply,
  vouch,
  card,
  "card.confirm": cardConfirm,
  "list.close": listClose,
  "list.sign": listSign,
  "list.card": listCard,
  "device.add": deviceAdd,
  "device.end": deviceEnd,
  leave,
  erase,
  establish,
  "committee.join": committeeJoin,
  established,
};
