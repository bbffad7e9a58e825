# Completion of swarmha for fish, printed by 'swarmha completion fish'.
#
#   swarmha completion fish > ~/.config/fish/completions/swarmha.fish
#
# Commands, options and their words are known here. Names of what is in a swarm are asked of
# 'swarmha __complete', which says nothing when no Engine answers within a second.

# The commands below a command.
function __swarmha_commands
    switch $argv[1]
        case ''
            string split ' ' 'deploy history rollback render diff ls ps status explain logs export wait health scale restart stop start rebalance rm init join leave token cluster node secret config shell completion version'
        case 'cluster'
            string split ' ' 'plan apply status'
        case 'node'
            string split ' ' 'ls inspect label promote demote activate pause drain rm'
        case 'secret'
            string split ' ' 'create ls inspect rm'
        case 'config'
            string split ' ' 'create ls inspect rm'
    end
end

# Whether a value comes behind an option of a command.
function __swarmha_takes_value
    switch $argv[1]
        case 'deploy'
            contains -- $argv[2] --summary --notify -c --compose-file --env-file --dialect --timeout --progress-deadline --stable-for --on-failure --health --health-timeout --health-retries --health-interval --health-ca --only --resolve-image --rotate --history-max --message --lock-timeout --plan; and return 0
        case 'rollback'
            contains -- $argv[2] --summary --notify --timeout --progress-deadline --stable-for --on-failure --history-max --message --lock-timeout; and return 0
        case 'render'
            contains -- $argv[2] -c --compose-file --env-file --dialect; and return 0
        case 'diff'
            contains -- $argv[2] -c --compose-file --env-file --dialect --only --resolve-image --rotate --out; and return 0
        case 'logs'
            contains -- $argv[2] --tail --since; and return 0
        case 'wait'
            contains -- $argv[2] --summary --notify --timeout; and return 0
        case 'health'
            contains -- $argv[2] --summary --notify --url --timeout --health-ca; and return 0
        case 'scale'
            contains -- $argv[2] --summary --notify --timeout --progress-deadline --stable-for --lock-timeout; and return 0
        case 'restart'
            contains -- $argv[2] --summary --notify --timeout --progress-deadline --stable-for --lock-timeout; and return 0
        case 'stop'
            contains -- $argv[2] --summary --notify --timeout --progress-deadline --lock-timeout; and return 0
        case 'start'
            contains -- $argv[2] --summary --notify --timeout --progress-deadline --stable-for --lock-timeout; and return 0
        case 'rebalance'
            contains -- $argv[2] --summary --notify --strategy --max-moves --timeout --lock-timeout; and return 0
        case 'rm'
            contains -- $argv[2] --summary --notify --timeout --lock-timeout; and return 0
        case 'init'
            contains -- $argv[2] --summary --notify --advertise-addr --listen-addr --data-path-addr --default-addr-pool; and return 0
        case 'join'
            contains -- $argv[2] --summary --notify --token --advertise-addr --availability; and return 0
        case 'leave'
            contains -- $argv[2] --summary --notify; and return 0
        case 'cluster plan'
            contains -- $argv[2] -f --file; and return 0
        case 'cluster apply'
            contains -- $argv[2] --summary --notify -f --file --timeout; and return 0
        case 'cluster status'
            contains -- $argv[2] -f --file; and return 0
        case 'node label'
            contains -- $argv[2] --summary --notify; and return 0
        case 'node promote'
            contains -- $argv[2] --summary --notify; and return 0
        case 'node demote'
            contains -- $argv[2] --summary --notify; and return 0
        case 'node activate'
            contains -- $argv[2] --summary --notify; and return 0
        case 'node pause'
            contains -- $argv[2] --summary --notify; and return 0
        case 'node drain'
            contains -- $argv[2] --summary --notify --timeout --lock-timeout; and return 0
        case 'node rm'
            contains -- $argv[2] --summary --notify; and return 0
        case 'secret create'
            contains -- $argv[2] --summary --notify -l --label; and return 0
        case 'secret rm'
            contains -- $argv[2] --summary --notify; and return 0
        case 'config create'
            contains -- $argv[2] --summary --notify -l --label; and return 0
        case 'config rm'
            contains -- $argv[2] --summary --notify; and return 0
    end
    contains -- $argv[2] -H --host --context --tlscacert --tlscert --tlskey -o --output --progress --color --log-file
end

# Prints the command that the words before the cursor lead to, and how many arguments it has.
function __swarmha_walk
    set -l words (commandline -opc)
    set -l command ''
    set -l count 0
    set -l open 0
    set -l ended 0
    for word in $words[2..-1]
        if test $open = 1
            set open 0
        else if test $ended = 1; or not string match -q -- '-?*' $word
            if test $count = 0; and contains -- $word (__swarmha_commands $command)
                set command (string trim -- "$command $word")
            else
                set count (math $count + 1)
            end
        else if test "$word" = --
            set ended 1
        else if string match -q -- '--*' $word
            __swarmha_takes_value $command $word; and set open 1
        else
            set -l letters (string split '' -- (string sub -s 2 -- $word))
            for i in (seq (count $letters))
                if __swarmha_takes_value $command "-$letters[$i]"
                    test $i = (count $letters); and set open 1
                    break
                end
            end
        end
    end
    echo $command
    echo $count
