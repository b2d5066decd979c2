/** Settings: what can't be is said at start, by the setting's name. */
import { expect, it } from "vitest";
import { ConfigError, readConfig } from "./config.ts";

it("takes a place that other processes can reach, and no other (C-7)", () => {
  const placed = (processAddress: string) => readConfig({ data: "/nowhere", processAddress }, {}).processAddress;
  for (const good of ["127.0.0.1:0", "10.0.0.5:8421", "[fd00::5]:8421", "[::1]:65535", "one.example:8421"])
    expect(placed(good)).toBe(good);
  for (const bad of ["10.0.0.5", "10.0.0.5:99999", "0.0.0.0:8421", "[::]:8421", "[0:0:0:0:0:0:0:0]:8421", "a b:1"])
    expect(() => placed(bad), bad).toThrow(ConfigError);
});
