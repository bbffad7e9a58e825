# Completion of swarmha for bash, printed by 'swarmha completion bash'.
#
#   source <(swarmha completion bash)
#
# Commands, options and their words are known here. Names of what is in a swarm are asked of
# 'swarmha __complete', which says nothing when no Engine answers within a second.

# The commands below a command.
_swarmha_commands() {
  REPLY=
  case $1 in
    '') REPLY='deploy history rollback render diff ls ps status explain logs export wait health scale restart stop start rebalance rm init join leave token cluster node secret config shell completion version' ;;
    'cluster') REPLY='plan apply status' ;;
    'node') REPLY='ls inspect label promote demote activate pause drain rm' ;;
    'secret') REPLY='create ls inspect rm' ;;
    'config') REPLY='create ls inspect rm' ;;
  esac
}

# A command's own options; behind them stand those of every command.
_swarmha_options() {
  REPLY=
  case $1 in
    '') REPLY='--version' ;;
    'deploy') REPLY='--summary --notify -c --compose-file --env-file --no-dotenv --dialect --timeout --progress-deadline --stable-for --detach --on-failure --health --health-timeout --health-retries --health-interval --health-ca --prune --only --keep-scale --resolve-image --rotate --with-registry-auth --history-max --message --lock-timeout --dry-run --plan' ;;
    'rollback') REPLY='--summary --notify --timeout --progress-deadline --stable-for --detach --on-failure --history-max --message --lock-timeout --dry-run' ;;
    'render') REPLY='-c --compose-file --env-file --no-dotenv --dialect --explain' ;;
    'diff') REPLY='-c --compose-file --env-file --no-dotenv --dialect --exit-code --prune --only --keep-scale --resolve-image --rotate --with-registry-auth --out' ;;
    'status') REPLY='-w --watch' ;;
    'logs') REPLY='-f --follow --tail --since -t --timestamps' ;;
    'wait') REPLY='--summary --notify --timeout' ;;
    'health') REPLY='--summary --notify --url --timeout --health-ca' ;;
    'scale') REPLY='--summary --notify --yes --timeout --progress-deadline --stable-for --detach --lock-timeout' ;;
    'restart') REPLY='--summary --notify --timeout --progress-deadline --stable-for --detach --lock-timeout' ;;
    'stop') REPLY='--summary --notify --timeout --progress-deadline --detach --lock-timeout' ;;
    'start') REPLY='--summary --notify --timeout --progress-deadline --stable-for --detach --lock-timeout' ;;
    'rebalance') REPLY='--summary --notify --strategy --max-moves --dry-run --timeout --lock-timeout' ;;
    'rm') REPLY='--summary --notify --timeout --lock-timeout' ;;
    'init') REPLY='--summary --notify --advertise-addr --listen-addr --data-path-addr --default-addr-pool --autolock' ;;
    'join') REPLY='--summary --notify --token --advertise-addr --availability' ;;
    'leave') REPLY='--summary --notify -f --force' ;;
    'token') REPLY='--rotate -q --quiet' ;;
    'cluster plan') REPLY='-f --file' ;;
    'cluster apply') REPLY='--summary --notify -f --file --timeout' ;;
    'cluster status') REPLY='-f --file' ;;
    'node label') REPLY='--summary --notify' ;;
    'node promote') REPLY='--summary --notify' ;;
    'node demote') REPLY='--summary --notify --force' ;;
    'node activate') REPLY='--summary --notify' ;;
    'node pause') REPLY='--summary --notify' ;;
    'node drain') REPLY='--summary --notify --timeout --force --dry-run --lock-timeout' ;;
    'node rm') REPLY='--summary --notify --force' ;;
    'secret create') REPLY='--summary --notify -l --label' ;;
    'secret rm') REPLY='--summary --notify' ;;
    'config create') REPLY='--summary --notify -l --label' ;;
    'config rm') REPLY='--summary --notify' ;;
  esac
  REPLY+=' -H --host --context --tlsverify --tlscacert --tlscert --tlskey -o --output --progress --color -v --verbose --log-file -h --help'
}

