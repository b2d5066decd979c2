/**
 * A house with something in everything: members, an applicant, a guest, a card, motions in every state,
 * votes by hands, by count and by name, a sitting, remarks, versions, accounts, erasures. For tests of
 * views and pages.
 */
import { sha256 } from "./keys.ts";
import { Sample } from "./reader.ts";
import { listingOf } from "./listing.ts";
import { lotSecret } from "./newcomers.ts";
import { type ActId, fromHex, type Hash, toHex, utf8 } from "@nabat/kernel";
import { MINUTE_MS } from "@nabat/body/binding/term.ts";
import { peopleHash, peopleOn } from "@nabat/body/founding/list.ts";
import { computeResult, resultData } from "@nabat/body/votes/computed.ts";
import { DAY, newKeysOf, HOUR, type Person } from "./body.ts";

export interface SampleHouse {
  readonly sample: Sample;
  readonly people: Readonly<Record<string, Person>>;
  readonly ids: Readonly<
    Record<
      | "open"
      | "carried"
      | "lost"
      | "named"
      | "standing"
      | "rules"
      | "hands"
      | "sitting"
      | "openVote"
      | "namedVote"
      | "handsVote"
      | "lostVote"
      | "withdrawn"
      | "amendment"
      | "takenIn"
      | "fallen"
      | "waits"
      | "suspended"
      | "signed"
      | "signing"
      | "opinion"
      | "newKeys"
      | "contest"
      | "door",
      ActId
    >
  >;
}

const NAMES = ["Bo", "Chidi", "Dilan", "Emma", "Farid", "Grete", "Hana", "Ivo", "Jan", "Karim", "Lea"] as const;

