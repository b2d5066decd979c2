/** English: what is wrong with a record, and what a check of it comes to. */
export const faults = `
fault-R-1 = The entry’s bytes are not in canonical form: they were written or altered by something else than Nabat.
fault-R-2 = The entry holds a value that no record may hold.
fault-R-3 = The entry’s fields are not those of its kind.
fault-R-4 = The act is larger than acts may be.
fault-R-5 = The act carries no proof of the known form.
fault-R-6 = The signature doesn’t hold: the act was altered after it was signed, or somebody else signed it.
fault-R-7-another-body = The act was addressed to another group.
fault-R-8-gap = An act of this signing key is missing before this one: it was dropped.
fault-R-8-entered-already = This act, or a later one of the same key, was entered before: entries were repeated or moved.
fault-R-9-saw-another-record = The author had been shown another record up to { $size } entries than this one: somebody shows different records to different people.
fault-R-9-saw-the-future = The author had seen { $size } or more entries when there were fewer: entries were moved or dropped.
fault-R-10 = This is no entry: its envelope has another form.
fault-R-11 = Time runs backward here: the entry’s moment was altered, or entries were moved.
fault-R-14 = The evidence kept for this entry is not what the entry names.
fault-R-14-evidence-missing = The evidence that this entry rests on is not here.
fault-R-16 = A text is not the one that the act named: it was altered.
fault-R-47-missing = A text is missing, and no entry and no notice says why.
fault-R-47-vanished = A text that the older copy has is missing in the newer one, and no entry and no notice says why.
fault-R-24-shrunk = The record has fewer entries than before ({ $size } instead of { $old }): a record only grows.
fault-R-24-forked = From here on this is another record than the one seen before. Keep both copies, they are the proof.
fault-R-25 = The head names no group.
fault-R-25-another-body = This is the record of another group.
fault-R-26 = The head has another form than heads have.
fault-R-27 = The head is not a signed note.
fault-R-28 = The head is too large.
fault-R-30-not-signed-by-a-known-key = The head is not signed by the record keeper in office.
fault-R-30-signature-does-not-hold = A signature under the head does not hold ({ $name }).
fault-R-40 = A file of entries is missing, cut off or too long.
fault-R-41-tile-missing = A file of published marks is missing: { $path }.
fault-R-41-tile-does-not-fit = A file of published marks is not what the entries give: { $path }.
fault-R-42-other-root = The entries don’t give the head that was signed: an entry was altered, moved, dropped or added.
fault-R-42-other-size = The head is over { $size } entries, but there are { $entries }.
fault-R-44 = This is not a record that was carried away from Nabat, or its files are not in their order.
fault-R-44-no-checkpoint = There is no signed head in it: this is not a record that was carried away from Nabat.
fault-R-45 = The file is damaged or cut off, or it is no archive of a record.
fault-R-48-contradicts-the-record = What the file says of itself (nabat.json) is not what the record says ({ $what }).
fault-V-37-false-result = The opened positions of this vote give another count than the one declared ({ $field }: declared { $declared }, found { $found }).
fault-R-41 = The published marks don’t give the head that was signed.
fault-R-48 = What the file says of itself (nabat.json) has another form.
fault-R-49 = This is not the backup of a record keeper.
verify-body = body
verify-practice = (practice)
verify-entries = entries
verify-entries-of = { $count }, the last at { $at }
verify-root = root
verify-state = state
verify-kept = kept by
verify-kept-of = { $clerk }, epoch { $epoch }
verify-members = members
verify-results = results
verify-results-of = { $recomputed } recomputed{ $tellers ->
    [0] {""}
   *[other] , { $tellers } of them from counts that tellers signed
  }; { $attested } attested{ $unread ->
    [0] {""}
   *[other] ; { $unread } whose openings were not handed to this reader
  }
verify-attested = vote { $vote }… attested by { $by }
verify-beside = beside
verify-beside-of = { $named } attachments named: { $present } here, { $erased } erased, { $withheld } withheld, { $hidden } out of view by decision, { $unread } not handed to this reader
verify-witnesses = witnesses
verify-no-witness = none has cosigned this checkpoint
verify-witness = { $name } at { $at }
verify-still-provisional = This body has not adopted itself yet.
verify-attachments-not-here = What stands beside the record was not here and was not checked.
verify-names-against-rules = { $count ->
    [one] One name or title holds what names may not hold; the record keeper shouldn’t have let it in. It was brought in with entry { $index }.
   *[other] { $count } names or titles hold what names may not hold; the record keeper shouldn’t have let them in. The first was brought in with entry { $index }.
  }
verify-not-compared = { $attachments } attachments of the older copy are of a grade that the newer one isn’t meant to hold; they were not compared.
verify-holds = The record holds: every entry, signature and result was recomputed here.
verify-holds-not = The record does not hold.
verify-where = where
verify-rule = rule
verify-entry = entry { $index } (counting from 0), { $in }
verify-size = size
verify-kept-stated = { $clerk }, as this server states it
verify-kept-known = { $clerk }, as you know it
verify-not-recomputed = Not recomputed: this reader may not read the entries (give --key FILE). The checkpoint’s signature holds and the published hashes give its root.
verify-only-grew = The record only grew. Not recomputed: this reader may not read the entries (give --key FILE).
verify-follows = { $newer } honestly follows { $older }: it grew from { $from } to { $to } entries, and everything was recomputed.
`;
