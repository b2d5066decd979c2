/**
 * A certificate that signs itself, for tests over HTTPS: X.509 v3 (RFC 5280) over a fresh P-256 key, good
 * for a year around now, for the names given. Nothing vouches for it: clients are told not to ask.
 */
import { generateKeyPairSync, randomBytes, sign } from "node:crypto";

/** A DER value: tag, length, content. */
function der(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  const { length } = body;
  const head =
    length < 128 ? [length] : length < 256 ? [0x81, length] : length < 65_536 ? [0x82, length >> 8, length & 255] : [];
  if (head.length === 0) throw new RangeError("too long");
  return Buffer.concat([Buffer.from([tag, ...head]), body]);
}

const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts);
const oid = (...bytes: readonly number[]) => der(0x06, Uint8Array.from(bytes));
const moment = (ms: number) =>
  der(0x18, Buffer.from(`${new Date(ms).toISOString().replaceAll(/[-:T]/g, "").slice(0, 14)}Z`));

/** ecdsa-with-SHA256. */
const ECDSA_SHA256 = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
const HALF_A_YEAR = 183 * 86_400_000;

/** Key and certificate in PEM for these DNS names. */
export function selfSigned(names: readonly [string, ...string[]]): { readonly key: string; readonly cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const serial = randomBytes(8);
  serial[0] = 0x40 | ((serial[0] as number) & 0x3f);
  const name = sequence(der(0x31, sequence(oid(0x55, 0x04, 0x03), der(0x0c, Buffer.from(names[0])))));
  const alternatives = sequence(...names.map((n) => der(0x82, Buffer.from(n))));
  const extension = sequence(oid(0x55, 0x1d, 0x11), der(0x04, alternatives));
  const now = Date.now();
  const unsigned = sequence(
    der(0xa0, der(0x02, Uint8Array.of(2))),
    der(0x02, serial),
    ECDSA_SHA256,
    name,
    sequence(moment(now - HALF_A_YEAR), moment(now + HALF_A_YEAR)),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, sequence(extension)),
  );
  const signature = sign("sha256", unsigned, privateKey);
  const whole = sequence(unsigned, ECDSA_SHA256, der(0x03, Uint8Array.of(0), signature));
  const lines = whole.toString("base64").match(/.{1,64}/g) ?? [];
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }) as string,
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`,
  };
}
