/** The rule of accounts. See docs/protocol/accounts.md. */
import { refuse } from "@nabat/kernel";
import { bringIn, mayBring } from "../archive/own.ts";
import { type AnyKind, defineKind } from "../engine/kind.ts";
import { admitted, cameBy } from "../engine/right.ts";
import { isKnown } from "../motions/queries.ts";
import { type Account, account } from "./acts.ts";

export const accountRules: readonly AnyKind[] = [
  defineKind<Account, undefined>({
    kind: "account",
    schema: account,
    signer: "member",
    admit: (state, act) => {
      if (!isKnown(state, act.data.about)) return refuse("A-1", "about-nothing-known");
      const texts = mayBring(state, act.by, act.data);
      return texts.ok ? admitted("A-1", cameBy(state, act.by)) : texts;
    },
    apply: (state, act, cx) => {
      const { about, source, ...rest } = act.data;
      const stated = state.accounts.about.get(about) ?? [];
      stated.push({ id: cx.id, by: act.by, at: cx.at, source: source.hash, account: rest });
      state.accounts.about.set(about, stated);
      bringIn(state, act.by, act.data);
    },
  }),
];
