/**
 * Values to attack with: hostile texts, and data made from a kind's own schema, near enough to the
 * right form that it gets past the form and into the rules, out of ids that are really in the record.
 */
import fc from "fast-check";

/** Runs of each property: few in the ordinary test run, many in the long form. */
export const RUNS = (short: number): number => (process.env["NABAT_LONG"] ? short * 60 : short);

/** Texts that programs stumble over. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "..",
    "../../../etc/passwd",
    "%00",
    "%ff%fe",
    "%E0%A4%A",
    "%2e%2e%2f",
    "\u0000",
    "\ud800",
    "'; drop table entries; --",
    `"><script>alert(1)</script>`,
    "{{7*7}}",
    "__proto__",
    "constructor",
    "hasOwnProperty",
    "-1",
    "-0",
    "1e309",
    "NaN",
    "null",
    "9007199254740993",
    "99999999999999999999999",
    "0".repeat(64),
    "f".repeat(64),
    "0".repeat(32),
    "\u202Eevil",
    "é",
    "🏴",
    "a".repeat(3000),
    "\r\nX-Evil: 1",
  ),
  fc.string({ maxLength: 40 }),
  fc.string({ maxLength: 40, unit: "binary" }),
);

/** Any JSON, with hostile texts and keys in it. */
export const hostileJson: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: "small" },
    hostileText,
    fc.integer(),
    fc.constantFrom(null, true, false, 0, -1, 1.5, 2 ** 53, 1e300),
    fc.array(tie("any"), { maxLength: 4 }),
    fc.dictionary(hostileText, tie("any"), { maxKeys: 5 }),
  ),
})).any;

interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly propertyNames?: Schema;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** Ids, hashes, keys that a record really knows, by length in hex or `key`. */
export interface Known {
  readonly ids: readonly string[];
  readonly members: readonly string[];
  readonly keys: readonly string[];
}

/** Values of a schema, about as often with known ids as with others. */
export function fromSchema(schema: unknown, known: Known): fc.Arbitrary<unknown> {
  const root = schema as Schema;
  const make = (s: Schema, depth: number): fc.Arbitrary<unknown> => {
    if (s.$ref) {
      const name = s.$ref.split("/").at(-1) ?? "";
      const found = s.$ref === "#" ? root : root.$defs?.[name];
      return found && depth < 5 ? make(found, depth + 1) : fc.constant(null);
    }
    if (s.const !== undefined) return fc.constant(s.const);
    if (s.enum) return fc.constantFrom(...s.enum);
    const some = s.anyOf ?? s.oneOf;
    if (some) return fc.oneof(...some.map((one) => make(one, depth)));
    if (s.allOf)
      return fc
        .tuple(...s.allOf.map((one) => make(one, depth)))
        .map((all) => Object.assign({}, ...(all as object[])) as unknown);
    switch (s.type) {
      case "integer":
      case "number":
        return fc.oneof(
          fc.integer({ min: clamp(s.minimum ?? -5), max: Math.max(clamp(s.minimum ?? -5), clamp(s.maximum ?? 1000)) }),
          fc.constantFrom(
            ...[s.minimum ?? 0, s.maximum ?? 2 ** 53 - 1, Date.now(), Date.now() + 3_600_000, 1].filter(
              (n) => n >= (s.minimum ?? n) && n <= (s.maximum ?? n),
            ),
          ),
        );
      case "boolean":
        return fc.boolean();
      case "string":
        return text(s, known);
      case "array":
        return s.prefixItems
          ? fc.tuple(...s.prefixItems.map((one) => make(one, depth + 1)))
          : fc.array(make(s.items ?? {}, depth + 1), {
              minLength: s.minItems ?? 0,
              maxLength: Math.min(s.maxItems ?? 4, Math.max(4, s.minItems ?? 0)),
            });
      case "object":
        return object(s, depth, make);
      default:
        return hostileText;
    }
  };
  return make(root, 0);
}

function clamp(n: number): number {
  return Math.max(-(2 ** 31), Math.min(2 ** 31 - 1, n));
}

function object(
  s: Schema,
  depth: number,
  make: (s: Schema, depth: number) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  const { properties = {} } = s;
  const required = new Set(s.required ?? []);
  const names = Object.keys(properties);
  const record = Object.fromEntries(names.map((name) => [name, make(properties[name] as Schema, depth + 1)]));
  const known = fc.record(record, { requiredKeys: names.filter((n) => required.has(n)) });
  if (names.length > 0 || typeof s.additionalProperties !== "object") return known;
  return fc.dictionary(
    s.propertyNames ? (make(s.propertyNames, depth + 1) as fc.Arbitrary<string>) : hostileText,
    make(s.additionalProperties, depth + 1),
    { maxKeys: 5 },
  );
}

function text(s: Schema, known: Known): fc.Arbitrary<string> {
  const pattern = s.pattern ?? "";
  const hex = /\[0-9a-f\]\{(\d+)\}/.exec(pattern)?.[1];
  if (hex === "64")
    return fc.oneof(
      fc.constantFrom(...known.ids),
      fc.constantFrom(...known.ids),
      fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: 64, maxLength: 64 }),
    );
  if (hex === "32")
    return fc.oneof(
      fc.constantFrom(...known.members),
      fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: 32, maxLength: 32 }),
    );
  if (hex)
    return fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: Number(hex), maxLength: Number(hex) });
  if (pattern.includes("z6Mk")) return fc.constantFrom(...known.keys);
  if (pattern === "")
    return fc.oneof(
      fc.constantFrom("UTC", "en", "a", "Europe/Paris", ...known.ids, ...known.members, ...known.keys),
      hostileText.map((t) => t.slice(0, s.maxLength ?? 200)),
    );
  // Another pattern: what fast-check can make of it, else nothing sensible.
  try {
    return fc.stringMatching(new RegExp(pattern, "u"), { maxLength: s.maxLength ?? 200 });
  } catch {
    return hostileText;
  }
}
