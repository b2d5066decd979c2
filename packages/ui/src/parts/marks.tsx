/** Small drawn signs, inline SVG, always beside words; so they are hidden from screen readers. */
import type { ComponentChildren } from "preact";

function Mark({ children, box = 24 }: { children: ComponentChildren; box?: number }) {
  return (
    <svg
      viewBox={`0 0 ${box} ${box}`}
      width={box}
      height={box}
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

/** The bell that calls people together. */
export function BellMark() {
  return (
    <Mark>
      <path d="M4 18h16M6 18c1-2 1-4 1-7a5 5 0 0 1 10 0c0 3 0 5 1 7" />
      <path d="M12 3v3M10.5 21h3" />
    </Mark>
  );
}

export function LetterMark() {
  return (
    <Mark>
      <path d="M3 6h18v12H3zM3 7l9 7 9-7" />
    </Mark>
  );
}

/** A body whose members are persons. */
export function HouseMark() {
  return (
    <Mark>
      <path d="M3 11 12 4l9 7M5 10v10h14V10M10 20v-6h4v6" />
    </Mark>
  );
}

/** A council of bodies: a street of houses. */
export function StreetMark() {
  return (
    <Mark>
      <path d="M2 20V10l4-3 4 3v10M10 20V8l4-3 4 3v12M18 20v-8l2-1.5 2 1.5v8M1 20h22" />
    </Mark>
  );
}

export function PeopleMark() {
  return (
    <Mark>
      <circle cx="8" cy="8" r="3" />
      <circle cx="17" cy="9" r="2.5" />
      <path d="M2 20c0-4 2.5-6.5 6-6.500s6 2.5 6 6.500M15 14.500c4-.5 7 1.5 7 5.5" />
    </Mark>
  );
}

export function EyeMark() {
  return (
    <Mark>
      <path d="M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12z" />
      <circle cx="12" cy="12" r="3" />
    </Mark>
  );
}

export function BookMark() {
  return (
    <Mark>
      <path d="M4 4h11a3 3 0 0 1 3 3v13H7a3 3 0 0 1-3-3zM4 17a3 3 0 0 1 3-3h11" />
    </Mark>
  );
}

/** Done, carried, in order. */
export function TickMark() {
  return (
    <Mark>
      <path d="M4 13l5 5L20 6" />
    </Mark>
  );
}

/** Lost, refused. */
export function CrossMark() {
  return (
    <Mark>
      <path d="M6 6l12 12M18 6 6 18" />
    </Mark>
  );
}

/** Open, running. */
export function OpenMark() {
  return (
    <Mark>
      <circle cx="12" cy="12" r="8" />
      <path d="M12 7v5l3 2" />
    </Mark>
  );
}

/** Needs you now. */
export function NeedsMark() {
  return (
    <Mark>
      <path d="M12 3v11M12 19v1.5" stroke-width="3" />
    </Mark>
  );
}

/** Take care. */
export function WarnMark() {
  return (
    <Mark>
      <path d="M12 3 22 20H2zM12 10v4M12 17v.5" />
    </Mark>
  );
}
