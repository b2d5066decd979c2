/** English: what waits for somebody, and what stands on a group’s home. */
export const needs = `
need-sign = Sign a call, if you want this meeting
need-meeting = A meeting is coming
need-meeting-held = A meeting is being held now
need-meeting-due = A meeting can be opened now
need-amendment = Amendments to your motion wait
need-fell = Your position fell: a called meeting decides this now
need-appeal = Your words were taken out of view: you may appeal
need-accept = You are nominated: accept or decline
need-stay = You were asked whether you are still there
need-cosign-seen = Confirm that a newcomer was there, if you saw them
need-cosign-card = Confirm a new person’s card that another member made, if you were there
need-cosign-list = Confirm a signature by card under the list of founders
need-cosign-leave = Confirm that somebody with a card leaves, if they told you so
need-cosign-vote = Confirm a vote entered for somebody by card, as teller
need-cosign-now = Confirm a signature entered for somebody by card
need-cosign-still = Another member asks that a guest be still for a day: sign too, if you agree
need-cosign-keys = A member asks that somebody gets new keys: sign too, if that person showed you these
need-cosign-card-again = A member asks that somebody gets a new card: sign too, if you know it is theirs
need-cosign = Give the second signature, if you were there
home-meeting = Next meeting
home-meeting-now = Meeting now
home-offices = Offices
home-offices-none = nobody holds an office
`;
