/** Amendments (V-45 to V-50): those put to a motion, and what one of them would change. */
import {
  amendmentHolds,
  type AmendmentMotion,
  amendmentsTo,
  askedOf,
  baseVersion,
  collide,
  amendmentsFirst,
  isAmendment,
  lastVersion,
  mayAmend,
  motionStage,
  paragraphsOf,
  type State,
  statutesOf,
  supported,
  rollSize,
  type TextPlace,
  withChanges,
} from "@nabat/body";
import type { ActId } from "@nabat/kernel";
import { type MotionLine, type MotionStatus, motionLines } from "./motion-lines.ts";
import type { BodyReader } from "./reader.ts";
import { type Shown, textsOf, wholeTexts } from "./shared.ts";
import { type WhyNot, whyNot } from "./why-not.ts";
import { type Change, wordChanges } from "./words.ts";

type Motion = State["motions"]["motions"] extends Map<ActId, infer M> ? M : never;

/** One amendment in a list under its motion, in the order of the text. */
export interface AmendmentLine extends MotionLine {
  readonly place: TextPlace;
  /** The new words; of what is struck, the reason. */
  readonly words: Shown;
  /** Enough others have seconded it: it comes before its motion (V-49). */
  readonly first: boolean;
  /** Why it can't change its motion any more, where it has fallen. */
  readonly fallen?: WhyNot;
}

/** A paragraph of the text that amendments are put to. */
export interface NumberedParagraph {
  readonly n: number;
  readonly words: string;
  /** Changed already by an amendment that was carried or taken in. */
  readonly changed: boolean;
}

/** What an amendment would do, for its own page and for the hall. */
export interface AmendmentShown {
  readonly motion: { readonly id: ActId; readonly title: Shown; readonly status: MotionStatus };
  readonly place: TextPlace;
  readonly words: Shown;
  /** What it changes, word by word, with the paragraph before and after; absent where a text isn't at hand. */
  readonly changes?: readonly Change[];
  readonly fallen?: WhyNot;
  readonly first: boolean;
  /** Seconds that it needs to come before its motion, and has. */
  readonly seconds: { readonly need: number; readonly has: number };
  /** Others that change the same place. */
  readonly beside: readonly AmendmentLine[];
}

const WAITING: readonly MotionStatus[] = ["discussed", "voting", "counting"];

/** Is it still to be decided? */
export function isWaiting(line: Pick<MotionLine, "status">): boolean {
  return WAITING.includes(line.status);
}

/** Where a place begins, for sorting; an insertion comes after the paragraph that it follows. */
export function placeStart(place: TextPlace): number {
  return place.what === "insert" ? place.after + 0.5 : place.from;
}

/** The amendments put to a motion: those that wait in the order of the text, then the settled ones, latest first. */
export async function amendmentLines(reader: BodyReader, motion: Motion): Promise<AmendmentLine[]> {
  return linesOf(reader, amendmentsTo(reader.state, motion));
}

async function linesOf(reader: BodyReader, found: readonly AmendmentMotion[]): Promise<AmendmentLine[]> {
  const { state, now } = reader;
  const lines = await motionLines(reader, found);
  const text = await textsOf(
    reader,
    found.map((a) => lastVersion(a).text),
  );
  const roll = rollSize(state, now);
  const all = lines.map((line, i): AmendmentLine => {
    const a = found[i] as AmendmentMotion;
    const fallen = fallenWhy(state, a, line.status);
    return {
      ...line,
      place: a.subject.place,
      words: text(lastVersion(a).text),
      first: supported(state, a, roll, now),
      ...(fallen ? { fallen } : {}),
    };
  });
  const waiting = all.filter(isWaiting).sort((a, b) => placeStart(a.place) - placeStart(b.place) || a.at - b.at);
  const settled = all.filter((a) => !isWaiting(a)).sort((a, b) => b.at - a.at);
  return [...waiting, ...settled];
}

function fallenWhy(state: State, a: AmendmentMotion, status: MotionStatus): WhyNot | undefined {
  if (status !== "fallen") return undefined;
  const held = amendmentHolds(state, a.subject, a.id);
  return held.ok ? undefined : whyNot(held);
}

