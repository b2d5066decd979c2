/**
 * The same house with real signatures: each act is signed, sent as bytes, parsed and verified as a record keeper
 * does, and kept as a record that a checker can go through. For the few histories that are worth it.
 */
import { canonicalBytes, fromUtf8, type Hash, type KeyId, type Millis, toHex, utf8 } from "@nabat/kernel";
import { type Act, type AttachmentRef, entryBytes, type Grade, GrowingTree, type Signed } from "@nabat/record";
import type { State } from "@nabat/body/engine/state.ts";
import type { Statutes } from "@nabat/body/statutes/acts.ts";
import { authenticate } from "@nabat/testkit/body.ts";
import { sha256, signAct } from "@nabat/testkit/keys.ts";
import { ref } from "@nabat/testkit/people.ts";
import { AS_THEY_ARE, House, type Rules, START } from "./house.ts";
import { type Hand, secretOf } from "./keyring.ts";

/** An entry as it stands in the record. */
export interface Written {
  readonly at: Millis;
  readonly act: Act;
}

export class SignedHouse extends House {
  /** What was entered, in order. */
  readonly record: Written[] = [];
  readonly #tree = new GrowingTree(sha256);
  #texts = 0;
  #sent: Written | undefined;

  static override found(
    founder: Hand,
    statutes: Statutes,
    at: Millis = START,
    rules: Rules = AS_THEY_ARE,
  ): SignedHouse {
    const house = new SignedHouse(undefined as unknown as State, at, rules);
    house.begin(founder, statutes);
    house.keep();
    return house;
  }

  /** Signs the act and sends it the whole way; throws where its signatures don't hold, for then the game is wrong. */
  protected override seal(act: Act, key: KeyId): Signed<Act> {
    const { proof: _none, ...bare } = act;
    const saw = act.saw && { size: this.#tree.size, root: toHex(this.#tree.root()) as Hash };
    const signed = signAct({ ...bare, ...(saw ? { saw } : {}) } as typeof bare, secretOf(key));
    const bytes = canonicalBytes(signed);
    const checked = authenticate(bytes, this.state);
    if (!checked.ok)
      throw new Error(`${act.kind} badly made: ${checked.rule} ${checked.code} ${JSON.stringify(checked.facts)}`);
    this.#sent = { at: this.time, act: JSON.parse(fromUtf8(bytes)) as Act };
    return checked.value;
  }

  protected override signature(key: KeyId, message: () => Uint8Array): string {
    return secretOf(key).signHex(message());
  }

  /** The act that was sent last was entered. */
  protected override keep(): void {
    const written = this.#sent;
    if (!written) return;
    this.record.push(written);
    this.#tree.appendEntry(entryBytes(written));
  }

  override text(grade: Grade = "members", media = "text/plain", size = 10): AttachmentRef {
    return this.attach(utf8(`text ${++this.#texts} `.padEnd(size, "x")), grade, media);
  }

  override attach(bytes: Uint8Array, grade: Grade, media: string): AttachmentRef {
    return { ...ref(`attachment ${++this.#texts}`, grade, "", bytes).ref, media } as AttachmentRef;
  }
}
