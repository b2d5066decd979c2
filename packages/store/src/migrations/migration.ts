/** A migration: numbered from 1 without gaps, forward only, never edited once released. */
export interface Migration {
  readonly id: number;
  readonly name: string;
  /** Plain SQL, one statement each. */
  readonly statements: readonly string[];
}
