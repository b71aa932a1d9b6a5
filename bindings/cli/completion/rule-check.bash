# bash completion for rule-check

_rule_check() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    local commands="check questions verify why-not what-if diff explain treaties facts schema test lint library"
    local effects="shall-refuse may-refuse requires requires-assurance shall-postpone may-postpone duty deadline procedure consideration"
    local results="applies does-not-apply met not-met open disputed"
    case $previous in
    --format)
        case ${COMP_WORDS[1]} in
        questions | explain | treaties | facts | lint) COMPREPLY=($(compgen -W "text json" -- "$current")) ;;
        library) COMPREPLY=($(compgen -W "markdown json" -- "$current")) ;;
        *) COMPREPLY=($(compgen -W "text json markdown html" -- "$current")) ;;
        esac
        return
        ;;
    --color) COMPREPLY=($(compgen -W "auto always never" -- "$current")) && return ;;
    --fail-on) COMPREPLY=($(compgen -W "$effects" -- "$current")) && return ;;
    --only) COMPREPLY=($(compgen -W "$effects $results" -- "$current")) && return ;;
    --output) COMPREPLY=($(compgen -f -- "$current")) && return ;;
    --rules) COMPREPLY=($(compgen -d -- "$current")) && return ;;
    --changes) COMPREPLY=($(compgen -W "1 2 3" -- "$current")) && return ;;
    --as-of | --jobs | --lang | --on | --set | --width) return ;;
    esac
    local options="--rules --help"
    case ${COMP_WORDS[1]} in
    questions) options="--rules --as-of --set --no-presumptions --only --ask --output --format --indent --lang --width --color --help" ;;
    verify) options="--rules --as-of --set --format --no-presumptions --indent --lang --width --color --help" ;;
    why-not) options="--rules --as-of --set --format --no-presumptions --indent --lang --width --color --changes --help" ;;
    what-if) options="--rules --set --as-of --no-presumptions --format --indent --lang --width --color --help" ;;
    diff) options="--rules --as-of --no-presumptions --format --indent --lang --width --color --help" ;;
    explain | facts) options="--rules --format --indent --lang --width --help" ;;
    treaties) options="--rules --as-of --on --format --indent --lang --width --help" ;;
    schema) options="--rules --lang --indent --help" ;;
    test) options="--rules --no-presumptions --coverage --width --help" ;;
    lint) options="--rules --format --lang --full --help" ;;
    library) options="--rules --format --indent --help" ;;
    *) options="--rules --as-of --format --no-presumptions --only --fail-on --full --analyse --indent --lang --width --color --set --jobs --help --version" ;;
    esac
    if [[ $current == -* ]]; then
        COMPREPLY=($(compgen -W "$options" -- "$current"))
    elif ((COMP_CWORD == 1)); then
        COMPREPLY=($(compgen -W "$commands" -- "$current") $(compgen -f -- "$current"))
    else
        case ${COMP_WORDS[1]} in
        explain | treaties | facts) ;;
        schema) COMPREPLY=($(compgen -W "record cases rulebook report translation questions checklist ways changes facts rule instrument treaties library lint vocabulary grounds states" -- "$current")) ;;
        *) COMPREPLY=($(compgen -f -- "$current")) ;;
        esac
    fi
}
complete -o filenames -F _rule_check rule-check
