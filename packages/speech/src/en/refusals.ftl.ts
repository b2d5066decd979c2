/** English: refusals. Each says what, why, and what one can do; the rule's number is added at the end. */
export const refusals = `
refusal-rule = (rule { $rule })
refusal-general = This can’t be entered: it breaks a rule of the record. Load the page anew and try again; if it happens again, show this sentence to whoever keeps the record.
`;
