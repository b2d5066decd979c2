/** V-32: every member finds, by whom a position was entered for somebody without a device, and who confirmed it. */
import { type Hash, type MemberId, toHex } from "@nabat/kernel";
import { cardCodeBytes } from "@nabat/body/members/acts.ts";
import { Meeting, type Person, sha256, text } from "@nabat/testkit";
import { pageDeps } from "@nabat/testkit/page-deps.ts";
import { readerOver } from "@nabat/testkit/reader.ts";
import { expect, it } from "vitest";
import { pages } from "../mod.ts";

const EVA = "0e".repeat(16) as MemberId;
const CODE = "ABC123DEF456GH78";

it("V-32: the list of entries names who entered each position by card; the members' page leads there", async () => {
  const m = new Meeting(["ana", "bo", "cy", "di", "fin"]);
  const codes = [toHex(sha256(cardCodeBytes(EVA, CODE))) as Hash];
  const card = m.house.do(m.person(1), "card", {
    member: EVA,
    name: text("Eva"),
    codes,
    sitting: m.hold(m.convene()),
  });
  m.house.do(m.person(2), "cosign", { of: card });
  m.house.do(m.person(3), "card.confirm", { card });
  m.house.giveVote({ name: "Eva", member: EVA } as Person);
  m.house.wait(1000);
  const vote = m.callOutside(m.move({ by: m.person(0) }), { mode: "count", tellers: [m.person(1)] });
  const position = { ...m.position(vote, m.person(1), "for"), member: EVA, code: CODE };
  const entered = m.house.do(m.person(1), "vote.card", position);
  m.house.do(m.person(4), "cosign", { of: entered });
  const app = pages({
    ...pageDeps(m.house),
    reader: async () => readerOver(m.house, new Map(), m.person(3)),
  } as never);
  const read = async (path: string) =>
    (await (await app.request(`http://127.0.0.1/b/${m.house.body}${path}`)).text()).replace(/<\/?bdi>/g, "");
  expect(await read("/members")).toContain(`/entries?kind=vote.card`);
  const list = (await read("/entries?kind=vote.card")).replace(/[\u2068\u2069]/g, "");
  expect(list).toContain("bo entered a position for Eva on");
  expect(await read(`/entries/${entered}`)).toContain("fin");
});
