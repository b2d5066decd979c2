/** Every elementary act that a plan may hold. */
import { BASIC, type Elementary } from "./colluders.ts";
import { MORE } from "./colluders-more.ts";

export const ELEMENTARY: Readonly<Record<string, Elementary>> = { ...BASIC, ...MORE };
