/** A record in which keys, cards, newcomers and guests did what they can: exported, it is recomputed whole by `nabat verify`; and a device objects from the command line (K-13). */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cardCodeBytes } from "@nabat/body/members/acts.ts";
import { stateHash } from "@nabat/body";
import { writeBundle } from "@nabat/exchange";
import { type ActId, canonicalText, fromUtf8, type Hash, type MemberId, toHex, utf8 } from "@nabat/kernel";
import { newSigningKey, sha256 } from "@nabat/platform";
import { GRADES, originOf, parseAct } from "@nabat/record";
import {
  besideOf,
  checkpointOf,
  DAY,
  entriesOf,
  figures,
  grantOf,
  keyFrom,
  Meeting,
  newKeysOf,
  type Person,
  text,
  type TestKey,
  treeOf,
} from "@nabat/testkit";

import { arrive, bring, drawGreeters, openDoor, seeAmongHalf } from "@nabat/testkit/newcomers.ts";
import { afterAll, expect, it } from "vitest";
import type { Io } from "./io.ts";
import { run } from "./main.ts";
import { writeStream } from "./out-file.ts";

const folder = mkdtempSync(join(tmpdir(), "nabat-places-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);

async function nabat(...argv: string[]): Promise<{ status: number; out: string; err: string }> {
  let out = "";
  let err = "";
  const io: Io = { out: (t) => (out += t), err: (t) => (err += t), watched: false, env: {} };
  return { status: await run(argv, io), out, err };
}

const anew = (m: Meeting, who: Person, sheet = "new"): Person => ({
  ...m.house.person(who.name, sheet),
  member: who.member,
});
const ask = (m: Meeting, by: Person, p: Person, more: object = {}): ActId =>
  m.house.do(by, "key.recover", { ...newKeysOf(p), member: p.member, ...more });

/** Nine, and what these chapters know: each kind once at least. */
function everything(): Meeting {
  const m = new Meeting(["ana", "bo", "cem", "dee", "eli", "fay", "gus", "hana", "ivo"], { label: "places" });
  const { house } = m;
  const p = (n: number) => m.person(n);
  drawGreeters(m, [p(3), p(4), p(5)]);
  bring(m, "jo", p(0));
  const kim = bring(m, "kim", p(0));
  seeAmongHalf(m, [kim], [p(3), p(4)]);
  house.do(kim, "place", { member: kim.member });
  const lea = arrive(m, "lea", p(1));
  house.do(p(2), "sponsor", { member: lea.member });
  const noa = house.join("noa", "guest", p(0));
  house.do(p(2), "cosign", { of: house.do(p(1), "guest.still", { member: noa.member }) });
  openDoor(m, 3);
  // A door of a called meeting: a card that a third confirms, new keys, whom the call names.
  const call = m.convene();
  house.do(p(4), "meeting.keys", { call, members: [p(6).member] });
  const sitting = m.hold(call);
  const eva = "0e".repeat(16) as MemberId;
  const hash = (code: string) => toHex(sha256(cardCodeBytes(eva, code))) as Hash;
  const codes = ["ABC123DEF456GH78", "BBC123DEF456GH78", "CBC123DEF456GH78", "DBC123DEF456GH78"].map(hash);
  const card = house.do(p(1), "card", { member: eva, name: text("Eva"), codes, sitting });
  house.do(p(2), "cosign", { of: card });
  house.do(p(3), "card.confirm", { card });
  house.do(p(2), "cosign", { of: ask(m, p(1), anew(m, p(6)), { sitting }) });
  // Two ask for keys, an old one objects, a meeting decides.
  const off = ask(m, p(3), anew(m, p(5)));
  house.do(p(4), "cosign", { of: off });
  house.do(p(5), "key.object", { of: off });
  const motion = m.move({ subject: { type: "keys", member: p(5).member, before: [p(1).member, p(2).member] } });
  house.wait(DAY);
  m.meet(motion, figures({ for: 8 }));
  // Another card, to which its holder objects.
  const again = { member: eva, name: text("Eva", "members", "again"), codes: [hash("NEW111NEW222NEW3")] };
  const second = house.do(p(7), "card", again);
  house.do(p(8), "cosign", { of: second });
  house.do(p(0), "card.object", { of: second, member: eva, code: "ABC123DEF456GH78" });
  // She leaves by a code of her card, and comes back by another.
  house.do(p(4), "cosign", { of: house.do(p(3), "leave.card", { member: eva, code: "BBC123DEF456GH78" }) });
  house.do(p(0), "leave.card.undo", { member: eva, code: "CBC123DEF456GH78" });
  // Somebody leaves by a device, and comes back by the sheet.
  house.do(p(8), "leave", {});
  house.do(p(8), "leave.undo", {}, { key: p(8).reserve });
  return m;
}

it("K, M, N: the export of a record with all of it is recomputed whole; a device signs its objection away from any page", async () => {
  const m = everything();
  const { house } = m;
  const kinds = new Set(house.entries.map((e) => (JSON.parse(fromUtf8(e.bytes)) as { kind: string }).kind));
  for (const kind of ["key.recover", "key.object", "card", "card.confirm", "card.object", "meeting.keys", "leave.undo"])
    expect([kind, kinds.has(kind)]).toEqual([kind, true]);
  for (const kind of [
    "leave.card",
    "leave.card.undo",
    "greet.draw",
    "greet.reveal",
    "seen",
    "sponsor",
    "place",
    "vouch",
    "guest.still",
    "cosign",
  ])
    expect([kind, kinds.has(kind)]).toEqual([kind, true]);
  const entries = entriesOf(house);
  const tree = treeOf(entries);
  const manifest = {
    format: 1 as const,
    body: house.body,
    origin: originOf(house.body),
    size: entries.length,
    root: toHex(tree.root()),
    clerkKeys: [{ epoch: 0, key: keyFrom("clerk").id }],
    made: 1,
    grades: GRADES,
  };
  const attachments = [...besideOf(house)].map(([hash, attachment]) => ({ hash, attachment }));
  const whole = { manifest, checkpoint: checkpointOf(house, tree), entries: [entries], evidence: [], attachments };
  await writeStream(at("places.tar"), writeBundle(sha256, whole));
  const { status, out } = await nabat("verify", at("places.tar"), "--json");
  expect([status, JSON.parse(out)]).toMatchObject([0, { ok: true, state: stateHash(sha256, house.state) }]);

  // Eli has a second device whose key is in a file; two ask for new keys for her, and she objects by the command line.
  const eli = m.person(4);
  const held = newSigningKey();
  const tablet: TestKey = {
    id: held.key,
    publicKey: eli.device.publicKey,
    sign: (message) => held.sign(message),
    signHex: (message) => toHex(held.sign(message)),
  };
  house.do(eli, "device.add", grantOf(house.nonce, eli.device, tablet));
  const of = ask(m, m.person(0), anew(m, eli));
  house.do(m.person(2), "cosign", { of });
  const { proof: _, ...act } = house.sign(eli, "key.object", { of }, { key: tablet });
  writeFileSync(at("tablet.json"), JSON.stringify({ secret: toHex(held.secret()) }));
  writeFileSync(at("object.json"), JSON.stringify(act));
  const signed = await nabat("sign", at("object.json"), "--key", at("tablet.json"), "--yes", "--json");
  expect([signed.status, signed.err]).toEqual([0, ""]);
  const text_ = canonicalText((JSON.parse(signed.out) as { act: never }).act);
  expect(parseAct(sha256, utf8(text_)).ok).toBe(true);
  expect(house.submit(utf8(text_))).toMatchObject({ ok: true });
  expect(house.state.keys.recoveries.get(of)?.off?.because).toBe("objected");
});
