# Completion of kzfacts for bash. Put into ~/.bashrc:  eval "$(kzfacts completion bash)"

_kzfacts() {
  local reply width=0 name
  local -a replies=()
  COMPREPLY=()
  while IFS= read -r reply; do # no mapfile: the bash of macOS has none
    replies+=("$reply")
  done < <("${COMP_WORDS[0]}" --complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
  ((${#replies[@]})) || return
  if [[ ${replies[0]-} == ":files" ]]; then
    compopt -o default 2>/dev/null
    return
  fi
  # only the list that a second Tab shows has room for descriptions; what is typed into the line has not
  if ((${#replies[@]} == 1)) || [[ ${COMP_TYPE-} != 63 ]]; then
    COMPREPLY=("${replies[@]%%$'\t'*}")
    return
  fi
  for reply in "${replies[@]}"; do
    name=${reply%%$'\t'*}
    ((${#name} > width)) && width=${#name}
  done
  for reply in "${replies[@]}"; do
    name=${reply%%$'\t'*}
    printf -v reply "%-${width}s  %s" "$name" "${reply#*$'\t'}"
    COMPREPLY+=("${reply:0:$((${COLUMNS:-80} - 2))}")
  done
  # one candidate a row, in the order given
  compopt -o nosort 2>/dev/null
}

complete -F _kzfacts kzfacts
