/**
 * A page's script stays small (DESIGN §9): every island, with what it loads before the page answers a
 * finger, at most 60 KB gzipped. What is fetched on demand (words, checker, counting) is not counted.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build, type Metafile } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";

const ISLANDS = join(import.meta.dirname, "../packages/web/src/islands");
const MOST = 60 * 1024;
const names = readdirSync(ISLANDS).filter((f) => /^[a-z0-9-]+\.tsx?$/.test(f));

let outputs: Metafile["outputs"];
let bytes: Map<string, Uint8Array>;

beforeAll(async () => {
  const built = await build({
    entryPoints: names.map((f) => join(ISLANDS, f)),
    outdir: "/out",
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    jsxImportSource: "preact",
    write: false,
    metafile: true,
    legalComments: "none",
  });
  outputs = built.metafile.outputs;
  bytes = new Map(built.outputFiles.map((f) => [f.path.split("/").at(-1) as string, f.contents]));
}, 60_000);

/** A file with everything it imports at once, gzipped one by one as they are served. */
function weight(file: string, seen = new Set<string>()): number {
  if (seen.has(file)) return 0;
  seen.add(file);
  const about = Object.entries(outputs).find(([path]) => path.endsWith(`/${file}`) || path === file)?.[1];
  const own = gzipSync(bytes.get(file) as Uint8Array).length;
  // The page's language is fetched at once, though by a dynamic import: the larger one counts.
  const spoken = (i: { kind: string; path: string }) =>
    i.kind === "dynamic-import" && /device\.ftl/.test(i.path) && i.path === larger(about?.imports ?? []);
  const rest = (about?.imports ?? [])
    .filter((i) => i.kind === "import-statement" || spoken(i))
    .map((i) => weight(i.path.split("/").at(-1) as string, seen));
  return own + rest.reduce((a, b) => a + b, 0);
}

function larger(imports: readonly { readonly path: string }[]): string | undefined {
  const size = (path: string) => bytes.get(path.split("/").at(-1) as string)?.length ?? 0;
  return imports
    .map((i) => i.path)
    .filter((p) => /device\.ftl/.test(p))
    .sort((a, b) => size(b) - size(a))[0];
}

/** Islands that pages load together (packages/pages/src). */
const PAGES = [
  ["early", "session", "sign", "own-vote", "live"],
  ["early", "session", "sign", "invite"],
  ["early", "session", "sign", "card"],
  ["early", "session", "keys", "sign"],
  ["early", "session", "check", "sign"],
  ["early", "session", "join"],
];

describe("a page's script", () => {
  it.each(names)("%s is at most 60 KB gzipped", (name) => {
    const size = weight(name.replace(/\.tsx?$/, ".js"));
    expect(size, `${name}: ${size} bytes`).toBeLessThanOrEqual(MOST);
    if (process.env["SHOW_SIZES"]) console.log(`${name} ${(size / 1024).toFixed(1)} KB`);
  });

  it.each(PAGES)("of a whole page is at most 60 KB: %s %s", (...islands) => {
    const seen = new Set<string>();
    const size = islands.filter(Boolean).reduce((sum, name) => sum + weight(`${name}.js`, seen), 0);
    expect(size, `${islands.join(" ")}: ${size} bytes`).toBeLessThanOrEqual(MOST);
    if (process.env["SHOW_SIZES"]) console.log(`${islands.join(" ")} ${(size / 1024).toFixed(1)} KB`);
  });

  it("holds none of the rules", () => {
    for (const [path, output] of Object.entries(outputs)) {
      if (!output.entryPoint?.includes("/islands/")) continue;
      const seen = new Set<string>();
      const walk = (file: string): void => {
        if (seen.has(file)) return;
        seen.add(file);
        const about = Object.entries(outputs).find(([p]) => p.endsWith(`/${file}`))?.[1];
        for (const input of Object.keys(about?.inputs ?? {}))
          expect(input, path).not.toMatch(/packages\/body\/src\/.*\/(rules|admit|fold)\.ts$/);
        for (const i of about?.imports ?? [])
          if (i.kind === "import-statement") walk(i.path.split("/").at(-1) as string);
      };
      walk(path.split("/").at(-1) as string);
    }
  });
});
