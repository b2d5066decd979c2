import { KINDS } from "@nabat/body";
import { expect, it } from "vitest";
import { actSchemas } from "./act-schemas.ts";

it("every kind of act has its schema in the API's description", () => {
  const schemas = actSchemas();
  for (const kind of KINDS.keys()) expect(schemas[`data.${kind}`], kind).toMatchObject({ type: expect.anything() });
  expect(JSON.stringify(schemas["data.say"])).toContain('"about"');
});
