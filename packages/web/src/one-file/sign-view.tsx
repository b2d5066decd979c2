/**
 * The parts "Sign" and "Phone lost": which group, with which key, what; then every word that will be
 * signed; then the signed act, to be carried or sent. The second has the sheet's acts only.
 */
import { useRef, useState } from "preact/hooks";
import type { KeyId } from "@nabat/kernel";
import type { UnsignedAct } from "@nabat/record";
import { Notice } from "@nabat/ui/parts/notice.tsx";
import { useSay } from "@nabat/ui/say.ts";
import { refusalSentence } from "@nabat/speech";
import type { SignedAct } from "../act/sign.ts";
import { Unreachable } from "../api/client.ts";
import type { Made } from "./build-acts.ts";
import type { Facts } from "./facts.ts";
import { emptyGroup, GroupStep, type GroupTyped } from "./group-step.tsx";
import type { HeldKey } from "./held-key.ts";
import { HandInView } from "./hand-in-view.tsx";
import type { InHand } from "./in-hand.ts";
import { KeyStep } from "./key-step.tsx";
import { LookView } from "./look-view.tsx";
import type { Loaded } from "./shell.ts";
import { SignedView } from "./signed-view.tsx";
import { compose, freshFacts, type Group, groupOf, signHeld } from "./signing.ts";
import { WhatStep } from "./what-step.tsx";

/** What is on the table. */
type Table =
  | { readonly is: "empty" }
  | { readonly is: "look"; readonly made: Made; readonly unsigned: UnsignedAct; readonly facts: Facts }
  | { readonly is: "signed"; readonly made: Made; readonly signed: SignedAct; readonly facts: Facts };

/** A part that signs. `lost`: with the sheet, ending and letting in devices. */
export function SignView({ loaded, lost = false }: { loaded?: Loaded; lost?: boolean }) {
  const { t, locale, zone } = useSay();
  const [typed, setTyped] = useState<GroupTyped>(emptyGroup);
  const [hand, setHand] = useState<InHand>();
  const [table, setTable] = useState<Table>({ is: "empty" });
  const [stop, setStop] = useState<string>();
  const spent = useRef(new Map<KeyId, number>());
  const record = loaded?.verdict.ok && loaded.state ? { state: loaded.state, head: loaded.head } : undefined;

  /** Runs one step; what stands in the way is said in a sentence. */
  const step = async (work: () => Promise<string | undefined>): Promise<void> => {
    setStop(undefined);
    try {
      setStop(await work());
    } catch (error) {
      setStop(t(error instanceof Unreachable ? "one-stop-unreachable" : "island-broken"));
      if (!(error instanceof Unreachable)) console.error(error);
    }
  };
  const factsOf = async (group: Group, held: HeldKey): Promise<Facts | string> => {
    const came = await freshFacts(group, held, Date.now());
    return came.is === "facts" ? came.facts : t(`one-stop-${came.is}`);
  };
  const take = (make: (nonce: string) => HeldKey | undefined, wrong: string) =>
    step(async () => {
      const group = await groupOf({ record, ...typed }, Date.now());
      if (typeof group === "string") return t(group);
      const held = make(group.nonce);
      if (held === undefined) return wrong;
      const facts = await factsOf(group, held);
      if (typeof facts === "string") return facts;
      setHand({ held, group, facts });
      return undefined;
    });
  const look = (made: Made, now: InHand) =>
    step(async () => {
      const facts = await factsOf(now.group, now.held);
      if (typeof facts === "string") return facts;
      const unsigned = compose(made, facts, now.held, spent.current.get(now.held.key));
      if (!unsigned.ok) return `${t("one-look-bad")}: ${refusalSentence(unsigned, locale, { zone })}`;
      setTable({ is: "look", made, unsigned: unsigned.value, facts });
      return undefined;
    });
  const sign = (now: InHand, { made, unsigned, facts }: Table & { is: "look" }) =>
    step(async () => {
      const signed = await signHeld(unsigned, now.held);
      spent.current.set(now.held.key, unsigned.seq);
      setTable({ is: "signed", made, signed, facts });
      return undefined;
    });
  const forget = () => {
    setHand(undefined);
    setTable({ is: "empty" });
  };
  const name = lost ? "lost" : "sign";
  return (
    <div class="read">
      <h1 tabIndex={-1}>{t(`one-${name}-title`)}</h1>
      <p class="lead">{t(`one-${name}-lead`)}</p>
      {lost && <p>{t("one-lost-order")}</p>}
      <div hidden={table.is !== "empty"}>
        <GroupStep name={name} loaded={record && loaded} typed={typed} put={setTyped} fixed={hand !== undefined} />
        <KeyStep name={name} hand={hand} loaded={loaded} wordsOnly={lost} take={take} forget={forget} />
        {hand && (
          <WhatStep name={name} hand={hand} loaded={loaded} lost={lost} look={(made) => void look(made, hand)} />
        )}
      </div>
      <div role="alert">{stop !== undefined && <Notice tone="needs" title={stop} />}</div>
      {hand && table.is === "look" && (
        <LookView
          {...table}
          held={hand.held}
          loaded={loaded}
          sign={() => void sign(hand, table)}
          back={() => setTable({ is: "empty" })}
        />
      )}
      {hand && table.is === "signed" && (
        <SignedView
          {...table}
          group={hand.group}
          record={record}
          again={() => setTable({ is: "empty" })}
          forget={forget}
        />
      )}
      {!lost && table.is === "empty" && <HandInView loaded={loaded} />}
    </div>
  );
}