end

function __swarmha_in
    set -l walked (__swarmha_walk)
    test "$walked[1]" = "$argv[1]"
end

# Whether the next argument of a command is that of a number, or, with 'more', one behind it.
function __swarmha_at
    set -l walked (__swarmha_walk)
    test "$walked[1]" = "$argv[1]"; or return 1
    if test "$argv[3]" = more
        test $walked[2] -ge $argv[2]
    else
        test $walked[2] = $argv[2]
    end
end

function __swarmha_names
    set -l words (commandline -opc)
    set -l typed (commandline -ct)
    set -l attached (string match -r -- '^--[^=]*=' $typed)
    for answer in (command $words[1] __complete -- $words[2..-1] $typed 2>/dev/null)
        string replace -- "$attached" '' $answer
    end
end

complete -c swarmha -f
complete -c swarmha -s H -l host -x -d 'Endpoint of an Engine'
complete -c swarmha -l context -x -k -a '(__swarmha_names)' -d 'A context of the docker CLI'
complete -c swarmha -l tlsverify -d 'Use TLS and verify the Engine'
complete -c swarmha -l tlscacert -r -F -d 'Trust certificates signed by this authority alone'
complete -c swarmha -l tlscert -r -F -d 'Client certificate'
complete -c swarmha -l tlskey -r -F -d 'Client key. Default'
complete -c swarmha -s o -l output -x -a 'table json yaml' -d 'How data is printed, by commands that print some'
complete -c swarmha -l progress -x -a 'auto tty plain json quiet' -d 'How progress is told, by commands that take time'
complete -c swarmha -l color -x -a 'auto always never' -d 'Colour: auto, always, never'
complete -c swarmha -s v -l verbose -d 'Log calls to the Engine on standard error'
complete -c swarmha -l log-file -r -F -d 'Log to this file instead, calls to the Engine at the least'
complete -c swarmha -s h -l help -d 'Show this help and exit'

complete -c swarmha -n '__swarmha_at \'\' 0' -f -a deploy -d 'Deploy a stack, wait until it runs and answers'
complete -c swarmha -n '__swarmha_at \'\' 0' -f -a history -d 'List the revisions of a stack'
complete -c swarmha -n '__swarmha_at \'\' 0' -f -a rollback -d 'Return a stack to an earlier revision'
complete -c swarmha -n '__swarmha_at \'\' 0' -f -a render -d 'Print a stack as one file, merged and with its variables ...'
complete -c swarmha -n '__swarmha_at \'\' 0' -f -a diff -d 'Show what a deploy would change, field by field'
complete -c swarmha -n '__swarmha_at \'\' 0' -f -a ls -d 'List the stacks of the swarm'
complete -c swarmha -n '__swarmha_at \'\' 0' -f -a ps -d 'List the tasks of a stack, the newest of a slot first'
complete -c swarmha -n '__swarmha_at \'\' 0' -f -a status -d 'Show how a stack stands'
complete -c swarmha -n '__swarmha_at \'\' 0' -f -a explain -d 'Tell why a service or a task does not run, and what to do'
complete -c swarmha -n '__swarmha_at \'\' 0' -f -a logs -d 'Print what the tasks of a stack or a service, or one task'
complete -c swarmha -n '__swarmha_at \'\' 0' -f -a export -d 'Print a stack, whoever deployed it'
complete -c swarmha -n '__swarmha_at \'\' 0' -f -a wait -d 'Wait until what is deployed runs, and stays up'
complete -c swarmha -n '__swarmha_at \'\' 0' -f -a health -d 'Ask health URLs until all of them answer'
complete -c swarmha -n '__swarmha_at \'\' 0' -f -a scale -d 'Set the number of replicas of services'
complete -c swarmha -n '__swarmha_at \'\' 0' -f -a restart -d 'Replace every task of services, as their update policies ...'
complete -c swarmha -n '__swarmha_at \'\' 0' -f -a stop -d 'Stop services, and wait until none of their tasks runs any ...'
complete -c swarmha -n '__swarmha_at \'\' 0' -f -a start -d 'Start services again with as many replicas as they were ...'
complete -c swarmha -n '__swarmha_at \'\' 0' -f -a rebalance -d 'Spread services over the nodes that there are now'
complete -c swarmha -n '__swarmha_at \'\' 0' -f -a rm -d 'Remove stacks, and wait until they are gone'
complete -c swarmha -n '__swarmha_at \'\' 0' -f -a init -d 'Make this Engine the first manager of a new swarm'
complete -c swarmha -n '__swarmha_at \'\' 0' -f -a join -d 'Join this Engine to a swarm, as the role that the token ...'
complete -c swarmha -n '__swarmha_at \'\' 0' -f -a leave -d 'Take this Engine out of its swarm'
complete -c swarmha -n '__swarmha_at \'\' 0' -f -a token -d 'Print the token that lets another Engine join as a worker ...'
complete -c swarmha -n '__swarmha_at \'\' 0' -f -a cluster -d 'Bring a whole cluster to what its file declares'
complete -c swarmha -n '__swarmha_at \'\' 0' -f -a node -d 'Look at nodes, label them, change their part in the swarm'
complete -c swarmha -n '__swarmha_at \'\' 0' -f -a secret -d 'Create, list, inspect and remove secrets'
complete -c swarmha -n '__swarmha_at \'\' 0' -f -a config -d 'Create, list, inspect and remove configs'
complete -c swarmha -n '__swarmha_at \'\' 0' -f -a shell -d 'Type commands one after the other'
complete -c swarmha -n '__swarmha_at \'\' 0' -f -a completion -d 'Print the completion script for a shell'
complete -c swarmha -n '__swarmha_at \'\' 0' -f -a version -d 'Show the versions of swarmha, of the Engine'
complete -c swarmha -n '__swarmha_in \'\'' -l version -d 'Show the version of swarmha and exit'

