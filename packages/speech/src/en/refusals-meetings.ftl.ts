/** English refusals: calls, agendas, chairs, the floor, hall and net, elections. What, why, and what one can do. */
export const refusalsMeetings = `
refusal-G-5-no-such-sitting = There is no such sitting here. Look at the list of sittings.
refusal-G-20-no-such-call = There is no such call here. Look at the list of meetings.
refusal-G-20-signed-already = You have signed this call already. Others must sign too. Ask them.
refusal-G-23-given-already = The place of this meeting is given already, and it is given once, so that nobody is sent elsewhere. The sitting itself says where it is held. Look there.
refusal-G-23-not-a-signer = Only those who called this meeting say where it is. Ask one of them.
refusal-G-23-too-late = The meeting began on { MOMENT($starts, $zone) }, so its place can’t be given any more. Whoever opens the sitting says where it is held. Ask them to.
refusal-G-24-callers-only = This call takes no members’ items: only those who called it put items on its agenda. Ask one of them, or raise it under any other business.
refusal-G-24-items-too-late = Members’ items must end a day before the meeting, by { MOMENT($latest, $zone) } at the latest. Choose an earlier day.
refusal-G-24-motion-or-election = One item is about a motion or about an election, not both. Make two items of it.
refusal-G-24-nothing-to-decide = There is nothing left to decide on that: it was decided or withdrawn. Move it anew, or put the item without it.
refusal-G-24-on-it-already = This stands on the agenda already. Nothing more is needed.
refusal-G-26-changed-after-notice = The text was changed on { MOMENT($changed, $zone) }, when notice was over since { MOMENT($until, $zone) }: nobody could read in time what is to be decided. Discuss it here and decide at the next meeting; those present can take a plain text as urgent.
refusal-G-26-not-noticed = This came onto the agenda after { MOMENT($until, $zone) }, when notice was over. Discuss it here and decide at the next meeting; those present can take a plain text as urgent.
refusal-G-26-not-on-the-agenda = This isn’t on the agenda of this meeting, so nobody could know that it would be decided here. Put it on the next one; those present can take a plain text as urgent.
refusal-G-27-hall-open = This hall is open already. Go to its sitting.
refusal-G-27-hall-without-a-call = Only a sitting of a called meeting has halls. Choose its call, or leave the hall out.
refusal-G-27-meeting-over = This meeting is over. What was left comes onto the next agenda by itself; call another meeting.
refusal-G-27-no-such-hall = The call doesn’t name this hall. Choose one of those it names.
refusal-G-27-not-a-caller = Those who called this meeting open it. If nobody does, you can from { MOMENT($anybody, $zone) } on.
refusal-G-28-consult-binds-nothing = This meeting was called to consult: only plain texts are put to it, and their outcome is an opinion. Put this at a meeting that decides.
refusal-G-28-inform-only = This meeting was called to inform: it votes on nothing but its own course. Put this at a meeting that decides.
refusal-G-30-at-its-own-sitting = This motion is about the course of another sitting. It is voted on there. Go there, or put one here.
refusal-G-30-one-at-a-time = You have a motion about the course of this sitting waiting. Wait for its vote, or withdraw it.
refusal-G-30-only-at-a-sitting = Such a motion is about the course of a sitting, so it is put and voted at one that is open. Open the sitting’s page and put it there.
refusal-G-30-procedure-waits = A motion about the course of this sitting is seconded and waits. Take its vote; then the sitting can be closed.
refusal-G-31-not-the-chair = This is the chair’s to do, and you neither preside nor count here. Ask the chair, or move that those present decide otherwise.
refusal-G-32-must-be-secret = Somebody asked that this vote on persons be secret, and one is enough. Choose paper, or devices by count.
refusal-G-33-item-twice = An item stands in the new order twice. Name each one once.
refusal-G-33-item-under-way = An item is under way. Close it first, then open the next.
refusal-G-33-items-left = Items are left, and any other business comes last. Open the next item; those present can put off what is left.
refusal-G-33-not-a-waiting-item = The new order names an item that isn’t waiting on this agenda. Load the page anew and choose from those that wait.
refusal-G-33-not-the-next = Items come in the order of the agenda, and this isn’t the next. Open the next one; those present can change the order.
refusal-G-33-not-under-way = A vote is taken only while its item is under way, so that nobody is surprised by it. Wait until the item is opened.
refusal-G-33-not-voted = What this item is about can be decided here and hasn’t been voted on. Call the vote, or move to put the item off.
refusal-G-33-nothing-under-way = No item is under way, so there is none to close. Open the next one.
refusal-G-33-vote-open = A vote is open. Once it is closed and counted, the item can be closed. Close and count that vote first.
refusal-G-34-needs-notice = Only a plain text can be urgent, and this is more than that: members must be able to know of it before. Put it on the next agenda.
refusal-G-34-no-agenda = This sitting has no agenda of its own, so nothing needs to be urgent. Put the motion directly.
refusal-G-34-nothing-to-decide = There is nothing left to decide on that motion: it was decided or withdrawn. Move it anew, then ask that it be urgent.
refusal-G-35-any-other-business-first = Any other business hasn’t been opened, and nobody can leave it out. Open it; then the sitting can be closed.
refusal-G-35-any-other-business-stays = Any other business stands on every agenda and can’t be struck off. Leave it in.
refusal-G-35-bad-date-of-return = The date of return must lie ahead, by { MOMENT($most, $zone) } at the latest. Choose another date.
refusal-G-35-items-left = Items of the agenda are left. Take them, or move to adjourn: then they return by themselves.
refusal-G-35-no-such-item = That item isn’t waiting on this agenda, so it can’t be put off. Choose one that waits or is under way.
refusal-G-35-vote-open = A vote is open. Once it is closed and counted, the sitting can be closed. Close and count that vote first.
refusal-G-47 = Your name stands under { $most } calls that are still to come. Wait for one of them; others can call and sign.
refusal-G-48 = This was put off by vote once, and isn’t a second time. Decide on it now, or let the sitting go on without reaching it.
refusal-G-49 = It isn’t this motion’s turn. Wait until those before it are decided.
refusal-G-49-enough-of-yours = You have put { $most } motions about the course of this sitting. Let others put the next.
refusal-G-49-others-first = Somebody else’s first motion about this sitting waits, and this is its mover’s second or later. Vote on that one first.
refusal-G-36-debate-over = Those present voted to proceed, so nobody is added to the list for this item. Vote now, or speak on the next item.
refusal-G-36-for-oneself = Everybody asks for the floor themselves. Only whoever presides asks for a member without a device. Tell them to ask, or ask whoever presides.
refusal-G-36-has-a-device = This person asks for the floor with their own device. You can ask for those who have none.
refusal-G-36-list-full = The list of speakers holds { $most } people and is full. Wait until some have spoken.
refusal-G-36-nobody-speaks = Nobody has the floor just now. Give it to the next on the list.
refusal-G-36-nobody-waits = Nobody waits for the floor. Close the item or call the vote.
refusal-G-36-not-on-the-list = This person isn’t on the list of speakers. Nothing more is needed.
refusal-G-36-not-the-next = Another one is next on the list, and the floor goes to nobody else. Give it to the next.
refusal-G-36-somebody-speaks = Somebody has the floor. Wait until they have ended or their time is over.
refusal-G-36-speakers-wait = { $waiting ->
    [one] One person still waits for the floor.
   *[other] { $waiting } people still wait for the floor.
  } Hear them, or move that those present proceed.
refusal-G-36-speaking-now = You have the floor. Say what you have to say; you can ask again after it.
refusal-G-38-not-a-member = Only a member can be put outside the hall by vote, and this person isn’t one. Ask the chair to take the floor from them.
refusal-G-38-outside = Those present have put this person outside the hall for this sitting. Vote, seat and voice stay: take part from outside.
refusal-G-38-outside-already = This person is outside the hall already. Nothing more is needed.
refusal-G-40-in-the-hall = You are counted in the hall in this vote, so your device isn’t. Raise your hand or take a paper; to vote from outside, say before the next vote that you take part from there.
refusal-G-40-in-the-hall-already = You take part in the hall already. Nothing more is needed.
refusal-G-40-remote-already = You take part from outside already. Your device counts from the next vote on. Vote with it then.
refusal-G-40-some-are-outside = { $remote ->
    [one] One member takes part from outside the hall and would be left out by this form.
   *[other] { $remote } members take part from outside the hall and would be left out by this form.
  } Choose a vote in hall and net together, or on devices.
refusal-G-40-somebody-twice = { $here } here and { $elsewhere } elsewhere are more than the { $whole } who may vote: somebody is counted twice. Count again, without those who take part from outside.
refusal-G-41-hall-closed = The hall “{ $hall }” was closed, and this meeting goes on in another. Go there, or take part from outside.
refusal-G-41-hall-twice = A hall is named twice. Name each one once.
refusal-G-41-no-such-part = This vote isn’t counted in that part. Count for your hall, or for the devices, as the page shows them.
refusal-O-1-no-such-election = There is no such election here. Look at the list.
refusal-O-2-decided = This election is decided. Open another one.
refusal-O-2-vote-called = The vote of this election is called, so nobody is named any more. Vote on those who stand, or for none of them.
refusal-O-2-elected-already = This person was elected in an earlier round and keeps the seat. Name somebody else.
refusal-O-2-nominated-already = This person is named already. They say themselves whether they accept. Ask them, or name another.
refusal-O-2-not-a-member = Only members can be named, and this person isn’t one. Choose a member.
refusal-O-2-too-many-candidates = { $most } people are named already; no round has more. Vote on those who stand.
refusal-O-4-declined = This was declined, so the person isn’t named again in this round. Name somebody else.
refusal-O-4-not-nominated = You aren’t named in this election, so there is nothing to decline. Look at who stands.
refusal-O-4-vote-called = The vote is called, so nobody can decline any more. If you are elected, you can resign.
refusal-O-5-accepted-already = You have accepted already. Nothing more is needed.
refusal-O-5-nobody-stands = Nobody who was named has accepted, so there is nothing to vote on. Ask those who are named, or name others.
refusal-O-5-not-nominated = You aren’t named in this election. Name yourself, while nominations are open.
refusal-O-5-vote-called = The vote is called, so nobody can accept any more. Stand at the next election.
refusal-O-6-another-form = An election can’t be voted on in that form: it is never by name, and outside a sitting it is sealed on devices. Choose one of those offered.
refusal-O-6-decided = This election is decided, so it isn’t voted on again. Open another one.
refusal-O-6-must-be-secret = A member objected to a show of hands, and one is enough. Choose paper, or devices by count.
refusal-O-6-no-end-of-nominations = This election names no end of nominations, so it is voted on at a meeting only. Call one with this election on its agenda.
refusal-O-6-secret-already = This vote is secret already. Nothing more is needed.
refusal-O-6-vote-called = The vote is called, so its form doesn’t change any more. You can object before the next round. Vote meanwhile.
refusal-O-7-teller-not-a-member = Tellers must be members. Choose another one.
refusal-O-7-teller-stands = A teller you chose stands in this election, and nobody counts their own votes. Choose one who doesn’t stand.
refusal-O-7-teller-twice = A teller is named twice. Choose two different members.
refusal-O-7-too-few-tellers = { $tellers ->
    [0] None of the tellers may count here
    [one] Only one of the tellers may count here
   *[other] Only { $tellers } of the tellers may count here
  }: two are needed who don’t stand. Choose others; at a sitting, by a motion about its board.
refusal-O-12-not-your-office = You don’t hold this office, so you can’t resign it. Only its holder can. Ask them, or move that the office end.
refusal-O-12-over-already = { $stage ->
    [lapsed] The term of this office is over, so there is nothing to resign.
   *[other] This office isn’t held any more, so there is nothing to resign.
  } Nothing more is needed.
refusal-V-5-procedure-is-moved-anew = A motion about the course of a sitting has no versions. Wait for its vote, then put another.
refusal-V-9-asked-already = You have asked for a secret vote already. Others must ask too. Ask them.
refusal-V-9-vote-not-over = A vote on it is open, so its form doesn’t change now. You can ask before the next one. Vote meanwhile.
refusal-V-27-cast-already = Your position is entered already. Each member votes once, so that nobody’s vote can be taken twice. Look at the vote under “Mine”.
`;
