# Shared by the scripts: finds a JDK and Maven, builds what has changed. Sourced, not run.
cd "$(dirname "${BASH_SOURCE[0]}")/.."

fail() {
  printf '%s\n' "$@" >&2
  exit 1
}

# Sets JAVA_HOME to JDK 25, or else to the newest one from 21 on. A JDK has a compiler and a file with its version.
need_jdk() {
  local folder major best=0 found=''
  for folder in "${JAVA_HOME:-}" "$(dirname "$(dirname "$(readlink -f "$(command -v javac)" 2>/dev/null)")")" \
    /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    [[ -x $folder/bin/javac && -f $folder/release ]] || continue
    major=$(sed -nE 's/^JAVA_VERSION="(1\.)?([0-9]+).*/\2/p' "$folder/release")
    [[ $major == 25 ]] && major=1000
    ((major >= 21 && major > best)) && best=$major found=$folder
  done
  [[ $found ]] || fail "Потрібен JDK 21 або новіший, найкраще 25: https://adoptium.net" \
    "Stezhka needs a JDK 21 or newer, best 25: https://adoptium.net"
  export JAVA_HOME=$found
}

need_maven() {
  local version=''
  command -v mvn >/dev/null && version=$(mvn --version 2>/dev/null | sed -nE '1s/.*Apache Maven ([0-9.]+).*/\1/p')
  [[ $version && $(printf '3.8.7\n%s\n' "$version" | sort -V | head -1) == 3.8.7 ]] ||
    fail "Потрібен Maven 3.8.7 або новіший у PATH: https://maven.apache.org" \
      "Stezhka needs Maven 3.8.7 or newer in the PATH: https://maven.apache.org"
}

# Packages the application unless the last package is newer than every source.
build_if_changed() {
  local stamp=target/package.stamp
  [[ -f $stamp && -z $(find pom.xml src/main scripts/fonts -newer "$stamp" -print -quit) ]] && return
  need_maven
  echo "Збираємо Стежку, перший раз це кілька хвилин… / Building Stezhka, the first time takes minutes…" >&2
  mvn -q -B package -DskipTests && touch "$stamp"
}
