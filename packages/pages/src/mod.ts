/**
 * Every page, as one Hono app to be composed into the server. Forms are real HTML; what they would
 * sign is signed by an island on the member's device (see README.md beside this file). Without
 * script a form is answered with a page that says so, and nothing that was typed is kept.
 */
import { Hono } from "hono";
import { accountPages } from "./accounts/accounts.tsx";
import { bodyHome } from "./home/body.tsx";
import { chainPages } from "./founding/chain.tsx";
import { decisionPages } from "./binding/list.tsx";
import { copyPages } from "./archive/copies.tsx";
import { countPages } from "./count/pages.tsx";
import { electionPages } from "./elections/mod.ts";
import type { PagesDeps } from "./deps.ts";
import { entryPages } from "./archive/entries.tsx";
import { entryPage } from "./archive/entry.tsx";
import { firstPages } from "./home/first.tsx";
import { founderPages } from "./founding/founders.tsx";
import { foundPages } from "./founding/found.tsx";
import { notFound } from "./frame.tsx";
import { byCardPages } from "./members/by-card.tsx";
import { invitePages } from "./members/invite.tsx";
import { invitedPages } from "./members/invited.tsx";
import { askPages } from "./keys/ask.tsx";
import { doorPages } from "./keys/at-door.tsx";
import { lostPage } from "./keys/lost.tsx";
import { keyPages } from "./keys/keys.tsx";
import { newKeysPages } from "./keys/new-keys.tsx";
import { meetingPages } from "./meetings/mod.ts";
import { eveningPages } from "./practice/evening.tsx";
import { practisePages, type RehearsalDoor } from "./practice/practise.tsx";
import { memberPages } from "./members/list.tsx";
import { newcomerPages } from "./members/newcomers.tsx";
import { sponsorPages } from "./members/sponsors.tsx";
import { goingPages } from "./keys/erase-and-leave.tsx";
import { mePages } from "./keys/me.tsx";
import { motionPages } from "./motions/mod.ts";
import { recordPages } from "./archive/record.tsx";
import { rulePages } from "./statutes/rules.tsx";
import { sittingPages } from "./sittings/list.tsx";
import { unsent } from "./unsent.tsx";
import { guestPage } from "./voice/guest.tsx";
import { stayPage } from "./voice/stay.tsx";
import { textPage } from "./archive/texts.tsx";
import { votePages } from "./votes/vote.tsx";

/** Builds the pages' app. */
export function pages(deps: PagesDeps, rehearsals?: RehearsalDoor): Hono {
  const app = new Hono();
  firstPages(app, deps);
  foundPages(app, deps);
  founderPages(app, deps);
  copyPages(app, deps);
  countPages(app, deps);
  invitePages(app, deps);
  invitedPages(app, deps);
  bodyHome(app, deps);
  motionPages(app, deps);
  decisionPages(app, deps);
  votePages(app, deps);
  sittingPages(app, deps);
  meetingPages(app, deps);
  electionPages(app, deps);
  if (rehearsals) practisePages(app, deps, rehearsals);
  if (deps.evening) eveningPages(app, deps, deps.evening);
  memberPages(app, deps);
  byCardPages(app, deps);
  guestPage(app, deps);
  stayPage(app, deps);
  textPage(app, deps);
  newcomerPages(app, deps);
  sponsorPages(app, deps);
  rulePages(app, deps);
  entryPages(app, deps);
  entryPage(app, deps);
  recordPages(app, deps);
  chainPages(app, deps);
  accountPages(app, deps);
  keyPages(app, deps);
  newKeysPages(app, deps);
  askPages(app, deps);
  lostPage(app, deps);
  doorPages(app, deps);
  mePages(app, deps);
  goingPages(app, deps);
  unsent(app, deps);
  app.notFound((c) => notFound(c, deps, "thing"));
  return app;
}

export type { ExampleCase, PagesDeps, PublicBody } from "./deps.ts";
export { localeOf, POLICY } from "./frame.tsx";
