/** Whether this file is the real one: its mark, and what it does and doesn't do. */
import { useState } from "preact/hooks";
import { toHex } from "@nabat/kernel";
import { sha256 } from "@nabat/platform/browser/mod.ts";
import { useSay } from "@nabat/ui/say.ts";
import { FileField } from "./fields.tsx";

/** The part "This file". */
export function AboutView() {
  const { t } = useSay();
  const [mark, setMark] = useState<string>();
  const choose = async (files: readonly File[]) => {
    const [file] = files;
    setMark(file && toHex(sha256(new Uint8Array(await file.arrayBuffer()))));
  };
  return (
    <div class="read">
      <h1 tabIndex={-1}>{t("one-about-title")}</h1>
      <p class="lead">{t("one-about-lead")}</p>
      <FileField
        id="self"
        label={t("one-about-choose")}
        hint={t("one-about-choose-hint")}
        take={(f) => void choose(f)}
      />
      {mark !== undefined && (
        <p role="status">
          {t("one-about-mark")}
          <br />
          <code id="self-mark">{mark}</code>
        </p>
      )}
      <p>{t("one-about-doubt")}</p>
      <p>
        <code>sha256sum nabat-one-file.html</code>
        <br />
        <code>shasum -a 256 nabat-one-file.html</code>
        <br />
        <code>certutil -hashfile nabat-one-file.html SHA256</code>
      </p>
      <p>{t("one-about-where")}</p>
      <h2>{t("one-about-what")}</h2>
      <ul>
        {[1, 2, 3, 4].map((n) => (
          <li key={n}>{t(`one-about-${n}`)}</li>
        ))}
      </ul>
    </div>
  );
}
