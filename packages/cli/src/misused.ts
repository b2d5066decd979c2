/** What commander found wrong with a command line, in the language that the command speaks. */
import type { CommanderError } from "commander";
import { type Locale, speak } from "@nabat/speech";

/** Of commander's codes the message that says it; what stands quoted in its own words is named in it. */
const SAID: Readonly<Record<string, string>> = {
  "commander.unknownOption": "usage-unknown-option",
  "commander.missingArgument": "usage-missing-argument",
  "commander.optionMissingArgument": "usage-option-value",
  "commander.missingMandatoryOptionValue": "usage-option-missing",
  "commander.excessArguments": "usage-too-many",
  "commander.unknownCommand": "usage-unknown-command",
  "commander.invalidArgument": "usage-not-allowed",
};

/** The sentence; commander's own where it is none that is known. */
export function misusedSentence(error: CommanderError, locale: Locale): string {
  const own = error.message.replace(/^error: /, "");
  const id = SAID[error.code];
  if (id === undefined) return own;
  const { t } = speak(locale);
  const [a = "", b = ""] = [...own.matchAll(/'([^']*)'/g)].map((m) => m[1] ?? "");
  const said = t(id, { a, b, all: /choices are (.*?)\.?$/m.exec(own)?.[1] ?? "" });
  const near = /\(Did you mean (?:one of )?(.*?)\?\)/.exec(own)?.[1];
  return near === undefined ? said : t("usage-did-you-mean", { said, a: near });
}
