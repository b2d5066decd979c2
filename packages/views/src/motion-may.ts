/** What a viewer may do with a motion now (V-10 to V-19, V-57). */
import { actionsOn, allAgreed, lastVersion, leadingCourse, mayDecideHere, roll, type State } from "@nabat/body";
import type { ActId } from "@nabat/kernel";
import { mayAmendNow } from "./amendments.ts";
import type { BodyReader } from "./reader.ts";
import { type Shown, textsOf } from "./shared.ts";
import { type WhyNot, whyNot } from "./why-not.ts";

type Motion = State["motions"]["motions"] extends Map<ActId, infer M> ? M : never;

/** What the viewer may do with a motion now. */
export interface MotionMay {
  readonly second: boolean;
  readonly revise: boolean;
  readonly withdraw: boolean;
  readonly askSecret: boolean;
  /** Put an amendment to it. */
  readonly amend: boolean;
  /** Take this amendment into one's own motion (V-47). */
  readonly accept: boolean;
  /** Call a vote over days; else the rule in the way. */
  readonly call: boolean;
  readonly callNot?: WhyNot;
  /** Where it is another's turn (V-57, V-70): somebody is there who can call it now. */
  readonly othersCall?: true;
  /** Sittings in which the viewer may call it now. */
  readonly callIn: readonly {
    readonly sitting: ActId;
    readonly title: Shown;
    /** It would give an opinion there, and decide nothing (B-3). */
    readonly opinion: boolean;
  }[];
}

/** Of a vote whose turn is another's (V-57, V-70): can anybody call it now? In the mover's week that is the mover alone. */
function othersMayCall({ state, now }: BodyReader, m: Motion, { rule, code }: WhyNot): boolean {
  if (rule !== "V-57" && rule !== "V-70") return false;
  const who = code === "movers-week" ? [m.mover] : roll(state, now).map(({ id }) => id);
  return who.some((id) => actionsOn(state, m, id, now).callOutside.ok);
}

export async function mayNow(reader: BodyReader, m: Motion): Promise<MotionMay> {
  const { state, now, viewer } = reader;
  if (viewer.member === undefined || viewer.standing !== "member")
    return {
      second: false,
      revise: false,
      withdraw: false,
      askSecret: false,
      amend: false,
      accept: false,
      call: false,
      callIn: [],
    };
  const may = actionsOn(state, m, viewer.member, now);
  const sittings = may.callInSitting
    .filter((s) => s.may.ok)
    .flatMap((s) => state.sittings.sittings.get(s.sitting) ?? []);
  const title = await textsOf(
    reader,
    sittings.map((s) => s.title),
  );
  return {
    second: may.second.ok,
    revise: may.revise.ok,
    withdraw: may.withdraw.ok,
    askSecret: may.askSecret.ok,
    amend: mayAmendNow(reader, m),
    accept: may.accept.ok,
    call: may.callOutside.ok,
    ...(may.callOutside.ok ? {} : { callNot: whyNot(may.callOutside) }),
    ...(!may.callOutside.ok && othersMayCall(reader, m, may.callOutside) ? { othersCall: true as const } : {}),
    callIn: sittings.map((s) => {
      const here = mayDecideHere(
        state,
        leadingCourse(state, s.id),
        m,
        allAgreed(state, m.id, lastVersion(m).text, now),
      );
      return { sitting: s.id, title: title(s.title), opinion: here.ok && here.value.opinion };
    }),
  };
}
