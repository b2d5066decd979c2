/** French: what waits for somebody, and what stands on a group’s home. */
export const needs = `
need-sign = Signer une convocation, si vous voulez cette réunion
need-meeting = Une réunion approche
need-meeting-held = Une réunion a lieu en ce moment
need-meeting-due = Une réunion peut être ouverte
need-amendment = Des amendements à votre motion attendent
need-fell = Votre position est tombée : une réunion convoquée en décide maintenant
need-appeal = Vos mots ont été retirés de la vue : vous pouvez faire recours
need-accept = On vous propose : accepter ou décliner
need-stay = On vous demande si vous êtes encore là
need-cosign-seen = Confirmez qu’un nouveau venu était là, si vous l’avez vu
need-cosign-card = Confirmez la carte de quelqu’un de nouveau, faite par un autre membre, si vous étiez là
need-cosign-list = Confirmez une signature par carte sous la liste des fondateurs
need-cosign-leave = Confirmer que quelqu’un qui a une carte part, si la personne vous l’a dit
need-cosign-vote = Confirmez comme scrutateur un vote inscrit par carte
need-cosign-now = Confirmez une signature inscrite par carte
need-cosign-still = Un membre demande qu’un invité se taise un jour : signez aussi, si vous êtes d’accord
need-cosign-keys = Un membre demande de nouvelles clés pour quelqu’un : signez aussi, si cette personne vous les a montrées
need-cosign-card-again = Un membre demande une nouvelle carte pour quelqu’un : signez aussi, si vous savez que c’est la sienne
need-cosign = Donner la seconde signature, si vous y étiez
home-meeting = Prochaine réunion
home-meeting-now = Réunion en cours
home-offices = Charges
home-offices-none = personne n’a de charge
`;
