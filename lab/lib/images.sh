# shellcheck shell=bash
# Pushes the images of lab/images to the registry. lab/images/swarmha/web/1/Dockerfile is the image
# swarmha/web:1; see lab/README.md.

# Does nothing if the registry has them, unless called with --again.
fill_registry() {
  local fingerprint mark work name
  mark=$(registry_storage)/fingerprint-of-images
  fingerprint=$(images_fingerprint)
  [[ ${1-} == --again || $(cat "$mark" 2>/dev/null) != "$fingerprint" ]] || return 0
  work=$(registry_dir)/build
  rm -rf "$work"
  mkdir -p "$work/blobs"
  for name in $(image_names); do
    build_image "$name"
  done
  # shellcheck disable=SC2046 # names of images have no spaces
  push_images $(image_names)
  rm -rf "$work"
  echo "$fingerprint" >"$mark"
}

images_fingerprint() {
  {
    tar --create --sort=name --mtime=@0 --owner=0 --group=0 -C "$lab_home/images" .
    cat "$lab_home/lib/image-build.sh" "$lab_home/lib/dockerfile.jq" /bin/busybox
  } | sha256sum
}

image_names() { # prints: library/busybox:latest swarmha/web:1 ...
  (cd "$lab_home/images" && printf '%s\n' */*/*/Dockerfile) | sed 's|/\([^/]*\)/Dockerfile$|:\1|'
}

# All transfers of a kind go through one curl and one connection: that is what makes this quick.

push_images() { # NAME...
  push_blobs "$@"
  push_manifests "$@"
}

push_blobs() {
  local repository blob location name transfers
  transfers=$(mktemp --directory)
  for name in "$@"; do
    grep -o 'sha256:[0-9a-f]*' "$(image_work "$name")/manifest.json" | sed "s|^|${name%:*} |"
  done | sort --unique >"$transfers/wanted-blobs"
  while read -r repository blob; do
    transfer POST "/v2/$repository/blobs/uploads/"
    printf '%s\n' 'write-out = "%header{location}\n"'
  done <"$transfers/wanted-blobs" | transfer_all >"$transfers/locations"
  while read -r repository blob location; do
    transfer PUT "/${location#https://*/}&digest=$blob"
    printf 'header = "Content-Type: application/octet-stream"\ndata-binary = "@%s"\n' "$work/blobs/$blob"
  done < <(paste --delimiters=' ' "$transfers/wanted-blobs" "$transfers/locations") | transfer_all
  rm -rf "$transfers"
}

push_manifests() {
  local name
  for name in "$@"; do
    put_manifest "$name" "$(image_work "$name")/manifest.json"
  done | transfer_all
}

# Gives an image of the registry more names. What they name differs in a note only, but so that no
# two have the same digest: who takes one for the other is found out.
tag_image() { # IMAGE NAME...
  local image name manifests
  image=$(full_image_name "$1")
  manifests=$(mktemp --directory)
  # shellcheck disable=SC2064 # the path is meant to be expanded now
  trap "rm -rf '$manifests'" EXIT
  ask_registry GET "/v2/${image%:*}/manifests/${image#*:}" --header "Accept: $manifest_type" >"$manifests/source"
  for name in "${@:2}"; do full_image_name "$name"; done | sort --unique >"$manifests/names"
  mount_blobs "$image" <"$manifests/names" | transfer_all
  while read -r name; do
    mkdir -p "$manifests/$name"
    jq --arg name "$name" '. + {annotations: {name: $name}}' "$manifests/source" >"$manifests/$name/manifest.json"
    put_manifest "$name" "$manifests/$name/manifest.json"
  done <"$manifests/names" | transfer_all
}

full_image_name() { # nginx -> library/nginx:latest
  local name=$1
  [[ $name == */* ]] || name=library/$name
  [[ $name == *:* ]] || name+=:latest
  echo "$name"
}

mount_blobs() { # IMAGE <names
  local blob name
  while read -r name; do
    for blob in $(grep -o 'sha256:[0-9a-f]*' "$manifests/source" | sort --unique); do
      transfer POST "/v2/${name%:*}/blobs/uploads/?mount=$blob&from=${1%:*}"
    done
  done
}

put_manifest() { # NAME FILE
  transfer PUT "/v2/${1%:*}/manifests/${1#*:}"
  printf 'header = "Content-Type: %s"\ndata-binary = "@%s"\n' "$manifest_type" "$2"
}

# Prints the beginning of a transfer in the language of curl's configuration files.
transfer() {
  printf 'next\nrequest = %s\nurl = "https://%s%s"\n' "$1" "$(registry_address)" "$2"
  printf '%s\n' silent show-error fail 'noproxy = "*"' 'max-time = 30' 'output = /dev/null' \
    "cacert = \"$(registry_dir)/ca.pem\""
}

transfer_all() { curl --config - || fail "the registry does not take the images"; }
