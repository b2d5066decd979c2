/** What every page of a body is built from. */
import type { Say } from "@nabat/ui";
import type { BodyFacts, BodyReader, Unknown } from "@nabat/views";
import type { Context } from "hono";
import type { PagesDeps } from "./deps.ts";

/** One request's body page: who looks, how to speak, what is public. */
export interface BodyPage {
  readonly c: Context;
  readonly deps: PagesDeps;
  readonly reader: BodyReader;
  readonly facts: BodyFacts;
  readonly say: Say;
  /** `/b/<id>`. */
  readonly base: string;
  /** By name, who asked for the keys that ended the device that looks. */
  readonly endedBy?: readonly string[];
  /** What stands in the address of this list that it can't be narrowed by: it is told of where the list begins. */
  readonly unknown?: Unknown;
}
