/** The door of `example`: the example house, rehearsals, practice evenings and the worked cases, all played through the API like anybody's acts. */
export { CASES, type Case, type Outcome, playCase, playPart } from "./cases/mod.ts";
export { createExampleMaker, type ExampleMaker, type ExamplesShown } from "./make.ts";
export { createEvenings } from "./evening/evening.ts";
export type { EveningDeps } from "./evening/troupe.ts";
export { createRehearsals, type Rehearsals } from "./rehearsal.ts";
