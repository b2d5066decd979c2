/** French: votes and results. */
export const votes = `
vote = Vote
vote-motion = La motion et sa discussion
vote-all = Le vote en entier
vote-go = Voter maintenant
vote-see = Voir le vote
vote-cast-in-all = { $n } sur { $whole } ont pris position.
vote-print-link = Ce vote dans le registre, pour le vérifier vous-même :
vote-cast-so-far = { $n } sur { $whole } ont pris position jusqu’ici.
vote-stage-open = ouvert
vote-stage-counting = fermé, résultat pas encore déclaré
vote-stage-declared = résultat déclaré
vote-stage-overtaken = dépassé par un autre texte ou un autre vote
agreement-all-present = Les { $present } présents ont tous voté pour ; { $whole } peuvent voter.
agreement-all-took-part = Les { $present } qui ont pris part ont tous voté pour ; { $whole } peuvent voter.
agreement-some-silent = Personne n’a voté contre. { $silent } des présents n’ont pas pris position : ce n’est pas un accord.
part-invalid = nuls
declare-from = Des actes remis avant la fermeture peuvent encore arriver : le résultat peut être déclaré à partir du { $when }.
declare-waiting = La liste reste ouverte jusqu’au { $when }. À partir de là, le résultat peut être déclaré.
declare-contested = D’autres recomptent, jusqu’au { $when } au plus tard. Ensuite le résultat peut être déclaré, si le compte tient.
vote-your = Votre position
vote-sign = Signer et voter
vote-warning-count = Vous votez une fois, et cela ne peut pas être changé. Les scrutateurs ouvrent votre position pour la compter ; personne d’autre ne la voit. Vous votez sur la version { $n }, exactement comme ci-dessus.
vote-warning-name = Vous votez une fois, et cela ne peut pas être changé. Les membres voient comment vous avez voté une fois le résultat déclaré. Vous votez sur la version { $n }, exactement comme ci-dessus.
vote-yours = Votre position est inscrite
vote-yours-entered = Inscrite le
vote-yours-named = Elle est par nom : les membres la voient une fois le résultat déclaré. Ce que garde cet appareil concorde avec le registre, comme vous le voyez ici.
vote-yours-check = Votre appareil garde de quoi l’ouvrir : vous seul pouvez voir ici ce qu’elle était.
vote-not-you = Vous ne pouvez pas voter ici
vote-hands-what = Ce vote a lieu dans la salle, à main levée. Les scrutateurs inscrivent ce qu’ils ont compté.
vote-paper-what = Ce vote est secret, sur papier. Les scrutateurs inscrivent ce qu’ils ont compté.
vote-rule = Règle et nombres
vote-decided-by = Comment on décide
vote-whole = Peuvent voter
vote-whole-what = { $n ->
    [one] un membre : qui avait le vote avant cet appel
   *[other] { $n } membres : tous ceux qui avaient le vote avant cet appel
  }
vote-called = Appelé par
vote-cast = Positions
vote-by-tellers = Par les scrutateurs
vote-by-tellers-n = dont { $n } inscrites par deux scrutateurs, pour des membres sans appareil ou aux clés nouvelles
vote-in-terms = dont { $n } pour des personnes aux clés ou à la carte nouvelles : elles comptent comme voix, et non pour la part de tous qui doit participer
vote-declared = Déclaré
vote-declaration = la déclaration à laquelle d’autres peuvent renvoyer
vote-close-do = Signer et fermer
vote-close-warning = Un vote fermé ne peut pas être rouvert.
call-ready-others = Quelqu’un d’autre peut appeler au vote maintenant
call-closes-earliest = Signé maintenant, c’est au plus tôt le { $when }.
position = Position
position-for = Pour
position-against = Contre
position-abstain = Je m’abstiens
position-abstain-what = Vous prenez part et laissez décider les autres.
position-taking-part = Opposé, mais je prends part
position-taking-part-what = Compté comme contre, et vous dites que vous aiderez tout de même à l’exécuter.
positions-by-name = Positions par nom
entered = Inscrit le
present = présents
part-for = pour
part-against = contre
part-taking-part = opposés, mais prenant part
part-abstain = abstentions
part-none = sans position
count-for = { $n } pour
count-against = { $n } contre
count-taking-part = { $n ->
    [one] { $n } opposé, mais prenant part (compté contre)
   *[other] { $n } opposés, mais prenant part (comptés contre)
  }
count-abstain = { $n ->
    [one] { $n } abstention
   *[other] { $n } abstentions
  }
count-none = { $n } sans position
count-other = { $n } { $key }
count-of = { $n } sur { $whole }
count-present = { $n } présents sur { $whole }
count-line = { $head } : { $parts }
outcome-void = Ce vote est nul.
outcome-void-was = On ne pouvait pas se fier à son compte. On avait déclaré : { $counts }
outcome-carried = La motion est adoptée.
outcome-lost = La motion est rejetée.
vote-second-call = Tous ceux qui viennent peuvent en décider à une seconde réunion convoquée. Elle commence à partir du
vote-second-call-rules = Autant qu’il en faut pour une décision ordinaire peuvent en décider, aux deux tiers au moins, à une seconde réunion convoquée. Elle commence à partir du
vote-second = C’est une seconde réunion : trop peu sont venus à la première, donc tous ceux qui viennent suffisent. Ce que décident moins de membres que nos règles le demandent attend quatorze jours.
outcome-no-quorum = Trop peu ont pris part : rien n’est décidé.
outcome-tied = Autant de pour que de contre : la motion n’est pas adoptée.
rule-plain = { $majority }
rule-quorum = { $majority }, si au moins { $share } de tous les membres prennent part
tallies = Ce que chaque scrutateur a compté
tallies-what-lists = L’appareil de chaque scrutateur ouvre les positions, les compte et publie la liste de numéros ci-dessous.
tallies-what-lists-there = L’appareil de chaque scrutateur ouvre les positions, les compte et publie la liste des numéros. Les listes figurent sur la page du vote.
tallies-what = Chaque scrutateur signe son propre compte. Un résultat est déclaré s’ils concordent, ou s’il est le même selon chaque compte.
tally-yours = Votre compte
tally-hands-what = Inscrivez ce que vous avez compté vous-même. L’autre scrutateur fait de même, sans regarder le vôtre.
tally-count-what = Votre appareil ouvre les positions qui vous sont scellées, les compte et vous montre les totaux des { $n } avant que vous signiez.
tally-do = Signer mon compte
tally-warning = Si le compte de l’autre scrutateur diffère, recomptez ensemble.
declare = Déclarer le résultat
declare-what = Chaque membre le peut. Le serveur et chaque vérificateur recomptent et refusent un faux.
declare-do = Compter et déclarer
card-vote = Inscrire le vote d’un membre sans appareil
card-vote-what = Avec l’autre scrutateur, qui confirme ensuite. Cela consomme un code de la carte du membre.
card-vote-do = Signer l’inscription
card-member = Membre
card-code = Code sur la carte
card-position = Position
check-yourself = Vérifiez vous-même
check-yourself-what = Votre propre appareil peut recalculer ce résultat à partir des inscriptions, ou vous emportez tout le registre et le vérifiez sans ce serveur.
check-yourself-later = Votre propre appareil peut vérifier dès maintenant les inscriptions de ce vote, et recalculer son résultat une fois déclaré. Vous pouvez aussi emporter tout le registre et le vérifier sans ce serveur.
check-yourself-go = Vérifier le registre
`;
