/** `nabat verify-diff OLD NEW`: NEW can honestly follow OLD. */
import { checkFollows, checkGrowth, statedHead } from "@nabat/body/checker/mod.ts";
import { get, type OpenRecord, remoteOf } from "@nabat/exchange";
import { fromBase64, type KeyId } from "@nabat/kernel";
import { sha256, verify } from "@nabat/platform";
import { speak } from "@nabat/speech";
import { DONE, FAILED, type Io, json, langOf } from "../io.ts";
import { progress } from "../progress.ts";
import { faultJson, sayFault, sayWarning, verdictJson } from "../say-verdict.ts";
import { isAddress, type OpenSource, openSource } from "../sources.ts";
import { statedSize, withTools } from "../with-tools.ts";
import { archiveFault } from "./verify.ts";

export interface DiffOptions {
  readonly key?: string;
  readonly json?: boolean;
  readonly progress?: boolean;
}

/** Runs the command; gives the exit status. */
export async function runVerifyDiff(older: string, newer: string, options: DiffOptions, io: Io): Promise<number> {
  const opened: (OpenSource | OpenRecord)[] = [];
  try {
    const was = await openSource(older, isAddress(older) ? options.key : undefined);
    opened.push(was);
    const is = await openSource(newer, isAddress(newer) ? options.key : undefined);
    opened.push(is);
    if (is.remote?.mayRead === false || was.remote?.mayRead === false)
      return await growthOnly(was, is, newer, options, io);
    const shown = progress(io, "checked", options.progress);
    const verdict = await withTools(statedSize(is.source.checkpoint), undefined, shown.report, (tools) =>
      checkFollows(was.source, is.source, tools),
    );
    shown.end();
    const { t } = speak(langOf(io));
    const grown = [statedSize(was.source.checkpoint), statedSize(is.source.checkpoint)];
    if (options.json) io.out(json({ ...verdictJson(verdict, langOf(io)), from: grown[0], to: grown[1] }));
    else
      io.out(
        verdict.ok
          ? `${t("verify-follows", { newer, older, from: grown[0] as number, to: grown[1] as number })}\n${verdict.summary.warnings.map((w) => sayWarning(w, langOf(io))).join("")}`
          : sayFault(verdict.fault, langOf(io)),
      );
    return verdict.ok ? DONE : FAILED;
  } catch (error) {
    archiveFault(error, options, io);
    return FAILED;
  } finally {
    for (const one of opened) await one.close();
  }
}

/** Without reading rights: the clerk's consistency proof between the two checkpoints. */
async function growthOnly(
  was: OpenSource,
  is: OpenSource,
  newer: string,
  options: DiffOptions,
  io: Io,
): Promise<number> {
  const [a, b] = [statedHead(was.source.checkpoint), statedHead(is.source.checkpoint)];
  const bad = !a.ok ? a : !b.ok ? b : undefined;
  let fault = bad && { in: "checkpoint" as const, refusal: bad };
  if (a.ok && b.ok) {
    const [from, to] = [a.value.checkpoint.size, b.value.checkpoint.size];
    const answer = from < to ? await get(remoteOf(newer), `proof/consistency?from=${from}&to=${to}`) : undefined;
    const proof = answer
      ? (JSON.parse(new TextDecoder().decode(answer.bytes)) as { proof: string[] }).proof.map(fromBase64)
      : [];
    fault = (await checkGrowth(a.value, b.value, proof, is.remote?.facts.clerk as KeyId, {
      sha256,
      verify,
    })) as typeof fault;
  }
  if (options.json)
    io.out(
      json(
        fault ? { ok: false, recomputed: false, fault: faultJson(fault, langOf(io)) } : { ok: true, recomputed: false },
      ),
    );
  else io.out(fault ? sayFault(fault, langOf(io)) : `${speak(langOf(io)).t("verify-only-grew")}\n`);
  return fault ? FAILED : DONE;
}
