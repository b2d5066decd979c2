/** Rule M-13: members without a device. */
import { describe, expect, it } from "vitest";
import { type ActId, type Hash, type MemberId, toHex } from "@nabat/kernel";
import { DAY, House, type Person, ruleOf, sha256, text } from "@nabat/testkit";
import { cardCodeBytes } from "./acts.ts";
import { standing } from "./standing.ts";

const EVA = "0e".repeat(16) as MemberId;
const codes = (...printed: string[]): Hash[] => printed.map((c) => toHex(sha256(cardCodeBytes(EVA, c))) as Hash);
const card = (more: object = {}) => ({ member: EVA, name: text("Eva"), codes: codes("ABC123", "DEF456"), ...more });

function house(adopted: boolean): House & { bo: Person; cy: Person } {
  const made = House.found({ statutes: (s) => ({ ...s, admission: { ...s.admission, vouchers: 1, waitingDays: 3 } }) });
  const bo = made.join("bo");
  const cy = made.join("cy");
  if (adopted) made.adoptAtOnce();
  return Object.assign(made, { bo, cy });
}

const sitting = (h: House & { bo: Person; cy: Person }): ActId =>
  h.do(h.founder, "sitting.open", { title: text("sitting"), tellers: [h.bo.member, h.cy.member] });

describe("M-13 cards", () => {
  it("M-13 before adoption two founders make one; its holder is a founder", () => {
    const h = house(false);
    const first = h.do(h.bo, "card", card());
    expect(standing(h.state, EVA, h.now)).toBe("none");
    expect(ruleOf(h.put(h.bo, "cosign", { of: first }))).toBe("K-8");
    h.do(h.cy, "cosign", { of: first });
    expect(standing(h.state, EVA, h.now)).toBe("member");
    expect(h.state.members.members.get(EVA)).toMatchObject({
      card: true,
      founder: true,
      by: first,
      codes: codes("ABC123", "DEF456"),
    });
    expect(h.state.archive.owners.get(text("Eva").hash)).toBe(EVA);
  });

  it("M-13 afterwards two tellers of an open sitting; the usual conditions hold", () => {
    const h = house(true);
    expect(ruleOf(h.put(h.bo, "card", card()))).toBe("M-13");
    const at = sitting(h);
    expect(ruleOf(h.put(h.founder, "card", card({ sitting: at })))).toBe("M-13");
    const first = h.do(h.bo, "card", card({ sitting: at }));
    expect(ruleOf(h.put(h.founder, "cosign", { of: first }))).toBe("M-13");
    h.do(h.cy, "cosign", { of: first });
    expect(h.state.members.members.get(EVA)).toMatchObject({
      seen: true,
      invitedBy: h.bo.member,
      vouchers: [h.cy.member],
    });
    expect(standing(h.state, EVA, h.now)).toBe("applicant");
    h.wait(3 * DAY);
    expect(standing(h.state, EVA, h.now)).toBe("member");
  });

  it("M-13 a new card ends the codes of the old", () => {
    const h = house(false);
    h.do(h.cy, "cosign", { of: h.do(h.bo, "card", card()) });
    const next = h.do(h.bo, "card", card({ codes: codes("NEW111") }));
    h.do(h.cy, "cosign", { of: next });
    expect(h.state.members.members.get(EVA)?.codes).toEqual(codes("NEW111"));
  });

  it("M-13 nobody with a device is given a card behind their back", () => {
    const h = house(false);
    expect(ruleOf(h.put(h.bo, "card", card({ member: h.cy.member })))).toBe("M-13");
    expect(ruleOf(h.put(h.bo, "card", card({ codes: codes("AAA111", "AAA111") })))).toBe("M-13");
  });
});
