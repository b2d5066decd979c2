/** French: by which way decisions bind, from when, and putting to all. */
export const binding = `
entry-now-agree = { $who } a accepté que { $titled } se décide maintenant
entry-now-sign = { $who } a signé pour { $titled }
entry-now-back = { $who } a repris sa signature sur { $titled }
entry-now-card = { $who } a inscrit une signature de { $whom } sur { $titled }
entry-put-all = { $who } a demandé que { $titled } soit soumis à tous
kind-now = signatures pour un texte
kind-put = décisions soumises à tous
subject-end-office = fin d’une charge
subject-long-end-office = Mettre fin à une charge avant son terme
`;
