/** Files of a request: named ones as they are, folders searched at all levels for *.blt and *.csv, in order of names. */
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** The files found, whether a folder was among the paths, paths that aren't there, and folders that hold nothing to count. */
export interface FoundFiles {
  readonly files: readonly string[];
  readonly folder: boolean;
  readonly missing: readonly string[];
  readonly empty: readonly string[];
}

/** Expands paths into files. */
export async function findFiles(paths: readonly string[]): Promise<FoundFiles> {
  const files: string[] = [];
  const missing: string[] = [];
  const empty: string[] = [];
  let folder = false;
  for (const path of paths) {
    const info = await stat(path).catch(() => undefined);
    if (!info) missing.push(path);
    else if (info.isDirectory()) {
      folder = true;
      const inside = await walk(path);
      if (inside.length === 0) empty.push(path);
      files.push(...inside);
    } else files.push(path);
  }
  return { files, folder, missing, empty };
}

async function walk(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const out: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) out.push(...(await walk(path)));
    else if (/\.(blt|csv)$/i.test(entry.name)) out.push(path);
  }
  return out;
}
