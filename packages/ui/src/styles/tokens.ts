/** Colours, sizes and spaces. Ink on paper and one red, which means: this needs you now. */
export const tokens = `
@layer tokens, base, layout, parts, print;
@layer tokens {
  :root {
    color-scheme: light dark;
    --paper: #fbf8f2;
    --paper-sunk: #f2ede2;
    --ink: #1d1a17;
    --ink-soft: #4d463f;
    --line: #d8d0c1;
    --line-strong: #857b6e;
    --red: #a3180f;
    --red-paper: #fbe9e4;
    --green: #1d5b33;
    --amber: #6f4700;
    --on-ink: #fbf8f2;
    --t-small: 0.875rem;
    --t-body: 1rem;
    --t-lead: 1.2rem;
    --t-head: 1.5rem;
    --t-title: 2rem;
    --t-grand: 2.75rem;
    --s1: 0.25rem;
    --s2: 0.5rem;
    --s3: 0.75rem;
    --s4: 1rem;
    --s5: 1.5rem;
    --s6: 2.25rem;
    --s7: 3.5rem;
    --target: 2.75rem;
    --read: 38rem;
    --font: system-ui, -apple-system, "Segoe UI", "Noto Sans", "Liberation Sans", Arial, sans-serif;
  }
  @media (prefers-color-scheme: dark) {
    :root {
      --paper: #171512;
      --paper-sunk: #211e19;
      --ink: #f3eee5;
      --ink-soft: #c9c0b2;
      --line: #3b362e;
      --line-strong: #8b8173;
      --red: #ff9c8c;
      --red-paper: #38201b;
      --green: #94d6a9;
      --amber: #f1c671;
      --on-ink: #171512;
    }
  }
}
`;
