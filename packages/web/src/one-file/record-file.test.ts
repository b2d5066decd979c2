/**
 * Records from strangers: the browser's reader gives what stands there, refuses damage
 * with a rule, and never throws anything else, whatever is done to the bytes.
 */
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { writeBundle } from "@nabat/exchange/bundle/mod.ts";
import { toHex, utf8 } from "@nabat/kernel";
import { GRADES, originOf, tarEnd, tarFile } from "@nabat/record";
import { keyFrom, sha256 } from "@nabat/testkit/keys.ts";
import { besideOf, checkpointOf, entriesOf, treeOf } from "@nabat/testkit/record.ts";
import { sampleHouse } from "@nabat/testkit/sample.ts";
import { runJob } from "./check-job.ts";
import { compareHead, headText, readHead } from "./heads.ts";
import { ArchiveFault, type Given, givenOf, layoutOf, openGiven } from "./record-file.ts";

const { house } = sampleHouse().sample;
const entries = entriesOf(house);
const tree = treeOf(entries);
let tar: Uint8Array<ArrayBuffer>;

const blob = (bytes: Uint8Array): Given => ({ as: "tar", name: "x.tar", file: new Blob([new Uint8Array(bytes)]) });

beforeAll(async () => {
  const pieces: Uint8Array[] = [];
  const manifest = {
    format: 1 as const,
    body: house.body,
    origin: originOf(house.body),
    size: tree.size,
    root: toHex(tree.root()),
    clerkKeys: [{ epoch: 0, key: keyFrom("clerk").id }],
    grades: GRADES,
    made: house.now,
  };
  const attachments = [...besideOf(house)].map(([hash, attachment]) => ({ hash, attachment }));
  for await (const piece of writeBundle(sha256, {
    manifest,
    checkpoint: checkpointOf(house, tree),
    entries: [entries],
    evidence: [],
    attachments,
  }))
    pieces.push(piece);
  tar = new Uint8Array(Buffer.concat(pieces));
});

describe("a bundle", () => {
  it("is checked to the same root, with the state to read from", async () => {
    const said: string[] = [];
    const came = await runJob({ given: blob(tar) }, (p) => said.push(p.what));
    if (came.is !== "checked" || !came.verdict.ok) throw new Error(JSON.stringify(came));
    expect(came.head?.root).toBe(toHex(tree.root()));
    expect(came.state?.size).toBe(entries.length);
    expect(came.verdict.summary.attachments).toMatchObject({ erased: 0, withheld: 0, unread: 0 });
    expect(new Set(said)).toEqual(new Set(["reading", "checking"]));
  });

  it("gives each attachment without its salt", async () => {
    const opened = await openGiven(blob(tar));
    for (const [hash, { bytes }] of besideOf(house)) expect(await opened.attachment(hash)).toEqual(bytes);
    expect(await opened.attachment("0".repeat(64))).toBeUndefined();
  });

  it("that was cut anywhere is refused under R-45, before an entry is believed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: tar.length - 1025 }), async (end) => {
        const came = await runJob({ given: blob(tar.subarray(0, end)) }, () => undefined);
        expect(came.is === "archive" && came.refusal.rule).toBe("R-45");
      }),
      { numRuns: 40 },
    );
  });

  it("with any byte changed holds still, or is refused with a rule: never passed with another content", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: tar.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const spoilt = new Uint8Array(tar);
          spoilt[at] = ((spoilt[at] as number) + by) % 256;
          const came = await runJob({ given: blob(spoilt) }, () => undefined);
          if (came.is === "archive") expect(came.refusal.rule).toMatch(/^R-(28|44|45|48)$/);
          else if (!came.verdict.ok) expect(came.verdict.fault.refusal.rule).toMatch(/^[A-Z]+-\d+$/);
          // What nobody signed may differ: the manifest's own words, a name of an attachment that no act names.
          else expect(came.verdict.summary.root).toBe(toHex(tree.root()));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("made of noise is refused, not thrown over", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 4096 }), async (noise) => {
        await expect(layoutOf(new Blob([new Uint8Array(noise)]))).rejects.toBeInstanceOf(ArchiveFault);
      }),
      { numRuns: 100 },
    );
  });

  it("with files after its attachments, or a path twice, is refused", async () => {
    const one = tarFile(`attachments/${"a".repeat(64)}`, utf8("x"));
    const refusal = (pieces: Uint8Array[]) =>
      layoutOf(new Blob(pieces.map((p) => new Uint8Array(p)))).catch((e: ArchiveFault) => e.refusal.code);
    expect(await refusal([one, tarFile("checkpoint", utf8("x")), tarEnd()])).toBe("attachments-not-last");
    expect(await refusal([one, one, tarEnd()])).toBe("path-twice");
    const opened = await openGiven(blob(Buffer.concat([tarFile("tile/0/000.p/1", utf8("x")), tarEnd()]))).catch(
      (e: ArchiveFault) => e.refusal.code,
    );
    expect(opened).toBe("no-checkpoint");
  });
});

describe("a folder of files", () => {
  it("is read from wherever its checkpoint lies", async () => {
    const layout = await layoutOf(new Blob([tar]));
    const files = [...layout].map(([path, { at, size }]) => {
      const file = new File([tar.slice(at, at + size)], path.split("/").at(-1) as string);
      Object.defineProperty(file, "webkitRelativePath", { value: `kept/house/${path}` });
      return file;
    });
    const given = givenOf(files) as Given;
    expect(given).toMatchObject({ as: "files", name: "kept/house" });
    const came = await runJob({ given }, () => undefined);
    expect(came.is === "checked" && came.verdict.ok).toBe(true);
  });
});

describe("heads", () => {
  const head = { body: house.body, size: tree.size, root: toHex(tree.root()) as never, note: "" };
  it("are read from a code's text, a signed note, and what somebody typed", () => {
    const stated = { size: tree.size, root: head.root };
    expect(readHead(headText(head))).toEqual(stated);
    expect(readHead(new TextDecoder().decode(checkpointOf(house, tree)))).toEqual(stated);
    expect(readHead(`Size ${tree.size}\nHead ${String(head.root).replace(/(.{4})(?=.)/g, "$1 ")}`)).toEqual(stated);
    expect(readHead("nothing of the kind")).toBeUndefined();
  });
  it("at every size agree with the record, and with nothing else", async () => {
    const { source } = await openGiven(blob(tar));
    for (const size of [1, 2, 40, tree.size - 1, tree.size]) {
      const root = toHex(tree.rootAt(size)) as never;
      expect(await compareHead(source, head, { size, root })).toEqual({ is: "same", size });
      expect(await compareHead(source, head, { size, root: "0".repeat(64) as never })).toMatchObject({
        is: "differs",
        root,
      });
    }
    expect(await compareHead(source, head, { size: tree.size + 1, root: head.root })).toEqual({
      is: "larger",
      size: tree.size + 1,
    });
  });
});
