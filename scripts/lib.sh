# What the scripts share: finding a JDK and running Maven. Sourced, never run.

least_java=25

# Prints the major version of the JDK in folder $1, or nothing if it is none.
# why: the release file is read, since starting java costs more than the rest of a quick start.
jdk_version() {
  [[ -x $1/bin/java && -x $1/bin/javac && -r $1/release ]] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

# Prints the folders where JDKs are looked for, the preferred first.
jdk_places() {
  local java real folder
  [[ -z ${JAVA_HOME:-} ]] || printf '%s\n' "$JAVA_HOME"
  if java=$(command -v javac); then
    real=$(readlink -f "$java" 2>/dev/null || printf '%s' "$java")
    printf '%s\n' "${real%/bin/javac}"
  fi
  for folder in /usr/lib/jvm/*25* /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /opt/*jdk* /opt/java/* /usr/java/* "$HOME"/.jdks/*; do
    printf '%s\n' "$folder"
  done
}

# Sets and exports JAVA_HOME, or ends the script with a sentence.
find_jdk() {
  local folder version
  while IFS= read -r folder; do
    version=$(jdk_version "$folder")
    if [[ -n $version ]] && ((version >= least_java)); then
      export JAVA_HOME=$folder
      return
    fi
  done < <(jdk_places)
  echo "QuietStories needs a JDK $least_java or newer and found none: on Debian or Ubuntu 'apt-get install openjdk-25-jdk' (or temurin-25-jdk from adoptium.net), on Fedora 'dnf install java-25-openjdk-devel', on macOS 'brew install openjdk@25', elsewhere adoptium.net; or point JAVA_HOME at one." >&2
  exit 1
}

# Runs Maven in the repository: maven ARGUMENTS...
maven() {
  (cd "$root" && MAVEN_OPTS="${MAVEN_OPTS:--XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx900m}" \
    sh ./mvnw -B -ntp "$@")
}
