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
provisional-what = This group is founded provisionally. Until the founding sitting adopts it, nothing else can be decided. Three steps remain:
provisional-keys = Keep your sheet safe and type back two of its words.
provisional-invite = Invite the other founders.
provisional-joined = { $count ->
    [one] So far there is one of you.
   *[other] So far there are { $count } of you.
  }
provisional-adopt = Move the founding, so that all can vote on it.
provisional-adopt-open = The founding is moved: discuss it and vote.
needs-title = { $count ->
    [one] One thing needs you
   *[other] { $count } things need you
  }
needs-none = Nothing needs you now.
need-vote = Vote
need-tally = Count the votes
need-declare = Declare the result
need-headcount = Count who is present
need-vouch = Vouch for someone, if you know them
need-object = Someone asks for new keys in your name
need-adopt = Move the founding
need-invite = Invite the other founders
need-begins = begins
need-by = until
`;
