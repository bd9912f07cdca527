#!/bin/bash
# Says before the agent starts what would make it fail later, or be ignored. Never stops the start.
say() { printf 'ecs-delivery: %s\n' "$*" >&2; }

for folder in /data/teamcity_agent/conf /opt/buildagent/work /opt/buildagent/temp /opt/buildagent/system \
  /opt/buildagent/logs /opt/buildagent/tools /opt/buildagent/plugins; do
  if [ -d "$folder" ] && [ ! -w "$folder" ]; then
    say "$folder is not writable for user $(id -un) ($(id -u):$(id -g)), it belongs to $(stat -c '%U (%u:%g)' "$folder"):" \
      "on the host, chown the mounted directory to $(id -u):$(id -g), or mount a named volume"
  fi
done

socket=${DOCKER_HOST:-unix:///var/run/docker.sock}
case $socket in
  unix://*)
    socket=${socket#unix://}
    if [ -S "$socket" ] && { [ ! -r "$socket" ] || [ ! -w "$socket" ]; }; then
      say "the Docker socket $socket belongs to group $(stat -c %g "$socket"), which user $(id -un) is not in:" \
        "start the container with --group-add $(stat -c %g "$socket")"
    elif [ -n "${DOCKER_HOST:-}" ] && [ ! -S "$socket" ]; then
      say "DOCKER_HOST names $socket, which is not a socket here: mount it with -v $socket:$socket"
    fi
    ;;
esac

conf=/data/teamcity_agent/conf/buildAgent.properties
if [ -e "$conf" ]; then
  ignored=
  for variable in SERVER_URL AGENT_NAME AGENT_TOKEN AGENT_OPTS OWN_ADDRESS OWN_PORT; do
    [ -z "${!variable:-}" ] || ignored="$ignored $variable"
  done
  [ -z "$ignored" ] || say "$conf exists already, so these variables are ignored:$ignored." \
    "Change the file, or remove it to have it made again"
fi
exit 0
