/** French: refusals. Each says what, why, and what one can do; the rule's number is added at the end. */
export const refusals = `
refusal-rule = (règle { $rule })
refusal-general = Ceci ne peut pas être inscrit : cela enfreint une règle du registre. Rechargez la page et réessayez ; si cela recommence, montrez cette phrase à qui tient le registre.
`;
