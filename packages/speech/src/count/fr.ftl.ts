/** French texts of a count. */
export const countFr = `
rule-plurality = scrutin majoritaire à un tour
rule-approval = vote par approbation
rule-block = scrutin plurinominal
rule-scottish-stv = vote unique transférable, règles écossaises des élections locales
rule-wigm-stv = vote unique transférable, méthode de Gregory inclusive pondérée
rule-meek-stv = vote unique transférable, méthode de Meek
rule-irv = vote alternatif
rule-schulze = la méthode Schulze
rule-ranked-pairs = la méthode des paires ordonnées
rule-majority-judgment = le jugement majoritaire
rule-score = le vote par notes
rule-seq-phragmen = la méthode séquentielle de Phragmén
rule-seq-pav = le vote proportionnel par approbation, séquentiel
rule-equal-shares = la méthode des parts égales

arith-whole-numbers = nombres entiers
arith-exact-fractions = fractions exactes
arith-five-decimals-remainders-ignored = cinq décimales, restes négligés
arith-decimals = { $n } décimales, coupées
arith-nine-decimals-products-rounded-up-omega-0-000001 = neuf décimales, produits arrondis vers le haut ; oméga 0,000001
arith-whole-numbers-strength-by-margins = nombres entiers ; force par les écarts
arith-whole-numbers-strength-by-winning-votes = nombres entiers ; force par les voix gagnantes
arith-whole-numbers-the-upper-of-two-middle-grades = nombres entiers ; la plus haute de deux mentions médianes
arith-whole-numbers-the-lower-of-two-middle-grades = nombres entiers ; la plus basse de deux mentions médianes

winners = { $count ->
    [0] Personne n’est élu.
    [1] { $names } est élu·e.
   *[other] Sont élu·es, dans cet ordre : { $names }.
  }
chosen = { $count ->
    [0] Rien n’est choisi.
    [1] { $names } est choisi.
   *[other] Sont choisis, dans cet ordre : { $names }.
  }
counted-by = Dépouillé selon : { $rule }, version { $version }. Source : { $source }. Calcul : { $arithmetic }.
counted-papers = { $total ->
    [0] Aucun bulletin
    [1] Un bulletin
   *[other] { $total } bulletins
  } : { $valid } { $valid ->
    [one] valable
   *[other] valables
  }, { $blank } { $blank ->
    [one] blanc
   *[other] blancs
  }, { $spoilt } { $spoilt ->
    [one] nul
   *[other] nuls
  } ; { $seats ->
    [1] un siège
   *[other] { $seats } sièges
  }, { $candidates ->
    [1] une candidature
   *[other] { $candidates } candidatures
  }.
withdrawn = Retirées : { $names }.
quota = Le quotient est de { $quota } : qui l’atteint est élu.
quota-more = Le quotient est de { $quota } : qui a davantage est élu.
quota-keep = À la fin, le quotient est de { $quota } ; il diminue quand des bulletins n’ont plus de préférence.
quota-half = Plus de la moitié des bulletins en jeu suffit : à la fin { $quota }.
tie-rule-declared = Les égalités sont tranchées par { $first ->
    [earlier-stage] la dernière étape antérieure où les ex æquo différaient, sinon par
   *[other] {""}
  } l’ordre déclaré des candidatures.
tie-rule-lot = Les égalités sont tranchées par { $first ->
    [earlier-stage] la dernière étape antérieure où les ex æquo différaient, sinon par
   *[other] {""}
  } l’ordre tiré au sort avec la graine « { $seed } ».

stage = Étape { $number } : { $text }
first = On compte les premières préférences. { $standing }.
first-meek = Chaque candidature reçoit ce que les bulletins lui apportent. { $standing }.
standing = { $name } : { $votes }
surplus = { $name } dépasse le quotient de { $surplus }. { $papers ->
    [1] Son bulletin passe
   *[other] Chacun de ses { $papers } bulletins passe
  } plus loin pour { $values } ; { $moves }.
surplus-none = { $name } a exactement le quotient : rien ne passe plus loin.
value = { $whole ->
    [yes] une voix entière
   *[no] { $to } voix
  }
value-from = { $to } s’il était arrivé pour { $from }
exclude = { $name } est exclu·e avec { $papers ->
    [0] aucun bulletin
    [1] un bulletin
   *[other] { $papers } bulletins
  }{ $has ->
    [none] .
   *[moves] {" "}; { $moves }.
  }
exclude-meek = { $name } est exclu·e, et chaque bulletin est réparti à nouveau.
exclude-only = { $name } est exclu·e. Il reste autant de candidatures que de sièges : on ne transfère plus rien.
move-first = { $of ->
    [1] il passe à { $name }
   *[other] { $papers ->
        [1] un d’eux passe à { $name }
       *[other] { $papers } d’entre eux passent à { $name }
      }
  }
move = { $papers } à { $name }
move-none = { $of ->
    [1] il ne porte plus de préférence
   *[other] { $papers ->
        [1] un ne porte plus de préférence
       *[other] { $papers } ne portent plus de préférence
      }
  }
barred = { $names } ne peut plus être élu·e dans les quotas de groupes et sort{ $has ->
    [none] .
   *[moves] {" "}; { $moves }.
  }
fill = { $count ->
    [1] { $names } prend le dernier siège, car il ne reste personne d’autre.
   *[other] { $names } prennent les derniers sièges, car il ne reste personne d’autre.
  }
iterate = Les excédents sont répartis jusqu’à épuisement ; le quotient est maintenant de { $quota }.
elected = { $count ->
    [1] { $names } est élu·e.
   *[other] { $names } sont élu·es.
  }
tally = On compte les marques. { $standing }.
pairwise = On compare chacun à chacun. { $standing }.
beats = { $name } l’emporte sur { $other } par { $for } contre { $against }
level = { $name } et { $other } sont à égalité, { $for } chacun
paths = On cherche les chemins les plus forts : { $standing }.
path = de { $name } à { $other } { $for }, retour { $against }
lock-yes = { $name } devant { $other }, { $for } contre { $against } : retenu.
lock-no = { $name } devant { $other }, { $for } contre { $against } : écarté, car cela fermerait un cercle.
grades = On compte les mentions. { $standing }.
grade-of = { $name } : mention médiane { $grade }
order = L’ordre : { $names }.
order-level = { $names } (à égalité)
select-seq-phragmen = { $name } est choisi·e : la charge la plus lourde reste la plus petite, à { $figure }.
select-seq-pav = { $name } est choisi·e avec un poids de { $figure }.
select-equal-shares = { $name } est choisi·e à { $figure } pour qui paie sa part entière ; il reste { $rest }.
select-none = { $name } est choisi·e par l’ordre des égalités ; personne ne l’a coché·e.
select-most = { $name } est ajouté·e avec { $papers ->
    [0] aucun bulletin favorable
    [1] un bulletin favorable
   *[other] { $papers } bulletins favorables
  } ; il reste { $rest }.
complete = Plus rien ne peut être payé par parts égales ; il reste { $rest }, employé selon la règle d’achèvement.
reopen = « { $name } » obtient une place : ce siège et les suivants restent ouverts, on reprend les candidatures.

tie = { $names } étaient à égalité { $about } ; { $chosen } a été retenu·e { $by }.
tie-about-surplus = pour l’excédent à transférer d’abord
tie-about-exclude = pour l’exclusion
tie-about-elect = pour l’élection
tie-about-order = dans l’ordre
tie-about-pair = en force
tie-by-earlier-stage = par l’étape { $stage }, où les nombres différaient
tie-by-declared-order = par l’ordre déclaré
tie-by-lot = par le sort

treat-blank-set-aside = Les bulletins blancs sont mis à part{ $papers ->
    [0] {" "}; il n’y en a pas.
   *[other] {" "}: { $papers }.
  }
treat-spoilt-no-first = Les bulletins sans une première préférence claire sont nuls{ $papers ->
    [0] {" "}; il n’y en a pas.
   *[other] {" "}: { $papers }.
  }
treat-stopped-at-equal = Quand deux noms portent le même rang, on ne lit pas la suite{ $papers ->
    [0] {" "}; aucun bulletin de la sorte.
    [1] {" "}: un bulletin.
   *[other] {" "}: { $papers } bulletins.
  }
treat-stopped-at-gap = Quand un numéro est sauté, on ne lit pas la suite{ $papers ->
    [0] {" "}; aucun bulletin de la sorte.
    [1] {" "}: un bulletin.
   *[other] {" "}: { $papers } bulletins.
  }
treat-gap-closed = On passe sur les numéros sautés{ $papers ->
    [0] {" "}; aucun bulletin de la sorte.
    [1] {" "}: un bulletin.
   *[other] {" "}: { $papers } bulletins.
  }
treat-equal-no-preference = Un même rang n’exprime aucune préférence{ $papers ->
    [0] {" "}; aucun bulletin de la sorte.
    [1] {" "}: un bulletin.
   *[other] {" "}: { $papers } bulletins.
  }
treat-equal-split = Une voix est partagée entre rangs égaux : { $papers ->
    [1] un bulletin
   *[other] { $papers } bulletins
  }.
treat-unranked-last = Ce qui n’est pas classé compte comme dernier{ $papers ->
    [0] {" "}; tous les bulletins classent tout.
    [1] {" "}: un bulletin en laisse de côté.
   *[other] {" "}: { $papers } bulletins en laissent de côté.
  }
treat-unranked-unknown = Ce qui n’est pas classé n’est comparé à rien{ $papers ->
    [0] {" "}; tous les bulletins classent tout.
    [1] {" "}: un bulletin en laisse de côté.
   *[other] {" "}: { $papers } bulletins en laissent de côté.
  }
treat-overvote-spoilt = Les bulletins qui portent trop de marques sont nuls{ $papers ->
    [0] {" "}; il n’y en a pas.
   *[other] {" "}: { $papers }.
  }
treat-ranks-cut = On ne lit pas les préférences au-delà du nombre permis : { $papers ->
    [1] un bulletin
   *[other] { $papers } bulletins
  }.
treat-ranks-as-marks = Les bulletins classent ; tout ce qui est classé compte comme coché : { $papers ->
    [1] un bulletin
   *[other] { $papers } bulletins
  }.
treat-ranks-as-grades = Les bulletins classent ; la première place vaut la meilleure mention, la suivante la suivante : { $papers ->
    [1] un bulletin
   *[other] { $papers } bulletins
  }.
treat-ranks-as-points = Les bulletins classent ; les places valent des points, la dernière aucun : { $papers ->
    [1] un bulletin
   *[other] { $papers } bulletins
  }.
treat-unmarked-worst = Ce qui n’a pas de mention reçoit la plus basse{ $papers ->
    [0] {" "}; tous les bulletins donnent toutes les mentions.
    [1] {" "}: un bulletin en laisse de côté.
   *[other] {" "}: { $papers } bulletins en laissent de côté.
  }
treat-unmarked-zero = Ce qui n’a pas de points n’en reçoit aucun{ $papers ->
    [0] {" "}; tous les bulletins notent tout.
    [1] {" "}: un bulletin en laisse de côté.
   *[other] {" "}: { $papers } bulletins en laissent de côté.
  }
treat-partial-spoilt = Les bulletins qui ne donnent que certaines mentions sont nuls{ $papers ->
    [0] {" "}; il n’y en a pas.
   *[other] {" "}: { $papers }.
  }
treat-withdrawn-passed-over = On passe sur les marques pour les candidatures retirées : { $papers ->
    [1] un bulletin
   *[other] { $papers } bulletins
  }.

repeated = { $papers ->
    [1] Sur un bulletin, un nom est marqué deux fois ; la première marque compte.
   *[other] Sur { $papers } bulletins, un nom est marqué deux fois ; la première marque compte.
  }

remark-uncontested = Sans concurrence : il n’y a pas plus de candidatures que de sièges.
remark-too-few-candidates = Il y a moins de candidatures que de sièges ; { $unfilled ->
    [1] un reste ouvert
   *[other] { $unfilled } restent ouverts
  }.
remark-reopened = Les candidatures sont rouvertes pour { $unfilled ->
    [1] un siège
   *[other] { $unfilled } sièges
  }.
remark-no-valid-papers = Aucun bulletin valable n’a été remis ; personne n’est élu par le silence.
remark-single-winner-rule-for-several = Cette règle est faite pour un siège ; pour plusieurs, elle prend les premiers de son ordre et n’est pas proportionnelle.
remark-groups-unmet = Les candidatures présentes ne permettent pas de tenir les quotas de groupes ; on les a laissés de côté.

trace-head = Bulletin { $paper } : { $way }
trace-papers = motif partagé par { $n } bulletins
trace-blank = Il est blanc et ne compte pour personne.
trace-spoilt = Il est nul selon cette règle.
trace-counts-for = Il compte pour { $name }.
trace-moves = Il passe de { $name } à { $other } { $whole ->
    [yes] en entier
   *[no] pour { $amount } voix
  }.
trace-exhausted = { $has ->
    [name] Il quitte { $name } et ne porte plus de préférence ; { $whole ->
        [yes] il s’arrête ici, entier.
       *[no] { $amount } voix s’arrête ici.
      }
   *[none] { $amount } de ce bulletin ne trouve plus de préférence.
  }
trace-keeps = { $name } en garde { $amount } ; { $rest } passe plus loin.
trace-prefers = Il met { $name } avant { $other }.
trace-level = Il met { $name } et { $other } à égalité.
trace-grades = Il donne à { $name } : { $amount }.
trace-weighs-seq-pav = Il aide { $name } avec un poids de { $amount } ; la prochaine fois il pèse { $rest }.
trace-weighs-seq-phragmen = Il aide à choisir { $name } et porte maintenant une charge de { $amount }.
trace-pays = Il paie { $amount } pour { $name } ; il lui reste { $rest }.

part-same = Les deux règles élisent les mêmes, dans le même ordre : { $names }.
part-order = Les deux règles élisent les mêmes, dans un autre ordre : { $a } selon { $ruleA }, { $b } selon { $ruleB }.
part-differ = Selon { $ruleA } : { $a } ; selon { $ruleB } : { $b }.
part-event = Elles se séparent à l’étape { $stageA } de { $ruleA }, où { $nameA } est { $doneA }, et à l’étape { $stageB } de { $ruleB }, où { $nameB } est { $doneB }.
done-elected = élu·e
done-excluded = exclu·e
part-pair = { $x } n’est élu·e que selon { $ruleA }, { $y } que selon { $ruleB } : { $x } est avant { $y } sur { $xy } des bulletins, { $y } avant { $x } sur { $yx } ; premières préférences { $fx } et { $fy } ; bulletins où le nom figure : { $mx } et { $my }.

fault-unreadable = Le fichier ne peut pas être ouvert ({ $what }).
fault-no-files = Il n’y a aucun fichier .blt ni .csv dans ce dossier.
fault-empty = Le fichier est vide.
fault-encoding = Le fichier est en UTF-16 ; enregistrez-le en UTF-8.
fault-candidates-count = Le premier nombre doit être celui des candidatures, à partir de 1.
fault-seats-count = Le deuxième nombre doit être celui des sièges, à partir de 1.
fault-too-many-candidates = { $what } candidatures : c’est plus qu’on ne peut compter.
fault-bad-token = « { $what } » n’est le numéro d’aucune candidature.
fault-no-such-candidate = Il n’y a pas de candidature « { $what } ».
fault-no-such-paper = Il n’y a pas de bulletin numéro { $what }.
fault-out-of-range = Les nombres dépassent ce que cette règle sait calculer ({ $what }).
fault-bad-weight = « { $what } » n’est pas un nombre entier de bulletins.
fault-unknown-option = La ligne entre crochets « { $what } » n’est pas comprise.
fault-unfinished-comment = Un commentaire commence ici et ne finit pas.
fault-unfinished-paper = Le fichier s’arrête au milieu d’un bulletin ; chaque bulletin finit par 0.
fault-paper-not-closed = Ce bulletin n’est pas fermé par un 0 avant la ligne suivante.
fault-no-end-of-papers = Le fichier s’arrête avant le 0 qui clôt les bulletins.
fault-names-missing = Il manque des noms ({ $what } trouvés).
fault-unfinished-quote = Un guillemet s’ouvre ici et ne se ferme pas.
fault-text-after-quote = Il y a ici quelque chose entre un guillemet fermant et la case suivante.
fault-bad-header = La première ligne doit nommer chaque colonne.
fault-bad-directive = La ligne « #{ $what }: » manque ou ne dit rien d’utilisable.
fault-bad-cell = Une case de cette ligne n’est ni rang, ni marque, ni note, ni mention comme les autres.
fault-row-length = Cette ligne a plus de cases que la première n’en nomme.
fault-not-json = Le fichier n’est pas du JSON.
fault-bad-field = Le champ « { $what } » manque ou est faux.

fault-blt-lacks = Le format BLT n’a pas de place pour { $what ->
    [grades] des mentions
    [groups] des groupes
    [reopen] « rouvrir les candidatures »
   *[other] de l’argent
  } ; écrivez les bulletins en JSON.

column-candidate = Candidature
column-stage = Étape { $number }
column-outcome = Issue
column-chosen = Choix
column-pair = Paire
column-for = Pour
column-against = Contre
column-locked = Retenue
column-left = Reste
figure-seq-phragmen = Charge la plus lourde
figure-seq-pav = Poids
figure-equal-shares = Prix pour chacun
yes = oui
no = non
pair-over = { $name } sur { $other }
steps-caption = { $title } : pas à pas, selon { $rule }
row-none = Plus de préférence
row-lost = Perdu en coupant les décimales
row-quota = Quotient
state-elected = élu·e { $place }
state-excluded = sorti·e à l’étape { $stage }
state-withdrawn = retiré·e
state-not = non élu·e
table-caption = { $title } : toutes les étapes, selon { $rule }
picture-title = { $title } : le dépouillement en image
picture-quota = quotient
picture-elected = élu·e
picture-standing = encore en lice
picture-below = Chaque étape figure à côté de cette image en phrases et en tableau.
`;
