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
  push_blobs
  push_manifests
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

push_blobs() {
  local repository blob location name
  for name in $(image_names); do
    grep -o 'sha256:[0-9a-f]*' "$(image_work "$name")/manifest.json" | sed "s|^|${name%:*} |"
  done | sort --unique >"$work/wanted-blobs"
  while read -r repository blob; do
    transfer POST "/v2/$repository/blobs/uploads/"
    printf '%s\n' 'write-out = "%header{location}\n"'
  done <"$work/wanted-blobs" | transfer_all >"$work/locations"
  while read -r repository blob location; do
    transfer PUT "/${location#https://*/}&digest=$blob"
    printf 'header = "Content-Type: application/octet-stream"\ndata-binary = "@%s"\n' "$work/blobs/$blob"
  done < <(paste --delimiters=' ' "$work/wanted-blobs" "$work/locations") | transfer_all
}

push_manifests() {
  local name
  for name in $(image_names); do
    transfer PUT "/v2/${name%:*}/manifests/${name#*:}"
    printf 'header = "Content-Type: %s"\ndata-binary = "@%s"\n' \
      "$manifest_type" "$(image_work "$name")/manifest.json"
  done | transfer_all
}

# Prints the beginning of a transfer in the language of curl's configuration files.
transfer() {
  printf 'next\nrequest = %s\nurl = "https://%s%s"\n' "$1" "$(registry_address)" "$2"
  printf '%s\n' silent show-error fail 'noproxy = "*"' 'max-time = 30' 'output = /dev/null' \
    "cacert = \"$(registry_dir)/ca.pem\""
}

transfer_all() { curl --config - || fail "the registry does not take the images"; }
