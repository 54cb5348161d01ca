#!/usr/bin/env bash
# The tour that `make demo` gives: sample articles in, a graph out, and questions to it.
# Usage: docs/demo.sh FOLDER   (FOLDER is made anew; conflictkg must be on the PATH)
set -euo pipefail
cd "$(dirname "$0")/.."

out=$1
kg=$out/kg
rm -rf "$out"
mkdir -p "$out"

bold='' plain=''
if [[ -t 1 ]]; then
  bold=$'\e[1m' plain=$'\e[0m'
  COLUMNS=$(tput cols 2>/dev/null || echo 120)
  export COLUMNS # answers are cut below, so conflictkg itself does not see the terminal
fi

say() { printf '\n%s%s%s\n\n' "$bold" "$*" "$plain"; }
show() { # show a command as a user would type it
  printf '%s$ conflictkg' "$bold"
  printf ' %q' "$@"
  printf '%s\n' "$plain"
}
run() { # show a command, then run it
  show "$@"
  conflictkg "$@"
}
start_of() { # start_of LINES COMMAND...: show a command, then the first lines of its answer
  local lines=$1
  shift
  show "$@"
  conflictkg "$@" | awk -v most="$lines" '
    NR <= most { print }
    END { if (NR > most) printf "… %d more lines: run the command to see them\n", NR - most }'
}
ask() { # ask TITLE QUERY-ARGUMENT...
  say "$1"
  shift
  start_of 24 query --store "$kg" "$@"
}

started=$SECONDS
say 'Articles in: 19 Arabic, 7 English; every claim with its speaker and its sentence'
run build data/articles --store "$kg"

ask '1. What happened in the first ten days of 2020, where, and who tells of it?' \
  --name events-by-day --param from=2020-01-01 --param until=2020-01-10
ask '2. Who is blamed, by whom, how surely, in which words?' --name who-is-blamed
ask '3. Who denies what?' --name denials
ask '4. How many died, by whose word, as the articles came in?' --name toll-over-time
ask '5. Where do sources contradict each other about one event?' --name contradictions
ask '6. What do several sources say alike?' --name corroboration
ask '7. Who accuses whom, how often? (names in Arabic)' --name accusation-matrix --lang ar

say 'One event: every claim about it, who makes it, and the sentence that carries it'
event=$(conflictkg query --store "$kg" --format csv '
  PREFIX cev: <https://w3id.org/conflict-event/ns#>
  SELECT ?event WHERE {
    GRAPH ?document { ?claim cev:proposition ?proposition }
    GRAPH ?propositions { ?proposition cev:about ?event }
  } GROUP BY ?event ORDER BY DESC(COUNT(DISTINCT ?claim)) ?event LIMIT 1' | tail -n 1 | tr -d '\r')
start_of 40 explain --store "$kg" "$event"

say 'What a policy concludes from the claims, because you ask for it, and what it rests on'
run derive --policy own-word --store "$kg"
start_of 12 query --store "$kg" --name derived-blame

say 'Every document against the shapes of the ontology: violations, warnings, remarks'
start_of 4 validate --store "$kg"
run info --store "$kg"

say 'A network for Gephi'
run export gexf --store "$kg" -o "$out/events.gexf"

cat <<END

Done in $((SECONDS - started)) seconds. To try next, with .venv/bin on your PATH (. .venv/bin/activate):

  conflictkg query --store $kg --list                     what can be asked by name
  conflictkg query --store $kg --name casualties --lang ar
  conflictkg explain --store $kg NAME                     an event by a part of its name
  conflictkg build YOUR-ARTICLES --store my-graph         .txt, .html, .jsonl, or a folder of them
  open $out/events.gexf in Gephi                docs/gephi.md says how to make it readable
END
