/** Every word that will be signed, before it is: in a sentence, field by field, and letter by letter. */
import { canonicalText, fromUtf8, type Hash, toHex } from "@nabat/kernel";
import { signingInput, type UnsignedAct } from "@nabat/record";
import { sha256 } from "@nabat/platform/browser/mod.ts";
import { Facts as FactList } from "@nabat/ui/parts/lists.tsx";
import { Time } from "@nabat/ui/parts/time.tsx";
import { useSay } from "@nabat/ui/say.ts";
import { attachmentRefs } from "@nabat/record";
import { ArrivedTitle } from "./arrived.tsx";
import { byHash } from "./act-file.ts";
import type { Made } from "./build-acts.ts";
import type { Facts } from "./facts.ts";
import { useTexts } from "./group-name.tsx";
import type { HeldKey } from "./held-key.ts";
import { grouped, type Loaded } from "./shell.ts";
import { linesOf, nameOf, tellEntry, textsNamed } from "./tell.ts";

/** What will be signed, and the two buttons. */
export function LookView(p: {
  readonly made: Made;
  readonly unsigned: UnsignedAct;
  readonly facts: Facts;
  readonly held: HeldKey;
  readonly loaded?: Loaded;
  readonly sign: () => void;
  readonly back: () => void;
}) {
  const say = useSay();
  const { t } = say;
  const { made, unsigned, facts, held, loaded } = p;
  const state = loaded?.state;
  const along = byHash(made.attachments);
  const told = { act: unsigned };
  const ids = Object.values(unsigned.data).filter((v): v is Hash => typeof v === "string" && /^[0-9a-f]{64}$/.test(v));
  const inRecord = useTexts(loaded, [
    ...textsNamed(state, [told]),
    ...attachmentRefs(unsigned.data).map((r) => r.hash),
    ...ids,
    ...(state ? [state.founding.name] : []),
  ]);
  const text = (hash: Hash) => {
    const mine = along.get(hash);
    return mine ? plainText(mine.bytes) : inRecord.get(hash)?.text;
  };
  const canonical = canonicalText(unsigned);
  const { hash } = signingInput(sha256, unsigned, held.key);
  const sealed = made.choice !== undefined && attachmentRefs(unsigned.data).some((r) => r.grade === "closed");
  return (
    <section class="sheet" id="look">
      <ArrivedTitle>{t("one-look-title")}</ArrivedTitle>
      <p>
        <span class="kicker">{t("one-look-says")}</span>
        <br />
        <b id="look-says">{tellEntry(say, state, told, text)}</b>
      </p>
      {made.choice !== undefined && (
        <p id="look-choice">
          <span class="kicker">{t("one-look-choice")}</span>
          <br />
          <b>{t(`position-${made.choice}`)}</b>{" "}
          <span class="soft">({t(sealed ? "one-look-choice-sealed" : "one-look-choice-open")})</span>
        </p>
      )}
      <dl class="facts" id="look-lines">
        <div>
          <dt>{t("one-look-kind")}</dt>
          <dd>
            <code>{unsigned.kind}</code>
          </dd>
        </div>
        {linesOf(say, state, unsigned, text).map((line) => (
          <div key={line.path}>
            <dt>
              <code>{line.path}</code>
            </dt>
            <dd>
              {line.words !== undefined && <div class="text">{line.words}</div>}
              {line.means !== undefined && <div class="text">{line.means}</div>}
              <code class="small">{line.value}</code>
            </dd>
          </div>
        ))}
      </dl>
      <FactList
        rows={[
          [t("one-look-body"), <WithMark name={state && text(state.founding.name)} mark={facts.body} />],
          [t("one-look-by"), <WithMark name={nameOf(state, unsigned.by, text)} mark={unsigned.by} />],
          [t("one-look-key"), <code>{held.key}</code>],
          [t("one-look-seq"), String(unsigned.seq)],
          [t("one-look-saw"), t("one-look-saw-n", { n: unsigned.saw?.size, root: grouped(unsigned.saw?.root ?? "") })],
          [t("one-look-at"), <Time at={unsigned.at} />],
          [t("one-look-mark"), <code id="look-mark">{toHex(hash)}</code>],
        ]}
      />
      <p class="small soft">{t(`one-look-from-${facts.from}`)}</p>
      <details>
        <summary>{t("one-look-bytes")}</summary>
        <pre class="text small" id="look-bytes">
          {canonical}
        </pre>
      </details>
      <p class="row">
        <button type="button" class="now" onClick={p.sign}>
          {t("one-look-sign")}
        </button>
        <button type="button" onClick={p.back}>
          {t("one-look-back")}
        </button>
      </p>
    </section>
  );
}

function WithMark({ name, mark }: { name?: string; mark: string }) {
  return (
    <>
      {name !== undefined && (
        <>
          <bdi>{name}</bdi>
          <br />
        </>
      )}
      <code class="small">{mark}</code>
    </>
  );
}

function plainText(bytes: Uint8Array): string | undefined {
  try {
    return fromUtf8(bytes);
  } catch {
    return undefined;
  }
}
