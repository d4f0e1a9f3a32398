# Builds the executable jar, sourced by the launcher where there is none. Builds of one checkout would write the
# same files, so one at a time does: a launcher that had to wait finds the jar built.

build() {
    [ ! -f "$jar" ] || return 0
    printf 'leadline: building %s, once; that takes a minute or two\n' "$jar" >&2
    # Maven resets the colours of its streams also where they are no terminals.
    (cd "$home" && JAVA_HOME=${real%/bin/java} && MAVEN_OPTS="${MAVEN_OPTS:-} -Djansi.noreset=true" &&
        export JAVA_HOME MAVEN_OPTS &&
        mvn -q -B -Dstyle.color=never -DskipTests package -pl java/cli -am >&2 </dev/null) ||
        complain 'the build failed, for the reason above; with no network, Maven needs a filled local repository'
    [ -f "$jar" ] || complain "the build made no $jar"
}

await() {
    printf 'leadline: waiting for another build of %s\n' "$home" >&2
}

# The system releases the lock when its holder ends, however it ends, with the Maven that it started.
build_with_flock() {
    flock -n 9 || { await && flock 9; } || complain "cannot lock $lock"
    build
}

# Without flock, a link is the lock: it is made in one step, and names the process that holds it.
build_with_link() {
    waits=
    until ln -s "$$" "$lock.held" 2>/dev/null; do
        holder=$(readlink "$lock.held") || continue
        kill -0 "$holder" 2>/dev/null || release_of "$holder"
        [ -n "$waits" ] || await
        waits=yes
        sleep 1
    done
    trap 'rm -f "$lock.held"' EXIT
    trap 'exit 125' HUP INT TERM
    build
    rm -f "$lock.held"
    trap - EXIT HUP INT TERM
}

# Removes the link of a process that is gone; a second link keeps others from removing a newer one.
release_of() {
    ln -s "$$" "$lock.releasing" 2>/dev/null || return 0
    [ "$(readlink "$lock.held")" != "$1" ] || rm -f "$lock.held"
    rm -f "$lock.releasing"
}

command -v mvn >/dev/null ||
    complain 'it is not built yet, and there is no mvn (Maven) on PATH to build it with'
lock=${jar%.jar}.lock
mkdir -p "${jar%/*}" 2>/dev/null && { true >>"$lock"; } 2>/dev/null ||
    complain "it is not built yet, and ${jar%/*} cannot be written; build it first: \
mvn -B -DskipTests package -pl java/cli -am"
if command -v flock >/dev/null; then
    build_with_flock 9>>"$lock"
else
    build_with_link
fi