complete -c swarmha -n '__swarmha_in \'deploy\'' -l summary -r -F -d 'Write how it ended to FILE, in Markdown'
complete -c swarmha -n '__swarmha_in \'deploy\'' -l notify -x -d 'Post how it ended to URL, in JSON with a text for Slack'
complete -c swarmha -n '__swarmha_in \'deploy\'' -s c -l compose-file -r -F -d 'Stack file, - for standard input'
complete -c swarmha -n '__swarmha_in \'deploy\'' -l env-file -r -F -d 'Variables for the stack file, such as COMPOSE_PROFILES'
complete -c swarmha -n '__swarmha_in \'deploy\'' -l no-dotenv -d 'Do not read a .env beside the first stack file'
complete -c swarmha -n '__swarmha_in \'deploy\'' -l dialect -x -a 'auto stack compose' -d 'stack: as docker stack deploy reads it'
complete -c swarmha -n '__swarmha_in \'deploy\'' -l timeout -x -d 'How long to wait for all of it'
complete -c swarmha -n '__swarmha_in \'deploy\'' -l progress-deadline -x -d 'Fail when nothing has moved forward for so long'
complete -c swarmha -n '__swarmha_in \'deploy\'' -l stable-for -x -d 'How long everything must stay up before it counts'
complete -c swarmha -n '__swarmha_in \'deploy\'' -l detach -d 'Submit and return'
complete -c swarmha -n '__swarmha_in \'deploy\'' -l on-failure -x -a 'rollback pause keep' -d 'rollback: the whole stack returns to the revision before'
complete -c swarmha -n '__swarmha_in \'deploy\'' -l health -x -d 'http://..., https://.'
complete -c swarmha -n '__swarmha_in \'deploy\'' -l health-timeout -x -d 'How long one try may take'
complete -c swarmha -n '__swarmha_in \'deploy\'' -l health-retries -x -d 'How many tries may fail'
complete -c swarmha -n '__swarmha_in \'deploy\'' -l health-interval -x -d 'From one try to the next'
complete -c swarmha -n '__swarmha_in \'deploy\'' -l health-ca -r -F -d 'Certificate of the authority to trust for https'
complete -c swarmha -n '__swarmha_in \'deploy\'' -l prune -d 'After success, remove what belongs to the stack and the ...'
complete -c swarmha -n '__swarmha_in \'deploy\'' -l only -x -k -a '(__swarmha_names)' -d 'Touch these services only, and the networks'
complete -c swarmha -n '__swarmha_in \'deploy\'' -l keep-scale -d 'Leave the replica counts of services alone that are there ...'
complete -c swarmha -n '__swarmha_in \'deploy\'' -l resolve-image -x -a 'always changed never' -d 'When to ask the registry what a tag names now'
complete -c swarmha -n '__swarmha_in \'deploy\'' -l rotate -x -a 'auto never' -d 'auto: a secret or config whose content has changed becomes ...'
complete -c swarmha -n '__swarmha_in \'deploy\'' -l with-registry-auth -d 'Send what docker login has kept for its registries'
complete -c swarmha -n '__swarmha_in \'deploy\'' -l history-max -x -d 'How many revisions are kept'
complete -c swarmha -n '__swarmha_in \'deploy\'' -l message -x -d 'Kept with the revision'
complete -c swarmha -n '__swarmha_in \'deploy\'' -l lock-timeout -x -d 'How long to wait while somebody else changes the stack'
complete -c swarmha -n '__swarmha_in \'deploy\'' -l dry-run -d 'Print the plan and stop'
complete -c swarmha -n '__swarmha_in \'deploy\'' -l plan -r -F -d 'Apply exactly what \'swarmha diff --out\' has saved'
complete -c swarmha -n '__swarmha_at \'deploy\' 0' -f -k -a '(__swarmha_names)'

