/**
 * A quick check of an act's data by its schema, for the many acts that are right: `true` means that the
 * schema surely takes the value, `false` that the schema itself must be asked, which alone says what is
 * wrong. Made once for each schema from its own description; what it doesn't know it leaves to the schema.
 */
import { isHexOf } from "@nabat/kernel";
import type * as z from "zod/mini";

type Sure = (value: unknown) => boolean;

const made = new WeakMap<z.core.$ZodType, Sure>();
const never: Sure = () => false;

/** Does `schema` surely take `value`? `value` must come from JSON: plain objects with own fields. */
export function surely(schema: z.core.$ZodType, value: unknown): boolean {
  let sure = made.get(schema);
  if (sure === undefined) {
    sure = sureOf(schema) ?? never;
    made.set(schema, sure);
  }
  return sure(value);
}

/** The quick check of a schema; `undefined` where it holds something not known here, such as a rule of its own. */
function sureOf(schema: z.core.$ZodType): Sure | undefined {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "string":
      return all(def.checks, isString, ofString);
    case "number":
      return "format" in def && def.format === "safeint" ? all(def.checks, Number.isSafeInteger, ofNumber) : undefined;
    case "boolean":
      return def.checks ? undefined : isBoolean;
    case "enum":
      return def.checks ? undefined : oneOf(Object.values(def.entries));
    case "literal":
      return def.checks ? undefined : oneOf(def.values);
    case "array": {
      const element = sureOf(def.element);
      return element && all(def.checks, arrayOf(element), ofArray);
    }
    case "union": {
      const options = def.options.map(sureOf);
      if (def.checks || options.includes(undefined)) return undefined;
      return (value) => options.some((option) => option?.(value));
    }
    case "record": {
      const key = sureOf(def.keyType);
      const held = sureOf(def.valueType);
      if (def.checks || def.mode !== undefined || !key || !held) return undefined;
      return (value) => isObject(value) && Object.keys(value).every((k) => key(k) && held(value[k]));
    }
    case "object":
      return ofObject(def);
    default:
      return undefined;
  }
}

function arrayOf(element: Sure): Sure {
  return (value) => {
    if (!Array.isArray(value)) return false;
    for (const one of value) if (!element(one)) return false;
    return true;
  };
}

function ofObject(def: z.core.$ZodObjectDef): Sure | undefined {
  const rest = def.catchall as z.core.$ZodTypes | undefined;
  if (rest?._zod.def.type !== "never") return undefined;
  const names = Object.keys(def.shape);
  const fields: { readonly name: string; readonly optional: boolean; readonly sure: Sure }[] = [];
  for (const name of names) {
    const field = def.shape[name] as z.core.$ZodTypes;
    const optional = field._zod.def.type === "optional";
    const sure = sureOf(field._zod.def.type === "optional" ? field._zod.def.innerType : field);
    if (!sure) return undefined;
    fields.push({ name, optional, sure });
  }
  const fieldsFit: Sure = (value) => {
    if (!isObject(value)) return false;
    let there = 0;
    for (const { name, optional, sure } of fields) {
      const held = value[name];
      if (held === undefined) {
        if (!optional) return false;
      } else if (sure(held)) there++;
      else return false;
    }
    return Object.keys(value).length === there;
  };
  return all(def.checks, fieldsFit, ofRule);
}

type Checks = readonly z.core.$ZodCheck<never>[] | undefined;

/** `first` and all of the checks; `undefined` where one of them isn't known. */
function all(checks: Checks, first: Sure, of: (def: z.core.$ZodChecks["_zod"]["def"]) => Sure | undefined) {
  const parts: Sure[] = [];
  for (const check of checks ?? []) {
    const part = of((check as unknown as z.core.$ZodChecks)._zod.def);
    if (!part) return undefined;
    parts.push(part);
  }
  const [one] = parts;
  if (one === undefined) return first;
  if (parts.length === 1) return (value: unknown) => first(value) && one(value);
  return (value: unknown) => first(value) && parts.every((part) => part(value));
}

type CheckDef = z.core.$ZodChecks["_zod"]["def"];

function ofString(def: CheckDef): Sure | undefined {
  if (def.check !== "string_format" || def.format !== "regex" || !def.pattern || def.pattern.flags) return undefined;
  const { pattern } = def;
  const hex = /^\^\[0-9a-f\]\{(\d+)\}\$$/.exec(pattern.source)?.[1];
  if (hex !== undefined) {
    const length = Number(hex);
    return (value) => isHexOf(length, value as string);
  }
  return (value) => pattern.test(value as string);
}

function ofNumber(def: CheckDef): Sure | undefined {
  if (def.check !== "greater_than" && def.check !== "less_than") return undefined;
  const bound = Number(def.value);
  if (!def.inclusive) return undefined;
  return def.check === "less_than" ? (value) => (value as number) <= bound : (value) => (value as number) >= bound;
}

function ofArray(def: CheckDef): Sure | undefined {
  if (def.check === "min_length") return (value) => (value as unknown[]).length >= def.minimum;
  if (def.check === "max_length") return (value) => (value as unknown[]).length <= def.maximum;
  return undefined;
}

/** A rule that the schema adds to an object's fields (`refine`). */
function ofRule(def: { readonly check: string; readonly fn?: unknown }): Sure | undefined {
  const { check, fn } = def;
  return check === "custom" && typeof fn === "function" ? (value) => fn(value) === true : undefined;
}

function oneOf(values: readonly unknown[]): Sure {
  const set = new Set(values);
  return (value) => set.has(value);
}

const isString: Sure = (value) => typeof value === "string";
const isBoolean: Sure = (value) => typeof value === "boolean";

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
