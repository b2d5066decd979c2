/** The third step: what to sign: an act that was brought along, or a simple one made here. */
import { useState } from "preact/hooks";
import { refusalSentence } from "@nabat/speech";
import { Sentence } from "@nabat/ui/parts/texts.tsx";
import { useSay } from "@nabat/ui/say.ts";
import type { Result } from "@nabat/kernel";
import { readToSign } from "./act-file.ts";
import {
  buildAdd,
  buildCast,
  buildEnd,
  buildLeave,
  buildObject,
  buildUndo,
  BUILT,
  devicesOf,
  EMERGENCY,
  grant,
  type Made,
  objectionsOf,
  votesToCast,
} from "./build-acts.ts";
import { SelectField, TextField } from "./fields.tsx";
import { newKeyFile } from "./held-key.ts";
import { type Loaded, saveFile } from "./shell.ts";
import type { InHand } from "./in-hand.ts";
import { type Asked, Cast, End, Objection, Open } from "./what-forms.tsx";

/** The step. `look` shows what will be signed. */
export function WhatStep(p: {
  readonly name: string;
  readonly hand: InHand;
  readonly loaded?: Loaded;
  readonly lost: boolean;
  readonly look: (made: Made) => void;
}) {
  const { t, locale, zone } = useSay();
  const kinds: readonly string[] = p.lost ? EMERGENCY : ["open", ...BUILT];
  const [what, setWhat] = useState(kinds[0] as string);
  const [value, put] = useState("");
  const [second, putSecond] = useState("");
  const [wrong, setWrong] = useState<string>();
  const choose = (kind: string) => {
    setWhat(kind);
    put("");
    putSecond("");
    setWrong(undefined);
  };
  const show = async () => {
    if (what === "vote.cast" && second === "") return setWrong(t("one-vote-choose"));
    const made = await build(what, p.hand, value, second);
    setWrong(made.ok ? undefined : refusalSentence(made, locale, { zone }));
    if (made.ok) p.look(made.value);
  };
  /** Makes a key, saves it, and goes on with the act that lets it in. */
  const makeKey = async () => {
    const { held, group, facts } = p.hand;
    const file = newKeyFile(group.body, facts.member ?? held.member ?? "", group.nonce);
    saveFile(`nabat-key-${group.body.slice(0, 8)}.json`, file.text);
    setWrong(undefined);
    p.look(await grant(held, group.nonce, file));
  };
  const asked: Asked = { name: p.name, hand: p.hand, loaded: p.loaded, value, put, second, putSecond };
  return (
    <fieldset>
      <legend>{t("one-sign-step-what")}</legend>
      <SelectField
        id={`${p.name}-what`}
        label={t("one-what-choose")}
        value={what}
        put={choose}
        options={kinds.map((kind) => [kind, t(`one-what-${kind.replace(".", "-")}`)])}
      />
      {what === "open" && <Open {...asked} />}
      {what === "vote.cast" && <Cast {...asked} />}
      {what === "leave" && <p>{t("one-leave-what")}</p>}
      {what === "device.end" && <End {...asked} />}
      {what === "device.add" && (
        <>
          <TextField
            id={`${p.name}-pairing`}
            label={t("one-add-code")}
            hint={t("one-add-code-hint")}
            lines={2}
            value={value}
            put={put}
          />
          <p>
            <button type="button" onClick={() => void makeKey()}>
              {t("one-add-file")}
            </button>
          </p>
          <p class="small soft">{t("one-add-file-warning")}</p>
        </>
      )}
      {what === "key.object" && <Objection {...asked} />}
      {what === "leave.undo" && <p>{t("one-undo-what")}</p>}
      {wrong && (
        <p class="wrong" role="alert">
          <Sentence>{wrong}</Sentence>
        </p>
      )}
      <p>
        <button type="button" class="main wide" onClick={() => void show()}>
          {t("one-sign-look")}
        </button>
      </p>
    </fieldset>
  );
}

async function build(
  what: string,
  { held, group, facts }: InHand,
  value: string,
  second: string,
): Promise<Result<Made>> {
  switch (what) {
    case "vote.cast": {
      const state = group.record?.state;
      if (!state) return { ok: false, rule: "V-20", code: "no-such-vote", facts: {} };
      const vote = value || votesToCast(state, facts.at)[0]?.id || "";
      return buildCast(state, vote, second, facts.at);
    }
    case "leave":
      return { ok: true, value: buildLeave() };
    case "device.end":
      return buildEnd(value || firstDevice(group.record?.state, facts.member, facts.at));
    case "device.add":
      return buildAdd(held, group.body, group.nonce, value);
    case "key.object":
      return buildObject(
        value ||
          (group.record && facts.member
            ? (objectionsOf(group.record.state, { member: facts.member, key: held.key }, facts.at)[0]?.id ?? "")
            : ""),
      );
    case "leave.undo":
      return { ok: true, value: buildUndo() };
    default:
      return readToSign(value);
  }
}

function firstDevice(
  state: NonNullable<Loaded["state"]> | undefined,
  member: Parameters<typeof devicesOf>[1] | undefined,
  at: number,
): string {
  return state && member ? (devicesOf(state, member, at)[0]?.id ?? "") : "";
}
