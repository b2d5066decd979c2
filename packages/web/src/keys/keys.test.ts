import { deviceGrantBytes, deviceOwnBytes } from "@nabat/body/keys/acts.ts";
import { joinBytes } from "@nabat/body/members/acts.ts";
import { memberIdOf, random, reserveKey, verify } from "@nabat/platform/browser/mod.ts";
import { seedWords, wordsSeed } from "@nabat/platform/common/words.ts";
import { fromHex } from "@nabat/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pairingCode, pairingOf, readPairingCode } from "./devices.ts";
import { invitationText, invitedSignature, newInvitationKey, readInvitation } from "./invitation.ts";
import { drawn } from "@nabat/testkit/chance.ts";
import { newcomer, newSeed, wordChecks, wordFits } from "./newcomer.ts";

const NONCE = "0f".repeat(16);
const ID = "ab".repeat(32);

describe("a newcomer's keys", () => {
  it("come from the sheet: the same person in the same body, on any device", async () => {
    const seed = newSeed();
    const [phone, tablet] = [
      await newcomer(seed, NONCE),
      await newcomer(wordsSeed(seedWords(seed, "fr").join(" ")) as Uint8Array, NONCE),
    ];
    expect(phone.member).toBe(memberIdOf(reserveKey(seed, NONCE).key));
    expect(tablet.member).toBe(phone.member);
    expect(tablet.device.key).not.toBe(phone.device.key);
    expect((await newcomer(seed, "1e".repeat(16))).member).not.toBe(phone.member);
    const { reserve, device, box, grant } = phone.enrol;
    expect(await verify(reserve, deviceGrantBytes(NONCE, device, box), fromHex(grant))).toBe(true);
    expect(await verify(reserve, deviceGrantBytes("1e".repeat(16), device, box), fromHex(grant))).toBe(false);
  });

  it("ask two different words back, whatever their case", () => {
    const words = seedWords(drawn("a sheet", 16), "en");
    for (let n = 0; n < 50; n++) {
      const checks = wordChecks(words);
      expect(new Set(checks.map((c) => c.place)).size).toBe(2);
      for (const check of checks) {
        expect(wordFits(check, ` ${words[check.place - 1]?.toUpperCase()} `)).toBe(true);
        // On no list, as "wrong" is.
        expect(wordFits(check, "wrongly")).toBe(false);
      }
    }
  });
});

describe("codes that people hand over", () => {
  it("an invitation reads back, and signs as its public half says", async () => {
    const key = newInvitationKey();
    const read = readInvitation(`#${invitationText(ID, key.secret)}`);
    expect(read?.id).toBe(ID);
    expect(read?.key.key).toBe(key.key);
    const bytes = joinBytes(ID, "cd".repeat(16) as never, key.key);
    expect(await verify(key.key, bytes, fromHex(invitedSignature(read as never, bytes)))).toBe(true);
  });

  it("an incomplete link is no invitation", () => {
    const text = invitationText(ID, random(32));
    for (const bad of ["", "#", ID, text.slice(0, -1), `${text}A`, text.replace(".", ""), `x${text.slice(1)}`])
      expect(readInvitation(bad)).toBeUndefined();
    fc.assert(fc.property(fc.string(), (s) => void readInvitation(s)));
  });

  it("a new device's code is for one body only", async () => {
    const { device } = await newcomer(newSeed(), NONCE);
    const shown = await pairingOf(device, NONCE);
    expect(readPairingCode(` ${pairingCode(ID, shown)}\n`, ID)).toEqual(shown);
    expect(shown).toMatchObject({ device: device.key, box: device.box });
    // With its own word (K-4).
    expect(await verify(device.key, deviceOwnBytes(NONCE, device.key), fromHex(shown.own))).toBe(true);
    expect(readPairingCode(pairingCode(ID, shown), "cd".repeat(32))).toBeUndefined();
    expect(readPairingCode(pairingCode(ID, shown).slice(0, -1), ID)).toBeUndefined();
    fc.assert(fc.property(fc.string(), (s) => readPairingCode(s, ID) === undefined));
  });
});
