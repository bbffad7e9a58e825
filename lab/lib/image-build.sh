# shellcheck shell=bash
# Builds an image without an Engine, from the few instructions that lib/dockerfile.jq knows and COPY.
# The caller's $work is the directory for what is built: images by name, their blobs by digest.

readonly manifest_type=application/vnd.docker.distribution.manifest.v2+json

image_source() {
  local directory=$lab_home/servers/${1/://}
  [[ -d $directory ]] || directory=$lab_home/images/${1/://}
  echo "$directory"
}

image_work() { echo "$work/${1/://}"; }

build_image() {
  local name=$1 source target parent
  source=$(image_source "$name")
  target=$(image_work "$name")
  [[ ! -e $target/manifest.json ]] || return 0 # as somebody's parent
  [[ -e $source/Dockerfile ]] || fail "there is no lab/images/${name/://}/Dockerfile"
  mkdir -p "$target"
  parent=$(sed -n 's/^FROM //p' "$source/Dockerfile")
  [[ $parent == */* ]] || parent=library/$parent # as Docker does
  if [[ $parent == library/scratch ]]; then
    empty_config >"$target/parent.json"
    : >"$target/layers"
  else
    build_image "$parent"
    cp "$(image_work "$parent")/config.json" "$target/parent.json"
    cp "$(image_work "$parent")/layers" "$target/layers"
  fi
  ! grep -q '^COPY ' "$source/Dockerfile" || add_layer "$source" "$target"
  write_config "$source/Dockerfile" "$target"
  write_manifest "$target"
}

empty_config() {
  local architecture
  case $(uname -m) in
    x86_64) architecture=amd64 ;;
    aarch64) architecture=arm64 ;;
    *) architecture=$(uname -m) ;;
  esac
  cat <<JSON
{
  "architecture": "$architecture", "os": "linux", "created": "1970-01-01T00:00:00Z",
  "config": {}, "rootfs": {"type": "layers", "diff_ids": []}
}
JSON
}

add_layer() {
  local source=$1 target=$2
  mkdir "$target/files"
  if [[ -x $source/prepare ]]; then
    "$source/prepare" "$target/files"
  else
    [[ ! -e $source/packages ]] || unpack_packages "$target/files" <"$source/packages"
    cp -R "$source/." "$target/files"
    rm -f "$target/files"/{Dockerfile,packages}
    chmod -R u=rwX,go=rX "$target/files"
  fi
  # Owner, time and order do not depend on the checkout, so that digests do not either.
  tar --create --format=ustar --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner \
    -C "$target/files" --file "$target/layer.tar" .
  gzip --no-name --fast --keep "$target/layer.tar"
  keep_blob "$target/layer.tar.gz" application/vnd.docker.image.rootfs.diff.tar.gzip >>"$target/layers"
}

write_config() {
  local dockerfile=$1 target=$2 id=''
  [[ ! -e $target/layer.tar ]] || id=$(digest "$target/layer.tar")
  jq --compact-output --from-file "$lab_home/lib/dockerfile.jq" \
    --rawfile dockerfile "$dockerfile" --arg diff_id "$id" "$target/parent.json" >"$target/config.json"
}

write_manifest() {
  local target=$1
  cat >"$target/manifest.json" <<JSON
{
  "schemaVersion": 2,
  "mediaType": "$manifest_type",
  "config": $(keep_blob "$target/config.json" application/vnd.docker.container.image.v1+json),
  "layers": [$(paste --serial --delimiters=, "$target/layers")]
}
JSON
}

# Keeps the file as a blob and prints what a manifest says of it.
keep_blob() { # FILE TYPE
  local id
  id=$(digest "$1")
  cp "$1" "$work/blobs/$id"
  printf '{"mediaType": "%s", "size": %s, "digest": "%s"}\n' "$2" "$(stat --format=%s "$1")" "$id"
}

digest() {
  local sum
  sum=$(sha256sum "$1")
  echo "sha256:${sum%% *}"
}
