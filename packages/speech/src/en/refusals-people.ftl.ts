/** English refusals: founding, members, keys, practice, our rules. What, why, and what one can do. */
export const refusalsPeople = `
refusal-rule = (rule { $rule })
refusal-general = This can’t be entered: it breaks a rule of the record. Load the page anew and try again; if it happens again, show this sentence to whoever keeps the record.
refusal-F-1 = This isn’t a founding, or the group is founded already: a record begins with exactly one. Start a new group instead.
refusal-F-1-founded-already = This group is founded already. To start another one, begin a new group.
refusal-F-3 = This founding can’t be kept here: it doesn’t fit its kind or names another server. Begin again on the server that shall keep the record.
refusal-F-3-another-clerk = The founding names another server as its record keeper, so this one can’t take it. Found the group on that server, or begin again here.
refusal-F-3-needs-a-mother = Only an assembly can be founded by people on their own; a council or committee is established by another body’s decision. Move that there first.
refusal-F-4 = A founding needs a key that lasts, and this device’s key lives only a day. Use a device over HTTPS.
refusal-F-5 = Nothing else can be done yet: this group isn’t adopted. Close the list of founders and sign it first.
refusal-F-5-not-adopted-yet = This group is founded provisionally, so it can’t do that yet. Close the list of founders; once more than half have signed it, you can.
refusal-F-7-adopted-already = The group is adopted, so nobody can be invited as a founder any more. Invite them as a member.
refusal-F-7-founders-first = Until the group is adopted, founders are invited, not members. Invite them as a founder.
refusal-F-8 = The server’s own key can’t found a group: a server is no member. Use a person’s device.
refusal-F-10 = The proof that another body established this one is missing or doesn’t hold. Carry over the decision again from that body’s record.
refusal-F-10-another-type = The decision speaks of another kind of body ({ $type }). Found the kind that was decided.
refusal-F-10-before-the-decision = This founding is older than the decision it rests on, of { MOMENT($decided, $zone) }. Found it anew after the decision.
refusal-F-11 = The new body doesn’t fit the decision that it is said to come from. Check which decision established it.
refusal-F-11-mover-first = Until { MOMENT($until, $zone) } only who moved this decision, or whom it names to found the group, says which one came of it. Ask them to enter it.
refusal-F-11-mover-named-another = Who moved this decision has named another group as the one that came of it. Ask them to name yours, if it is the right one.
refusal-F-11-stated-already = That this body was founded by our decision is entered already. Nothing more is needed.
refusal-F-11-stated-enough = This decision already has { $most } bodies noted under it; no more can be noted. Move anew to establish another.
refusal-F-12 = An existing organisation can be brought in only with a past date, and not as a body established by another. Check the date, or leave one of the two out.
refusal-F-12-not-yet = The day since when the group exists lies in the future. Enter the day it began.
refusal-F-13 = A body that carries on another one can’t at the same time be established by a decision. Choose one of the two.
refusal-F-14 = The list of founders can’t be closed or joined like this. Look at the list again.
refusal-F-14-list-closed = The list of founders is closed, so nobody can come onto it now. Ask somebody on it to open it again, or come in as a guest.
refusal-F-14-list-changed = Somebody came onto the list or left it while you were looking. Look at who is on it now, then close it.
refusal-F-14-closed-before = You have closed this list before, and somebody opened it again. Let somebody else on it close it, when all have come who were invited.
refusal-F-15-adopted-already = The group is adopted, so its list of founders isn’t opened any more. Invite others as members.
refusal-F-15-opened-before = You have opened a closed list here before, and each member does so once. Ask somebody else on it.
refusal-F-16 = This signature doesn’t belong to the list of founders. Look at the list again.
refusal-F-16-no-closed-list = The list of founders is open: somebody opened it again, or thirty days have passed. Close it, then sign.
refusal-F-16-another-list = The list of founders was closed anew meanwhile. Look at who is on it now, then sign that one.
refusal-F-16-not-on-the-list = This person isn’t on the list of founders that was closed. Ask somebody on it to open it again, or come in with an invitation.
refusal-F-16-signed-already = This list is signed already in this name. Nothing more is needed.
refusal-F-17 = This signature for somebody without a device doesn’t hold. Check the card together.
refusal-F-17-card-not-confirmed = A third on the list, neither of the two who made this card, confirms it first. Ask one of them; it is done on the members’ page.
refusal-F-17-own-card = Nobody enters their own signature through a card. Let two others on the list do it.
refusal-F-17-not-on-the-list = Only others on the list of founders sign for somebody without a device. Ask two of them.
refusal-F-17-no-card = This person has no card: they sign with their own device. Ask them to sign there.
refusal-F-17-code-not-on-the-card = This code isn’t on the card, or was used. Take the next code.
refusal-F-18 = The thirty days to sign the list of founders are over. Ask a member for an invitation: you can still come in with it.
refusal-M-1 = You are known here already, so you can’t join a second time. Use “Me” on this device, or bring in your device under “Keys and devices”.
refusal-M-2 = You can’t do this as you aren’t a member here. Ask to be admitted, or speak as a guest.
refusal-M-2-stranger = This device isn’t known here. Open the page on the device you joined with, or bring this one in under “Keys and devices”.
refusal-M-2-not-a-member = { $standing ->
    [guest] You are here as a guest: you may speak, but only members may do this. Ask a member for a personal invitation.
    [applicant] You aren’t a member yet, so you can’t do this. You can speak, and vote once our rules’ conditions are fulfilled.
   *[other] Only members may do this, and this device isn’t a member’s. Open the page on the device you joined with.
  }
refusal-M-3 = This invitation isn’t yours to change, or it doesn’t stand in the record. Make a new one.
refusal-M-3-not-your-invitation = Only whoever made an invitation can end it. Ask them.
refusal-M-3-no-such-key = The key of this invitation can’t be read. Make a new invitation.
refusal-M-3-term = An invitation must end in the future and within 366 days, and this one would end { MOMENT($until, $zone) }. Choose a shorter term.
refusal-M-4 = A link for many people makes guests only: a vote comes by a personal invitation. Choose “guest”, or invite each person.
refusal-M-5 = This invitation doesn’t work any more. Ask whoever invited you for a new one.
refusal-M-5-invitation-ended = Whoever made this invitation has ended it. Ask them for a new one.
refusal-M-5-invitation-expired = This invitation ended on { MOMENT($until, $zone) }. Ask for a new one.
refusal-M-5-invitation-used = This invitation was used already: each works once. If it wasn’t you, tell whoever invited you; else ask for a new one.
refusal-M-5-no-such-invitation = This group has no such invitation. Check that you opened the whole link.
refusal-M-8 = This vouching isn’t needed or isn’t yours to give. Look at the members’ page for who still needs it.
refusal-M-8-not-an-applicant = Only someone on the way to being a member can be vouched for, and this person isn’t. Look at “Newcomers” for who needs it.
refusal-M-8-vouched-already = You have vouched for this person already. Another member must do so too. Ask one.
refusal-M-8-vouched-enough = Enough members have vouched for this person already. Nothing more is needed.
refusal-M-8-you-invited = You invited this person, so another member must vouch for them. Ask one who knows them.
refusal-M-9 = The assembly can only admit someone who has asked to be a member, or give a vote to a member who waits for one. Let them ask first.
refusal-M-10 = All { $seats } seats of this body are taken, as the decision that established it says. Someone must leave first, or the mother body decides on more. Until then, invite them as a guest.
refusal-M-12 = This admission can’t be contested. Look at the members’ page for when it was made.
refusal-M-12-founder = A founder’s membership comes from the founding itself and can’t be contested as an admission. Speak to what they say, or move something else.
refusal-M-12-no-admission = There is no admission of this person that could be contested. Of a guest, or of somebody who isn’t a member yet, move that their stay end.
refusal-M-12-decided-before = This was decided already: on the same ground it isn’t put again. Contest it on another ground, if there is one.
refusal-M-12-moved-already = Another motion contests this admission on the same ground, and isn’t decided yet. Speak to that one, or second it.
refusal-M-12-withdrew-before = You contested this admission once and withdrew it; so you don’t move it again. Ask somebody else to move it, and second that.
refusal-M-12-others-stand-behind = Others have seconded this contest and stand behind it too: it stays as it is and is voted on. Say in a remark what you think now.
refusal-M-12-heard-first = The person is heard first. It can be voted on once they have spoken to it, or from { MOMENT($from, $zone) } on. Wait for it.
refusal-M-12-too-late = This admission could be contested until { MOMENT($until, $zone) }; that time is over. To whoever is a member, speak, or move something else.
refusal-M-13 = This card can’t be made so. A newcomer’s card is made at a called meeting by two of its elected tellers, for someone without a device. Ask two of them.
refusal-M-13-anothers-card = Until the group is adopted, whoever made this card replaces it. Ask them.
refusal-M-13-at-a-sitting-only = A newcomer’s card is made at a called meeting by two tellers whom those present elected. Call one first.
refusal-M-13-codes-twice = A code stands on the card twice. Make the card anew.
refusal-M-13-has-a-device = This person has a device of their own, so they need no card. Where that one is lost, ask for new keys for them under “Keys and devices”.
refusal-M-13-not-an-elected-teller = Only the tellers whom those present elected make a card. Go to two of them.
refusal-M-13-not-a-called-meeting = This sitting was not called as a meeting that decides, so no card is made here. Call a meeting first.
refusal-M-13-in-the-hall-that-leads = Cards are made in the hall that leads. Go to its tellers.
refusal-M-13-elect-tellers-first = Those present first elect who counts. Put a chair and tellers to the vote.
refusal-M-13-opened-it = You opened this sitting, so you make no card at it. Two other elected tellers do. Ask them.
refusal-M-14-joined-after-call = You can’t vote on this: you have a vote since { MOMENT($joined, $zone) }, after the vote was called on { MOMENT($called, $zone) }. You can speak, and vote on what is called from now on.
refusal-M-16 = You have left this group, so you can’t do this. If it wasn’t you who signed that, take it back: with your sheet within thirty days, with another device of yours within three. Else ask for a new invitation.
refusal-M-16-left = You have left this group, so you can’t do this. If it wasn’t you who signed that, take it back: with your sheet within thirty days, with another device of yours within three. Else ask for a new invitation.
refusal-M-16-they-left = This person has left, or their stay was ended, so this can’t be done for them. If a device of theirs signed the leaving without them, tell them: their sheet takes it back within thirty days. Else invite them anew, or move that they come back.
refusal-M-16-no-card = This person has no card: they leave with a device of their own. Ask them to do it there.
refusal-M-16-stay-ended = A decision has ended your stay here, so you can’t do this. Appeal against it within thirty days.
refusal-M-17 = This can’t make you a member: it takes a personal invitation for a member, used by a guest. Ask a member for one.
refusal-M-17-not-a-guest = Only a guest can ask to become a member, and you aren’t one. Look at “Newcomers” for what your vote still waits for.
refusal-M-17-not-a-members-invitation = This invitation makes a { $as }, not a member. Ask for a personal invitation as a member.
refusal-M-19 = This member can’t be asked now whether they are still there. Speak to them.
refusal-M-19-not-a-member = Only members can be asked whether they are still there. Look at the members’ page for who is one.
refusal-M-19-yourself = You are here: whatever you sign shows it. Another member must ask. Ask one to.
refusal-M-19-gave-a-sign = This member gave a sign within the last year. They can be asked from { MOMENT($from, $zone) } on. Wait until then, or speak to them.
refusal-M-19-asked-lately = This member has been asked lately. The second time can be from { MOMENT($from, $zone) } on. Wait until then, or speak to them.
refusal-M-19-asked-by-you = You asked the first time, so another member must ask the second time. Ask one to.
refusal-M-19-asked-twice = This member has been asked twice. Without a sign from them they rest from { MOMENT($from, $zone) } on. Speak to them, or wait.
refusal-M-23 = You are a member and have no vote yet. Look at “Newcomers” for what is missing.
refusal-M-23-not-yet = { $from ->
    [0] You are a member; your vote hasn’t begun yet. Look at “Newcomers”.
   *[other] You are a member; your vote begins on { MOMENT($from, $zone) }. Until then you speak and move as everybody.
  }
refusal-M-23-card-not-confirmed = Your card hasn’t been confirmed by a third person yet, so you have no vote. At a meeting, ask somebody who neither made it nor invited you.
refusal-M-23-not-seen = You are a member and have no vote yet: somebody who isn’t your sponsor must have met you. Meet one of the greeters, or come to a meeting.
refusal-M-23-no-sponsor = You are a member and have no vote yet: you need a sponsor who has had a vote for half a year. Ask one under “Newcomers”.
refusal-M-23-no-place = You are a member and wait for a place to vote. Ask somebody who brought nobody lately to sponsor you, or take a place under “Newcomers” when one is free.
refusal-M-23-guest-no-way = A guest is on no way to a vote. If you want to belong to this group, ask a member to invite you as a member.
refusal-M-23-has-none = This member has no vote yet, so they can’t count or stand for others. Choose somebody who has.
refusal-M-24 = This person can’t be entered as seen so. Look at “Newcomers” for who can.
refusal-M-24-not-a-newcomer = This person doesn’t need to be seen: they aren’t a newcomer who waits for a vote. Look at “Newcomers” for who does.
refusal-M-24-seen-already = This person was seen already. Nothing more is needed.
refusal-M-24-you-sponsor = You invited or sponsor this person, so somebody else must meet them. Ask one of the greeters.
refusal-M-24-not-on-the-list = Only those who were drawn to greet can enter this alone. Ask one of them, draw some, or do it at a called meeting.
refusal-M-24-no-elected-tellers = Only the two whom a called meeting has elected to count can enter whom they see there. Elect them first.
refusal-M-24-not-a-teller = Only a teller whom this meeting elected can enter this. Ask one of them.
refusal-M-25 = Nobody is drawn now. Look at “Newcomers” for who greets.
refusal-M-25-list-holds = Greeters were drawn already, until { MOMENT($until, $zone) }. Ask one of them.
refusal-M-25-draw-waits = A lot is under way. It is over at the latest on { MOMENT($until, $zone) }; then another can be drawn. If you offered to count, reveal your secret now.
refusal-M-25-too-few-offered = { $offered ->
    [0] Nobody has offered to count
    [one] One member has offered to count
   *[other] { $offered } members have offered to count
  }; { $least } are needed for a lot. Offer under “Keys and devices”.
refusal-M-25-no-lot-waits = No lot of greeters waits for your secret. There is nothing to do.
refusal-M-25-not-the-secret = This isn’t the secret of your offer. Reveal it with the device on which you offered to count.
refusal-M-26 = This newcomer’s vote can’t begin so. Look at “Newcomers” for what is missing.
refusal-M-26-not-a-newcomer = This person isn’t a newcomer who waits for a vote. Look at “Newcomers” for who does.
refusal-M-26-votes-already = This person’s vote is set already, from { MOMENT($from, $zone) } on. Nothing more is needed.
refusal-M-26-too-new-to-sponsor = You can sponsor others from { MOMENT($from, $zone) } on, half a year after your own vote began. Ask another member to.
refusal-M-26-you-sponsor = You sponsor this person already. Nothing more is needed.
refusal-M-26-you-saw-them = You have met this person for the group, so somebody else must sponsor them. Ask somebody.
refusal-M-26-sponsored-enough = Enough members sponsor this person already. Sponsor somebody else who waits.
refusal-M-26-not-a-member-yet = A place is taken once somebody is a member, and this person isn’t one yet. Wait, or vouch for them.
refusal-M-26-not-seen = A place is taken once somebody has met this newcomer. Ask one of the greeters, or do it at a meeting.
refusal-M-26-not-seen-among-half = This newcomer’s sponsor brought somebody lately, so a place is given where people are: at a called meeting where half of those who vote say that they are there. Ask its two elected tellers to enter there that they met this newcomer. Or ask somebody who brought nobody lately to sponsor them.
refusal-M-26-no-sponsor = Nobody who has had a vote for half a year sponsors this newcomer. Ask one to.
refusal-M-26-no-place = All { $most } places of this half-year are taken. Ask somebody who brought nobody lately to sponsor this newcomer, or move to open the door.
refusal-M-26-others-first = Somebody else goes first: their sponsor brought fewer, or they wait longer. Look at “Newcomers”.
refusal-M-27 = The door can’t be opened so. Choose other places or another term.
refusal-M-27-term = A door is open until a day to come, { MOMENT($most, $zone) } at the latest. Choose another day.
refusal-M-27-seats-from-the-mother = This group has its seats from the group that established it: that one decides on more. Ask its members to move it there.
refusal-M-28-card-not-shown = The card must be confirmed by a third person and stand on the members’ page for a week. Wait until then.
refusal-M-29-too-new-for-rules = On our rules you vote from { MOMENT($from, $zone) } on, three months after your vote began. You can speak to it.
refusal-M-30-contested = Your own admission is contested, so you don’t vote on this one. You can speak to it.
refusal-P-1 = Only a practice group has a clock of its own. In a real group time runs by itself. Wait until it is over.
refusal-P-2 = A practice group’s time is what its own clock says, and this entry says another. Send it again through the record keeper.
refusal-P-3 = The practice clock only runs forward, and it stands at { MOMENT($now, $zone) }. Choose a later moment.
refusal-S-4 = This time zone isn’t known to this server. Choose one from the list.
refusal-S-5 = This change of our rules can’t be made. Choose what should change.
refusal-S-5-changes-nothing = This would change nothing in our rules as they are now. Choose at least one thing that should change.
refusal-S-6 = The time zone or the languages of these rules can’t be used. Choose a zone from the list, and each language once.
refusal-S-6-zone = “{ $zone }” is no time zone. Choose one from the list.
refusal-S-6-languages-twice = A language stands in the list twice. Name each one once; the first one binds.
refusal-S-20 = No rules may take from a member the hearing before a sanction. Leave it in.
refusal-S-21 = No rules may take from a member the voice. Leave it in.
refusal-S-22 = No rules may take from members the secret vote. Leave it in.
refusal-S-23 = No rules may take from a member the reading of the record. Leave it in.
refusal-S-24 = No rules may take from a minority its own statement. Leave it in.
refusal-S-25 = No rules may take from a member the share by the common rule. Leave it in.
refusal-S-26 = No rules may take from a member the right to leave. Leave it in.
refusal-S-27 = No rules may punish an opinion, a vote, a mandate carried out, or a complaint. Leave that out.
share-all = everybody
refusal-S-30 = { $where ->
    [change] The majority to change our rules
   *[other] The majority of our votes
  }: less than half could decide over the rest, { $share } is too little. Ask for more than half.
refusal-S-31 = { $where ->
    [change] The majority to change our rules
   *[other] The majority of our votes
  }: if it asks for { $share }, a few could stop everything for ever. Ask for at most { $most }.
refusal-S-32 = { $where ->
    [change] The share that must take part to change our rules
   *[other] The share that must take part in a vote
  }: if { $share } must take part, nothing would ever be decided. Ask for at most { $most }.
refusal-S-33 = “{ $what }”: { $value } are too many to ask for here, since a minority must be able to reach it. Ask for at most { $most }.
refusal-S-34 = This time is too long or too short for members to use their right. Choose another.
refusal-S-34-too-long = “{ $what }”: { $value } { $unit ->
    [hours] hours
   *[other] days
  } are too long for things to be decided. Choose at most { $most } { $unit ->
    [hours] hours
   *[other] days
  }.
refusal-S-34-too-short = “{ $what }”: { $value } { $unit ->
    [hours] hours
   *[other] days
  } are too short for members to use their right. Choose at least { $least } { $unit ->
    [hours] hours
   *[other] days
  }.
refusal-S-40 = A law stands in the list twice. Name one for each of our rules.
`;
