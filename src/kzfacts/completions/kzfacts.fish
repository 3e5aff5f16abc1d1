# Completion of kzfacts for fish. Put this file into ~/.config/fish/completions.

function __kzfacts_complete
    set -l words (commandline -opc)
    set -l replies ($words[1] --complete -- $words[2..-1] (commandline -ct) 2>/dev/null)
    if test "$replies[1]" = ":files"
        __fish_complete_path (commandline -ct)
        return
    end
    test (count $replies) -gt 0; and printf '%s\n' $replies
end

complete -c kzfacts -f -k -a '(__kzfacts_complete)'
