/** Handing in for somebody: an act that was signed elsewhere is shown, its signature checked, and sent. No key is asked for. */
import { useState } from "preact/hooks";
import type { KeyId } from "@nabat/kernel";
import { refusalSentence } from "@nabat/speech";
import { Facts } from "@nabat/ui/parts/lists.tsx";
import { Sentence } from "@nabat/ui/parts/texts.tsx";
import { useSay } from "@nabat/ui/say.ts";
import { attachmentsJson, Unreachable } from "../api/client.ts";
import { type Carried, readSigned } from "./act-file.ts";
import { keeperAt, readAddress } from "./facts.ts";
import { FileField, TextField } from "./fields.tsx";
import { useTexts } from "./group-name.tsx";
import { sendAct, type Sent, SentView } from "./sent-view.tsx";
import type { Loaded } from "./shell.ts";
import { tellEntry, textsNamed } from "./tell.ts";

/** The folded passage under "Sign". */
export function HandInView({ loaded }: { loaded?: Loaded }) {
  const { t, locale, zone } = useSay();
  const [text, setText] = useState("");
  const [address, setAddress] = useState("");
  const [carried, setCarried] = useState<Carried>();
  const [wrong, setWrong] = useState<string>();
  const [sent, setSent] = useState<Sent>();
  const put = (value: string) => {
    setText(value);
    setCarried(undefined);
    setSent(undefined);
    setWrong(undefined);
  };
  const take = async ([file]: readonly File[]) => put(file && file.size < 12_000_000 ? await file.text() : "");
  const read = async () => {
    const came = await readSigned(text);
    setCarried(came.ok ? came.value : undefined);
    setWrong(came.ok ? undefined : refusalSentence(came, locale, { zone }));
  };
  const send = async (act: Carried) => {
    const at = readAddress(address);
    const body = act.signed.document.body;
    if (at === undefined || body === undefined) return setWrong(t("one-sign-address-bad"));
    if (at.body !== undefined && at.body !== body) return setWrong(t("one-stop-another-body"));
    setWrong(undefined);
    const keeper = keeperAt(at.origin);
    try {
      const mine = loaded?.state?.body === body ? loaded.state.founding.clerk : undefined;
      const clerk: KeyId = mine ?? (await keeper.api.facts(body)).clerk;
      const submission = { act: act.text, attachments: attachmentsJson(act.attachments) };
      setSent(await sendAct(keeper, body, act.signed.id, submission, clerk));
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      setSent("unreachable");
    }
  };
  return (
    <details id="hand-in">
      <summary>{t("one-hand-title")}</summary>
      <p>{t("one-hand-lead")}</p>
      <TextField id="hand-act" label={t("one-signed-text")} lines={5} value={text} put={put} />
      <FileField id="hand-file" label={t("one-open-file")} take={(files) => void take(files)} />
      <p>
        <button type="button" disabled={text === ""} onClick={() => void read()}>
          {t("one-hand-read")}
        </button>
      </p>
      {carried && (
        <>
          <CarriedFacts carried={carried} loaded={loaded} />
          <TextField id="hand-address" type="url" label={t("one-sign-address")} value={address} put={setAddress} />
          <p>
            <button type="button" class="main" onClick={() => void send(carried)}>
              {t("one-signed-send")}
            </button>
          </p>
        </>
      )}
      {wrong && (
        <p class="wrong" role="alert">
          <Sentence>{wrong}</Sentence>
        </p>
      )}
      {sent !== undefined && <SentView sent={sent} />}
    </details>
  );
}

function CarriedFacts({ carried, loaded }: { carried: Carried; loaded?: Loaded }) {
  const say = useSay();
  const { t } = say;
  const { document, id, key } = carried.signed;
  const ours = loaded?.state?.body === document.body ? loaded : undefined;
  const told = { id, act: document };
  const texts = useTexts(ours, textsNamed(ours?.state, [told]));
  return (
    <Facts
      rows={[
        [t("one-look-says"), <b>{tellEntry(say, ours?.state, told, (hash) => texts.get(hash)?.text)}</b>],
        [t("one-look-kind"), <code>{document.kind}</code>],
        [t("one-look-key"), <code>{key}</code>],
        [t("one-look-mark"), <code>{id}</code>],
        [t("one-hand-signature"), t("one-hand-holds")],
      ]}
    />
  );
}
