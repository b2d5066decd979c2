/** What was typed stays, across a refusal and a reload: one draft per form, in this window's own storage. */

/** The part of `Storage` that drafts need. */
export interface Notepad {
  getItem(name: string): string | null;
  setItem(name: string, text: string): void;
  removeItem(name: string): void;
}

/** Values by field name; several for a field met more than once. */
export type Draft = Readonly<Record<string, readonly string[]>>;

/** Drafts on a notepad; a full or forbidden one is no draft, never an error. */
export function drafts(pad: Notepad) {
  const key = (form: string) => `nabat draft ${form}`;
  return {
    load(form: string): Draft | undefined {
      try {
        const text = pad.getItem(key(form));
        return text ? (JSON.parse(text) as Draft) : undefined;
      } catch {
        return undefined;
      }
    },
    save(form: string, fields: Iterable<readonly [string, string]>): void {
      const draft: Record<string, string[]> = {};
      for (const [name, value] of fields) (draft[name] ??= []).push(value);
      try {
        pad.setItem(key(form), JSON.stringify(draft));
      } catch {
        // A full or forbidden storage only costs the draft.
      }
    },
    drop(form: string): void {
      try {
        pad.removeItem(key(form));
      } catch {
        // As above.
      }
    },
  };
}