# What comes behind an option of a command: 'flag' if nothing does.
_swarmha_value() {
  REPLY=
  case $1 in
    'deploy --summary') REPLY='files' ;;
    'deploy --notify') REPLY='free' ;;
    'deploy -c' | 'deploy --compose-file') REPLY='files' ;;
    'deploy --env-file') REPLY='files' ;;
    'deploy --dialect') REPLY='words auto stack compose' ;;
    'deploy --timeout') REPLY='free' ;;
    'deploy --progress-deadline') REPLY='free' ;;
    'deploy --stable-for') REPLY='free' ;;
    'deploy --on-failure') REPLY='words rollback pause keep' ;;
    'deploy --health') REPLY='free' ;;
    'deploy --health-timeout') REPLY='free' ;;
    'deploy --health-retries') REPLY='free' ;;
    'deploy --health-interval') REPLY='free' ;;
    'deploy --health-ca') REPLY='files' ;;
    'deploy --only') REPLY='names' ;;
    'deploy --resolve-image') REPLY='words always changed never' ;;
    'deploy --rotate') REPLY='words auto never' ;;
    'deploy --history-max') REPLY='free' ;;
    'deploy --message') REPLY='free' ;;
    'deploy --lock-timeout') REPLY='free' ;;
    'deploy --plan') REPLY='files' ;;
    'rollback --summary') REPLY='files' ;;
    'rollback --notify') REPLY='free' ;;
    'rollback --timeout') REPLY='free' ;;
    'rollback --progress-deadline') REPLY='free' ;;
    'rollback --stable-for') REPLY='free' ;;
    'rollback --on-failure') REPLY='words rollback pause keep' ;;
    'rollback --history-max') REPLY='free' ;;
    'rollback --message') REPLY='free' ;;
    'rollback --lock-timeout') REPLY='free' ;;
    'render -c' | 'render --compose-file') REPLY='files' ;;
    'render --env-file') REPLY='files' ;;
    'render --dialect') REPLY='words auto stack compose' ;;
    'diff -c' | 'diff --compose-file') REPLY='files' ;;
    'diff --env-file') REPLY='files' ;;
    'diff --dialect') REPLY='words auto stack compose' ;;
    'diff --only') REPLY='names' ;;
    'diff --resolve-image') REPLY='words always changed never' ;;
    'diff --rotate') REPLY='words auto never' ;;
    'diff --out') REPLY='files' ;;
    'logs --tail') REPLY='free' ;;
    'logs --since') REPLY='free' ;;
    'wait --summary') REPLY='files' ;;
    'wait --notify') REPLY='free' ;;
    'wait --timeout') REPLY='free' ;;
    'health --summary') REPLY='files' ;;
    'health --notify') REPLY='free' ;;
    'health --url') REPLY='free' ;;
    'health --timeout') REPLY='free' ;;
    'health --health-ca') REPLY='files' ;;
    'scale --summary') REPLY='files' ;;
    'scale --notify') REPLY='free' ;;
    'scale --timeout') REPLY='free' ;;
    'scale --progress-deadline') REPLY='free' ;;
    'scale --stable-for') REPLY='free' ;;
    'scale --lock-timeout') REPLY='free' ;;
    'restart --summary') REPLY='files' ;;
    'restart --notify') REPLY='free' ;;
    'restart --timeout') REPLY='free' ;;
    'restart --progress-deadline') REPLY='free' ;;
    'restart --stable-for') REPLY='free' ;;
    'restart --lock-timeout') REPLY='free' ;;
    'stop --summary') REPLY='files' ;;
    'stop --notify') REPLY='free' ;;
    'stop --timeout') REPLY='free' ;;
    'stop --progress-deadline') REPLY='free' ;;
    'stop --lock-timeout') REPLY='free' ;;
    'start --summary') REPLY='files' ;;
    'start --notify') REPLY='free' ;;
    'start --timeout') REPLY='free' ;;
    'start --progress-deadline') REPLY='free' ;;
    'start --stable-for') REPLY='free' ;;
    'start --lock-timeout') REPLY='free' ;;
    'rebalance --summary') REPLY='files' ;;
    'rebalance --notify') REPLY='free' ;;
    'rebalance --strategy') REPLY='words surge force' ;;
    'rebalance --max-moves') REPLY='free' ;;
    'rebalance --timeout') REPLY='free' ;;
    'rebalance --lock-timeout') REPLY='free' ;;
    'rm --summary') REPLY='files' ;;
    'rm --notify') REPLY='free' ;;
    'rm --timeout') REPLY='free' ;;
    'rm --lock-timeout') REPLY='free' ;;
    'init --summary') REPLY='files' ;;
    'init --notify') REPLY='free' ;;
    'init --advertise-addr') REPLY='free' ;;
    'init --listen-addr') REPLY='free' ;;
    'init --data-path-addr') REPLY='free' ;;
    'init --default-addr-pool') REPLY='free' ;;
    'join --summary') REPLY='files' ;;
    'join --notify') REPLY='free' ;;
    'join --token') REPLY='free' ;;
    'join --advertise-addr') REPLY='free' ;;
    'join --availability') REPLY='words active pause drain' ;;
    'leave --summary') REPLY='files' ;;
    'leave --notify') REPLY='free' ;;
    'cluster plan -f' | 'cluster plan --file') REPLY='files' ;;
    'cluster apply --summary') REPLY='files' ;;
    'cluster apply --notify') REPLY='free' ;;
    'cluster apply -f' | 'cluster apply --file') REPLY='files' ;;
    'cluster apply --timeout') REPLY='free' ;;
    'cluster status -f' | 'cluster status --file') REPLY='files' ;;
    'node label --summary') REPLY='files' ;;
    'node label --notify') REPLY='free' ;;
    'node promote --summary') REPLY='files' ;;
    'node promote --notify') REPLY='free' ;;
    'node demote --summary') REPLY='files' ;;
    'node demote --notify') REPLY='free' ;;
    'node activate --summary') REPLY='files' ;;
    'node activate --notify') REPLY='free' ;;
    'node pause --summary') REPLY='files' ;;
    'node pause --notify') REPLY='free' ;;
    'node drain --summary') REPLY='files' ;;
    'node drain --notify') REPLY='free' ;;
    'node drain --timeout') REPLY='free' ;;
    'node drain --lock-timeout') REPLY='free' ;;
    'node rm --summary') REPLY='files' ;;
    'node rm --notify') REPLY='free' ;;
    'secret create --summary') REPLY='files' ;;
    'secret create --notify') REPLY='free' ;;
    'secret create -l' | 'secret create --label') REPLY='free' ;;
    'secret rm --summary') REPLY='files' ;;
    'secret rm --notify') REPLY='free' ;;
    'config create --summary') REPLY='files' ;;
    'config create --notify') REPLY='free' ;;
    'config create -l' | 'config create --label') REPLY='free' ;;
    'config rm --summary') REPLY='files' ;;
    'config rm --notify') REPLY='free' ;;
    *' -H' | -H | *' --host' | --host) REPLY='free' ;;
    *' --context' | --context) REPLY='names' ;;
    *' --tlscacert' | --tlscacert) REPLY='files' ;;
    *' --tlscert' | --tlscert) REPLY='files' ;;
    *' --tlskey' | --tlskey) REPLY='files' ;;
    *' -o' | -o | *' --output' | --output) REPLY='words table json yaml' ;;
    *' --progress' | --progress) REPLY='words auto tty plain json quiet' ;;
    *' --color' | --color) REPLY='words auto always never' ;;
    *' --log-file' | --log-file) REPLY='files' ;;
    *) REPLY='flag' ;;
  esac
}

