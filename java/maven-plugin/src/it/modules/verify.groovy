def log = new File(basedir, 'build.log').getText('UTF-8')

[one: 'two', two: 'one'].each { module, other ->
    assert log.contains("[INFO] [$module:meets] $module met $other")
    def reports = new File(basedir, "$module/target/leadline-reports")
    assert reports.list().sort() == ['TEST-leadline-holds.xml', 'check-holds.txt', 'trace-meets.txt']
    assert log =~ /\[INFO\] \[$module:holds\] ok +both on /
    assert new File(reports, 'trace-meets.txt').getText('UTF-8') =~ / meet .*app:5\b/
}
true
