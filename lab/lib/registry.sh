# shellcheck shell=bash
# A private registry inside the lab's network, with TLS and a certificate authority of the lab. The
# nodes' /etc/hosts gives Docker Hub's names its address, so that it stands in for Docker Hub too.

readonly hub_names=(registry-1.docker.io index.docker.io auth.docker.io)

registry_dir() { echo "$lab_dir/registry"; }

registry_storage() { echo "${SWARMHA_LAB_CACHE:-$(registry_dir)/storage}"; }

registry_address() { echo "$(address_of_host "$registry_host"):443"; }

start_registry() {
  local dir
  dir=$(registry_dir)
  ! recorded_process "$dir/pid" >/dev/null || return 0
  kill_cgroup "$prefix/registry" # of an `up` that was interrupted
  mkdir -p "$dir" "$(registry_storage)"
  make_certificates "$dir"
  registry_configuration >"$dir/config.yml"
  (
    unlock_lab
    join_cgroup registry
    record_process "$dir/pid" "$BASHPID" # `exec` keeps it
    exec setsid nsenter --net="/run/netns/$prefix" -- \
      docker-registry serve "$dir/config.yml" </dev/null >>"$dir/log" 2>&1
  ) &
  eventually 10 registry_answers || fail "the registry does not answer; see $dir/log"
}

registry_configuration() {
  cat <<YAML
version: 0.1
log: {level: warn, accesslog: {disabled: true}}
storage:
  filesystem: {rootdirectory: $(registry_storage)}
  delete: {enabled: true}
  maintenance: {uploadpurging: {enabled: false}}
http:
  addr: $(registry_address)
  secret: lab
  tls: {certificate: $(registry_dir)/certificate.pem, key: $(registry_dir)/key.pem}
YAML
}

make_certificates() {
  local dir=$1 names
  [[ ! -e $dir/certificate.pem ]] || return 0
  names=$(printf 'DNS:%s,' "${hub_names[@]}")IP:$(address_of_host "$registry_host")
  {
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 \
      -subj "/CN=swarmha lab" -keyout "$dir/ca-key.pem" -out "$dir/ca.pem"
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 \
      -subj "/CN=registry of the lab" -CA "$dir/ca.pem" -CAkey "$dir/ca-key.pem" \
      -addext "subjectAltName=$names" -addext "basicConstraints=critical,CA:FALSE" \
      -addext "extendedKeyUsage=serverAuth" -keyout "$dir/key.pem" -out "$dir/new.pem"
  } 2>"$dir/openssl.log" || fail "openssl made no certificate; see $dir/openssl.log"
  mv "$dir/new.pem" "$dir/certificate.pem"
}

ask_registry() { # METHOD PATH [CURL OPTIONS]
  curl --silent --show-error --fail --noproxy '*' --max-time 20 \
    --cacert "$(registry_dir)/ca.pem" --request "$1" "${@:3}" "https://$(registry_address)$2"
}

registry_answers() { ask_registry GET /v2/ --output /dev/null 2>/dev/null; }
