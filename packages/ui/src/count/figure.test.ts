/** Figures in pictures are cut, not rounded: 3.99999 isn't 4, as somebody just below the quota would see. */
import { expect, test } from "vitest";
import { figure } from "./picture-frame.tsx";

test.each([
  ["3.99999", "3.99"],
  ["2/3", "0.66"],
  ["0.29", "0.29"],
  ["4.00000", "4"],
  ["7/2", "3.5"],
])("%s is shown as %s", (amount, shown) => expect(figure(amount, "en")).toBe(shown));
