/**
 * The parts of a count's result that sentences need. `speech` knows nothing of counting: this is the
 * shape that a result of `@nabat/count` happens to have.
 */

export interface StageFacts {
  readonly number: number;
  readonly kind: string;
  readonly subject?: number;
  readonly other?: number;
  readonly votes?: readonly string[];
  readonly transfers?: readonly { readonly to: number; readonly papers: number; readonly votes: string }[];
  readonly values?: readonly { readonly from: string; readonly to: string; readonly papers: number }[];
  readonly elected: readonly number[];
  readonly excluded: readonly number[];
  readonly quota?: string;
  readonly nonTransferable?: string;
  readonly lost?: string;
  readonly figure?: string;
  readonly against?: string;
  readonly locked?: boolean;
  readonly matrix?: readonly (readonly number[])[];
  readonly opposing?: readonly (readonly number[])[];
  readonly order?: readonly (readonly number[])[];
  readonly keep?: readonly string[];
  readonly rest?: string;
  readonly papers?: number;
}

export interface TieFacts {
  readonly stage: number;
  readonly about: string;
  readonly tied: readonly number[];
  readonly chosen: number;
  readonly by: string;
  readonly atStage?: number;
}

export interface CountFacts {
  readonly rule: string;
  readonly ruleName: string;
  readonly version: string;
  readonly source: string;
  readonly arithmetic: string;
  readonly options: Readonly<Record<string, string | number | boolean>>;
  readonly tieBreak: {
    readonly first: string;
    readonly otherwise: string;
    readonly order: readonly number[];
    readonly seed?: string;
  };
  readonly title: string;
  readonly seats: number;
  readonly candidates: readonly string[];
  readonly withdrawn: readonly number[];
  readonly papers: { readonly total: number; readonly valid: number; readonly blank: number; readonly spoilt: number };
  readonly quota?: string;
  readonly winners: readonly number[];
  readonly unfilled: number;
  readonly stages: readonly StageFacts[];
  readonly ties: readonly TieFacts[];
  readonly treatment: readonly { readonly id: string; readonly papers: number }[];
  readonly remarks: readonly string[];
  readonly gradeNames?: readonly string[];
}

export interface TraceFacts {
  readonly stage: number;
  readonly kind: string;
  readonly candidate?: number;
  readonly other?: number;
  readonly amount?: string;
  readonly rest?: string;
}
