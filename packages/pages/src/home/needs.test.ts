/** Whatever can need somebody has words, in both languages: on a body's home, and on Mine, whose island knows one chapter. */
import { makeSpeech, speak } from "@nabat/speech";
import { device as english } from "@nabat/speech/en/device.ftl.ts";
import { device as french } from "@nabat/speech/fr/device.ftl.ts";
import { NEEDS } from "@nabat/views";
import { describe, expect, test } from "vitest";

const WORDLESS = /⟦|⟧/;

describe.each([
  ["en", english],
  ["fr", french],
] as const)("what needs somebody, in %s", (locale, device) => {
  const island = makeSpeech(locale, [device]);
  test.each(NEEDS)("%s has words on Home and on Mine", (what) => {
    expect(speak(locale).t(`need-${what}`)).not.toMatch(WORDLESS);
    expect(island.t(`island-need-${what}`)).not.toMatch(WORDLESS);
  });
});
