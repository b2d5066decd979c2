/** The tools of a client on Node: OpenSSL's Ed25519 and X25519. */
import { createPrivateKey, createPublicKey, diffieHellman } from "node:crypto";
import { random, sha256, signingKey, verify } from "@nabat/platform";
import type { Tools } from "./tools.ts";

/** X25519 as JWK; Node reads `d` alone of a private key. OpenSSL's DER decoder takes ten times as long. */
const okp = (x: string) => ({ kty: "OKP", crv: "X25519", x });

/** Tools for {@link createClient} on Node. */
export const nodeTools: Tools = {
  sha256,
  random,
  signer: signingKey,
  verify,
  box(secret) {
    const priv = createPrivateKey({ key: { ...okp(""), d: Buffer.from(secret).toString("base64url") }, format: "jwk" });
    return {
      box: Buffer.from(String(priv.export({ format: "jwk" }).x), "base64url").toString("hex"),
      agree: (theirs) => {
        const publicKey = createPublicKey({ key: okp(Buffer.from(theirs).toString("base64url")), format: "jwk" });
        return new Uint8Array(diffieHellman({ privateKey: priv, publicKey }));
      },
    };
  },
};
