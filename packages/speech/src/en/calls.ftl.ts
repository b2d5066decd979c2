/** English: calls of meetings, and their agendas. */
export const calls = `
tab-meetings = Meetings
meeting = Meeting
meeting-call = the call
meeting-kind = { $type ->
    [consult] Meeting to consult
    [inform] Meeting to inform
   *[decide] Meeting to decide
  }
meeting-type-decide = decides
meeting-type-consult = consults
meeting-type-inform = informs
meeting-type-decide-what = What is on the agenda in time is decided here, and those who come can still change the order, put things off and bring in what is urgent.
meeting-type-consult-what = Those who come give their opinion by vote. It binds nobody. What they can still change is what the reason says.
meeting-type-inform-what = Nothing is voted on but the course of the meeting itself. Something has been decided already; the reason says what, and what can still be changed.
meetings-lead = A meeting is called by members, with notice and an agenda. No officer can put it off or strike anything from it.
meetings-provisional = This group isn’t adopted yet
meetings-provisional-do = First the founders sign their list
meetings-find = Title of the meeting
meetings-coming = coming up
meetings-past = past
meetings-none = No meeting has been called yet. Members call one by signing together.
meetings-carried = Waiting for the next meeting
meetings-carried-what = What was put off or not reached comes onto the next agenda by itself.
meetings-more = More
meetings-sittings = All sittings, and opening one without a call
meetings-calendar = Calendar file of all meetings (iCalendar)
meetings-calendar-public = Your calendar can subscribe to this address.
meetings-calendar-members = Only members get this file, from a device of theirs. It can’t be subscribed to: an address that opens a members’ calendar would be a key lying about.
meeting-new = Call a meeting
calendar = Calendar
calendar-one = This meeting for my calendar
print-how = To print, or to keep it as a PDF, use your browser’s Print.
reason = Reason
choose-none = nobody
agenda = Agenda
aob = Any other business
aob-what = Comes last on every agenda and can’t be struck off: whatever anyone wants to say. Nothing that needs notice is decided here.
called-by = called by
call-by-office = You hold an office that may call meetings: the call stands at once.
call-by-office-title = Called by an office
call-by-signatures = { $needed ->
    [one] You can call this meeting alone.
   *[other] A call stands when { $needed } members have signed it. Yours is the first signature.
  }
call-title = What is the meeting called?
call-title-hint = For instance: General meeting of December.
call-type = What is it for?
call-reason = Why, and what can those who come still change?
call-reason-hint = In your own words. Everybody reads this with the call.
call-starts = Beginning
call-starts-hint = In the time of this group: { $zone }. { $days ->
    [0] Our rules ask for no notice
    [one] Our rules ask for one day of notice
   *[other] Our rules ask for { $days } days of notice
  }: not before { $when }.
call-place = Place
call-place-hint = Only members see it. It can also be given later, once.
call-place-do = Sign and give the place
call-place-warning = The place is given once and can’t be changed.
call-place-later = the place is given later
call-place-none = no place was given
call-place-members = the place is for members
call-first-items = First items of the agenda
call-first-items-hint = One a line. You sign each of them after the call. More, with texts, can follow on the page of the call.
call-more = Members’ items, several halls
call-items-until = Members’ items until
call-items-until-hint = { $days ->
    [0] Until then any member puts items on the agenda, and they can be decided. Empty: only those who sign the call.
   *[other] Until then any member puts items on the agenda, and they can be decided. A day before the meeting at the latest. Empty: only those who sign the call.
  }
call-halls = Halls
call-halls-hint = Only where it is held in several at once: short names in small letters with dashes, between commas.
call-do-sign = Sign the call
call-do-call = Sign and call
call-warning-once = Hour and kind can’t be changed afterwards. Those present can adjourn; nobody else can put it off.
call-signed-of = Signed by { $has } of { $needed }
call-signed-by = Signatures:
call-items = { $count ->
    [0] no item yet
    [one] one item
   *[other] { $count } items
  }
call-sign = Sign this call
call-sign-warning = Your name stands under the call, for all members to see. It can’t be taken back.
call-pass-on = Pass on this page’s address, or the printed sheet.
call-sheet = Sheet to collect signatures
call-sheet-back = Back to the call
call-sheet-sign = I want this meeting to be held
call-sheet-what = { $has ->
    [0] Nobody has signed so far
    [one] One member has signed so far
   *[other] { $has } members have signed so far
  }, of { $needed } needed. This paper collects who wants it; each then signs with their own device. Only those signatures count.
call-sheet-qr = Leads to this call
call-sheet-name = Name
call-sheet-signature = Signature
call-stage-signing = signatures wanted
call-stage-lapsed = not signed in time
call-stage-called = called
call-stage-due = its hour has come
call-stage-held = being held now
call-stage-adjourned = adjourned
call-stage-interrupted = broken off
call-stage-over = over
call-stage-not-held = not held
call-stage-on-paper = held on paper
call-now = This meeting is being held now
call-go = Go in
call-go-hall = Go in: { $hall }
call-open = The meeting can be opened
call-open-what = Whoever opens presides until those present elect a board and tellers. Until then two whom you name count heads.
call-open-do = Sign and open the meeting
call-notice = Notice
call-stands = The call stands since
call-stands-not = not yet: signatures are missing
call-notice-asked = Our rules ask for
call-notice-days = { $days ->
    [0] no notice
    [one] one day of notice
   *[other] { $days } days of notice
  }
call-noticed = Texts
call-noticed-what = Texts must be here, as they are to be decided, by this moment; what comes or changes later can be talked of and not decided:
call-sittings = Sittings of this meeting
hall = Hall
halls = Halls
hall-led = The agenda and the list of speakers are led in another hall
hall-led-go = Go to the hall that leads
item-add = Add an item
item-add-do = Sign and put it on the agenda
item-title = Item
item-title-hint = In one line.
item-text-label = Text or explanation
item-text = Text
item-motion = Motion
item-motion-choose = Motion to decide on
item-motion-hint = Its exact text is what will be voted on.
item-motion-none = none: to talk about
item-motion-new = Move a new motion first
item-election = Election: { $seats ->
    [one] one seat
   *[other] { $seats } seats
  }, { $candidates ->
    [0] nobody stands yet
    [one] one stands
   *[other] { $candidates } stand
  }
item-election-choose = Election to hold
item-election-none = none
item-election-new = Open an election first
item-by = put by
item-from = Carried over from
item-urgent = urgent
item-open = now
item-done = done
item-put-off = put off
item-returns = returns on { $when }
item-decides = to decide
item-opinion = opinion, decides nothing
item-cannot = can’t be decided here
item-open-do = Open: { $title }
item-open-aob = Open any other business
item-close-do = Close this item
`;