/** What an amendment would change; `undefined` for a motion that is none. */
export async function amendmentShown(reader: BodyReader, m: Motion): Promise<AmendmentShown | undefined> {
  if (!isAmendment(m)) return undefined;
  const { state, now } = reader;
  const { subject } = m;
  const motion = state.motions.motions.get(subject.motion);
  if (!motion) return undefined;
  const words = lastVersion(m).text;
  const text = await textsOf(reader, [motion.title, words]);
  const whole = await wholeTexts(reader, [subject.base, words]);
  const rivals = amendmentsTo(state, motion).filter(
    (a) => a.id !== m.id && a.subject.base === subject.base && collide(a.subject.place, subject.place),
  );
  const roll = rollSize(state, now);
  const changes = around(whole(subject.base).text, subject.place, whole(words).text);
  const fallen = fallenWhy(state, m, motionStage(state, m, now));
  return {
    motion: { id: motion.id, title: text(motion.title), status: motionStage(state, motion, now) },
    place: subject.place,
    words: text(words),
    ...(changes ? { changes } : {}),
    ...(fallen ? { fallen } : {}),
    first: supported(state, m, roll, now),
    seconds: { need: Math.max(1, askedOf(statutesOf(state, now).voting.seconds, roll)), has: m.seconds.length },
    beside: await linesOf(reader, rivals),
  };
}

/** The place with its neighbours, before and after, word by word. */
function around(base: string | undefined, place: TextPlace, words: string | undefined): Change[] | undefined {
  if (base === undefined || (words === undefined && place.what !== "strike")) return undefined;
  const { list } = paragraphsOf(base);
  const [from, to] = place.what === "insert" ? [place.after, place.after] : [place.from - 1, place.to + 1];
  const first = Math.max(1, from);
  const part = list
    .slice(first - 1, to)
    .map((p) => p.words)
    .join("\n\n");
  const moved: TextPlace =
    place.what === "insert"
      ? { what: "insert", after: Math.max(0, place.after - first + 1) }
      : { ...place, from: place.from - first + 1, to: place.to - first + 1 };
  return wordChanges(part, withChanges(part, [{ place: moved, words: words ?? "" }]));
}

/** The paragraphs of a motion's text, numbered, for whoever puts an amendment; `undefined` where the text isn't at hand. */
export async function paragraphsToAmend(reader: BodyReader, motion: Motion): Promise<NumberedParagraph[] | undefined> {
  const { base } = baseVersion(motion);
  const text = (await wholeTexts(reader, [base]))(base).text;
  if (text === undefined) return undefined;
  const places = lastVersion(motion).changes.flatMap((id) => {
    const found = reader.state.motions.motions.get(id);
    return found && isAmendment(found) ? [found.subject.place] : [];
  });
  return paragraphsOf(text).list.map(({ words }, i) => {
    const here: TextPlace = { what: "strike", from: i + 1, to: i + 1 };
    return { n: i + 1, words, changed: places.some((p) => p.what !== "insert" && collide(p, here)) };
  });
}

/** May the viewer put an amendment to this motion now? */
export function mayAmendNow(reader: BodyReader, motion: Motion): boolean {
  const { state, now, viewer } = reader;
  if (viewer.member === undefined || viewer.standing !== "member" || motion.subject.type !== "text") return false;
  const place: TextPlace = { what: "insert", after: 100_000 };
  const subject = { type: "amendment" as const, motion: motion.id, base: lastVersion(motion).base, place };
  return mayAmend(state, subject, viewer.member, now).ok;
}

/** The amendment to be voted on next in this sitting, before its motion (V-49): in the order of the text. */
export function nextAmendment(reader: BodyReader, motion: Motion, sitting: ActId): AmendmentMotion | undefined {
  const first = amendmentsFirst(reader.state, motion, sitting, reader.now);
  return first.sort((a, b) => placeStart(a.subject.place) - placeStart(b.subject.place) || a.at - b.at)[0];
}
