/** Where the project's own files lie on this machine. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's root: the nearest folder above with the package named nabat. Throws where there is none. */
export function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const file = join(folder, "package.json");
    if (existsSync(file) && (JSON.parse(readFileSync(file, "utf8")) as { name?: string }).name === "nabat")
      return folder;
    const up = dirname(folder);
    if (up === folder) throw new Error("the folder of nabat was not found");
    folder = up;
  }
}
