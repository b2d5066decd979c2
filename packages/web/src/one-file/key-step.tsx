/** The second step: the key. Words leave their field at the moment they are turned into a key. */
import { useState } from "preact/hooks";
import { mayStillObject } from "@nabat/body";
import { useSay } from "@nabat/ui/say.ts";
import { FileField, TextField } from "./fields.tsx";
import { useTexts } from "./group-name.tsx";
import { type HeldKey, keyOfFile, keyOfWords } from "./held-key.ts";
import type { Loaded } from "./shell.ts";
import type { InHand } from "./in-hand.ts";

/** The step. `take` tells the group, makes the key for its nonce, and says what is wrong. */
export function KeyStep(p: {
  readonly name: string;
  readonly hand?: InHand;
  readonly loaded?: Loaded;
  readonly wordsOnly: boolean;
  readonly take: (make: (nonce: string) => HeldKey | undefined, wrong: string) => Promise<void>;
  readonly forget: () => void;
}) {
  const { t } = useSay();
  const [words, setWords] = useState("");
  const useWords = async () => {
    const typed = words;
    await p.take((nonce) => {
      const held = keyOfWords(typed, nonce);
      if (held) setWords("");
      return held;
    }, t("one-key-words-wrong"));
  };
  const useFile = async ([file]: readonly File[]) => {
    if (file === undefined) return;
    const text = file.size > 10_000 ? "" : await file.text();
    await p.take(() => keyOfFile(text), t("one-key-file-wrong"));
  };
  return (
    <fieldset>
      <legend>{t("one-sign-step-key")}</legend>
      {p.hand ? (
        <>
          <HeldLine hand={p.hand} loaded={p.loaded} />
          <p>
            <button type="button" onClick={p.forget}>
              {t("one-key-forget")}
            </button>
          </p>
        </>
      ) : (
        <>
          <TextField
            id={`${p.name}-words`}
            label={t("one-key-words")}
            hint={t("one-key-words-hint")}
            lines={3}
            value={words}
            put={setWords}
          />
          <p>
            <button type="button" class="main" disabled={words.trim() === ""} onClick={() => void useWords()}>
              {t("one-key-do")}
            </button>
          </p>
          {!p.wordsOnly && (
            <FileField id={`${p.name}-key-file`} label={t("one-key-file")} take={(files) => void useFile(files)} />
          )}
        </>
      )}
    </fieldset>
  );
}

/** Which key is in hand, and whose it is by the facts. */
function HeldLine({ hand, loaded }: { hand: InHand; loaded?: Loaded }) {
  const { t } = useSay();
  const { held, facts } = hand;
  const hash = facts.member && loaded?.state?.members.members.get(facts.member)?.name;
  const name = useTexts(loaded, hash ? [hash] : []).get(hash as never)?.text;
  const key = loaded?.state?.keys.keys.get(held.key);
  const { state } = loaded ?? {};
  // What has ended may still object for a while (K-13, K-14).
  const objects = state !== undefined && mayStillObject(state, held.key, facts.at);
  const ended = key?.ended !== undefined && key.ended <= facts.at;
  return (
    <div role="status" id="key-in-hand">
      <p>
        <b>{t(`one-key-held-${held.kind}`)}</b> {name === undefined ? "" : t("one-key-of", { name })}
        <br />
        <code>{held.key}</code>
      </p>
      {facts.member === undefined && facts.from !== "typed" && <p class="wrong">{t("one-key-unknown")}</p>}
      {ended && <p class="wrong">{t(objects ? "one-key-objects" : "one-key-ended")}</p>}
    </div>
  );
}
