import { describe, expect, it } from "vitest";
import { ownAddresses } from "./own-addresses.ts";

const machine = () => ["192.168.1.20", "fe80::1", "hall", "hall.local"];
const at = (settings: { address?: string; lan?: boolean; certificate?: string }, port: number) => {
  const addresses = ownAddresses({ lan: false, machine, ...settings });
  addresses.listening(port);
  return addresses;
};

/** Self-signed for `nabat.example` and 192.168.1.20, made for this test. */
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBqDCCAU2gAwIBAgIUAWYZRsRCC/H+/BaNClT+QwvmRYgwCgYIKoZIzj0EAwIw
GDEWMBQGA1UEAwwNbmFiYXQuZXhhbXBsZTAgFw0yNjExMjcwOTM5MjFaGA8yMTI2
MTEwMzA5MzkyMVowGDEWMBQGA1UEAwwNbmFiYXQuZXhhbXBsZTBZMBMGByqGSM49
AgEGCCqGSM49AwEHA0IABKP9Lhbe4VTH8b2l77psD7fG+17HRrfKJsPknwgK8gGA
IKbXVU1DXcGiV7oo7nWN9eMJkMIXCHROpa3pJNBuuUujczBxMB0GA1UdDgQWBBSU
78b8/aGFkX7biBQlAJFCxMXGTTAfBgNVHSMEGDAWgBSU78b8/aGFkX7biBQlAJFC
xMXGTTAPBgNVHRMBAf8EBTADAQH/MB4GA1UdEQQXMBWCDW5hYmF0LmV4YW1wbGWH
BMCoARQwCgYIKoZIzj0EAwIDSQAwRgIhAJFOkNfCTUUgw4S4+A5+vtIb6xhKM93N
yfCFOgOVC/M9AiEAp6n0fQJIJbUPPsWabvHQwL/4cNlH06mXKH9Ca8wrqmU=
-----END CERTIFICATE-----`;

describe("a server's own addresses (K-10, C-1)", () => {
  it("on this machine alone: its loopback, asked from this machine", () => {
    const own = at({}, 8420);
    for (const origin of ["http://127.0.0.1:8420", "http://localhost:8420", "http://[::1]:8420"]) {
      expect([origin, own.has({ from: "machine" }, origin)]).toEqual([origin, true]);
      // Another machine's loopback is that machine: what was signed for it is not for here.
      expect([origin, own.has({ from: "elsewhere" }, origin)]).toEqual([origin, false]);
    }
    for (const origin of [
      "http://127.0.0.1:8421",
      "https://127.0.0.1:8420",
      "http://127.0.0.1",
      "http://192.168.1.20:8420",
      "http://evil.example:8420",
      "http://127.0.0.1.evil.example:8420",
      "http://127.0.0.1:8420/",
      "http://127.0.0.1:8420@evil.example",
      "null",
      "",
    ])
      expect([origin, own.has({ from: "machine" }, origin)]).toEqual([origin, false]);
  });

  it("in a house's network: the machine's names and numbers there", () => {
    const own = at({ lan: true }, 80);
    for (const origin of ["http://192.168.1.20", "http://[fe80::1]", "http://hall", "http://hall.local"])
      expect([origin, own.has({ from: "elsewhere" }, origin)]).toEqual([origin, true]);
    for (const origin of ["http://192.168.1.21", "http://hall:8420", "https://hall", "http://localhost"])
      expect([origin, own.has({ from: "elsewhere" }, origin)]).toEqual([origin, false]);
  });

  it("with a certificate: the names in it", () => {
    const own = at({ certificate: CERTIFICATE }, 443);
    for (const origin of ["https://nabat.example", "https://192.168.1.20"])
      expect([origin, own.has({ from: "elsewhere" }, origin)]).toEqual([origin, true]);
    for (const origin of ["https://evil.example", "http://nabat.example", "https://nabat.example:444", "https://hall"])
      expect([origin, own.has({ from: "elsewhere" }, origin)]).toEqual([origin, false]);
  });

  it("with a public address: that one, exactly", () => {
    const own = at({ address: "https://nabat.example/" }, 8420);
    expect(own.has({ from: "elsewhere" }, "https://nabat.example")).toBe(true);
    for (const origin of ["http://nabat.example", "https://nabat.example:8420", "https://evil.nabat.example"])
      expect([origin, own.has({ from: "elsewhere" }, origin)]).toEqual([origin, false]);
  });

  it("shows the address it was asked at where that is its own, never what a Host header makes up", () => {
    const local = at({}, 8420);
    expect(local.shown({ from: "machine" }, "localhost:8420")).toBe("http://localhost:8420");
    expect(local.shown({ from: "machine" }, "evil.example:8420")).toBe("http://127.0.0.1:8420");
    expect(local.shown({ from: "machine" }, undefined)).toBe("http://127.0.0.1:8420");
    expect(at({ lan: true }, 8420).shown({ from: "elsewhere" }, "evil.example")).toBe("http://192.168.1.20:8420");
    expect(at({ address: "https://nabat.example/house/" }, 1).shown({ from: "elsewhere" }, "evil.example")).toBe(
      "https://nabat.example/house",
    );
  });
});
