/** Rules of drawing greeters (M-25): a lot among those who had offered to count, as for a vote's tellers (V-54). */
import { defineKind } from "../engine/kind.ts";
import { admitted, cameBy } from "../engine/right.ts";
import { drawn, lotAmong } from "../votes/lot.ts";
import { type GreetDraw, greetDraw, type GreetReveal, greetReveal } from "./acts.ts";
import { greetersNeeded, mayDraw, mayRevealGreeter, missedAt } from "./greeters.ts";

export const greetDrawKind = defineKind<GreetDraw, undefined>({
  kind: "greet.draw",
  schema: greetDraw,
  signer: "voter",
  admit: (state, act, cx) => {
    const may = mayDraw(state, cx.at);
    return may.ok ? admitted("M-25", cameBy(state, act.by)) : may;
  },
  apply: (state, _act, cx) => {
    const { greeting } = state.members;
    const missed = missedAt(state, cx.at);
    greeting.draw = { id: cx.id, at: cx.at, ...lotAmong(state, (m) => !missed.includes(m), cx.at) };
    greeting.missed = [];
  },
});

export const greetRevealKind = defineKind<GreetReveal, undefined>({
  kind: "greet.reveal",
  schema: greetReveal,
  signer: "voter",
  admit: (state, act, cx) => {
    const may = mayRevealGreeter(state, act.by, cx.at, { ...act.data, sha256: cx.sha256 });
    return may.ok ? admitted("M-25", act.data.draw) : may;
  },
  apply: (state, act, cx) => {
    const { greeting } = state.members;
    const { draw } = greeting;
    if (!draw) throw new Error("no lot");
    const offer = state.votes.offers.get(act.by);
    // A secret that everybody knows draws nobody once more.
    if (offer && offer.commit === draw.pool.get(act.by)) state.votes.offers.delete(act.by);
    draw.secrets.set(act.by, act.data.secret);
    if (draw.secrets.size < draw.pool.size) return;
    const members = drawn(draw, `greeters ${draw.id}`, greetersNeeded(state, cx.at), cx.sha256);
    greeting.list = { by: draw.id, from: cx.at, members };
    delete greeting.draw;
  },
});