complete -c swarmha -n '__swarmha_at \'history\' 0' -f -k -a '(__swarmha_names)'

complete -c swarmha -n '__swarmha_in \'rollback\'' -l summary -r -F -d 'Write how it ended to FILE, in Markdown'
complete -c swarmha -n '__swarmha_in \'rollback\'' -l notify -x -d 'Post how it ended to URL, in JSON with a text for Slack'
complete -c swarmha -n '__swarmha_in \'rollback\'' -l timeout -x -d 'How long to wait for all of it'
complete -c swarmha -n '__swarmha_in \'rollback\'' -l progress-deadline -x -d 'Fail when nothing has moved forward for so long'
complete -c swarmha -n '__swarmha_in \'rollback\'' -l stable-for -x -d 'How long everything must stay up before it counts'
complete -c swarmha -n '__swarmha_in \'rollback\'' -l detach -d 'Submit and return'
complete -c swarmha -n '__swarmha_in \'rollback\'' -l on-failure -x -a 'rollback pause keep' -d 'rollback: the whole stack returns to the revision before'
complete -c swarmha -n '__swarmha_in \'rollback\'' -l history-max -x -d 'How many revisions are kept'
complete -c swarmha -n '__swarmha_in \'rollback\'' -l message -x -d 'Kept with the revision'
complete -c swarmha -n '__swarmha_in \'rollback\'' -l lock-timeout -x -d 'How long to wait while somebody else changes the stack'
complete -c swarmha -n '__swarmha_in \'rollback\'' -l dry-run -d 'Print the plan and stop'
complete -c swarmha -n '__swarmha_at \'rollback\' 0' -f -k -a '(__swarmha_names)'
complete -c swarmha -n '__swarmha_at \'rollback\' 1' -f -k -a '(__swarmha_names)'

complete -c swarmha -n '__swarmha_in \'render\'' -s c -l compose-file -r -F -d 'Stack file, - for standard input'
complete -c swarmha -n '__swarmha_in \'render\'' -l env-file -r -F -d 'Variables for the stack file, such as COMPOSE_PROFILES'
complete -c swarmha -n '__swarmha_in \'render\'' -l no-dotenv -d 'Do not read a .env beside the first stack file'
complete -c swarmha -n '__swarmha_in \'render\'' -l dialect -x -a 'auto stack compose' -d 'stack: as docker stack deploy reads it'
complete -c swarmha -n '__swarmha_in \'render\'' -l explain -d 'List each key as honoured, translated, ignored or refused'

complete -c swarmha -n '__swarmha_in \'diff\'' -s c -l compose-file -r -F -d 'Stack file, - for standard input'
complete -c swarmha -n '__swarmha_in \'diff\'' -l env-file -r -F -d 'Variables for the stack file, such as COMPOSE_PROFILES'
complete -c swarmha -n '__swarmha_in \'diff\'' -l no-dotenv -d 'Do not read a .env beside the first stack file'
complete -c swarmha -n '__swarmha_in \'diff\'' -l dialect -x -a 'auto stack compose' -d 'stack: as docker stack deploy reads it'
complete -c swarmha -n '__swarmha_in \'diff\'' -l exit-code -d 'End with exit code 7 when there are differences'
complete -c swarmha -n '__swarmha_in \'diff\'' -l prune -d 'Also show what belongs to the stack and the file no longer ...'
complete -c swarmha -n '__swarmha_in \'diff\'' -l only -x -k -a '(__swarmha_names)' -d 'Touch these services only, and the networks'
complete -c swarmha -n '__swarmha_in \'diff\'' -l keep-scale -d 'Leave the replica counts of services alone that are there ...'
complete -c swarmha -n '__swarmha_in \'diff\'' -l resolve-image -x -a 'always changed never' -d 'When to ask the registry what a tag names now'
complete -c swarmha -n '__swarmha_in \'diff\'' -l rotate -x -a 'auto never' -d 'auto: a secret or config whose content has changed becomes ...'
complete -c swarmha -n '__swarmha_in \'diff\'' -l with-registry-auth -d 'Send what docker login has kept for its registries'
complete -c swarmha -n '__swarmha_in \'diff\'' -l out -r -F -d 'Save the plan, to apply exactly this'
complete -c swarmha -n '__swarmha_at \'diff\' 0' -f -k -a '(__swarmha_names)'


complete -c swarmha -n '__swarmha_at \'ps\' 0' -f -k -a '(__swarmha_names)'

complete -c swarmha -n '__swarmha_in \'status\'' -s w -l watch -d 'Go on, and show it anew at each change'
complete -c swarmha -n '__swarmha_at \'status\' 0' -f -k -a '(__swarmha_names)'

