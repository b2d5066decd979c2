/** How the house sits, moves, speaks and votes. Tellers open and count what was cast, as they must. */
import { askedOf, changesTo } from "@nabat/body";
import type { ActId } from "@nabat/kernel";
import { type Ballot, cast, castByCard, countListed } from "@nabat/exchange/client/mod.ts";
import type { HouseEvent } from "./data.ts";
import { must, type Play, type Playing } from "./player.ts";

const sittingOpen: Play = async (p, event) => {
  const data = {
    title: p.text(must(event.title, "a sitting without a title")),
    tellers: (event.tellers ?? []).map((t) => p.memberOf(t)),
    ...(event.place ? { place: p.text(event.place) } : {}),
    ...(event.call ? { call: must(p.calls.get(event.call), `no call ${event.call}`) } : {}),
  };
  const sitting = must(await p.act(event, "sitting.open", data), "no sitting");
  p.sittings.set(must(event.id, "a sitting without a name"), sitting);
};

const sittingCount: Play = async (p, event) =>
  void (await p.act(event, "sitting.count", {
    sitting: sittingOf(p, event),
    present: event.present,
    guests: event.guests,
  }));

const sittingClose: Play = async (p, event) =>
  void (await p.act(event, "sitting.close", { sitting: sittingOf(p, event) }));

/** For new rules the text is the rules as they will read; why they should change is the mover's first remark. */
const move: Play = async (p, event) => {
  const id = must(event.id, "a motion without a name");
  if (event.board) return moveBoard(p, event, id);
  if (event.title && event.text) return moveInWords(p, event, id);
  const motion = p.motion(id);
  const { house } = p;
  const newRules = motion.subject.type === "statutes";
  const text = p.text(newRules ? house.statutesAfter.sentences.map((s) => p.words(s)).join("\n") : motion.text);
  const subject = newRules
    ? {
        type: "statutes",
        changes: changesTo(house.statutes, { ...house.statutes, voting: house.statutesAfter.voting }),
      }
    : motion.subject;
  const data = {
    title: p.text(motion.title),
    text,
    subject,
    ...(event.sitting ? { sitting: sittingOf(p, event) } : {}),
  };
  const moved = must(await p.act(event, "move", data), "not moved");
  p.motions.set(id, { id: moved, version: text.ref.hash });
  if (newRules) await p.act(event, "say", { about: moved, text: p.text(motion.text) });
};

/** Those at a meeting elect who presides and who counts (G-44). */
async function moveBoard(p: Playing, event: HouseEvent, id: string): Promise<void> {
  const { chair, tellers } = must(event.board, "no board");
  const procedure = { what: "board", chair: p.memberOf(chair), tellers: tellers.map((t) => p.memberOf(t)) };
  const text = p.text(must(event.text, "no words"));
  const title = p.text(must(event.title, "no title"));
  const subject = { type: "procedure", procedure };
  const moved = must(await p.act(event, "move", { title, text, subject, sitting: sittingOf(p, event) }), "not moved");
  p.motions.set(id, { id: moved, version: text.ref.hash });
}

/** A motion whose words stand in its event: an ordinary one, or an amendment to another. */
async function moveInWords(p: Playing, event: HouseEvent, id: string): Promise<void> {
  const text = p.text(must(event.text, "no words"));
  const amended = event.amends === undefined ? undefined : p.moved(event.amends);
  const subject = amended
    ? { type: "amendment", motion: amended.id, base: amended.version, place: event.where }
    : event.door
      ? { type: "door", places: event.door.places, until: Date.parse(event.door.until) }
      : { type: "text" };
  const title = p.text(must(event.title, "no title"));
  const moved = must(await p.act(event, "move", { title, text, subject }), "not moved");
  p.motions.set(id, { id: moved, version: text.ref.hash });
}

const second: Play = async (p, event) =>
  void (await p.act(event, "second", { motion: p.moved(event.motion as string).id }));

const say: Play = async (p, event) => {
  const words = p.words(must(event.text, "said nothing"));
  const told =
    event.for === undefined
      ? words
      : `${p.person(event.for).name}${p.language === "fr" ? " : « " : ": “"}${words}${p.language === "fr" ? " »" : "”"}`;
  const text = p.text(told);
  await p.act(event, "say", { about: p.moved(event.about as string).id, text });
  if (event.id) p.remarks.set(event.id, text);
};

