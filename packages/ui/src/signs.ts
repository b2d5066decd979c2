/** What the device that is looking may sign, for the forms of a page: in place of what would be refused they say why (K-2, K-12). */
import { createContext } from "preact";
import { useContext } from "preact/hooks";

export interface Refusing {
  /** Why, and what to do. */
  readonly why: string;
  /** Where this device's keys are explained. */
  readonly href: string;
}

/** Of an act's kind and, where it matters, its data: why this device can't sign it now; `undefined`: it can. */
export type Signs = (kind: string, data?: unknown) => Refusing | undefined;

const SignsContext = createContext<Signs>(() => undefined);

export const SignsProvider = SignsContext.Provider;

/** What this page's device may sign; where no page says it, everything. */
export function useSigns(): Signs {
  return useContext(SignsContext);
}
