/** What pages need to show a house of a test: a clerk that says little, and nobody who follows. */
import type { KeyId } from "@nabat/kernel";
import type { House } from "./body.ts";
import { sha256 } from "./keys.ts";

/** Everything but who reads (`reader`): each test says that itself. */
export function pageDeps(house: House) {
  return {
    sha256,
    clerk: {
      name: "nabat.example",
      version: "0.1.0",
      key: "z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK" as KeyId,
      founding: () => "open" as const,
      zone: "Europe/Berlin",
      now: () => house.now,
      origin: () => "http://127.0.0.1:8080",
      ownPage: () => true,
      bodies: async () => [],
    },
    assets: (name: string) => `/assets/${name}`,
    followed: async () => [],
    follow: async () => "done" as const,
    recordFacts: async () => ({}),
    examples: async () => ({ cases: [] }),
  };
}
