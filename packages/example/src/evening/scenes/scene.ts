/** What a scene of the evening is: what the board does, where the room finds its remedy, and how it stands. */
import type { State } from "@nabat/body";
import type { MemberId } from "@nabat/kernel";
import type { Stage } from "../stage.ts";

/** The state as a scene looks at it. */
export interface Seen {
  readonly state: State;
  readonly now: number;
  readonly memo: Readonly<Record<string, string>>;
  /** Everybody whom the board brought in belongs to it. */
  readonly board: ReadonlySet<MemberId>;
}

export interface Scene {
  /** Its texts are `evening-<id>-…`. */
  readonly id: string;
  /** The rules that it is about, as the protocol numbers them. */
  readonly rules: readonly string[];
  /** The page of the handbook that tells of it. */
  readonly handbook: "members" | "founders" | "tellers" | "meetings";
  /** What the board does now. What is refused of it, the stage keeps. */
  play(stage: Stage): Promise<void>;
  /** What the board goes on doing, each time that somebody lets it or time passes. */
  goOn?(stage: Stage): Promise<void>;
  /** What neighbours do after the room, which isn't the same in every scene. */
  follow?(stage: Stage): Promise<void>;
  /** The neighbours do by themselves what the room didn't find; time passes for it. */
  show(stage: Stage): Promise<void>;
  /** Has what the board wanted come to nothing, or is it in force? */
  stands(seen: Seen): "open" | "held" | "lost";
  /** Where the remedy is found, below `/b/:body`. */
  where(seen: Seen): string;
  /** The hour that matters next in this scene, to which time passes; none that is still to come: it stays. */
  hour?(seen: Seen): number | undefined;
  /** What has to be put right so that the evening can go on, where the room leaves it open. */
  leave?(stage: Stage): Promise<void>;
  /** Ways to choose from, where the room doesn't sign itself; what each does. */
  readonly choices?: Readonly<Record<string, (stage: Stage) => Promise<void>>>;
}
