/**
 * What a fault in a record means, for whoever checks it. Pages say the same refusals to whoever signs
 * an act; here nobody is asked to do anything but to know what is wrong.
 */
import type { Fault } from "@nabat/body/checker/mod.ts";

/** By `rule-code`, or by rule alone. `{name}` is a fact of the refusal. */
const SENTENCES: Readonly<Record<string, string>> = {
  "R-1": "The entry's bytes are not in canonical form: they were written or altered by something else than Nabat.",
  "R-2": "The entry holds a value that no record may hold.",
  "R-3": "The entry's fields are not those of its kind.",
  "R-4": "The act is larger than acts may be.",
  "R-5": "The act carries no proof of the known form.",
  "R-6": "The signature doesn't hold: the act was altered after it was signed, or somebody else signed it.",
  "R-7-another-body": "The act was addressed to another body.",
  "R-8-gap": "An act of this signing key is missing before this one: it was dropped.",
  "R-8-entered-already":
    "This act, or a later one of the same key, was entered before: entries were repeated or moved.",
  "R-9-saw-another-record":
    "The author had been shown another record up to {size} entries than this one: somebody shows different records to different people.",
  "R-9-saw-the-future":
    "The author had seen {size} or more entries when there were fewer: entries were moved or dropped.",
  "R-10": "This is no entry: its envelope has another form.",
  "R-11": "Time runs backward here: the entry's moment was altered, or entries were moved.",
  "R-14-evidence-missing": "The evidence that this entry rests on is not here.",
  "R-14": "The evidence kept for this entry is not what the entry names.",
  "R-16": "An attachment is not the one that the act named: its bytes were altered.",
  "R-47-missing": "An attachment is missing, and no act and no notice says why.",
  "R-47-vanished":
    "An attachment that the older copy has is missing in the newer one, and no act and no notice says why.",
  "R-24-shrunk": "The record has fewer entries than before ({size} instead of {old}): a record only grows.",
  "R-24-forked":
    "From here on this is another record than the one seen before: it was forked. Keep both copies, they are the proof.",
  "R-25-another-body": "This is the record of another body.",
  "R-25": "The checkpoint names no body.",
  "R-26": "The checkpoint has another form than checkpoints have.",
  "R-27": "The checkpoint is not a signed note.",
  "R-28": "The checkpoint is too large.",
  "R-30-not-signed-by-a-known-key": "The checkpoint is not signed by the clerk in office.",
  "R-30-signature-does-not-hold": "A signature under the checkpoint does not hold ({name}).",
  "R-40": "A file of entries is missing, cut off or too long.",
  "R-41-tile-missing": "A tile of hashes is missing: {path}.",
  "R-41-tile-does-not-fit": "A published tile of hashes is not what the entries give: {path}.",
  "R-41": "The published hashes don't give the root that the checkpoint signs.",
  "R-42-other-root":
    "The entries don't give the root that the checkpoint signs: an entry was altered, moved, dropped or added.",
  "R-42-other-size": "The checkpoint is over {size} entries, but there are {entries}.",
  "R-44": "The bundle's files are not those of a bundle, or not in its order.",
  "R-45": "The archive is damaged or cut off.",
  "R-48-contradicts-the-record":
    "The bundle's own description of itself (nabat.json) is not what the record says ({what}).",
  "R-48": "The bundle's own description of itself (nabat.json) has another form.",
  "R-49": "This is not the backup of a clerk.",
  "V-37-false-result":
    "The openings of this vote give another count than the one declared ({field}: declared {declared}, found {found}).",
};

/** The sentence of a fault with its rule, where there is one for checkers. */
export function plainSentence({ refusal, in: where }: Fault): string | undefined {
  const { rule, code, facts } = refusal;
  // A chapter's rule broken inside the fold is said as pages say it.
  if (where === "rule" && !rule.startsWith("R-")) return undefined;
  const text = SENTENCES[`${rule}-${code}`] ?? SENTENCES[rule];
  if (text === undefined) return undefined;
  return `${text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? "?"))} (rule ${rule})`;
}
