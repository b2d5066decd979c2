/** All texts of this language, one per chapter. */
import { binding } from "./binding.ftl.ts";
import { body } from "./body.ftl.ts";
import { commandLine } from "./command-line.ftl.ts";
import { common } from "./common.ftl.ts";
import { copies } from "./copies.ftl.ts";
import { counting } from "./counting.ftl.ts";
import { countPage } from "./count-page.ftl.ts";
import { countRules } from "./count-rules.ftl.ts";
import { device } from "./device.ftl.ts";
import { elections } from "./elections.ftl.ts";
import { evening } from "./evening.ftl.ts";
import { faults } from "./faults.ftl.ts";
import { first } from "./first.ftl.ts";
import { calls } from "./calls.ftl.ts";
import { hall } from "./hall.ftl.ts";
import { minutes } from "./minutes.ftl.ts";
import { needs } from "./needs.ftl.ts";
import { meetings } from "./meetings.ftl.ts";
import { motions } from "./motions.ftl.ts";
import { newKeys } from "./new-keys.ftl.ts";
import { newcomers } from "./newcomers.ftl.ts";
import { oneFile } from "./one-file.ftl.ts";
import { paper } from "./paper.ftl.ts";
import { people } from "./people.ftl.ts";
import { practice } from "./practice.ftl.ts";
import { record } from "./record.ftl.ts";
import { amendments } from "./amendments.ftl.ts";
import { refusalsBinding } from "./refusals-binding.ftl.ts";
import { refusalsCounting } from "./refusals-counting.ftl.ts";
import { refusalsKeys } from "./refusals-keys.ftl.ts";
import { refusalsMeetings } from "./refusals-meetings.ftl.ts";
import { refusalsPeople } from "./refusals-people.ftl.ts";
import { refusalsRecord } from "./refusals-record.ftl.ts";
import { refusalsVotes } from "./refusals-votes.ftl.ts";
import { rules } from "./rules.ftl.ts";
import { settings } from "./settings.ftl.ts";
import { voice } from "./voice.ftl.ts";
import { votes } from "./votes.ftl.ts";

export const EN: readonly string[] = [
  common,
  meetings,
  calls,
  hall,
  minutes,
  needs,
  elections,
  first,
  copies,
  body,
  rules,
  settings,
  motions,
  amendments,
  votes,
  voice,
  counting,
  binding,
  paper,
  newKeys,
  people,
  newcomers,
  practice,
  evening,
  record,
  refusalsBinding,
  refusalsCounting,
  refusalsKeys,
  refusalsMeetings,
  refusalsPeople,
  refusalsVotes,
  refusalsRecord,
  device,
  faults,
  oneFile,
  countPage,
  countRules,
  commandLine,
];