# What a command takes as its argument of a number, from 0.
_swarmha_argument() {
  REPLY=
  case $1 in
    'deploy 0') REPLY='names' ;;
    'history 0') REPLY='names' ;;
    'rollback 0') REPLY='names' ;;
    'rollback 1') REPLY='names' ;;
    'diff 0') REPLY='names' ;;
    'ps 0') REPLY='names' ;;
    'status 0') REPLY='names' ;;
    'explain 0') REPLY='names' ;;
    'logs 0') REPLY='names' ;;
    'export 0') REPLY='names' ;;
    'wait '*) REPLY='names' ;;
    'health 0') REPLY='names' ;;
    'scale '*) REPLY='names' ;;
    'restart '*) REPLY='names' ;;
    'stop '*) REPLY='names' ;;
    'start '*) REPLY='names' ;;
    'rebalance '*) REPLY='names' ;;
    'rm '*) REPLY='names' ;;
    'join 0') REPLY='free' ;;
    'token 0') REPLY='words worker manager' ;;
    'node inspect 0') REPLY='names' ;;
    'node label 0') REPLY='names' ;;
    'node label '*) REPLY='free' ;;
    'node promote '*) REPLY='names' ;;
    'node demote '*) REPLY='names' ;;
    'node activate '*) REPLY='names' ;;
    'node pause '*) REPLY='names' ;;
    'node drain 0') REPLY='names' ;;
    'node rm '*) REPLY='names' ;;
    'secret create 0') REPLY='free' ;;
    'secret create 1') REPLY='files' ;;
    'secret inspect 0') REPLY='names' ;;
    'secret rm '*) REPLY='names' ;;
    'config create 0') REPLY='free' ;;
    'config create 1') REPLY='files' ;;
    'config inspect 0') REPLY='names' ;;
    'config rm '*) REPLY='names' ;;
    'completion 0') REPLY='words bash zsh fish' ;;
    *) REPLY='free' ;;
  esac
}

