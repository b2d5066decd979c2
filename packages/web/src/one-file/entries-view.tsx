/** The entries of the record in hand, newest first, read from the file as far as they are shown. */
import { useEffect, useState } from "preact/hooks";
import { type ActId, type Hash } from "@nabat/kernel";
import { type Act, type Notice, parseBundle, parseEntry, TILE_WIDTH } from "@nabat/record";
import { sha256 } from "@nabat/platform/browser/mod.ts";
import { Meta } from "@nabat/ui/parts/lists.tsx";
import { Time } from "@nabat/ui/parts/time.tsx";
import { useSay } from "@nabat/ui/say.ts";
import { useTexts } from "./group-name.tsx";
import { More } from "./more.tsx";
import type { Loaded } from "./shell.ts";
import { tellEntry, textsNamed } from "./tell.ts";

const PORTION = 50;

/** An entry as it was read. */
interface Entry {
  readonly index: number;
  readonly at: number;
  readonly id: ActId;
  readonly act?: Act;
  readonly notice?: Notice;
}

/** The list. Entries whose form is refused are left out: the check has named the first of them. */
export function EntriesList({ loaded }: { loaded: Loaded }) {
  const say = useSay();
  const { t } = say;
  const [most, setMost] = useState(PORTION);
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  useEffect(() => {
    let stale = false;
    void newest(loaded, most).then((found) => {
      if (!stale) setEntries(found);
    });
    return () => {
      stale = true;
    };
  }, [loaded, most]);
  const texts = useTexts(loaded, textsNamed(loaded.state, entries));
  const text = (hash: Hash) => texts.get(hash)?.text;
  return (
    <>
      <ul class="ledger" id="entries">
        {entries.map((e) => (
          <li key={e.index}>
            <details>
              <summary>{tellEntry(say, loaded.state, e, text)}</summary>
              <p class="small">{t("one-read-raw")}</p>
              <pre class="text small">{JSON.stringify(e.act ?? e.notice, undefined, 1)}</pre>
            </details>
            <Meta>
              <span>{t("entry-n", { n: e.index })}</span>
              <Time at={e.at} />
            </Meta>
          </li>
        ))}
      </ul>
      <More shown={entries.length} of={loaded.head.size} more={() => setMost(most + PORTION)} />
    </>
  );
}

/** The newest `most` entries. */
async function newest(loaded: Loaded, most: number): Promise<Entry[]> {
  const { source } = loaded.opened;
  const { size } = loaded.head;
  const from = Math.max(0, size - most);
  const out: Entry[] = [];
  for await (const bundle of source.bundles(from - (from % TILE_WIDTH), size)) {
    const split = parseBundle(bundle.bytes, bundle.count);
    if (!split.ok) break;
    for (const [i, bytes] of split.value.entries()) {
      const index = bundle.first + i;
      const parsed = index < from ? undefined : parseEntry(sha256, bytes);
      if (!parsed?.ok) continue;
      const { at, signed, type } = parsed.value;
      out.push(
        type === "act"
          ? { index, at, id: signed.id, act: signed.document as Act }
          : { index, at, id: signed.id, notice: signed.document as Notice },
      );
    }
  }
  return out.reverse();
}
