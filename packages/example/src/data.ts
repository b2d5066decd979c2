/**
 * The present-day house as data (cases/house-of-40.json): invented people, their rules, sittings and
 * votes, told event by event. Read in one language: a body's texts have one.
 */
import type { Statutes, Subject, TextPlace } from "@nabat/body";
import type { Counts, Position, VoteMode } from "@nabat/body";
import raw from "../../../cases/house-of-40.json" with { type: "json" };

/** Languages that the house is told in. */
export const HOUSE_LANGUAGES = ["en", "fr"] as const;
export type HouseLanguage = (typeof HOUSE_LANGUAGES)[number];

/** A text in each of the house's languages. */
export type Words = Readonly<Record<HouseLanguage, string>>;

export interface HousePerson {
  readonly key: string;
  readonly name: string;
}

export interface HouseMotion {
  readonly id: string;
  readonly title: Words;
  readonly text: Words;
  readonly subject: { readonly type: Subject["type"]; readonly body?: "committee"; readonly seats?: number };
}

/** One event. Which of the fields stand in it follows from `do`; cases/README.md describes them. */
export interface HouseEvent {
  readonly at: string;
  readonly do: string;
  readonly by: string;
  readonly id?: string;
  readonly as?: "founder" | "member" | "guest";
  readonly invitedBy?: string;
  readonly member?: string;
  readonly many?: boolean;
  readonly until?: string;
  readonly cosignedBy?: string;
  readonly sitting?: string;
  readonly tellers?: readonly string[];
  readonly title?: Words;
  readonly place?: Words;
  /** A meeting's call, its hour, and an item of its agenda. */
  readonly call?: string;
  readonly starts?: string;
  readonly item?: string;
  /** What those at a meeting elect: who presides, and who counts. */
  readonly board?: { readonly chair: string; readonly tellers: readonly string[] };
  /** An amendment: the motion that it changes, and where. */
  readonly amends?: string;
  readonly where?: TextPlace;
  /** A door that a motion would open: to how many, until when (M-27). */
  readonly door?: { readonly places: number; readonly until: string };
  readonly present?: number;
  readonly guests?: number;
  readonly motion?: string;
  readonly vote?: string;
  readonly mode?: VoteMode;
  readonly closes?: string;
  readonly position?: Position;
  readonly counts?: Counts;
  readonly byTellers?: number;
  readonly whole?: number;
  readonly outcome?: string;
  readonly about?: string;
  readonly text?: Words;
  readonly for?: string;
  readonly signedBy?: readonly string[];
  readonly committee?: string;
  readonly remark?: string;
  readonly expect?: "refusal";
}

export interface House {
  readonly name: Words;
  readonly purpose: Words;
  readonly sentences: readonly Words[];
  readonly statutes: Statutes;
  readonly statutesAfter: { readonly voting: Statutes["voting"]; readonly sentences: readonly Words[] };
  readonly committees: readonly { readonly key: string; readonly name: Words; readonly purpose: Words }[];
  readonly people: readonly HousePerson[];
  readonly motions: readonly HouseMotion[];
  readonly events: readonly HouseEvent[];
}

/** The sentence on who reads entries, and what stands in its place where everyone may look in. */
const READ_SENTENCE = 4;
const OPEN_SENTENCE: Words = {
  en: "Our entries are open to everyone, since this house is an example; who else holds a copy, we decide together.",
  fr: "Nos inscriptions sont ouvertes à tous, puisque cette maison est un exemple ; qui d’autre en garde une copie, nous le décidons ensemble.",
};

/** The house as it is told; its entries are open, so that everybody can look at the example. */
export function houseOf40(): House {
  const house = raw as unknown as House;
  const open = (all: readonly Words[]) => all.map((s, i) => (i === READ_SENTENCE ? OPEN_SENTENCE : s));
  return {
    ...house,
    sentences: open(house.sentences),
    statutes: { ...house.statutes, entries: "public" },
    statutesAfter: { ...house.statutesAfter, sentences: open(house.statutesAfter.sentences) },
  };
}
