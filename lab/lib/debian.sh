# shellcheck shell=bash
# Images of real servers, made of Debian's packages: lab/servers/debian/nginx/12/packages is debian/nginx:12.
# They are built once on a machine, with no Engine and no network, from what `lab/install examples` has downloaded.

# A directory of their own: lab/engine keeps its trees beside it.
servers_dir() { echo "${SWARMHA_LAB_SERVERS:-/var/cache/swarmha-lab-servers}"; }

# Builds images of lab/servers, unless this machine has them, and pushes them, unless the registry has them.
fill_registry_with_servers() { # NAME...
  local fingerprint name
  local -a missing=()
  "$lab_home/install" examples
  fingerprint=$(servers_fingerprint)
  for name in "$@"; do
    [[ -e $lab_home/servers/${name/://}/Dockerfile ]] || fail "there is no lab/servers/${name/://}/Dockerfile"
    [[ $(cat "$(registry_mark "$name")" 2>/dev/null) == "$fingerprint" ]] || missing+=("$name")
  done
  ((${#missing[@]} > 0)) || return 0
  work=$(servers_dir)/images-$fingerprint
  (
    mkdir -p "$work/blobs"
    exec {built}<"$work" # several labs may want the same image
    flock "$built"
    remove_outdated_servers
    for name in "${missing[@]}"; do
      [[ -e $(image_work "$name")/manifest.json ]] || rm -rf "$(image_work "$name")" # interrupted
      build_image "$name"
      rm -rf "$(image_work "$name")"/{files,layer.tar,layer.tar.gz}
    done
    rm -rf "$work/root"
  )
  push_images "${missing[@]}"
  for name in "${missing[@]}"; do
    echo "$fingerprint" >"$(registry_mark "$name")"
  done
}

registry_mark() { echo "$(registry_storage)/fingerprint-of-${1//[\/:]/-}"; }

servers_fingerprint() {
  {
    images_fingerprint
    tar --create --sort=name --mtime=@0 --owner=0 --group=0 -C "$lab_home/servers" .
    cat "$lab_home/lib/debian.sh"
    ls "$(servers_dir)/packages"
  } | sha256sum | cut --characters=1-16
}

# Only what is surely ours, and not what a lab may be about to push.
remove_outdated_servers() {
  find "$(servers_dir)" -mindepth 1 -maxdepth 1 -type d -name 'images-????????????????' ! -path "$work" \
    -mmin +1440 -exec rm -rf --one-file-system {} +
}

# Unpacks packages into a directory, with the libraries that their programs need, and without what nobody reads.
unpack_packages() { # DIRECTORY <packages
  local target=$1 package
  while read -r package; do
    dpkg-deb --extract "$(package_file "$package")" "$target"
  done
  rm -rf "$target"/usr/share/{doc,doc-base,man,lintian,bash-completion,locale,bug} \
    "$target"/usr/lib/postgresql/*/lib/{bitcode,llvmjit*} "$target"/lib/systemd "$target"/usr/lib/systemd \
    "$target"/etc/{init.d,cron.d,cron.daily,logrotate.d,ufw,apparmor.d}
  add_libraries "$target"
}

package_file() {
  local -a found=("$(servers_dir)/packages/$1"_*.deb)
  [[ -e ${found[0]} ]] || fail "Debian's package $1 has not been downloaded; say: lab/install examples"
  echo "${found[-1]}"
}

# Asks the loader itself, that of the packages and not this machine's, and takes it, too.
add_libraries() { # DIRECTORY
  local target=$1 root library
  root=$(unpacked_libraries)
  {
    find "$root"/lib*/ -name 'ld-linux*' -printf '%p\n'
    find "$root"/lib/*/ -maxdepth 1 -name 'libnss_*.so*' -printf '%p\n' # of the C library, opened by name
    find "$target" -type f \( -perm /111 -o -name '*.so*' \) -print0 | libraries_of_files "$root"
  } | sort --unique | while read -r library; do
    mkdir -p "$target$(dirname "${library#"$root"}")"
    cp --dereference "$library" "$target${library#"$root"}"
  done
  ! grep --max-count=1 'not found' "$work/needed" >&2 || fail "a library is missing for $target"
}

libraries_of_files() { # ROOT <files
  local root=$1 loader directories file
  loader=$(find "$root"/lib*/ -name 'ld-linux*' -print -quit)
  directories=$(find "$root"/lib "$root"/usr/lib -maxdepth 1 -type d -name '*-linux-gnu*' | paste --serial --delimiters=:)
  while IFS= read -r -d '' file; do
    "$loader" --library-path "$directories" --list "$file" 2>/dev/null || true # a script, or without libraries
  done | tee "$work/needed" | sed -n "s|.* => \($root/[^ ]*\) .*|\1|p"
}

# Every downloaded library in one tree.
unpacked_libraries() {
  local root=$work/root package
  if [[ ! -d $root ]]; then
    for package in "$(servers_dir)"/packages/{lib,zlib}*.deb; do
      dpkg-deb --extract "$package" "$root"
    done
  fi
  echo "$root"
}