# The words up to the cursor. Bash itself takes words apart at = and :, as in --host=tcp://m1.
_swarmha_words() {
  local line=${COMP_LINE:0:COMP_POINT} token i n=-1
  words=()
  for ((i = 0; i <= COMP_CWORD; i++)); do
    token=${COMP_WORDS[i]}
    if ((i == 0)) || [[ -z $line || $line == [[:space:]]* ]]; then
      line=${line#"${line%%[![:space:]]*}"}
      n=$((n + 1))
      words[n]=
    fi
    ((i < COMP_CWORD)) || token=$line
    words[n]+=$token
    line=${line#"$token"}
  done
}

# Sets the command that the words lead to, how many arguments it has, whether options have ended,
# and the option, if any, whose value comes next.
_swarmha_walk() {
  local i word
  command='' count=0 open='' ended=''
  for ((i = 1; i < ${#words[@]} - 1; i++)); do
    word=${words[i]}
    if [[ -n $open ]]; then
      open=
    elif [[ -n $ended || $word != -?* ]]; then
      _swarmha_commands "$command"
      if ((count == 0)) && [[ -n $word && " $REPLY " == *" $word "* ]]; then
        command=${command:+$command }$word
      else
        count=$((count + 1))
      fi
    elif [[ $word == -- ]]; then
      ended=1
    elif [[ $word != --*=* ]]; then
      _swarmha_walk_option "$word"
    fi
  done
}

# Several letters may stand behind one dash, and a value behind the last.
_swarmha_walk_option() {
  local j
  if [[ $1 == --* ]]; then
    _swarmha_value "${command:+$command }$1"
    [[ $REPLY == flag ]] || open=$1
    return
  fi
  for ((j = 1; j < ${#1}; j++)); do
    _swarmha_value "${command:+$command }-${1:j:1}"
    if [[ $REPLY != flag ]]; then
      ((j + 1 < ${#1})) || open=-${1:j:1}
      return
    fi
  done
}

# Says in REPLY what can stand where the cursor is, and in attached what it stands behind.
_swarmha_wanted() {
  attached=
  if [[ -n $open ]]; then
    _swarmha_value "${command:+$command }$open"
  elif [[ -z $ended && $typed == --*=* ]]; then
    attached=${typed%%=*}=
    _swarmha_value "${command:+$command }${typed%%=*}"
  elif [[ -z $ended && $typed == -* ]]; then
    _swarmha_options "$command"
    REPLY="words $REPLY"
  else
    _swarmha_commands "$command"
    if [[ -z $REPLY ]]; then
      _swarmha_argument "$command $count"
    elif ((count == 0)); then
      REPLY="words $REPLY"
    else
      REPLY=free
    fi
  fi
}

# Of a word with = or : in it bash replaces only what stands behind the last of them.
_swarmha_kept() {
  local i char
  kept=
  for ((i = ${#typed}; i > 0; i--)); do
    char=${typed:i-1:1}
    if [[ $char == [=:] && $COMP_WORDBREAKS == *"$char"* ]]; then
      kept=${typed:0:i}
      return
    fi
  done
}

_swarmha_offer() {
  [[ $1 != "$typed"* ]] || COMPREPLY+=("${1#"$kept"}")
}

_swarmha() {
  local REPLY command count open ended attached kept typed each
  local -a words
  COMPREPLY=()
  _swarmha_words
  _swarmha_walk
  typed=${words[${#words[@]} - 1]}
  _swarmha_wanted
  _swarmha_kept
  case $REPLY in
    words\ *)
      for each in ${REPLY#words }; do
        _swarmha_offer "$attached$each"
      done
      ;;
    files)
      compopt -o filenames 2>/dev/null
      while IFS= read -r each; do
        _swarmha_offer "$attached$each"
      done < <(compgen -f -- "${typed#"$attached"}")
      ;;
    names)
      while IFS=$'\t' read -r each _; do
        [[ $each != *= ]] || compopt -o nospace 2>/dev/null
        _swarmha_offer "$each"
      done < <("${words[0]/#\~/$HOME}" __complete -- "${words[@]:1}" 2>/dev/null)
      ;;
  esac
}

complete -F _swarmha swarmha
