/** What `nabat help count` says; also after words that can't be understood. Words to be typed are the same in every language. */
import type { Locale } from "@nabat/speech";

/** Usage in a few lines. */
export function usageIn(locale: Locale): string {
  return locale === "fr" ? FRENCH : ENGLISH;
}

const ENGLISH = `nabat count --rule RULE [--seats N] [--json] PATH…
nabat count --list [--json]
nabat count --write blt|json PATH

  PATH                  BLT, CSV or JSON files; folders are searched at all levels for *.blt and *.csv
  --rule RULE           one of the rules of --list
  --seats N             seats, where the file doesn't say or says otherwise
  --compare RULE        a second rule on the same papers, and where the two part
  --trace N             the way of the N-th paper through the count
  --json                an array of {file, rule, seats, winners, stages, …}
  --write blt|json      the papers of one file written down again, equal ones together
  --lang en|fr          language of the sentences
  --lot SEED            settle ties by a lot drawn from this seed
  --withdraw NAME       take a candidate out (may be repeated)
  --reopen NAME         this candidate is "reopen nominations"
  --group NAME:MIN-MAX  quota for a group of candidates (CSV line "#groups:")
  --limit N             block: marks allowed
  --unranked last|unknown         schulze, ranked-pairs
  --strength winning|margins      schulze, ranked-pairs
  --middle lower|upper            majority-judgment
  --unmarked worst|spoil          majority-judgment
  --decimals N                    wigm-stv: decimals cut off in place of fractions
  --electing all|highest          wigm-stv
  --quota exact|whole             wigm-stv
  --completion phragmen|greedy|none   equal-shares
  --utility cost|count            equal-shares with a budget
  --form ranks|marks|scores|grades    what the cells of a CSV file hold
  --threads N           workers for many files

Exit status: 0; 1 where a file couldn't be read or counted (the others are); 2 usage.
`;

const FRENCH = `nabat count --rule RÈGLE [--seats N] [--json] CHEMIN…
nabat count --list [--json]
nabat count --write blt|json CHEMIN

  CHEMIN                fichiers BLT, CSV ou JSON ; les dossiers sont parcourus à tous les niveaux pour *.blt et *.csv
  --rule RÈGLE          l’une des règles de --list
  --seats N             sièges, là où le fichier ne le dit pas ou dit autre chose
  --compare RÈGLE       une seconde règle sur les mêmes bulletins, et où les deux se séparent
  --trace N             le chemin du N-ième bulletin dans le compte
  --json                un tableau de {file, rule, seats, winners, stages, …}
  --write blt|json      les bulletins d’un fichier récrits, les mêmes ensemble
  --lang en|fr          langue des phrases
  --lot GRAINE          départager par un sort tiré de cette graine
  --withdraw NOM        retirer une candidature (peut se répéter)
  --reopen NOM          cette candidature veut dire « rouvrir les candidatures »
  --group NOM:MIN-MAX   quota d’un groupe de candidatures (ligne CSV « #groups: »)
  --limit N             block : marques permises
  --unranked last|unknown         schulze, ranked-pairs
  --strength winning|margins      schulze, ranked-pairs
  --middle lower|upper            majority-judgment
  --unmarked worst|spoil          majority-judgment
  --decimals N                    wigm-stv : décimales coupées au lieu de fractions
  --electing all|highest          wigm-stv
  --quota exact|whole             wigm-stv
  --completion phragmen|greedy|none   equal-shares
  --utility cost|count            equal-shares avec un budget
  --form ranks|marks|scores|grades    ce que contiennent les cases d’un fichier CSV
  --threads N           processus pour beaucoup de fichiers

Code de sortie : 0 ; 1 quand un fichier n’a pu être lu ou compté (les autres le sont) ; 2 mal demandé.
`;
