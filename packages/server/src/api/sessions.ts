/**
 * Reading sessions: a device signs a challenge and gets an HttpOnly cookie for one body, or the same
 * token as a bearer for programs and the one-file Nabat. Only a hash of the token is kept, and no log
 * of what was read.
 */
import { deleteCookie, setCookie } from "hono/cookie";
import * as z from "zod";
import { stayEndedBy } from "@nabat/body";
import { fromHex, type KeyId } from "@nabat/kernel";
import { readingBytes } from "@nabat/record";
import { random, verifyAsync } from "@nabat/platform";
import { deviceNow } from "@nabat/views";
import { viewerOf } from "../reading/reader.ts";
import { wayOf } from "../http/own-addresses.ts";
import { guarded } from "./acts.ts";
import { type ApiDeps, cookieName, houseOf, refuseWith, tokenHash } from "./deps.ts";
import { problem, type Route, route } from "./route.ts";

/** A challenge is good for two minutes, a session for thirty days. */
const CHALLENGE_MS = 120_000;
const SESSION_MS = 30 * 86_400_000;

const bodyParam = z.object({ body: z.string().regex(/^[0-9a-f]{64}$/) });
const answer = z.strictObject({
  /** Address at which the device reaches this server: `https://name:port`. */
  at: z.string().max(300),
  key: z.string().regex(/^z6Mk[1-9A-HJ-NP-Za-km-z]{40,46}$/),
  challenge: z.string().max(64),
  signature: z.string().regex(/^[0-9a-f]{128}$/),
});

/** Routes of reading sessions. */
export function sessionRoutes(deps: ApiDeps): Route[] {
  const { sessions } = deps.clerk.store;
  const secure = deps.config.tlsCert !== undefined || deps.config.address?.startsWith("https:") === true;
  return [
    route({
      method: "post",
      path: "/api/bodies/:body/session/challenge",
      tag: "reading",
      summary: "A challenge to sign, good for two minutes.",
      params: bodyParam,
      answers: { 200: { is: "The challenge.", schema: z.object({ challenge: z.string() }) } },
      handle: (c) =>
        guarded(deps, c, async () => {
          const house = await houseOf(deps, c);
          if (house instanceof Response) return house;
          const challenge = Buffer.from(random(24)).toString("base64url");
          await sessions.issueChallenge(house.body, challenge, deps.clerk.now() + CHALLENGE_MS);
          return c.json({ challenge });
        }),
    }),
    route<{ body: string }, unknown, z.infer<typeof answer>>({
      method: "post",
      path: "/api/bodies/:body/session",
      tag: "reading",
      summary: "Answer a challenge: Ed25519 over `nabat read <body> <at> <challenge>`, in hex.",
      params: bodyParam,
      body: answer,
      answers: {
        200: {
          is: "Signed in.",
          schema: z.object({ token: z.string(), member: z.string().optional(), standing: z.string() }),
        },
        401: { is: "Refused.", schema: problem },
      },
      handle: (c, { body }) =>
        guarded(deps, c, async () => {
          const house = await houseOf(deps, c);
          if (house instanceof Response) return house;
          const refused = (code: string) => refuseWith(deps, c, 401, { rule: "K-10", code, facts: {} });
          if (!deps.limiter.allowed(deps.address(c)))
            return refuseWith(deps, c, 429, {
              rule: "API-5",
              code: "too-many",
              facts: { seconds: deps.limiter.wait(deps.address(c)) },
            });
          // Signed for another server, and passed on by it: no session for whoever does that.
          if (!deps.addresses.has(wayOf(c), body.at)) return refused("another-server");
          if (!(await sessions.spendChallenge(house.body, body.challenge, deps.clerk.now())))
            return refused("challenge-gone");
          const key = body.key as KeyId;
          if (!(await verifyAsync(key, readingBytes(house.body, body.at, body.challenge), fromHex(body.signature))))
            return refused("bad-signature");
          const viewer = viewerOf(house.state, house.moment(), key);
          // A guest whose stay was ended reads why, and may appeal (N-8).
          const over =
            viewer.member && stayEndedBy(house.state.members.members.get(viewer.member)?.stay, house.moment());
          // A device that has ended, or in whose member's name another left, reads that, and what can be done about it.
          const device = deviceNow({ state: house.state, now: house.moment(), viewer: { key, standing: "stranger" } });
          const told = device?.is === "ended" || device?.is === "left";
          if (viewer.standing === "stranger" && !over && !told)
            return refused(viewer.member === undefined ? "unknown-key" : "left");
          const token = Buffer.from(random(32)).toString("base64url");
          const member = (viewer.member ?? "0".repeat(32)) as never;
          await sessions.open(house.body, {
            tokenHash: tokenHash(token),
            member,
            key,
            expires: deps.clerk.now() + SESSION_MS,
          });
          setCookie(c, cookieName(house.body), token, {
            httpOnly: true,
            sameSite: "Lax",
            path: "/",
            maxAge: SESSION_MS / 1000,
            secure,
          });
          return c.json({ token, member: viewer.member, standing: viewer.standing });
        }),
    }),
    route({
      method: "delete",
      path: "/api/bodies/:body/session",
      tag: "reading",
      summary: "End this reading session.",
      params: bodyParam,
      answers: { 204: { is: "Ended." } },
      handle: (c) =>
        guarded(deps, c, async () => {
          const house = await houseOf(deps, c);
          if (house instanceof Response) return house;
          const token =
            /^Bearer (.+)$/.exec(c.req.header("Authorization") ?? "")?.[1] ??
            deleteCookie(c, cookieName(house.body), { path: "/" });
          if (token) await sessions.close(house.body, tokenHash(token));
          return c.body(null, 204);
        }),
    }),
  ];
}
