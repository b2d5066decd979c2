/** A reader over a house of the testkit, as a clerk's reader would give it: for tests of views and pages. */
import { sha256 } from "./keys.ts";
import { type ActId, fromUtf8, type Hash } from "@nabat/kernel";
import { type AttachmentRef, type Grade, parseAct } from "@nabat/record";
import { outNote, readsHidden } from "@nabat/body/archive/out-of-view.ts";
import { isPosition, readsByName } from "@nabat/body/archive/positions.ts";
import { standing } from "@nabat/body/members/standing.ts";
import { statutesAt } from "@nabat/body/statutes/queries.ts";
import type { BodyReader, EntryFound, TextFound, Viewer } from "@nabat/views";
import { BESIDE, type FoundOptions, House, type Person, text } from "./body.ts";

/** A house, and the words behind its hashes. */
export class Sample {
  readonly house: House;
  readonly words: Map<Hash, { readonly text: string; readonly grade: Grade }>;

  constructor(options: FoundOptions & { readonly named?: string; readonly purpose?: string } = {}) {
    this.words = new Map();
    this.house = House.found({
      ...options,
      data: {
        name: this.say(options.named ?? "Lindenstraße 14", "public"),
        purpose: this.say(
          options.purpose ?? "We look after our house together: repairs, the yard, and each other.",
          "public",
        ),
        text: this.say("Our rules in seven sentences", "public"),
        ...options.data,
      },
    });
    this.say(this.house.founder.name);
  }

  /** A text as an attachment's reference, remembered. */
  say(words: string, grade: Grade = "members"): AttachmentRef {
    const ref = text(words, grade);
    this.words.set(ref.hash, { text: words, grade });
    return ref;
  }

  join(name: string, as?: "member" | "guest" | "founder"): Person {
    this.say(name);
    return this.house.join(name, as);
  }

  /** Moves a motion; gives its id and its text's hash. */
  move(by: Person, title: string, words: string, extra: object = {}): { id: ActId; version: Hash } {
    const ref = this.say(words);
    const id = this.house.do(by, "move", { title: this.say(title), text: ref, subject: { type: "text" }, ...extra });
    return { id, version: ref.hash };
  }

  /** A position in a vote by name, readable by members. */
  cast(by: Person, vote: ActId, version: Hash, choice: string, grade: "members" | "closed"): void {
    const { commit, opening } = this.house.position(vote, choice, by.name, grade);
    if (grade === "members") {
      const found = this.house.openings.get(opening.hash);
      this.words.set(opening.hash, { text: JSON.stringify({ choice, salt: found?.salt, vote }), grade });
    }
    this.house.do(by, "vote.cast", { vote, version, commit, opening });
  }

  /** A reader for a person of the house, or for a stranger. */
  reader(who?: Person): BodyReader {
    return readerOver(this.house, this.words, who);
  }
}

/** A reader over any house of the testkit; `words`: texts beside those that were made with `text`. */
export function readerOver(house: House, words: Sample["words"] = new Map(), who?: Person): BodyReader {
  const has = who ? standing(house.state, who.member, house.now) : "none";
  const viewer: Viewer =
    who && has !== "none"
      ? { member: who.member, key: who.device.id, standing: has === "left" ? "stranger" : has }
      : { standing: "stranger" };
  const open = statutesAt(house.state, house.now)?.statutes.entries === "public";
  const mayRead = open || viewer.standing !== "stranger";
  const textOf = (hash: Hash): TextFound => {
    if (house.state.archive.erased.has(hash)) return { here: false, why: "erased" };
    const out = outNote(house.state, hash, house.now);
    if (out && !readsHidden(house.state, hash, viewer.member, house.now))
      return { here: false, why: "out-of-view", out };
    const found = words.get(hash);
    const beside = BESIDE.get(hash);
    if (!found && !beside) return { here: false, why: "missing" };
    if (found?.grade !== "public" && !mayRead) return { here: false, why: "not-yours" };
    if (isPosition(house.state, hash, found?.grade ?? "public") && !readsByName(house.state, viewer, hash, house.now))
      return { here: false, why: "not-yours" };
    return {
      here: true,
      text: found?.text ?? fromUtf8((beside as { bytes: Uint8Array }).bytes),
      media: "text/plain",
    };
  };
  const entries: EntryFound[] = house.entries.map((kept, index) => {
    const parsed = parseAct(sha256, kept.bytes);
    if (!parsed.ok) throw new Error(`entry ${index} does not parse`);
    return { index, at: kept.at, id: kept.id, act: parsed.value.document, right: kept.admission.right };
  });
  const about = (e: EntryFound, id: ActId) => Object.values(e.act?.data ?? {}).includes(id);
  return {
    body: house.body,
    state: house.state,
    now: house.now,
    viewer,
    mayRead,
    mayReadRecord: open || viewer.standing === "member" || viewer.standing === "copy-holder",
    text: async (hash) => textOf(hash),
    texts: async (hashes) => new Map(hashes.map((h) => [h, textOf(h)])),
    openings: async (hashes) =>
      new Map(hashes.flatMap((h) => (words.has(h) ? [[h, words.get(h)?.text ?? ""] as const] : []))),
    entry: async (id) => entries.find((e) => e.id === id),
    entries: async (q) =>
      entries
        .filter(
          (e) =>
            (q.before === undefined || e.index < q.before) &&
            (q.by === undefined || e.act?.by === q.by) &&
            (q.about === undefined || about(e, q.about)),
        )
        .filter(
          (e) =>
            q.kind === undefined ||
            e.act?.kind === q.kind ||
            (q.kind.endsWith(".") && (e.act?.kind ?? "").startsWith(q.kind)),
        )
        .reverse()
        .slice(0, q.limit),
    other: async () => undefined,
  };
}
