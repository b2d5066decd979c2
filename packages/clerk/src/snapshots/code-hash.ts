/**
 * Which code folds here: a snapshot made by other code is not used. The build puts in the hash of all
 * that folding takes, what is imported included; where the sources run unbuilt, it is that of their files.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Hash } from "@nabat/kernel";
import { projectRoot } from "@nabat/platform";

/** Folders of the sources that folding and packing take, and the versions of what they import. */
const SOURCES = ["kernel/src", "record/src", "count/src", "body/src", "clerk/src"];

let known: Hash | undefined;

/** SHA-256 of the code that folds, in hex. */
export function codeHash(): Hash {
  // Put in by scripts/build.mjs.
  return (known ??= (process.env["NABAT_FOLDING_CODE"] as Hash | undefined) ?? ofSources());
}

function ofSources(): Hash {
  const hash = createHash("sha256");
  const root = projectRoot();
  for (const folder of SOURCES) {
    const path = join(root, "packages", folder);
    const names = readdirSync(path, { recursive: true, encoding: "utf8" });
    for (const name of names.filter((n) => n.endsWith(".ts") && !n.endsWith(".test.ts")).sort())
      hash.update(`${folder}/${name}\n`).update(readFileSync(join(path, name)));
  }
  hash.update(readFileSync(join(root, "package-lock.json")));
  return hash.digest("hex") as Hash;
}
