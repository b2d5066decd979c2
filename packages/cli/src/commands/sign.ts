/**
 * `nabat sign FILE`: shows an act as it stands and signs it with a device key or the reserve words,
 * away from any clerk's page. The signed act goes to a file, to standard output, or to a clerk, with the files
 * that `--attach` puts into it.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { KINDS, kindOf } from "@nabat/body";
import { bodyFacts, remoteOf } from "@nabat/exchange";
import { createHttp, sentenceOf } from "@nabat/exchange/client/http.ts";
import type { Sent } from "@nabat/exchange/client/text.ts";
import { canonicalText, parseCanonical, utf8 } from "@nabat/kernel";
import { sha256 } from "@nabat/platform";
import { type Act, parseAct, signingInput, type UnsignedAct, withProof } from "@nabat/record";
import { type Locale, refusalSentence, speak } from "@nabat/speech";
import { withFiles, type WithFiles } from "../attach.ts";
import { DONE, FAILED, type Io, json, langOf, UsageError } from "../io.ts";
import { readKeyFile } from "../key-file.ts";

export interface SignOptions {
  readonly key?: string;
  readonly nonce?: string;
  readonly to?: string;
  readonly submit?: string;
  /** `FIELD=FILE`, each. */
  readonly attach?: readonly string[];
  readonly grade?: "members" | "public";
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** Runs the command; gives the exit status. */
export async function runSign(file: string, options: SignOptions, io: Io): Promise<number> {
  const whole = withAttached(readUnsigned(file), options);
  const { act } = whole;
  const remote = options.submit === undefined ? undefined : remoteOf(options.submit);
  if (remote && act.body !== remote.body) throw new UsageError("usage-other-body");
  const nonce = options.nonce ?? (remote ? (await bodyFacts(remote)).nonce : undefined);
  const key = readKeyFile(options.key as string, nonce);
  const kind = kindOf(KINDS, act as Act);
  if (!kind.ok) {
    io.err(`${refusalSentence(kind, langOf(io))}\n`);
    return FAILED;
  }
  if (!options.yes && !(await agreed(whole, key.key, langOf(io)))) return FAILED;
  const signed = withProof(act, key.key, key.sign(signingInput(sha256, act, key.key).bytes));
  const text = canonicalText(signed);
  const again = parseAct(sha256, utf8(text));
  if (!again.ok) {
    io.err(`${refusalSentence(again, langOf(io))}\n`);
    return FAILED;
  }
  if (options.to !== undefined) writeFileSync(options.to, text, { mode: 0o600 });
  const sent = remote
    ? await createHttp({ url: remote.base, language: langOf(io) }).json<Record<string, unknown>>("POST", "/acts", {
        body: { act: text, attachments: whole.attachments },
      })
    : undefined;
  if (sent && !sent.ok) {
    const sentence = sentenceOf(sent) || refusalSentence(sent, langOf(io));
    if (options.json) io.out(json({ ok: false, rule: sent.rule, code: sent.code, facts: sent.facts, sentence }));
    else io.err(`${sentence}\n`);
    return FAILED;
  }
  const receipt = sent?.value;
  if (options.json)
    io.out(json({ ok: true, id: again.value.id, key: key.key, act: signed, ...(receipt ? { receipt } : {}) }));
  else if (receipt) io.out(`${speak(langOf(io)).t("did-enter", { id: again.value.id })}\n`);
  else if (options.to === undefined) io.out(`${text}\n`);
  else io.out(`${speak(langOf(io)).t("did-sign", { to: options.to, key: key.key, id: again.value.id })}\n`);
  return DONE;
}

/** The act with its files in it. They are sent with it or nowhere: their salts stand in no other place. */
function withAttached(read: WithFiles, { attach = [], grade, submit }: SignOptions): WithFiles {
  if (attach.length === 0) {
    if (grade !== undefined) throw new UsageError("usage-grade");
    return read;
  }
  if (submit === undefined) throw new UsageError("usage-attach-submit");
  const made = withFiles(read.act, attach, grade ?? "members");
  return { ...made, attachments: [...read.attachments, ...made.attachments] };
}

/**
 * An act without its proof; a proof that stands there already is left out and made anew. Read is the act alone,
 * or a page's text to sign elsewhere: `{"act": {…}, "attachments": […]}`.
 */
function readUnsigned(file: string): WithFiles {
  let value: Record<string, unknown>;
  try {
    const read = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
    value = typeof read["act"] === "string" ? { ...read, act: JSON.parse(read["act"]) as unknown } : read;
  } catch (error) {
    throw new UsageError("usage-unread-json", { file, why: error instanceof Error ? error.message : String(error) });
  }
  const { act: inside, attachments } = value;
  const { proof: _, ...act } = (inside ?? value) as Record<string, unknown>;
  try {
    const plain = parseCanonical(utf8(canonicalText(act)));
    if (!plain.ok) throw new TypeError(plain.code);
  } catch (error) {
    throw new UsageError("usage-no-act", { file, why: error instanceof Error ? error.message : String(error) });
  }
  const brought = inside === undefined ? [] : (attachments ?? []);
  if (!Array.isArray(brought)) throw new UsageError("usage-no-attachments", { file });
  return { act: act as unknown as UnsignedAct, attachments: brought as Sent[], files: [] };
}

/** Shows what will be signed, on standard error, and asks. Without a person there, `--yes` is needed. */
async function agreed({ act, files }: WithFiles, key: string, locale: Locale): Promise<boolean> {
  const { t } = speak(locale);
  const beside = files
    .map(({ field, file, bytes }) => `${t("did-beside", { field, file, bytes: String(bytes) })}\n`)
    .join("");
  process.stderr.write(`${JSON.stringify(act, undefined, 2)}\n\n${beside}${t("did-will-sign", { key })}\n`);
  if (!process.stdin.isTTY) throw new UsageError("usage-nobody");
  const ask = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^(y|yes|o|oui)$/i.test((await ask.question(`${t("did-ask")} `)).trim());
  } finally {
    ask.close();
  }
}
