/** Frames and lines between processes: whatever the pieces they arrive in; only holders of the key are let in. */
import { randomBytes } from "node:crypto";
import { type AddressInfo, connect } from "node:net";
import { createServer, type TLSSocket } from "node:tls";
import { newSigningKey } from "@nabat/platform";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BadFrame, type Frame, frameBytes, FrameReader } from "./frame.ts";
import { type Line, lineKey, LineLost, lineServer, openLine } from "./line.ts";

const frame = fc.record({ header: fc.object({ maxDepth: 1 }), bytes: fc.uint8Array({ maxLength: 300 }) });

describe("frames", () => {
  it("come out as they went in, cut anywhere", () => {
    fc.assert(
      fc.property(
        fc.array(frame, { maxLength: 8 }),
        fc.array(fc.nat({ max: 50 }), { minLength: 1 }),
        (frames, cuts) => {
          const sent = frames.map((f) => ({ header: JSON.parse(JSON.stringify(f.header)) as unknown, bytes: f.bytes }));
          const whole = Buffer.concat(sent.flatMap((f) => frameBytes(f)));
          const reader = new FrameReader();
          const got: Frame[] = [];
          for (let at = 0, n = 0; at < whole.length; n++) {
            const next = at + 1 + (cuts[n % cuts.length] ?? 0);
            got.push(...reader.push(whole.subarray(at, next)));
            at = next;
          }
          expect(got.map((f) => ({ header: f.header, bytes: [...f.bytes] }))).toEqual(
            sent.map((f) => ({ header: f.header, bytes: [...f.bytes] })),
          );
        },
      ),
    );
  });

  it("that are too long, or no JSON, end the reading", () => {
    expect(() => new FrameReader().push(Buffer.from([0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0]))).toThrow(BadFrame);
    expect(() =>
      new FrameReader().push(Buffer.concat([Buffer.from([0, 0, 0, 1, 0, 0, 0, 0]), Buffer.from("{")])),
    ).toThrow(BadFrame);
  });
});

describe("a line", () => {
  it("opens to who holds the server's key, and to nobody else (C-7)", async () => {
    const key = lineKey(newSigningKey());
    const heard: unknown[] = [];
    const lines: Line[] = [];
    const server = lineServer(
      key,
      ({ header, bytes }, line) => {
        heard.push(header);
        line.send({ back: header }, bytes);
      },
      () => undefined,
      (line) => lines.push(line),
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const to = { host: "127.0.0.1", port: (server.address() as AddressInfo).port };
    const answers: Frame[] = [];
    const line = await openLine(
      to,
      key,
      (f) => answers.push(f),
      () => undefined,
    );
    const bytes = randomBytes(200_000);
    line.send({ n: 1 }, bytes);
    line.send({ n: 2 });
    while (answers.length < 2) await new Promise((r) => setTimeout(r, 5));
    expect(answers.map((a) => a.header)).toEqual([{ back: { n: 1 } }, { back: { n: 2 } }]);
    expect(Buffer.compare(answers[0]?.bytes ?? Buffer.alloc(0), bytes)).toBe(0);
    await expect(
      openLine(
        to,
        lineKey(newSigningKey()),
        () => undefined,
        () => undefined,
      ),
    ).rejects.toBeInstanceOf(LineLost);
    await expect(
      openLine(
        { ...to, port: 1 },
        key,
        () => undefined,
        () => undefined,
      ),
    ).rejects.toBeInstanceOf(LineLost);
    expect([heard.length, lines.length]).toEqual([2, 1]);
    line.close();
    server.close();
  });

  it("breaks where the other side says nothing any more, and stays where it only has nothing to say (C-8)", async () => {
    const key = lineKey(newSigningKey());
    const sockets: TLSSocket[] = [];
    // Holds the key, takes everything, and says nothing: as a process that was stopped, or a machine that is cut off.
    const mute = createServer(
      { ciphers: "TLS_AES_128_GCM_SHA256", minVersion: "TLSv1.3", pskCallback: () => key },
      (socket) => sockets.push(socket.resume()),
    );
    const alive = lineServer(
      key,
      () => undefined,
      () => undefined,
      () => undefined,
    );
    const broken: string[] = [];
    const lines = await Promise.all(
      [mute, alive].map(async (server) => {
        await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
        const name = server === mute ? "mute" : "alive";
        const to = { host: "127.0.0.1", port: (server.address() as AddressInfo).port };
        return openLine(
          to,
          key,
          () => undefined,
          () => broken.push(name),
        );
      }),
    );
    // Somebody without the key, who only connects.
    const stranger = connect((alive.address() as AddressInfo).port, "127.0.0.1");
    stranger.on("error", () => undefined).resume();
    const began = performance.now();
    while (broken.length === 0) await new Promise((r) => setTimeout(r, 20));
    expect(broken).toEqual(["mute"]);
    // Sooner than a lease runs out.
    expect(performance.now() - began).toBeLessThan(6000);
    await new Promise((r) => setTimeout(r, 2000));
    expect([broken, lines.map((line) => line.open)]).toEqual([["mute"], [false, true]]);
    expect(stranger.destroyed).toBe(true);
    for (const line of lines) line.close();
    for (const socket of sockets) socket.destroy();
    for (const server of [mute, alive]) server.close();
  });
});
