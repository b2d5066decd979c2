/** English: by which way decisions bind, from when, and putting to all. */
export const binding = `
entry-now-agree = { $who } agreed that { $titled } be decided now
entry-now-sign = { $who } signed for { $titled }
entry-now-back = { $who } took back their signature on { $titled }
entry-now-card = { $who } entered a signature of { $whom } on { $titled }
entry-put-all = { $who } asked that { $titled } be put to all
kind-now = signatures for a text
kind-put = putting to all
subject-end-office = end of an office
subject-long-end-office = End an office before its term is over
`;