complete -c swarmha -n '__swarmha_at \'explain\' 0' -f -k -a '(__swarmha_names)'

complete -c swarmha -n '__swarmha_in \'logs\'' -s f -l follow -d 'Go on with what is written later, by new tasks too'
complete -c swarmha -n '__swarmha_in \'logs\'' -l tail -x -d 'The last N lines of each task'
complete -c swarmha -n '__swarmha_in \'logs\'' -l since -x -d 'What was written within this time before now'
complete -c swarmha -n '__swarmha_in \'logs\'' -s t -l timestamps -d 'Begin each line with the time at which it was written'
complete -c swarmha -n '__swarmha_at \'logs\' 0' -f -k -a '(__swarmha_names)'

complete -c swarmha -n '__swarmha_at \'export\' 0' -f -k -a '(__swarmha_names)'

complete -c swarmha -n '__swarmha_in \'wait\'' -l summary -r -F -d 'Write how it ended to FILE, in Markdown'
complete -c swarmha -n '__swarmha_in \'wait\'' -l notify -x -d 'Post how it ended to URL, in JSON with a text for Slack'
complete -c swarmha -n '__swarmha_in \'wait\'' -l timeout -x -d 'How long. Default'
complete -c swarmha -n '__swarmha_at \'wait\' 0 more' -f -k -a '(__swarmha_names)'

complete -c swarmha -n '__swarmha_in \'health\'' -l summary -r -F -d 'Write how it ended to FILE, in Markdown'
complete -c swarmha -n '__swarmha_in \'health\'' -l notify -x -d 'Post how it ended to URL, in JSON with a text for Slack'
complete -c swarmha -n '__swarmha_in \'health\'' -l url -x -d 'http://..., https://.'
complete -c swarmha -n '__swarmha_in \'health\'' -l timeout -x -d 'How long. Default'
complete -c swarmha -n '__swarmha_in \'health\'' -l health-ca -r -F -d 'Certificate of the authority to trust for https'
complete -c swarmha -n '__swarmha_at \'health\' 0' -f -k -a '(__swarmha_names)'

complete -c swarmha -n '__swarmha_in \'scale\'' -l summary -r -F -d 'Write how it ended to FILE, in Markdown'
complete -c swarmha -n '__swarmha_in \'scale\'' -l notify -x -d 'Post how it ended to URL, in JSON with a text for Slack'
complete -c swarmha -n '__swarmha_in \'scale\'' -l yes -d 'Take numbers that look like a slip'
complete -c swarmha -n '__swarmha_in \'scale\'' -l timeout -x -d 'How long to wait for all of it'
complete -c swarmha -n '__swarmha_in \'scale\'' -l progress-deadline -x -d 'Fail when nothing has moved forward for so long'
complete -c swarmha -n '__swarmha_in \'scale\'' -l stable-for -x -d 'How long everything must stay up before it counts'
complete -c swarmha -n '__swarmha_in \'scale\'' -l detach -d 'Submit and return'
complete -c swarmha -n '__swarmha_in \'scale\'' -l lock-timeout -x -d 'How long to wait while somebody else changes the stack'
complete -c swarmha -n '__swarmha_at \'scale\' 0 more' -f -k -a '(__swarmha_names)'

complete -c swarmha -n '__swarmha_in \'restart\'' -l summary -r -F -d 'Write how it ended to FILE, in Markdown'
complete -c swarmha -n '__swarmha_in \'restart\'' -l notify -x -d 'Post how it ended to URL, in JSON with a text for Slack'
complete -c swarmha -n '__swarmha_in \'restart\'' -l timeout -x -d 'How long to wait for all of it'
complete -c swarmha -n '__swarmha_in \'restart\'' -l progress-deadline -x -d 'Fail when nothing has moved forward for so long'
complete -c swarmha -n '__swarmha_in \'restart\'' -l stable-for -x -d 'How long everything must stay up before it counts'
complete -c swarmha -n '__swarmha_in \'restart\'' -l detach -d 'Submit and return'
complete -c swarmha -n '__swarmha_in \'restart\'' -l lock-timeout -x -d 'How long to wait while somebody else changes the stack'
complete -c swarmha -n '__swarmha_at \'restart\' 0 more' -f -k -a '(__swarmha_names)'

complete -c swarmha -n '__swarmha_in \'stop\'' -l summary -r -F -d 'Write how it ended to FILE, in Markdown'
complete -c swarmha -n '__swarmha_in \'stop\'' -l notify -x -d 'Post how it ended to URL, in JSON with a text for Slack'
complete -c swarmha -n '__swarmha_in \'stop\'' -l timeout -x -d 'How long to wait for all of it'
complete -c swarmha -n '__swarmha_in \'stop\'' -l progress-deadline -x -d 'Fail when nothing has moved forward for so long'
complete -c swarmha -n '__swarmha_in \'stop\'' -l detach -d 'Submit and return'
complete -c swarmha -n '__swarmha_in \'stop\'' -l lock-timeout -x -d 'How long to wait while somebody else changes the stack'
complete -c swarmha -n '__swarmha_at \'stop\' 0 more' -f -k -a '(__swarmha_names)'

