def log = new File(basedir, 'build.log').getText('UTF-8')
def goal = /Failed to execute goal dev\.leadline:leadline-maven-plugin:[^:]+:trace \(exits\) on project failing: /
def count = { pattern -> (log =~ pattern).count }

assert count(goal + /exits\.py ended with status 2; see target\/leadline-reports\/trace-exits\.txt -> \[Help 1\]/) == 1
assert count(/\[WARNING\] \[failing:exits\] exits\.py ended with status 2; see .* \(leadline\.failOnError is false\)/) == 1
assert count(/\[INFO\] \[failing:exits\] skipped, since leadline\.skip is set/) == 1
assert count(goal + /<program>: there is no file none\.py in \S+ -> \[Help 1\]/) == 1
assert count(goal + /Invalid value for option '--format': 'poem' is not one of [^\n]* -> \[Help 1\]/) == 1
assert count(goal + /<format>: to write parquet, add dev\.leadline:leadline-parquet to the <dependencies> of leadline-maven-plugin -> \[Help 1\]/) == 1
assert !log.contains('\tat ')

// the last one ran nothing, so that nothing is left of the builds before
assert new File(basedir, 'target/leadline-reports').list() == [] as String[]
