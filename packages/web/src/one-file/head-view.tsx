/** Size and head of the opened record, to be held against what another device shows. */
import { useState } from "preact/hooks";
import { Facts } from "@nabat/ui/parts/lists.tsx";
import { Notice } from "@nabat/ui/parts/notice.tsx";
import { useSay } from "@nabat/ui/say.ts";
import { TextField } from "./fields.tsx";
import { type Compared, compareHead, headText, readHead } from "./heads.ts";
import { Qr } from "./qr.tsx";
import { grouped, type Loaded } from "./shell.ts";

/** The head, its code, and a place for another device's. */
export function HeadView({ loaded }: { loaded: Loaded }) {
  const { t } = useSay();
  const [other, setOther] = useState("");
  const [came, setCame] = useState<Compared | "unread">();
  const { head, opened } = loaded;
  const compare = async () => {
    const stated = readHead(other);
    setCame(stated ? await compareHead(opened.source, head, stated) : "unread");
  };
  return (
    <section id="head">
      <h2>{t("one-head-title")}</h2>
      <p>{t("one-head-what")}</p>
      <Facts
        rows={[
          [t("one-head-size"), <b id="head-size">{String(head.size)}</b>],
          [t("one-head-root"), <code id="head-root">{grouped(head.root)}</code>],
        ]}
      />
      <p>
        <Qr text={headText(head)} label={t("one-head-qr")} />
      </p>
      <TextField
        id="head-other"
        label={t("one-head-other")}
        hint={t("one-head-other-hint")}
        lines={3}
        value={other}
        put={setOther}
        wrong={came === "unread" ? t("one-head-unread") : undefined}
      />
      <p>
        <button type="button" onClick={() => void compare()}>
          {t("one-head-do")}
        </button>
      </p>
      <div role="status" id="head-compared">
        {came !== undefined && came !== "unread" && <ComparedNotice came={came} />}
      </div>
    </section>
  );
}

function ComparedNotice({ came }: { came: Compared }) {
  const { t } = useSay();
  if (came.is === "same") return <Notice tone="good" title={t("one-head-same", { n: came.size })} />;
  if (came.is === "larger") return <Notice tone="warn" title={t("one-head-larger", { n: came.size })} />;
  return <Notice tone="needs" title={t("one-head-differs", { n: came.size, root: grouped(came.root) })} />;
}
