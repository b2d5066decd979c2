/** English: a body's home. */
export const body = `
home-title = Home
home-kind = Kind
home-founded = Founded
home-phase = State
phase-provisional = Founded provisionally, not yet adopted
phase-adopted = Adopted by its members
home-record = Record
home-entries = { $count ->
    [one] one entry
   *[other] { $count } entries
  }
home-last = the last on
home-witnesses = { $count ->
    [one] One co-signer watches that it only grows.
   *[other] { $count } co-signers watch that it only grows.
  }
home-no-witnesses = No co-signer watches it yet.
home-stranger = Only members read on
home-stranger-what = If you belong to this group, open it on the device that you joined with. If you were invited, open the link of your invitation.
home-rules = Our rules in seven sentences
home-you = You are { $name }
home-you-unnamed = You are known here
home-sitting-now = Sitting now
home-open = Open
home-open-none = Nothing is open. A motion is how anything gets decided: any member can move one.
home-open-all = All { $count } open motions
home-decided = Decided
home-decided-all = All motions
home-who = Who we are
home-members = Members
home-members-count = { $count ->
    [one] one member
   *[other] { $count } members
  }{ $guests ->
    [0] {""}
    [one] {" "}and one guest
   *[other] {" "}and { $guests } guests
  }
home-from = Founding
home-founded-by = Founded by
home-chain = Who called it, by which right
home-accounts = Accounts
home-accounts-what = What different witnesses say of the same event
home-children = Established by us
provisional-title = Not adopted yet
provisional-what = This group is founded provisionally. It exists once more than half of those on its list of founders have signed the list. Three steps remain:
provisional-keys = Keep your sheet safe and type back two of its words.
provisional-invite = Invite the other founders.
provisional-joined = { $count ->
    [one] So far there is one of you.
   *[other] So far there are { $count } of you.
  }
provisional-close = Close the list once all are on it. Then each of you signs it.
provisional-sign = Sign the list: { $signed } of { $on } have signed.
needs-title = { $count ->
    [one] One thing needs you
   *[other] { $count } things need you
  }
needs-none = Nothing needs you now.
needs-numbers = Your number in the count
need-vote = Vote
need-tally = Count the votes
need-declare = Declare the result
need-headcount = Count who is present
need-vouch = Vouch for someone, if you know them
need-object = Someone asks for new keys in your name
need-close-list = Close the list of founders, once all are on it
need-sign-list = Sign the list of founders
need-invite = Invite the other founders
need-begins = begins
need-by = until
founders-title = Who founds this group
founders-open-lead = { $count ->
    [one] So far one person stands on the list.
   *[other] So far { $count } people stand on the list.
  }
founders-open-what = Whoever joins as a founder comes onto it. Nothing binds anybody yet.
founders-others-close = You have closed it before, and somebody opened it again. Somebody else on it closes it now.
founders-close-what = When all who want to found are on it, close the list. Then nobody is added, and each of you signs exactly this list. It can be opened again as long as the group isn’t adopted.
founders-close = Close the list
founders-open-again = Open the list again
founders-open-again-what = Then others can come onto it. All signatures fall, and everybody signs anew.
founders-signed = { $signed } of { $on } have signed.
founders-needed = { $missing ->
    [0] The group is adopted.
    [one] One more signature, and the group is adopted.
   *[other] { $missing } more signatures, and the group is adopted.
  }
founders-after = Then those who have signed are its members. Who hasn’t signed isn’t a member and is counted nowhere; they can still sign until { $until }.
founders-lapses = If it isn’t adopted until { $until }, the list is open again.
founders-sign = Sign this list
founders-sign-what = You sign that you found this group, with its rules as they stand, together with those on this list who sign too.
founders-you-signed = You have signed.
founders-has-signed = has signed
founders-not-signed = hasn’t signed
founders-left = has left
founders-card = Sign for somebody without a device
founders-card-what = Two of you enter it together, with the next code of the person’s card, and the person beside you.
founders-card-who = Whose card
founders-card-code = Next code on the card
founders-rules = Read the rules that you found with
founders-none = This group was established by another group’s decision: it has no list of founders.
`;
