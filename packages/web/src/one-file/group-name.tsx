/** Texts of the opened record, read where they lie. */
import { useEffect, useState } from "preact/hooks";
import type { Hash } from "@nabat/kernel";
import { type Shown, Words } from "@nabat/ui/parts/texts.tsx";
import { type Loaded, readTexts } from "./shell.ts";

const NONE: ReadonlyMap<Hash, Shown> = new Map();

/** The texts behind `hashes`, as they arrive. */
export function useTexts(loaded: Loaded | undefined, hashes: readonly Hash[]): ReadonlyMap<Hash, Shown> {
  const [texts, setTexts] = useState(NONE);
  const wanted = hashes.join(" ");
  useEffect(() => {
    let stale = false;
    if (loaded && wanted !== "") {
      void readTexts(loaded, wanted.split(" ") as Hash[]).then((found) => {
        if (!stale) setTexts(found);
      });
    }
    return () => {
      stale = true;
    };
  }, [loaded, wanted]);
  return texts;
}

/** A text, nothing while it is being read. */
export function TextOf({ texts, hash, block }: { texts: ReadonlyMap<Hash, Shown>; hash: Hash; block?: boolean }) {
  const shown = texts.get(hash);
  return shown ? <Words of={shown} block={block} /> : null;
}

/** The group's name, or the mark that stands for it. */
export function GroupName({ loaded }: { loaded: Loaded }) {
  const name = loaded.state?.founding.name;
  const texts = useTexts(loaded, name ? [name] : []);
  return name && texts.get(name)?.text !== undefined ? (
    <bdi>{texts.get(name)?.text}</bdi>
  ) : (
    <code>{loaded.head.body.slice(0, 16)}…</code>
  );
}
