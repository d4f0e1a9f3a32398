def log = new File(basedir, 'build.log').getText('UTF-8')
def report = new File(basedir, 'target/leadline-reports/compare-versions.txt').getText('UTF-8')

assert log =~ /\[INFO\] \[compare:versions\] app\.py compared: target\/leadline-reports\/compare-versions\.txt/
assert log =~ /:compare \(versions\) on project compare: app\.py differs between interpreters; see target\/leadline-reports\/compare-versions\.txt -> /
assert report.startsWith('app.py mark on 2 interpreters')
assert report =~ /first is called on the (left|right) only/
// who sees the log alone, sees what is different
assert log =~ /\[ERROR\] \[compare:versions\] .*first is called on the (left|right) only/
