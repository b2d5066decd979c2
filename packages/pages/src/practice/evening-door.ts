/** What the pages of an evening are given: how it stands, and what may be pressed. They know nobody's keys. */
import type { BodyId, MemberId, RefusalFacts } from "@nabat/kernel";

/** Something that was tried in vain. */
export interface EveningTried {
  readonly by: MemberId;
  readonly kind: string;
  readonly rule: string;
  readonly code: string;
  readonly facts: RefusalFacts;
  /** The choice of the room by which it was tried. */
  readonly choice?: string;
}

interface EveningPart {
  /** Texts `evening-<id>-…`. */
  readonly id: string;
  /** The record's size when it began. */
  readonly since: number;
  readonly tried: readonly EveningTried[];
  readonly rules: readonly string[];
  readonly handbook: string;
  /** To whom it happens, where it is somebody in the room. */
  readonly whom?: MemberId;
  /** The neighbours did it, since the room asked to be shown. */
  readonly shown?: true;
}

/** The scene under way. */
export interface EveningScene extends EveningPart {
  /** Which it is, from 1. */
  readonly n: number;
  readonly stands: "open" | "held" | "lost";
  /** Where the remedy is, below `/b/:body`. */
  readonly where: string;
  readonly choices: readonly string[];
  /** Entries in somebody else's name that the board is behind. */
  readonly theirs: readonly string[];
}

/** A scene that is over. */
export interface EveningDone extends EveningPart {
  readonly ended: "held" | "lost" | "left";
  readonly until: number;
}

export interface EveningShown {
  /** People come in; all are there and may begin; a scene; it is over. */
  readonly phase: "gathering" | "ready" | "scene" | "end";
  /** How many scenes there are. */
  readonly of: number;
  readonly board: readonly MemberId[];
  readonly neighbours: readonly MemberId[];
  readonly scene?: EveningScene;
  readonly done: readonly EveningDone[];
}

export interface EveningDoor {
  /** False: none is begun on this server. */
  readonly enabled: boolean;
  /** Makes one; `undefined`: none can be had just now. */
  begin(language: "en" | "fr"): Promise<BodyId | undefined>;
  has(body: BodyId): Promise<boolean>;
  look(body: BodyId): Promise<EveningShown | undefined>;
  /** A fresh invitation's path, behind whose `#` its secret stands; `undefined`: nobody more comes in. */
  enter(body: BodyId): Promise<string | undefined>;
  /**
   * `open`, `next`, `follow`, `wait`, `show`, or one of the scene's choices. `at`: the scene that the page showed, or
   * nothing before the first; where another is under way by now, nothing is done.
   */
  press(body: BodyId, what: string, at: string): Promise<void>;
}
