/** Practice bodies have a clock of their own that any member sets forward (P rules). */
import * as z from "zod/mini";
import { millis } from "../engine/fields.ts";

export const clock = z.strictObject({ to: millis });
export type ClockSet = z.infer<typeof clock>;
export const practiceKinds = ["clock"] as const;
