/** Rules of drawing greeters (M-25): a lot among those who had offered to count, as for a vote's tellers (V-54). */
import { type Context, defineKind } from "../engine/kind.ts";
import { admitted, cameBy } from "../engine/right.ts";
import type { State } from "../engine/state.ts";
import { drawn, lotAmong } from "../votes/lot.ts";
import { type GreetDraw, greetDraw, type GreetReveal, greetReveal } from "./acts.ts";
import { greetersNeeded, mayDraw, mayRevealGreeter, missedAt, revealedLot } from "./greeters.ts";
import type { GreetDraw as Lot } from "./part.ts";

/** The list that this lot draws, from now for half a year. */
function drawFrom(state: State, lot: Lot, { at, sha256 }: Pick<Context, "at" | "sha256">): void {
  const { greeting } = state.members;
  const members = drawn(lot, `greeters ${lot.id}`, greetersNeeded(state, at), sha256);
  greeting.list = { by: lot.id, from: at, members };
  delete greeting.draw;
}

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
    greeting.missed = missed;
    const before = revealedLot(state, cx.at);
    if (!before) {
      greeting.draw = { id: cx.id, at: cx.at, ...lotAmong(state, (m) => !missed.has(m), cx.at) };
      return;
    }
    // Drawn among those who revealed: whoever withheld their secret is on no list for half a year.
    const { secrets } = before;
    const pool = new Map([...before.pool].filter(([m]) => secrets.has(m)));
    drawFrom(state, { ...before, pool }, cx);
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
    drawFrom(state, draw, cx);
  },
});
