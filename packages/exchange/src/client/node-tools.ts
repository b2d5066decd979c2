/** The tools of a client on Node: OpenSSL's Ed25519 and X25519. */
import { createPrivateKey, createPublicKey, diffieHellman } from "node:crypto";
import { fromHex, toHex } from "@nabat/kernel";
import { random, sha256, signingKey, verify } from "@nabat/platform";
import type { Tools } from "./tools.ts";

const PKCS8_X25519 = Buffer.from("302e020100300506032b656e04220420", "hex");
const SPKI_X25519 = Buffer.from("302a300506032b656e032100", "hex");

/** Tools for {@link createClient} on Node. */
export const nodeTools: Tools = {
  sha256,
  random,
  signer: signingKey,
  verify,
  box(secret) {
    const priv = createPrivateKey({ key: Buffer.concat([PKCS8_X25519, secret]), format: "der", type: "pkcs8" });
    const spki = createPublicKey(priv).export({ format: "der", type: "spki" });
    return {
      box: toHex(spki.subarray(spki.length - 32)),
      agree: (theirs) => {
        const publicKey = createPublicKey({ key: Buffer.concat([SPKI_X25519, fromHex(toHex(theirs))]), format: "der", type: "spki" });
        return new Uint8Array(diffieHellman({ privateKey: priv, publicKey }));
      },
    };
  },
};
