/** English: the settings of our rules, and the pages about them. */
export const settings = `
rules-adjust = Change these numbers
rules-no-change = Nothing would change.
rules-changes = { $count ->
    [one] One setting changes
   *[other] { $count } settings change
  }
rules-what = Setting
rules-value = Now
rules-before = Before
rules-after = After
rules-lead = What we have agreed on, in seven sentences. Every refusal on these pages names the rule it rests on.
rules-binds = What binds is decided at a called meeting, in a vote over days, by the signatures of more than half of us for a plain text, or at once where all of us agree. New rules, and what fewer than half decide at a meeting, are in force three days later; until then what a meeting decided can be put to all.
rules-second-call = If too few come to a meeting to change our rules, a second one, 14 to 60 days after the first, can do it with as many as ordinary decisions need, by two thirds at least, unless that makes something harder.
rules-asked = Where these rules ask for a number of members, never more than one in five of all are asked for, rounded up (rule S-35). We are { $roll } now: { $most ->
    [one] one member is always enough
   *[other] { $most } members are always enough
  }.
rules-asked-most = Where these rules ask for a number of members, never more than one in five of all are asked for, rounded up (rule S-35).
rules-version = Version { $n }, in force since
rules-version-coming = Version { $n }, decided, in force from
rules-version-open = Version { $n }, decided, not in force: its vote is in doubt, or all vote on it
rules-version-never = Version { $n }, not in force: what decided it fell
rules-old = This is version { $n }. It is no longer in force.
rules-not-yet = This is version { $n }. It isn’t in force yet.
rules-never = This is version { $n }. It isn’t in force: what decided it fell.
rules-now = To the rules in force
rules-by = what adopted them
rules-all = All settings
rules-text = The text as it was adopted
rules-versions = Earlier versions
rules-coming = Decided, not in force yet
rules-first = as founded
rules-unfit = “{ $typed }” can’t stand for: { $name }. Correct it below, where it is unfolded. (rule { $rule })
rules-between = From { $min } to { $max }.
rules-change = Change our rules
rules-change-provisional = You can look at differences here. A change is moved once the founders have signed their list: until then nothing else can be decided.
rules-change-founding = To the founding
rules-change-lead = Rules change only by decision, under the rules in force. Set what should change, look at the difference, and move it.
rules-change-show = Show the difference
rules-change-move = Move this change
rules-change-title = Change of our rules
rules-change-needs = To carry it: { $majority }.
rules-change-notice = { $days ->
    [0] It can be voted on without further notice.
    [one] There must be one day’s notice before the vote.
   *[other] There must be { $days } days’ notice before the vote.
  }
rules-change-part = At least { $share } of all members must take part.
rules-change-harder = This makes harder: { $what }. So it needs what it would bring, and no second meeting decides it with fewer.
rules-change-second-call = If too few come to a meeting that everybody was called to, a second one, 14 to 60 days after the first, can decide it with as many as ordinary decisions need, by two thirds at least.
rules-laws = A law asks for more
rules-laws-what = Where a law that binds us asks for more than these rules allow, name it as it is cited, such as “DE GenG 16 III”. Members will read that this isn’t ours.
rules-law = { $what }: this isn’t ours, a law asks for it: { $law }.
rules-no-effect = This could no longer be put in force (rule { $rule }), so it changed nothing.
rules-guarantees = What no decision takes away
rules-why = Why these limits?
rules-why-what = A majority decides, but not everything: each member keeps these rights whatever is voted. Rules that take one of them away are refused by every record keeper and every checker.
param-rules = Version of Nabat’s rules
param-template = Started from
param-zone = Time zone
param-languages = Languages
param-entries = Who reads entries
param-admission-invitedBy = Who may invite
param-admission-vouchers = How many more members vouch
param-admission-waitingDays = Days from admission to the vote
param-admission-seen = Met in person: by somebody of a drawn list, or by two tellers of a meeting
param-admission-decision = Admitted by vote of the assembly
param-admission-contestDays = Days during which an admission can be contested
param-convene-signatures = Members who together can call a meeting
param-convene-noticeDays = Days of notice for a meeting
param-voting-mode = How we vote on devices
param-voting-majority = Majority
param-voting-quorum = Share of all members who must take part
param-voting-seconds = Seconders for a vote between sittings
param-voting-discussionHours = Hours of discussion before a vote
param-voting-hours = Hours a vote stays open at least
param-voting-secretOnRequest = Members who can ask for a secret vote
param-voting-contestDays = Days during which a result can be contested
param-change-majority = Majority to change our rules
param-change-quorum = Share who must take part to change our rules
param-change-noticeDays = Days of notice to change our rules
param-clerk-admitMinutes = Minutes within which the record keeper must enter an act
param-clerk-copies = Who may name a copy-holder
param-laws = Laws that ask for more
param-office-term = How long an office lasts
param-guarantees-hearing = A hearing
param-guarantees-voice = A voice
param-guarantees-secretVote = The secret vote
param-guarantees-readRecord = Reading the record
param-guarantees-minorityStatement = A minority statement
param-guarantees-commonShare = A share by the common rule
param-guarantees-exit = Leaving
param-guarantees-noSanctionForOpinion = No sanction for an opinion or a vote
value-any-member = any member
value-decision = by decision of the assembly
value-members = members only
value-public = everyone
value-count = by count: who calls the vote names one teller, others can add more until it opens
value-name = by name: members see who voted how
value-true = yes
value-false = no
value-no-quorum = any number may decide
`;
