#!/bin/bash -p
# Stands in for every program that a traced job starts: one line of $TRACE_FILE per call, then the exit code that the scenario wants.
#
#   TRACE_BIN       folder of the probes; those of absolute paths stand below its folder "root"
#   TRACE_ROOT      root of the repository; CI_PROJECT_DIR where it is not set
#   TRACE_FILE      receives the lines: job@scenario, leaf, folder, arguments, variables (record separators; unit separators inside a field)
#   TRACE_PLAN      folder: JOB@SCENARIO holds "code arguments" lines, artifacts/JOB paths to leave behind, answers/PROGRAM texts for questions
#   TRACE_REPORTS   set: programs leave the reports of their job (reports/JOB) and print something
#   TRACE_ANSWERS   folder of the texts for questions, where programs without a job are asked for their version
#   TRACE_NAMES     variables that some job declares
#   TRACE_JOB       job@scenario; else CI_JOB_NAME
record=$'\x1e' unit=$'\x1f'

escape() { # TEXT: sets $escaped, which has no line ends
  escaped=${1//\\/\\\\}
  escaped=${escaped//$'\n'/\\n}
}

case $0 in
  "$TRACE_BIN/root/"*) name=/${0#"$TRACE_BIN/root/"} ;;
  "$TRACE_BIN/"*) name=${0##*/} ;;
  *) name=${0#"$PWD/"} ;;
esac

job=${TRACE_JOB:-}
if [ -n "${TRACE_EVENTS:-}" ]; then
  while IFS= read -r line; do
    case $line in '{"event":"job-started"'*) ;; *) continue ;; esac
    rest=${line#*'"job":"'} started=${rest%%'"'*}
    # Between two leaves of a matrix another job may have its turn: only a leaf has variables of a matrix.
    matrix=${!PK_@}
    if [ -n "$matrix" ]; then [ -e "$TRACE_PLAN/matrix/$started" ] || continue; else [ ! -e "$TRACE_PLAN/matrix/$started" ] || [ -z "$job" ] || continue; fi
    job=$started
  done < "$TRACE_EVENTS"
  [ -z "$job" ] || job=$job@$TRACE_SCENARIO
fi
if [ -z "$job" ] && [ -n "${TRACE_EVENTS:-}${TRACE_ANSWERS:-}" ]; then # before the first job only versions are asked for
  answer=$TRACE_PLAN/${TRACE_ANSWERS:-answers}/${name//\//_}
  [ ! -f "$answer" ] || printf '%s\n' "$(< "$answer")"
  exit 0
fi
[ -n "$job" ] || job=${CI_JOB_NAME%%:*}

escape "$name"
argv=$escaped
for argument; do
  escape "$argument"
  argv+=$unit$escaped
done

env=
# shellcheck disable=SC2086 # names
for variable in $TRACE_NAMES "${!PK_@}"; do
  if [ -n "${!variable+set}" ]; then
    escape "${!variable}"
    env+=$unit$variable=$escaped
  fi
done

root=${TRACE_ROOT:-$CI_PROJECT_DIR}
folder=${PWD#"$root"}
printf '%s\n' "$job$record${TRACE_LEAF:-}$record${folder#/}$record$argv$record${env#"$unit"}" >> "$TRACE_FILE"

ends=0
if [ -f "$TRACE_PLAN/$job" ]; then
  while IFS=$record read -r code text; do
    [ "$text" != "$argv" ] || ends=$code
  done < "$TRACE_PLAN/$job"
fi
[ "$ends" != 99 ] || exit 99 # broken: it leaves nothing

artifacts=$TRACE_PLAN/artifacts/${job%@*}
if [ -f "$artifacts" ]; then
  while IFS= read -r path; do
    [ -e "$root/$path" ] || { mkdir -p "$root/$path" && : > "$root/${path%/}/file"; }
  done < "$artifacts"
fi

# Where reports are looked for, a program has left its own: what it prints may be one.
if [ -n "${TRACE_REPORTS:-}" ]; then
  echo report
  while IFS= read -r path; do
    mkdir -p "$root/${path%/*}"
    case $path in */) : > "$root/${path}file" ;; *) [ -s "$root/$path" ] || echo report > "$root/$path" ;; esac
  done < "$TRACE_PLAN/reports/${job%@*}"
fi

# A report of findings is not empty.
[ "$ends" = 0 ] || echo "exit code $ends"
exit "$ends"
