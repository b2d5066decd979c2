/** The first step: which group is signed for, and where its facts come from. */
import { useSay } from "@nabat/ui/say.ts";
import { TextField } from "./fields.tsx";
import { useTexts } from "./group-name.tsx";
import type { Loaded } from "./shell.ts";
import type { TypedFacts } from "./signing.ts";

/** What was typed here. */
export interface GroupTyped {
  readonly address: string;
  readonly typed: TypedFacts;
}

export const emptyGroup: GroupTyped = { address: "", typed: { body: "", nonce: "", seq: "", size: "", root: "" } };

const BY_HAND = ["body", "nonce", "seq", "size", "root"] as const;

/** The step. `fixed`: a key is in hand, so the group no longer changes. */
export function GroupStep(p: {
  readonly name: string;
  readonly loaded?: Loaded;
  readonly typed: GroupTyped;
  readonly put: (typed: GroupTyped) => void;
  readonly fixed: boolean;
}) {
  const { t } = useSay();
  const hash = p.loaded?.state?.founding.name;
  const name = useTexts(p.loaded, hash ? [hash] : []).get(hash as never)?.text;
  const { address, typed } = p.typed;
  return (
    <fieldset disabled={p.fixed}>
      <legend>{t("one-sign-step-group")}</legend>
      <p>
        {p.loaded
          ? t("one-sign-from-record", { name: name ?? p.loaded.head.body.slice(0, 12), n: p.loaded.head.size })
          : t("one-sign-no-record")}
      </p>
      <TextField
        id={`${p.name}-address`}
        type="url"
        label={t("one-sign-address")}
        hint={t("one-sign-address-hint")}
        value={address}
        put={(value) => p.put({ address: value, typed })}
      />
      {!p.loaded && (
        <details>
          <summary>{t("one-sign-hand")}</summary>
          <p class="small soft">{t("one-sign-hand-what")}</p>
          {BY_HAND.map((field) => (
            <TextField
              key={field}
              id={`${p.name}-typed-${field}`}
              label={t(`one-sign-${field}`)}
              hint={field === "nonce" ? t("one-sign-nonce-hint") : undefined}
              value={typed[field]}
              put={(value) => p.put({ address, typed: { ...typed, [field]: value } })}
            />
          ))}
        </details>
      )}
    </fieldset>
  );
}
