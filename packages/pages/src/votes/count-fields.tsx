/** One field for each figure of a count; a hall's papers and a sitting's tellers fill in the same. */
import { Field } from "@nabat/ui";
import type { Figure } from "./figures.ts";

export function CountFields({ of, id }: { of: readonly Figure[]; id: (key: string) => string }) {
  return (
    <>
      {of.map((f) => (
        <Field
          key={f.key}
          name={`counts.${f.key}`}
          label={f.label}
          type="number"
          as="int"
          min={0}
          value={0}
          required
          id={id(f.key)}
        />
      ))}
    </>
  );
}