complete -c swarmha -n '__swarmha_in \'start\'' -l summary -r -F -d 'Write how it ended to FILE, in Markdown'
complete -c swarmha -n '__swarmha_in \'start\'' -l notify -x -d 'Post how it ended to URL, in JSON with a text for Slack'
complete -c swarmha -n '__swarmha_in \'start\'' -l timeout -x -d 'How long to wait for all of it'
complete -c swarmha -n '__swarmha_in \'start\'' -l progress-deadline -x -d 'Fail when nothing has moved forward for so long'
complete -c swarmha -n '__swarmha_in \'start\'' -l stable-for -x -d 'How long everything must stay up before it counts'
complete -c swarmha -n '__swarmha_in \'start\'' -l detach -d 'Submit and return'
complete -c swarmha -n '__swarmha_in \'start\'' -l lock-timeout -x -d 'How long to wait while somebody else changes the stack'
complete -c swarmha -n '__swarmha_at \'start\' 0 more' -f -k -a '(__swarmha_names)'

complete -c swarmha -n '__swarmha_in \'rebalance\'' -l summary -r -F -d 'Write how it ended to FILE, in Markdown'
complete -c swarmha -n '__swarmha_in \'rebalance\'' -l notify -x -d 'Post how it ended to URL, in JSON with a text for Slack'
complete -c swarmha -n '__swarmha_in \'rebalance\'' -l strategy -x -a 'surge force' -d 'surge: move the fewest tasks'
complete -c swarmha -n '__swarmha_in \'rebalance\'' -l max-moves -x -d 'The most tasks that are started, and as many stopped'
complete -c swarmha -n '__swarmha_in \'rebalance\'' -l dry-run -d 'Show what would be spread anew, and stop'
complete -c swarmha -n '__swarmha_in \'rebalance\'' -l timeout -x -d 'How long to wait'
complete -c swarmha -n '__swarmha_in \'rebalance\'' -l lock-timeout -x -d 'How long to wait while somebody else changes the stack'
complete -c swarmha -n '__swarmha_at \'rebalance\' 0 more' -f -k -a '(__swarmha_names)'

complete -c swarmha -n '__swarmha_in \'rm\'' -l summary -r -F -d 'Write how it ended to FILE, in Markdown'
complete -c swarmha -n '__swarmha_in \'rm\'' -l notify -x -d 'Post how it ended to URL, in JSON with a text for Slack'
complete -c swarmha -n '__swarmha_in \'rm\'' -l timeout -x -d 'How long to wait'
complete -c swarmha -n '__swarmha_in \'rm\'' -l lock-timeout -x -d 'How long to wait while somebody else changes the stack'
complete -c swarmha -n '__swarmha_at \'rm\' 0 more' -f -k -a '(__swarmha_names)'

complete -c swarmha -n '__swarmha_in \'init\'' -l summary -r -F -d 'Write how it ended to FILE, in Markdown'
complete -c swarmha -n '__swarmha_in \'init\'' -l notify -x -d 'Post how it ended to URL, in JSON with a text for Slack'
complete -c swarmha -n '__swarmha_in \'init\'' -l advertise-addr -x -d 'What other Engines reach this one at'
complete -c swarmha -n '__swarmha_in \'init\'' -l listen-addr -x -d 'What it listens on for other managers'
complete -c swarmha -n '__swarmha_in \'init\'' -l data-path-addr -x -d 'What traffic between tasks uses'
complete -c swarmha -n '__swarmha_in \'init\'' -l default-addr-pool -x -d 'Where overlay networks take their subnets from'
complete -c swarmha -n '__swarmha_in \'init\'' -l autolock -d 'Ask for an unlock key whenever a manager restarts'

complete -c swarmha -n '__swarmha_in \'join\'' -l summary -r -F -d 'Write how it ended to FILE, in Markdown'
complete -c swarmha -n '__swarmha_in \'join\'' -l notify -x -d 'Post how it ended to URL, in JSON with a text for Slack'
complete -c swarmha -n '__swarmha_in \'join\'' -l token -x -d 'What \'swarmha token worker\' or \'swarmha token manager\' ...'
complete -c swarmha -n '__swarmha_in \'join\'' -l advertise-addr -x -d 'What other Engines reach this one at'
complete -c swarmha -n '__swarmha_in \'join\'' -l availability -x -a 'active pause drain' -d 'Whether the node may be given tasks'

