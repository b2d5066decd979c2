/** State of the practice chapter. */
import type { Millis } from "@nabat/kernel";

export interface PracticePart {
  /** A practice body's own time; `running` bodies use the clerk's. */
  clock?: Millis;
}