const minority: Play = async (p, event) => {
  const names = (event.signedBy ?? []).map((key) => p.person(key).name).join(", ");
  await p.act(event, "minority", {
    motion: p.moved(event.motion as string).id,
    text: p.text(`${p.words(must(event.text, "no words"))}\n\n${names}`),
  });
};

const voteOpen: Play = async (p, event) => {
  const { id: motion, version } = p.moved(event.motion as string);
  const mode = must(event.mode, "a vote how?");
  const sealed = mode === "count" && event.sitting === undefined;
  const data = {
    motion,
    version,
    mode,
    ...(event.sitting ? { sitting: sittingOf(p, event) } : {}),
    ...(event.closes ? { closes: Date.parse(event.closes) } : {}),
    ...(event.tellers ? { tellers: event.tellers.slice(0, sealed ? 1 : undefined).map((t) => p.memberOf(t)) } : {}),
  };
  const vote = must(await p.act(event, "vote.open", data), "no vote");
  if (sealed) for (const teller of (event.tellers ?? []).slice(1)) await addTeller(p, event, vote, teller);
  const boxes = (event.tellers ?? []).map((t) => p.seat(t).device.box.box);
  p.ballots.set(must(event.id, "a vote without a name"), { vote, version, mode, boxes });
};

/** As many as call a meeting sign for a further teller before the vote opens (V-53). */
async function addTeller(p: Playing, event: HouseEvent, vote: ActId, teller: string): Promise<void> {
  const asked = askedOf(p.house.statutes.convene.signatures, p.seats.size + p.cards.size);
  const others = [...p.seats.keys()].filter((key) => key !== event.by && key !== teller);
  for (const key of others.slice(0, asked))
    await p.act({ ...event, by: key }, "teller.add", { vote, teller: p.memberOf(teller) });
}

const voteCast: Play = async (p, event) => {
  const done = await cast(p.seat(event.by), ballotOf(p, event), must(event.position, "no position"));
  if (event.expect !== "refusal")
    return void must(
      done.ok ? done.value : undefined,
      `vote of ${event.by} refused: ${done.ok ? "" : `${done.rule} ${done.code}`}`,
    );
  if (done.ok) throw new Error(`the vote of ${event.by} should have been refused`);
  p.refusals++;
};

const voteCard: Play = async (p, event) => {
  const card = must(p.cards.get(must(event.member, "whose card?")), `no card of ${event.member}`);
  await castByCard(
    p.seat(event.by),
    p.seat(must(event.cosignedBy, "a card needs two")),
    ballotOf(p, event),
    card,
    must(event.position, "no position"),
  );
};

const voteClose: Play = async (p, event) => void (await p.act(event, "vote.close", { vote: ballotOf(p, event).vote }));

const tally: Play = async (p, event) => {
  const { vote, mode } = ballotOf(p, event);
  const counted =
    mode === "count" ? await countListed(p.seat(event.by), vote) : { counts: must(event.counts, "not counted") };
  await p.act(event, "tally", { vote, ...counted, present: event.present, byTellers: event.byTellers });
};

const result: Play = async (p, event) => {
  const { vote } = ballotOf(p, event);
  const { counts, whole, present, outcome } = event;
  const declared = must(await p.act(event, "result", { vote, counts, whole, present, outcome }), "not declared");
  p.decisions.set(must(event.vote, "which vote?").replace(/-vote$/, ""), declared);
};

function sittingOf(p: Playing, event: HouseEvent): ActId {
  return must(p.sittings.get(must(event.sitting, "which sitting?")), `no sitting ${event.sitting}`);
}

function ballotOf(p: Playing, event: HouseEvent): Ballot {
  return must(p.ballots.get(must(event.vote, "which vote?")), `no vote ${event.vote}`);
}

export const decidingPlays: Readonly<Record<string, Play>> = {
  "sitting.open": sittingOpen,
  "sitting.count": sittingCount,
  "sitting.close": sittingClose,
  move,
  second,
  say,
  minority,
  "vote.open": voteOpen,
  "vote.cast": voteCast,
  "vote.card": voteCard,
  "vote.close": voteClose,
  tally,
  result,
};
