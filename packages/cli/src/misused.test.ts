/** Whoever asked wrongly is told so in the language of the command: LANG, LC_ALL, or `--lang`. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, test } from "vitest";
import type { Io } from "./io.ts";
import { run } from "./main.ts";

const folder = mkdtempSync(join(tmpdir(), "nabat-misused-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function nabat(env: NodeJS.ProcessEnv, ...argv: string[]): Promise<{ status: number; out: string; err: string }> {
  let [out, err] = ["", ""];
  const io: Io = { out: (t) => (out += t), err: (t) => (err += t), watched: false, env };
  return { status: await run(argv, io), out, err };
}

/** What is asked, and what is said of it in English and in French. */
const ASKED: readonly (readonly [argv: readonly string[], en: string, fr: string])[] = [
  [["verify", "x", "--bogus"], "there is no option --bogus", "il n’y a pas d’option --bogus"],
  [["verify"], "source is missing: say which", "il manque source\u00a0: dites lequel"],
  [["verify", "x", "--body"], "the option --body <id> needs a value", "l’option --body <id> demande une valeur"],
  [["backup"], "the option --to <file> must be given", "l’option --to <file> doit être donnée"],
  [["backup", "--to", "x", "y"], "too many words for backup", "trop de mots pour backup"],
  [["bogus"], "there is no command bogus", "il n’y a pas de commande bogus"],
  [
    ["verfy"],
    "there is no command verfy (did you mean verify?)",
    "il n’y a pas de commande verfy (vouliez-vous dire verify\u00a0?)",
  ],
  [
    ["sign", "x", "--key", "k", "--grade", "all"],
    "all doesn’t fit the option --grade <who>; it takes one of members, public",
    "all ne convient pas à l’option --grade <who>\u00a0; elle prend l’un de ceux-ci\u00a0: members, public",
  ],
  [["verify", "x", "--threads", "0"], "--threads wants a number from 1", "--threads demande un nombre à partir de 1"],
  [
    ["verify", join(folder, "none")],
    `${join(folder, "none")}: there is no such file or folder`,
    `${join(folder, "none")}\u00a0: ce fichier ou dossier n’existe pas`,
  ],
  [
    ["withhold", "x", "y", "--duty", "d", "--until", "2027-01-31", "--appeal", "a"],
    "x is not the id of a body: 64 hex characters",
    "x n’est pas l’identifiant d’un groupe\u00a0: 64 caractères hexadécimaux",
  ],
  [
    ["serve", "--data", folder, "--tls-cert", "cert.pem"],
    "TLS needs both --tls-cert and --tls-key.",
    "TLS demande --tls-cert et --tls-key, les deux.",
  ],
  [
    ["count"],
    "Say by which rule: --rule RULE. See nabat count --list.",
    "Dites selon quelle règle\u00a0: --rule RÈGLE. Voyez nabat count --list.",
  ],
  [
    ["count", "--rule", "irv", "--seats", "0", "x"],
    "--seats is a whole number from 1",
    "--seats est un nombre entier de 1",
  ],
];

/** No command: `--lang` is an option of one. */
const isNone = (command: string): boolean => ["bogus", "verfy"].includes(command);

describe("asked wrongly", () => {
  test.each(ASKED)("%j", async (argv, en, fr) => {
    for (const [env, said] of [
      [{}, en],
      [{ LANG: "en_GB.UTF-8" }, en],
      [{ LANG: "fr_FR.UTF-8" }, fr],
      [{ LC_ALL: "fr", LANG: "en_GB.UTF-8" }, fr],
    ] as const) {
      const { status, out, err } = await nabat(env, ...argv);
      expect([env, status, out]).toEqual([env, 2, ""]);
      expect(err).toContain(said);
      expect(err).not.toMatch(/^error:/m);
    }
    const [command = "", ...rest] = argv;
    if (isNone(command)) return;
    expect((await nabat({ LANG: "en_GB.UTF-8" }, command, "--lang", "fr", ...rest)).err).toContain(fr);
  });

  it("programs are told in the same words; the settings' file too", async () => {
    const { status, out, err } = await nabat({ LANG: "fr" }, "verify", "--json");
    expect([status, err]).toEqual([2, ""]);
    expect(JSON.parse(out)).toEqual({ ok: false, error: "il manque source\u00a0: dites lequel" });
    writeFileSync(join(folder, "nabat.json"), "{");
    const broken = await nabat({ LANG: "fr" }, "serve", "--data", folder);
    expect([broken.status, broken.err]).toEqual([
      2,
      `${join(folder, "nabat.json")} n’est pas du JSON valable. Corrigez-le ou enlevez-le.\n`,
    ]);
  });

  it("a language that isn't spoken is said in the environment's own", async () => {
    expect((await nabat({ LANG: "fr" }, "verify", "x", "--lang", "xx")).err).toContain(
      "--lang demande l’une de ces langues\u00a0: en, fr",
    );
  });

  it("how to count is told in the language, each option in both", async () => {
    const [en, fr] = [await nabat({}, "help", "count"), await nabat({ LANG: "fr" }, "help", "count")];
    expect(fr.out).toContain("langue des phrases");
    const options = (text: string) => text.match(/^ {2}--\w+/gm);
    expect(options(fr.out)).toEqual(options(en.out));
  });
});
