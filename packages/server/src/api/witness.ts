/**
 * The witness desk of C2SP tlog-witness: cosigns checkpoints of records that this server
 * follows, whoever brings them. What is cosigned is stored first; a fork shown here is kept as proof.
 */
import { advance, cosign, type Follower, type Keepers, readState, signersAt, witnessed } from "@nabat/exchange";
import { sha256, verifyRaw } from "@nabat/platform";
import {
  bodyOfOrigin,
  clerkKey,
  conflictBody,
  decideAddCheckpoint,
  formatCheckpoint,
  formatNote,
  fromMultikey,
  parseAddCheckpoint,
  verifyNote,
} from "@nabat/record";
import type { ApiDeps } from "./deps.ts";
import { type Route, route } from "./route.ts";

/** The route of `add-checkpoint`. */
export function witnessRoute(deps: ApiDeps, follower: Follower): Route {
  const { store } = deps.clerk;
  return route({
    method: "post",
    path: "/witness/add-checkpoint",
    tag: "following",
    summary: "C2SP tlog-witness: cosign a checkpoint of a record that this server follows.",
    rawBody: "text/plain",
    answers: {
      200: { is: "Cosignature lines.", media: "text/plain" },
      404: { is: "Not followed here." },
      409: { is: "The size cosigned last.", media: "text/x.tlog.size" },
    },
    async handle(c) {
      const request = parseAddCheckpoint(new Uint8Array(await c.req.arrayBuffer()));
      if (!request.ok) return c.text(`${request.rule} ${request.code}\n`, 400);
      const body = bodyOfOrigin(request.value.checkpoint.origin);
      const follow = body.ok ? (await store.follows.of(body.value)).find((f) => f.state) : undefined;
      const state = follow && readState(follow);
      const known = body.ok && state && !state.fork ? state : undefined;
      const { checkpoint, note, oldSize, proof } = request.value;
      const keepers: Keepers | undefined =
        known && (known.keepers ?? [{ key: known.clerk, epoch: known.epoch, since: 0 }]);
      const signers =
        keepers && body.ok
          ? verifyNote(
              verifyRaw,
              note,
              signersAt(keepers, checkpoint.size).map((key) => clerkKey(sha256, body.value, fromMultikey(key))),
            )
          : ({ ok: false, rule: "R-30", code: "not-signed-by-a-known-key", facts: {} } as const);
      const latest = body.ok && known ? await witnessed(store.settings, body.value) : undefined;
      const decided = decideAddCheckpoint(sha256, request.value, {
        knownOrigin: known !== undefined,
        signers,
        ...(latest ? { latest } : {}),
      });
      const conflict = (size: number) => c.body(conflictBody(size), 409, { "Content-Type": "text/x.tlog.size" });
      if (decided.status === 409) return conflict(decided.size);
      if (decided.status !== 200) {
        // Two records of one size, both signed: the proof is kept and shown.
        if (decided.contradiction && follow && latest)
          await follower.keepFork(follow, { older: latest.note, newer: formatNote(note), why: "same-size-other-root" });
        return c.text(`${decided.refusal.rule} ${decided.refusal.code}\n`, decided.status);
      }
      const next = { ...decided.head, note: formatNote(note) };
      if (!body.ok) throw new Error("a known origin without a body");
      const moved = await advance(sha256, store.settings, body.value, next, () => proof);
      const last = moved.ok ? undefined : await witnessed(store.settings, body.value);
      if (last && last.size !== oldSize) return conflict(last.size);
      if (!moved.ok) return c.text(`${moved.rule} ${moved.code}\n`, 422);
      const text = formatCheckpoint(decided.head);
      return c.text(cosign(sha256, deps.clerk.key, text, Math.floor(deps.clerk.now() / 1000)));
    },
  });
}
