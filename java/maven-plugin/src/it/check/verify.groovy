import groovy.xml.XmlSlurper

def log = new File(basedir, 'build.log').getText('UTF-8')
def goal = /Failed to execute goal dev\.leadline:leadline-maven-plugin:[^:]+:check \(shop\) on project check: /
def count = { pattern -> (log =~ pattern).count }
def results = { directory -> new XmlSlurper().parse(new File(basedir, "target/$directory/TEST-leadline-shop.xml")) }
def failures = { xml -> xml.'**'.findAll { it.name() == 'failure' }.size() }

assert new File(basedir, 'shop.golden').getText('UTF-8').contains('price')
['updated', 'holds', 'wrong', 'told'].each { directory ->
    assert new File(basedir, "target/$directory").list().sort() == ['TEST-leadline-shop.xml', 'check-shop.txt']
}
assert results('holds').'**'.findAll { it.name() == 'testcase' }.size() >= 3
assert failures(results('holds')) == 0
assert failures(results('wrong')) == 1

assert count(goal + /wrong\.yaml does not hold; see target\/wrong\/check-shop\.txt -> \[Help 1\]/) == 1
assert count(/\[ERROR\] \[check:shop\] .*price/) >= 1
assert count(/\[WARNING\] \[check:shop\] wrong\.yaml does not hold; see target\/told\/check-shop\.txt \(leadline\.failOnError is false\)/) == 1
// for GitHub, the line has to begin so
assert count(/(?m)^::error file=shop\.py,line=9,title=[^\n]*price/) == 1
// all that is wrong is said, as loud as the last of it
assert count(/\[ERROR\] \[check:shop\] leadline: broken\.yaml:4:5: .*expects/) == 1
assert count(goal + /broken\.yaml:8:14: .*soon/) == 1
assert count(goal + /there is no file none\.yaml in .*; write one, name another with <file>/) == 1
assert !log.contains('\tat ')
true