complete -c swarmha -n '__swarmha_in \'leave\'' -l summary -r -F -d 'Write how it ended to FILE, in Markdown'
complete -c swarmha -n '__swarmha_in \'leave\'' -l notify -x -d 'Post how it ended to URL, in JSON with a text for Slack'
complete -c swarmha -n '__swarmha_in \'leave\'' -s f -l force -d 'Also when it is a manager, which can cost the swarm its ...'

complete -c swarmha -n '__swarmha_in \'token\'' -l rotate -d 'Replace the token first'
complete -c swarmha -n '__swarmha_in \'token\'' -s q -l quiet -d 'Print the token alone, without the command that uses it'
complete -c swarmha -n '__swarmha_at \'token\' 0' -f -a 'worker manager'

complete -c swarmha -n '__swarmha_at \'cluster\' 0' -f -a plan -d 'Show what \'cluster apply\' would do, and change nothing'
complete -c swarmha -n '__swarmha_at \'cluster\' 0' -f -a apply -d 'Bring a cluster to what its file declares'
complete -c swarmha -n '__swarmha_at \'cluster\' 0' -f -a status -d 'Show how the swarm stands'

complete -c swarmha -n '__swarmha_in \'cluster plan\'' -s f -l file -r -F -d 'The file of the cluster, - for standard input'

complete -c swarmha -n '__swarmha_in \'cluster apply\'' -l summary -r -F -d 'Write how it ended to FILE, in Markdown'
complete -c swarmha -n '__swarmha_in \'cluster apply\'' -l notify -x -d 'Post how it ended to URL, in JSON with a text for Slack'
complete -c swarmha -n '__swarmha_in \'cluster apply\'' -s f -l file -r -F -d 'The file of the cluster, - for standard input'
complete -c swarmha -n '__swarmha_in \'cluster apply\'' -l timeout -x -d 'For all of it'

complete -c swarmha -n '__swarmha_in \'cluster status\'' -s f -l file -r -F -d 'The file of the cluster, to compare with'

complete -c swarmha -n '__swarmha_at \'node\' 0' -f -a ls -d 'List the nodes of the swarm'
complete -c swarmha -n '__swarmha_at \'node\' 0' -f -a inspect -d 'Show all that is known of a node, and which tasks run there'
complete -c swarmha -n '__swarmha_at \'node\' 0' -f -a label -d 'Set and remove labels of a node'
complete -c swarmha -n '__swarmha_at \'node\' 0' -f -a promote -d 'Make nodes managers'
complete -c swarmha -n '__swarmha_at \'node\' 0' -f -a demote -d 'Make managers workers, as long as enough managers are left'
complete -c swarmha -n '__swarmha_at \'node\' 0' -f -a activate -d 'Let nodes have tasks, after they were paused or drained'
complete -c swarmha -n '__swarmha_at \'node\' 0' -f -a pause -d 'Give nodes no more tasks'
complete -c swarmha -n '__swarmha_at \'node\' 0' -f -a drain -d 'Move all tasks of a node elsewhere'
complete -c swarmha -n '__swarmha_at \'node\' 0' -f -a rm -d 'Remove nodes that are down and will not come back'


complete -c swarmha -n '__swarmha_at \'node inspect\' 0' -f -k -a '(__swarmha_names)'

complete -c swarmha -n '__swarmha_in \'node label\'' -l summary -r -F -d 'Write how it ended to FILE, in Markdown'
complete -c swarmha -n '__swarmha_in \'node label\'' -l notify -x -d 'Post how it ended to URL, in JSON with a text for Slack'
complete -c swarmha -n '__swarmha_at \'node label\' 0' -f -k -a '(__swarmha_names)'

complete -c swarmha -n '__swarmha_in \'node promote\'' -l summary -r -F -d 'Write how it ended to FILE, in Markdown'
complete -c swarmha -n '__swarmha_in \'node promote\'' -l notify -x -d 'Post how it ended to URL, in JSON with a text for Slack'
complete -c swarmha -n '__swarmha_at \'node promote\' 0 more' -f -k -a '(__swarmha_names)'

complete -c swarmha -n '__swarmha_in \'node demote\'' -l summary -r -F -d 'Write how it ended to FILE, in Markdown'
complete -c swarmha -n '__swarmha_in \'node demote\'' -l notify -x -d 'Post how it ended to URL, in JSON with a text for Slack'
complete -c swarmha -n '__swarmha_in \'node demote\'' -l force -d 'Leave it to the Engine whether enough managers are left'
complete -c swarmha -n '__swarmha_at \'node demote\' 0 more' -f -k -a '(__swarmha_names)'

complete -c swarmha -n '__swarmha_in \'node activate\'' -l summary -r -F -d 'Write how it ended to FILE, in Markdown'
complete -c swarmha -n '__swarmha_in \'node activate\'' -l notify -x -d 'Post how it ended to URL, in JSON with a text for Slack'
complete -c swarmha -n '__swarmha_at \'node activate\' 0 more' -f -k -a '(__swarmha_names)'