/** The sample house, in the middle of its life. `hostile` puts markup into every text that members write. */
export function sampleHouse(hostile = ""): SampleHouse {
  const s = new Sample({ founder: "Ana", label: `sample ${hostile}` });
  const { house } = s;
  const ana = house.founder;
  const people: Record<string, Person> = { Ana: ana };
  for (const name of NAMES) people[name] = s.join(name);
  const p = (name: string) => people[name] as Person;
  const vote = (by: Person, m: { id: ActId; version: Hash }, extra: object) =>
    house.do(by, "vote.open", { motion: m.id, version: m.version, ...extra });
  const declare = (by: Person, id: ActId, outcome: string, counts: object, present?: number) => {
    const whole = house.state.votes.votes.get(id)?.whole;
    return house.do(by, "result", { vote: id, counts, whole, outcome, ...(present === undefined ? {} : { present }) });
  };

  // All twelve are on the list of founders and sign it, but Lea, who comes to it a day later.
  const list = house.do(ana, "list.close", { people: peopleHash(peopleOn(house.state, house.now), sha256) });
  for (const who of Object.values(people)) if (who.name !== "Lea") house.do(who, "list.sign", { list });
  house.wait(DAY);
  house.do(p("Lea"), "list.sign", { list });

  // They come together for the first time, in the yard.
  const first = house.do(ana, "sitting.open", {
    title: s.say("First sitting in the yard"),
    tellers: [p("Bo").member, p("Chidi").member],
  });
  for (const teller of [p("Bo"), p("Chidi")])
    house.do(teller, "sitting.count", { sitting: first, present: 11, guests: 2 });
  house.do(ana, "sitting.close", { sitting: first });

  // Noor comes by Ana's word and Chidi's: three days later she is a member, who waits to be met.
  const noor = s.join("Noor", "member");
  house.do(p("Chidi"), "vouch", { member: noor.member });
  people["Noor"] = noor;

  // A vote by count, carried; one lost; one withdrawn; with remarks, versions, a minority statement.
  house.wait(2 * DAY);
  const yard = s.move(
    p("Dilan"),
    "Open the yard to the neighbours",
    "The yard gate stays open from 8 in the morning to 8 in the evening.",
  );
  house.do(p("Farid"), "say", { about: yard.id, text: s.say(`Who locks it in the evening?${hostile}`) });
  const yard2 = s.say(
    "The yard gate stays open from 8 in the morning to 9 in the evening. Farid and Grete lock it, turn by turn, until the end of October.",
  );
  house.do(p("Dilan"), "revise", { motion: yard.id, text: yard2 });
  house.do(p("Emma"), "second", { motion: yard.id });
  house.do(p("Grete"), "say", { about: yard.id, text: s.say("I can lock it every second day.") });
  house.wait(26 * HOUR);
  const counted = vote(
    p("Dilan"),
    { id: yard.id, version: yard2.hash },
    { mode: "count", closes: house.now + 85 * HOUR, tellers: [p("Bo").member] },
  );
  // As many as call a meeting add a second teller before it opens.
  const addTeller = (to: ActId, by: readonly string[], teller: string) => {
    for (const name of by) house.do(p(name), "teller.add", { vote: to, teller: p(teller).member });
    house.wait(12 * HOUR);
  };
  addTeller(counted, ["Ana", "Emma", "Farid"], "Chidi");
  const choices = ["for", "for", "for", "for", "for", "for", "against", "abstain", "taking-part"];
  [ana, ...NAMES.slice(0, 8).map(p)].forEach((who, i) =>
    s.cast(who, counted, yard2.hash, choices[i] as string, "closed"),
  );
  house.wait(74 * HOUR);
  for (const teller of [p("Bo"), p("Chidi")])
    house.do(teller, "tally", {
      vote: counted,
      counts: { for: 6, against: 1, abstain: 1, "taking-part": 1 },
      ...listingOf(house, counted),
    });
  declare(p("Dilan"), counted, "carried", { for: 6, against: 1, abstain: 1, "taking-part": 1 });
  house.do(p("Ivo"), "minority", {
    motion: yard.id,
    text: s.say("I live on the ground floor beside the gate. I ask that this be looked at again in the autumn."),
  });

  const dogs = s.move(p("Hana"), "No dogs in the yard", "Dogs are not let into the yard.");
  house.do(p("Ivo"), "second", { motion: dogs.id });
  const withdrawn = s.move(p("Jan"), "Paint the stairs blue", "The stairs are painted blue.");
  house.do(p("Jan"), "withdraw", { motion: withdrawn.id });
  house.wait(25 * HOUR);
  const dogVote = vote(p("Hana"), dogs, {
    mode: "count",
    closes: house.now + 85 * HOUR,
    tellers: [p("Bo").member],
  });
  addTeller(dogVote, ["Ana", "Ivo", "Farid"], "Chidi");
  for (const [name, choice] of [
    ["Ana", "against"],
    ["Hana", "for"],
    ["Ivo", "for"],
    ["Bo", "against"],
    ["Lea", "against"],
    ["Jan", "abstain"],
  ] as const)
    s.cast(p(name), dogVote, dogs.version, choice, "closed");
  house.wait(74 * HOUR);
  for (const teller of [p("Bo"), p("Chidi")])
    house.do(teller, "tally", {
      vote: dogVote,
      counts: { for: 2, against: 3, abstain: 1, "taking-part": 0 },
      ...listingOf(house, dogVote),
    });
  declare(ana, dogVote, "lost", { for: 2, against: 3, abstain: 1, "taking-part": 0 });

  // A called meeting: few come, and what they decide waits, or is put to all.
  const bench = s.move(p("Emma"), "A bench at the gate", "We put a bench at the gate, from the old wood.");
  const yardGroup = s.move(p("Ivo"), "A yard committee", "The committee looks after the yard.", {
    subject: { type: "establish", body: "committee", seats: 2 },
  });
  const call = house.do(ana, "meeting.call", {
    title: s.say("Meeting about the yard"),
    reason: s.say("The yard needs somebody who looks after it."),
    type: "decide",
    starts: house.now + 4 * DAY,
  });
  const signs = [...NAMES];
  while (house.state.meetings.calls.get(call)?.stands === undefined)
    house.do(p(signs.shift() as string), "meeting.sign", { call });
  const items = [bench, yardGroup].map(({ id }, i) =>
    house.do(ana, "meeting.item", { call, title: s.say(["The bench", "The committee"][i] as string), motion: id }),
  );
  house.wait(4 * DAY);
  const yardMeeting = house.do(ana, "sitting.open", {
    title: s.say("Meeting about the yard"),
    tellers: [p("Bo").member, p("Chidi").member],
    call,
  });
  const inHall = (m: { id: ActId; version: Hash }, at: ActId, figures: object, present: number): ActId => {
    house.wait(MINUTE_MS);
    const who = (id: string | undefined) => Object.values(people).find((x) => x.member === id) ?? ana;
    const asked = vote(who(house.state.sittings.sittings.get(at)?.opener), m, { mode: "hands", sitting: at });
    const { caller, tellers } = house.state.votes.votes.get(asked) as { caller: string; tellers: readonly string[] };
    house.do(who(caller), "vote.close", { vote: asked });
    const counts = { for: 0, against: 0, abstain: 0, "taking-part": 0, ...figures };
    for (const teller of tellers) house.do(who(teller), "tally", { vote: asked, counts, present });
    const computed = computeResult(house.state.votes.votes.get(asked) as never, {
      sha256,
      opening: (h) => house.openings.get(h),
    });
    if (!computed.ok) throw new Error(`no result: ${computed.code}`);
    return house.do(who(caller), "result", resultData(asked, computed.value));
  };
  house.wait(15 * MINUTE_MS);
  const board = s.move(p("Dilan"), "Who counts", "Bo and Chidi count, Ana presides.", {
    sitting: yardMeeting,
    subject: {
      type: "procedure",
      procedure: { what: "board", chair: ana.member, tellers: [p("Bo").member, p("Chidi").member] },
    },
  });
  inHall(board, yardMeeting, { for: 4 }, 4);
  const made = [bench, yardGroup].map((m, i) => {
    house.do(ana, "item.open", { sitting: yardMeeting, item: items[i] as ActId });
    const result = inHall(m, yardMeeting, { for: 3, against: 1 }, 4);
    house.do(ana, "item.close", { sitting: yardMeeting });
    return result;
  });
  // Who has no device comes to its door: two elected tellers make a card, and it waits for a third.
  const paul = toHex(sha256(utf8("Old Paul"))).slice(0, 32);
  const codes = [1, 2, 3].map((n) => toHex(sha256(utf8(`code ${n}`))));
  const card = house.do(p("Bo"), "card", {
    member: paul,
    name: s.say(`Old Paul${hostile}`),
    codes,
    sitting: yardMeeting,
  });
  house.do(p("Chidi"), "cosign", { of: card });
  house.do(ana, "item.open", { sitting: yardMeeting, item: "aob" });
  house.do(ana, "item.close", { sitting: yardMeeting });
  house.do(ana, "sitting.close", { sitting: yardMeeting });
  // The bench waits three days, the committee is put to all.
  const putters = ["Hana", "Jan", "Karim", "Lea", "Grete", "Farid"];
  while (house.state.binding.decisions.get(made[1] as ActId)?.suspended === undefined)
    house.do(p(putters.shift() as string), "put.all", { result: made[1] });
  // A text that more than half of all have signed, and one that some have.
  const lamp = s.move(p("Jan"), "A lamp in the cellar", "We buy a lamp for the cellar, for at most 30.");
  const broom = s.move(p("Lea"), "A new broom", "We buy a new broom for the stairs.");
  house.wait(HOUR);
  for (const name of ["Jan", "Bo", "Chidi", "Dilan", "Emma", "Farid", "Grete"])
    house.do(p(name), "now.sign", { motion: lamp.id, version: lamp.version });
  for (const name of ["Lea", "Karim"]) house.do(p(name), "now.sign", { motion: broom.id, version: broom.version });
  house.do(p("Karim"), "now.agree", { motion: broom.id, version: broom.version });

  // What is open now.
  const roof = s.move(
    p("Lea"),
    `Repair the roof before winter${hostile}`,
    `Lea asks three roofers for offers by 15 April. The assembly chooses one at its next sitting.${hostile}`,
  );
  house.do(p("Jan"), "second", { motion: roof.id });
  house.do(p("Farid"), "say", { about: roof.id, text: s.say("My cousin is a roofer; I will stay out of the choice.") });
  house.wait(25 * HOUR);
  const openVote = vote(p("Lea"), roof, {
    mode: "count",
    closes: house.now + 108 * HOUR,
    tellers: [p("Bo").member],
  });
  house.do(p("Karim"), "teller.offer", { commit: toHex(sha256(sha256(utf8("Karim's secret")))) });
  addTeller(openVote, ["Ana", "Ivo", "Farid"], "Hana");
  for (const name of ["Bo", "Chidi", "Dilan"]) s.cast(p(name), openVote, roof.version, "for", "closed");
  const standingMotion = s.move(
    p("Chidi"),
    "Bicycles in the hall",
    "Bicycles stand in the hall only between 6 and 9 in the evening.",
  );
  // Amendments to it: one that the mover took in, one that fell with that, one that waits.
  const amend = (by: Person, title: string, words: string, place: object): ActId =>
    s.move(by, title, words, {
      subject: { type: "amendment", motion: standingMotion.id, base: standingMotion.version, place } as never,
    }).id;
  const takenIn = amend(
    p("Dilan"),
    `Until ten in summer${hostile}`,
    `Bicycles stand in the hall only between 6 and 9 in the evening, in summer until 10.${hostile}`,
    { what: "replace", from: 1, to: 1 },
  );
  const fallen = amend(p("Hana"), "No bicycles at all", "They fall over.", { what: "strike", from: 1, to: 1 });
  house.do(p("Chidi"), "accept", { motion: takenIn });
  const amendment = amend(p("Ivo"), "And prams", `Prams may stand there at any time.${hostile}`, {
    what: "insert",
    after: 1,
  });
  house.do(p("Jan"), "second", { motion: amendment });
  // At a sitting that is still going on; someone new, someone without a device, a guest.
  const sitting = house.do(p("Emma"), "sitting.open", {
    title: s.say(`Monthly meeting${hostile}`),
    tellers: [p("Grete").member, p("Karim").member],
    place: s.say("In the laundry"),
  });
  house.do(p("Grete"), "sitting.count", { sitting, present: 9 });
  house.do(p("Karim"), "sitting.count", { sitting, present: 9 });
  const laundry = s.move(
    p("Karim"),
    "A second washing machine",
    "We buy a second washing machine for at most 600 and share its cost by household.",
    { sitting },
  );
  house.wait(MINUTE_MS);
  // Nobody called this sitting: what it says of the ladder is an opinion.
  const ladder = s.move(p("Grete"), "A ladder for all", "We buy a ladder that all may use.", { sitting });
  const inKitchen = inHall(ladder, sitting, { for: 6, against: 2, abstain: 1 }, 9);
  if (house.state.votes.results.get(inKitchen) === undefined) throw new Error("no opinion");
  const hands = vote(p("Emma"), laundry, { mode: "hands", sitting });
  house.do(p("Emma"), "vote.close", { vote: hands });
  house.do(p("Grete"), "tally", {
    vote: hands,
    counts: { for: 7, against: 1, abstain: 1, "taking-part": 0 },
    present: 9,
  });
  // Ivo lost his phone: two stand for new keys of his. Somebody asks for Hana's, alone.
  const again = (name: string, by: Person): ActId => {
    const fresh = { ...house.person(name, "again"), member: p(name).member };
    return house.do(by, "key.recover", { ...newKeysOf(fresh), member: fresh.member });
  };
  const newKeys = again("Ivo", p("Grete"));
  house.do(p("Farid"), "cosign", { of: newKeys });
  again("Hana", p("Karim"));
  s.join("Moussa", "member");
  const nina = s.join("Nina", "guest");
  // Another guest has nearly Dilan's name, and it was asked that they be still for a day.
  const dilan = s.join("DiIan", "guest");
  for (const guest of [nina, dilan])
    house.do(guest, "say", { about: broom.id, text: s.say(`Good evening from ${guest.name}.${hostile}`) });
  house.do(p("Farid"), "guest.still", { member: dilan.member });
  house.wait(HOUR);

  const rules = s.move(p("Ivo"), "Longer votes in summer", "The seven sentences with a longer vote.", {
    subject: { type: "statutes", changes: { voting: { hours: 168 } } },
  });
  house.do(p("Farid"), "account", {
    about: counted,
    source: s.say("Farid’s notes of that week"),
    says: "overwhelming",
    present: { value: 20, quality: "nearly" },
  });
  house.do(p("Grete"), "account", {
    about: counted,
    source: s.say("What Grete counted at the gate"),
    counts: { for: 6, against: 2 },
    says: "carried",
  });
  const idle = s.say("I said this in anger.");
  house.do(p("Jan"), "say", { about: standingMotion.id, text: idle });
  house.do(p("Jan"), "erase", { attachments: [idle.hash] });

  // Three are drawn to greet; Emma gives her word for Noor too, and Jan contests that she is here.
  const greets = [ana, p("Dilan"), p("Hana")];
  for (const g of greets) house.do(g, "teller.offer", { commit: toHex(sha256(fromHex(lotSecret(g)))) });
  const draw = house.do(ana, "greet.draw", {});
  for (const g of greets) house.do(g, "greet.reveal", { draw, secret: lotSecret(g) });
  house.do(p("Karim"), "greet.reveal", { draw, secret: toHex(sha256(utf8("Karim's secret"))) });
  house.do(p("Emma"), "sponsor", { member: noor.member });
  const contest = s.move(
    p("Jan"),
    "Noor was met by nobody",
    "The list says that Chidi vouched for her. I have never seen her in the house.",
    { subject: { type: "contest", member: noor.member, ground: "not-seen" } },
  );
  const door = s.move(
    p("Hana"),
    "Open the door to the new stairwell",
    "Eight flats were finished in spring. Whoever moves in shall vote with us from the beginning.",
    { subject: { type: "door", places: 8, until: house.now + 60 * DAY } },
  );

  return {
    sample: s,
    people,
    ids: {
      open: roof.id,
      carried: yard.id,
      lost: dogs.id,
      named: dogs.id,
      standing: standingMotion.id,
      rules: rules.id,
      hands: laundry.id,
      sitting,
      openVote,
      namedVote: dogVote,
      handsVote: hands,
      lostVote: dogVote,
      amendment,
      takenIn,
      fallen,
      waits: bench.id,
      suspended: yardGroup.id,
      newKeys,
      signed: lamp.id,
      signing: broom.id,
      opinion: ladder.id,
      withdrawn: withdrawn.id,
      contest: contest.id,
      door: door.id,
    },
  };
}
