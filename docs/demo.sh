#!/usr/bin/env bash
# The tour that `make demo` gives: sample articles in, a graph out, and questions to it.
# Usage: docs/demo.sh FOLDER   (FOLDER is made anew; conflictkg must be on the PATH)
set -euo pipefail
cd "$(dirname "$0")/.."

out=$1
kg=$out/kg
rm -rf "$out"
mkdir -p "$out"

bold=$(tput bold 2>/dev/null || true) plain=$(tput sgr0 2>/dev/null || true)
say() { printf '\n%s%s%s\n' "$bold" "$*" "$plain"; }
run() { # show a command as a user would type it, then run it
  printf '%s$ conflictkg' "$bold"
  printf ' %q' "$@"
  printf '%s\n' "$plain"
  conflictkg "$@"
}
ask() { # ask TITLE QUERY-ARGUMENT...
  say "$1"
  shift
  run query --store "$kg" "$@"
}

started=$SECONDS
say 'Articles in: 19 Arabic, 7 English; every claim with its speaker and its sentence'
run build data/articles --store "$kg"

ask '1. What happened in September 2019, and where?' \
  --name events-by-day --param from=2019-09-01 --param until=2019-09-30
ask '2. Who is blamed, by whom, how surely, in which words?' --name who-is-blamed
ask '3. Who denies what?' --name denials
ask '4. Which figures contradict each other?' --name contradictions
ask '5. What answered what?' --name responses
ask '6. Which articles tell of the same event?' --name linked-events

say 'One event: every claim about it, who makes it, and the sentence that carries it'
run explain --store "$kg" "$(
  conflictkg query --store "$kg" --format csv "
    PREFIX cev: <https://w3id.org/conflict-event/ns#>
    SELECT ?event WHERE {
      GRAPH ?g { ?claim a cev:Claim ; cev:proposition ?p } GRAPH ?h { ?p cev:about ?event }
    } GROUP BY ?event ORDER BY DESC(COUNT(DISTINCT ?claim)) ?event LIMIT 1" | tail -n 1 | tr -d '\r'
)"

say 'The whole graph against the shapes of the ontology'
run validate --store "$kg" | tail -n 4
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
