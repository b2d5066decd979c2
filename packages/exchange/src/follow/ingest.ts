/**
 * Taking a copy in (W-5): every entry that a followed record has grown by is checked as a checker
 * does (form, signatures, rules, root) before it is kept. A clerk that enters what the rules refuse, or
 * alters an entry, is caught here and the fault is kept with its rule.
 */
import {
  type ActId,
  type BodyId,
  fromHex,
  type Hash,
  type KeyId,
  ok,
  refuse,
  type Result,
  type Sha256,
  toHex,
} from "@nabat/kernel";
import {
  type AttachmentRef,
  attachmentRefs,
  fitsRef,
  GrowingTree,
  leafHash,
  parseBundle,
  parseEntry,
  type ParsedEntry,
} from "@nabat/record";
import { begin, type Evidence, foldAct, foldNotice, KINDS, kindOf, nestedSignatures, type State } from "@nabat/body";
import { readEvidence } from "@nabat/body/checker/read-evidence.ts";
import type { NewAttachment, NewEntry } from "@nabat/store";

type Check = (key: KeyId, message: Uint8Array, signature: Uint8Array) => boolean | Promise<boolean>;

/** Kinds whose attachment is the opening of a position. */
const POSITIONS: ReadonlySet<string> = new Set(["vote.cast", "vote.card", "opening.again"]);

/** What a copy has in memory. */
export interface CopyState {
  state: State | undefined;
  readonly tree: GrowingTree;
}

/** An attachment that the other server didn't give: not for us (yet), or gone. */
export interface Lacking extends AttachmentRef {
  readonly actId: ActId;
  /** Of a position: the vote, whose result is waited for (N-11). */
  readonly vote?: ActId;
}

export interface Ingested {
  /** How many of the entries were taken. */
  readonly count: number;
  readonly entries: NewEntry[];
  readonly attachments: NewAttachment[];
  readonly lacking: Lacking[];
}

/** Where a copy fetches what stands beside entries. */
export interface Beside {
  attachment(hash: Hash): Promise<{ salt: Uint8Array; bytes: Uint8Array; media: string } | undefined>;
}

/** Entries of one bundle file, those from `from` on. Refuses R-39 and others on a malformed bundle. */
export function bundleEntries(bytes: Uint8Array, first: number, count: number, from: number): Result<Uint8Array[]> {
  const all = parseBundle(bytes, count);
  return all.ok ? ok(all.value.slice(Math.max(0, from - first))) : all;
}

/**
 * Checks and folds entries into the copy, and fetches what stands beside them; stops where what was taken
 * weighs more than `most` bytes, after one entry at least. Whether they are the record's is for the caller
 * to prove. Refuses with the rule that the first bad entry breaks; the copy must then be thrown away and
 * read again from what was kept.
 */
export async function ingest(
  sha256: Sha256,
  check: Check,
  body: BodyId,
  copy: CopyState,
  raw: readonly Uint8Array[],
  beside: Beside,
  most: number,
): Promise<Result<Ingested>> {
  const out: Omit<Ingested, "count"> = { entries: [], attachments: [], lacking: [] };
  let weight = 0;
  let weighed = 0;
  for (const bytes of raw) {
    if (weight > most) break;
    const parsed = parseEntry(sha256, bytes);
    if (!parsed.ok) return parsed;
    const entry = parsed.value;
    const held = await check(entry.signed.key, entry.signed.message, entry.signed.signature);
    if (!held) return refuse("R-6", "bad-signature", { index: copy.tree.size });
    const folded = await foldOne(sha256, check, body, copy, entry, beside, out);
    if (!folded.ok) return { ...folded, facts: { ...folded.facts, index: copy.tree.size } };
    const leaf = leafHash(sha256, bytes);
    copy.tree.append(leaf);
    const kind = entry.type === "act" ? entry.signed.document.kind : `notice.${entry.signed.document.notice}`;
    out.entries.push({ actId: entry.signed.id, kind, at: entry.at, bytes, leaf });
    weight += bytes.length;
    for (; weighed < out.attachments.length; weighed++) weight += out.attachments[weighed]?.bytes.length ?? 0;
  }
  return ok({ ...out, count: out.entries.length });
}

async function foldOne(
  sha256: Sha256,
  check: Check,
  body: BodyId,
  copy: CopyState,
  entry: ParsedEntry,
  beside: Beside,
  out: Omit<Ingested, "count">,
): Promise<Result<true>> {
  if (entry.type === "notice")
    return copy.state ? foldNotice(copy.state, entry.signed, entry.at) : refuse("F-1", "not-a-founding");
  const { signed } = entry;
  const act = signed.document;
  const kind = kindOf(KINDS, act);
  if (!kind.ok) return kind;
  for (const nested of nestedSignatures(kind.value, copy.state, act, sha256)) {
    const good =
      /^[0-9a-f]{128}$/.test(nested.signature) && (await check(nested.key, nested.message, fromHex(nested.signature)));
    if (!good) return refuse(nested.rule, "bad-signature");
  }
  const { saw } = act;
  if (saw && (saw.size > copy.tree.size || toHex(copy.tree.rootAt(saw.size)) !== saw.root))
    return refuse("R-9", "another-record", { size: saw.size });
  const evidence = await evidenceOf(sha256, check, entry, beside, out);
  if (!evidence.ok) return evidence;
  const occasion = { at: entry.at, sha256, ...(evidence.value ? { evidence: evidence.value } : {}) };
  if (copy.state === undefined) {
    const begun = begin(KINDS, signed, occasion);
    if (!begun.ok) return begun;
    if (begun.value.state.body !== body) return refuse("R-7", "another-body");
    copy.state = begun.value.state;
  } else {
    const folded = foldAct(KINDS, copy.state, signed, occasion);
    if (!folded.ok) return folded;
  }
  for (const ref of attachmentRefs(act.data)) {
    const found = await fetchLacking(sha256, beside, { ...ref, actId: signed.id });
    if (found) out.attachments.push(found);
    else {
      const { hash, grade, media, size } = ref;
      const vote = POSITIONS.has(act.kind) ? { vote: act.data["vote"] as ActId } : {};
      out.lacking.push({ actId: signed.id, hash, grade, media, size, ...vote });
    }
  }
  return ok(true);
}

/** Fetches one attachment; `undefined` where it isn't given, or isn't what the act names. */
export async function fetchLacking(sha256: Sha256, beside: Beside, ref: Lacking): Promise<NewAttachment | undefined> {
  const found = await beside.attachment(ref.hash);
  if (!found || !fitsRef(sha256, ref, found)) return undefined;
  return { actId: ref.actId, hash: ref.hash, grade: ref.grade, media: ref.media, salt: found.salt, bytes: found.bytes };
}

async function evidenceOf(
  sha256: Sha256,
  check: Check,
  entry: ParsedEntry & { type: "act" },
  beside: Beside,
  out: Omit<Ingested, "count">,
): Promise<Result<Evidence | undefined>> {
  if (!entry.evidence) return ok(undefined);
  const hash = entry.evidence;
  const found = await beside.attachment(hash);
  if (!found) return refuse("R-14", "evidence-missing", { hash });
  const read = await readEvidence(
    sha256,
    check as never,
    { evidence: async () => found.bytes },
    entry.signed.document,
    hash,
  );
  if (!read.ok) return read;
  out.attachments.push({
    actId: entry.signed.id,
    hash,
    grade: "public",
    media: "application/octet-stream",
    salt: new Uint8Array(0),
    bytes: found.bytes,
  });
  return ok(read.value);
}
