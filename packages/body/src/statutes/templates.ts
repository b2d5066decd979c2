/**
 * Templates (S-7): sound defaults to start from. A template has no force of its own: its name stays
 * in the statutes so that a page can say what a body started from.
 */
import type { Statutes } from "./acts.ts";

/** `house`: a house or tenants' assembly. `club`: a club or association. */
export const TEMPLATES = ["house", "club"] as const;
export type TemplateName = (typeof TEMPLATES)[number];

const guarantees: Statutes["guarantees"] = {
  hearing: true,
  voice: true,
  secretVote: true,
  readRecord: true,
  minorityStatement: true,
  commonShare: true,
  exit: true,
  noSanctionForOpinion: true,
};

/** The statutes a template starts from. `zone`: IANA; `languages`: BCP 47, the binding one first. */
export function template(
  name: TemplateName,
  own: { readonly zone: string; readonly languages: readonly string[] },
): Statutes {
  const common = {
    rules: 1 as const,
    zone: own.zone,
    languages: [...own.languages],
    entries: "members" as const,
    guarantees,
  };
  const half = { num: 1, den: 2, strict: true, of: "cast" } as const;
  const twoThirds = { num: 2, den: 3, strict: false, of: "cast" } as const;
  switch (name) {
    case "house":
      return {
        ...common,
        template: "house",
        admission: {
          invitedBy: "any-member",
          vouchers: 1,
          waitingDays: 3,
          seen: false,
          decision: false,
          contestDays: 30,
        },
        convene: { signatures: 3, noticeDays: 3 },
        voting: {
          mode: "count",
          majority: half,
          quorum: { num: 1, den: 5 },
          seconds: 1,
          discussionHours: 24,
          hours: 72,
          secretOnRequest: 3,
          contestDays: 30,
        },
        change: { majority: twoThirds, quorum: { num: 1, den: 3 }, noticeDays: 7 },
        clerk: { admitMinutes: 10, copies: "any-member" },
      };
    case "club":
      return {
        ...common,
        template: "club",
        admission: {
          invitedBy: "any-member",
          vouchers: 0,
          waitingDays: 14,
          seen: false,
          decision: true,
          contestDays: 30,
        },
        convene: { signatures: 5, noticeDays: 14 },
        voting: {
          mode: "count",
          majority: half,
          quorum: { num: 1, den: 4 },
          seconds: 2,
          discussionHours: 72,
          hours: 168,
          secretOnRequest: 5,
          contestDays: 30,
        },
        change: { majority: twoThirds, quorum: { num: 1, den: 3 }, noticeDays: 14 },
        clerk: { admitMinutes: 10, copies: "any-member" },
      };
  }
}
