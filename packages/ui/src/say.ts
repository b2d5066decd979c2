/** What every component needs to speak: sentences, the body's time zone, the present moment. */
import { type Args, type Locale, sayDate, sayDay, type Speech } from "@nabat/speech";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { untorn } from "./untorn.ts";

export interface Say {
  readonly t: (id: string, args?: Args) => string;
  readonly locale: Locale;
  /** IANA zone in which dates are said: the body's. */
  readonly zone: string;
  /** The present moment, so that this year's dates go without a year. */
  readonly now: number;
  /** "3 May at 14:05", for use inside a sentence. */
  readonly date: (ms: number) => string;
  /** "3 May". */
  readonly day: (ms: number) => string;
}

const SayContext = createContext<Say | undefined>(undefined);

export const SayProvider = SayContext.Provider;

/** The speech of this page. Throws outside a `SayProvider`: that is a bug. */
export function useSay(): Say {
  const say = useContext(SayContext);
  if (!say) throw new Error("no SayProvider above this component");
  return say;
}

/** Names in a sentence keep their numbers beside them. */
function shown(args: Args = {}): Args {
  return Object.fromEntries(Object.entries(args).map(([key, v]) => [key, typeof v === "string" ? untorn(v) : v]));
}

/** Binds a speech to a zone and a moment. Messages may always use `$zone`. */
export function sayIn(speech: Speech, zone: string, now: number): Say {
  return {
    t: (id, args) => speech.t(id, { zone, ...shown(args) }),
    locale: speech.locale,
    zone,
    now,
    date: (ms) => sayDate(ms, zone, speech.locale, now),
    day: (ms) => sayDay(ms, zone, speech.locale, now),
  };
}