complete -c swarmha -n '__swarmha_in \'node pause\'' -l summary -r -F -d 'Write how it ended to FILE, in Markdown'
complete -c swarmha -n '__swarmha_in \'node pause\'' -l notify -x -d 'Post how it ended to URL, in JSON with a text for Slack'
complete -c swarmha -n '__swarmha_at \'node pause\' 0 more' -f -k -a '(__swarmha_names)'

complete -c swarmha -n '__swarmha_in \'node drain\'' -l summary -r -F -d 'Write how it ended to FILE, in Markdown'
complete -c swarmha -n '__swarmha_in \'node drain\'' -l notify -x -d 'Post how it ended to URL, in JSON with a text for Slack'
complete -c swarmha -n '__swarmha_in \'node drain\'' -l timeout -x -d 'How long to wait'
complete -c swarmha -n '__swarmha_in \'node drain\'' -l force -d 'Drain it also where something is lost by it'
complete -c swarmha -n '__swarmha_in \'node drain\'' -l dry-run -d 'Show what would become of each service, and stop'
complete -c swarmha -n '__swarmha_in \'node drain\'' -l lock-timeout -x -d 'How long to wait while somebody else changes the stack'
complete -c swarmha -n '__swarmha_at \'node drain\' 0' -f -k -a '(__swarmha_names)'

complete -c swarmha -n '__swarmha_in \'node rm\'' -l summary -r -F -d 'Write how it ended to FILE, in Markdown'
complete -c swarmha -n '__swarmha_in \'node rm\'' -l notify -x -d 'Post how it ended to URL, in JSON with a text for Slack'
complete -c swarmha -n '__swarmha_in \'node rm\'' -l force -d 'Also nodes that are up, and managers'
complete -c swarmha -n '__swarmha_at \'node rm\' 0 more' -f -k -a '(__swarmha_names)'

complete -c swarmha -n '__swarmha_at \'secret\' 0' -f -a create -d 'Create a secret from a file or standard input'
complete -c swarmha -n '__swarmha_at \'secret\' 0' -f -a ls -d 'List secrets'
complete -c swarmha -n '__swarmha_at \'secret\' 0' -f -a inspect -d 'Show a secret without its value, and which services use it'
complete -c swarmha -n '__swarmha_at \'secret\' 0' -f -a rm -d 'Remove secrets that no service uses'

complete -c swarmha -n '__swarmha_in \'secret create\'' -l summary -r -F -d 'Write how it ended to FILE, in Markdown'
complete -c swarmha -n '__swarmha_in \'secret create\'' -l notify -x -d 'Post how it ended to URL, in JSON with a text for Slack'
complete -c swarmha -n '__swarmha_in \'secret create\'' -s l -l label -x -d 'A label; repeatable'
complete -c swarmha -n '__swarmha_at \'secret create\' 1' -F


complete -c swarmha -n '__swarmha_at \'secret inspect\' 0' -f -k -a '(__swarmha_names)'

complete -c swarmha -n '__swarmha_in \'secret rm\'' -l summary -r -F -d 'Write how it ended to FILE, in Markdown'
complete -c swarmha -n '__swarmha_in \'secret rm\'' -l notify -x -d 'Post how it ended to URL, in JSON with a text for Slack'
complete -c swarmha -n '__swarmha_at \'secret rm\' 0 more' -f -k -a '(__swarmha_names)'

complete -c swarmha -n '__swarmha_at \'config\' 0' -f -a create -d 'Create a config from a file or standard input'
complete -c swarmha -n '__swarmha_at \'config\' 0' -f -a ls -d 'List configs'
complete -c swarmha -n '__swarmha_at \'config\' 0' -f -a inspect -d 'Show a config with its content, and which services use it'
complete -c swarmha -n '__swarmha_at \'config\' 0' -f -a rm -d 'Remove configs that no service uses'

complete -c swarmha -n '__swarmha_in \'config create\'' -l summary -r -F -d 'Write how it ended to FILE, in Markdown'
complete -c swarmha -n '__swarmha_in \'config create\'' -l notify -x -d 'Post how it ended to URL, in JSON with a text for Slack'
complete -c swarmha -n '__swarmha_in \'config create\'' -s l -l label -x -d 'A label; repeatable'
complete -c swarmha -n '__swarmha_at \'config create\' 1' -F


complete -c swarmha -n '__swarmha_at \'config inspect\' 0' -f -k -a '(__swarmha_names)'

complete -c swarmha -n '__swarmha_in \'config rm\'' -l summary -r -F -d 'Write how it ended to FILE, in Markdown'
complete -c swarmha -n '__swarmha_in \'config rm\'' -l notify -x -d 'Post how it ended to URL, in JSON with a text for Slack'
complete -c swarmha -n '__swarmha_at \'config rm\' 0 more' -f -k -a '(__swarmha_names)'


complete -c swarmha -n '__swarmha_at \'completion\' 0' -f -a 'bash zsh fish'
