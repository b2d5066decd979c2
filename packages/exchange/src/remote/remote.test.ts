/** Records at an address: a plain web host with the files of a bundle, and hosts that answer anything. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { KINDS, stateHash } from "@nabat/body";
import { bundleReader, check, type Tools } from "@nabat/body/checker/mod.ts";
import type { BodyId } from "@nabat/kernel";
import { newSigningKey, sha256, verify } from "@nabat/platform";
import { Assembly } from "@nabat/testkit";
import { bundleFile } from "@nabat/testkit/bundle.ts";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { remoteRecord, Unreachable } from "../follow/remote.ts";
import { get, remoteOf, WireFault } from "./api.ts";
import { openStatic } from "./open-static.ts";
import { openUrl } from "./open-url.ts";

const folder = mkdtempSync(join(tmpdir(), "nabat-static-"));
const { house } = new Assembly(["ana", "bo", "cem"], { label: "static" });
const tools: Tools = { kinds: KINDS, sha256, read: bundleReader(sha256, verify), verify };
const servers: Server[] = [];

beforeAll(async () => {
  writeFileSync(join(folder, "x.tar"), await bundleFile(house));
  mkdirSync(join(folder, "www"));
  execFileSync("tar", ["xf", join(folder, "x.tar"), "-C", join(folder, "www")]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A web host that knows nothing of what it serves. */
const files =
  (change: (path: string) => string | undefined = (p) => p): RequestListener =>
  (request, response) => {
    const path = change((request.url ?? "/").replace(/^\/+|\?.*$/g, ""));
    try {
      response.end(readFileSync(join(folder, "www", path ?? "nowhere")));
    } catch {
      response.writeHead(404).end("<h1>Not Found</h1>");
    }
  };

async function verdictAt(address: string) {
  return (await check((await openStatic(address)).source, tools)).verdict;
}

describe("a record's files on a plain web host", () => {
  it("are recomputed to the same state, with or without a slash, under any path", async () => {
    const plain = await serve(files());
    const deep = await serve(files((p) => (p.startsWith("a/b/") ? p.slice(4) : undefined)));
    for (const address of [plain, `${plain}/`, `${deep}/a/b`, `${deep}/a/b/?x=1`]) {
      const verdict = await verdictAt(address);
      expect(verdict.ok && verdict.summary).toMatchObject({
        state: stateHash(sha256, house.state),
        attachments: { unread: 0 },
      });
    }
  });

  it("R-40, R-41, R-47: a file that the host leaves out is named", async () => {
    const without = async (part: RegExp) => {
      const verdict = await verdictAt(await serve(files((p) => (part.test(p) ? undefined : p))));
      return verdict.ok ? "holds" : verdict.fault.refusal.rule;
    };
    expect(await without(/^tile\/entries/)).toBe("R-40");
    expect(await without(/^tile\/0/)).toBe("R-41");
    expect(await without(/^attachments\/[0-7]/)).toBe("R-47");
    // A bare mirror of tiles: nothing beside the record is expected to be here.
    expect(await without(/^(attachments|nabat)/)).toBe("holds");
  });

  it("where there is none, the answer says what an address must be", async () => {
    await expect(openStatic(await serve(files(() => undefined)))).rejects.toThrow(/no checkpoint/);
  });
});

describe("hosts that answer anything are faults of the wire", () => {
  const body = "a".repeat(64);
  const endless: RequestListener = (_, response) => {
    const piece = Buffer.alloc(1_000_000, 0x20);
    const more = (): void => {
      while (!response.destroyed && response.write(piece));
    };
    response.on("drain", more);
    more();
  };
  const bomb: RequestListener = (_, response) => {
    response.writeHead(200, { "Content-Encoding": "gzip" }).end(gzipSync(Buffer.alloc(64_000_000)));
  };

  it("what never ends or unpacks to too much is not read to its end", async () => {
    for (const listener of [endless, bomb]) {
      const url = await serve(listener);
      const remote = remoteOf(`${url}/b/${body}`);
      await expect(openUrl(remote)).rejects.toThrow(WireFault);
      await expect(get(remote, "checkpoint")).rejects.toThrow(/more than/);
      await expect(openStatic(url)).rejects.toThrow(/more than/);
      const followed = remoteRecord(url, body as BodyId, newSigningKey());
      await expect(followed.checkpoint()).rejects.toThrow(Unreachable);
      await expect(followed.facts()).rejects.toThrow(Unreachable);
    }
  });

  it("what isn't a record keeper's answer is said to be none", async () => {
    for (const text of ["<html>", "", "null", "[]", "{}", '{"body":1}', `{"body":"${body}","clerk":"x"}`]) {
      const url = await serve((_, response) => void response.end(text));
      await expect(openUrl(remoteOf(`${url}/b/${body}`)), text).rejects.toThrow(WireFault);
    }
    const broken = await serve((_, response) => {
      response.writeHead(200, { "Content-Length": "100" }).write("{");
      setTimeout(() => response.destroy(), 20);
    });
    await expect(openUrl(remoteOf(`${broken}/b/${body}`))).rejects.toThrow(WireFault);
  });
});
