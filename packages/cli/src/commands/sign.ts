/**
 * `nabat sign FILE`: shows an act as it stands and signs it with a device key or the reserve words,
 * away from any clerk's page. The signed act goes to a file, to standard output, or to a clerk.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { KINDS, kindOf } from "@nabat/body";
import { bodyFacts, post, remoteOf } from "@nabat/exchange";
import { canonicalText, parseCanonical, utf8 } from "@nabat/kernel";
import { sha256 } from "@nabat/platform";
import { type Act, parseAct, signingInput, type UnsignedAct, withProof } from "@nabat/record";
import { refusalSentence } from "@nabat/speech";
import { DONE, FAILED, type Io, json, langOf, UsageError } from "../io.ts";
import { readKeyFile } from "../key-file.ts";

export interface SignOptions {
  readonly key?: string;
  readonly nonce?: string;
  readonly to?: string;
  readonly submit?: string;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** Runs the command; gives the exit status. */
export async function runSign(file: string, options: SignOptions, io: Io): Promise<number> {
  const act = readUnsigned(file);
  const remote = options.submit === undefined ? undefined : remoteOf(options.submit);
  if (remote && act.body !== remote.body) throw new UsageError("this act is of another body than the address");
  const nonce = options.nonce ?? (remote ? (await bodyFacts(remote)).nonce : undefined);
  const key = readKeyFile(options.key as string, nonce);
  const kind = kindOf(KINDS, act as Act);
  if (!kind.ok) {
    io.err(`${refusalSentence(kind, langOf(io))}\n`);
    return FAILED;
  }
  if (!options.yes && !(await agreed(act, key.key))) return FAILED;
  const signed = withProof(act, key.key, key.sign(signingInput(sha256, act, key.key).bytes));
  const text = canonicalText(signed);
  const again = parseAct(sha256, utf8(text));
  if (!again.ok) {
    io.err(`${refusalSentence(again, langOf(io))}\n`);
    return FAILED;
  }
  if (options.to !== undefined) writeFileSync(options.to, text, { mode: 0o600 });
  const receipt = remote
    ? await post<Record<string, unknown>>(remote, "acts", { act: text, attachments: [] })
    : undefined;
  if (options.json)
    io.out(json({ ok: true, id: again.value.id, key: key.key, act: signed, ...(receipt ? { receipt } : {}) }));
  else if (receipt) io.out(`Entered: ${again.value.id}\n`);
  else if (options.to === undefined) io.out(`${text}\n`);
  else io.out(`${options.to}: signed with ${key.key}, act ${again.value.id}\n`);
  return DONE;
}

/** An act without its proof; a proof that stands there already is left out and made anew. */
function readUnsigned(file: string): UnsignedAct {
  let value: Record<string, unknown>;
  try {
    value = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
  } catch (error) {
    throw new UsageError(`${file} can't be read as JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const { proof: _, ...act } = value;
  try {
    const plain = parseCanonical(utf8(canonicalText(act)));
    if (!plain.ok) throw new TypeError(plain.code);
  } catch (error) {
    throw new UsageError(`${file} holds no act: ${error instanceof Error ? error.message : String(error)}`);
  }
  return act as unknown as UnsignedAct;
}

/** Shows what will be signed, on standard error, and asks. Without a person there, `--yes` is needed. */
async function agreed(act: UnsignedAct, key: string): Promise<boolean> {
  process.stderr.write(`${JSON.stringify(act, undefined, 2)}\n\nwill be signed with ${key}.\n`);
  if (!process.stdin.isTTY) throw new UsageError("nobody is here to agree: give --yes");
  const ask = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^(y|yes|o|oui)$/i.test((await ask.question("Sign it? (yes/no) ")).trim());
  } finally {
    ask.close();
  }
}
