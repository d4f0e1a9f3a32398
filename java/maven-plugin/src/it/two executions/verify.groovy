import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').getText('UTF-8')
def reports = new File(basedir, 'target/leadline-reports')

assert reports.list().sort() == ['trace-module.json', 'trace-page.html', 'trace-two+orders.txt']
assert new File(reports, 'trace-two+orders.txt').getText('UTF-8') =~ /\n +1 +.* priced +(src\.)?all orders:5\n/
def summary = new JsonSlurper().parse(new File(reports, 'trace-module.json'))
assert summary.functions*.name.contains('place') || summary.toString().contains('place')

// what a browser opens is linked
def page = new File(reports, 'trace-page.html').toPath().toUri()
assert log.contains("[INFO] [two-executions:page] open $page")
assert !log.contains('[two-executions:module] open ')

// each line says whose it is, and none of them can harm a terminal
assert log.contains("[INFO] [two-executions:two orders] tea and milk for silver pennies ['', '--python'] src/all orders.py")
assert log.contains("[WARNING] [two-executions:two orders] \\x1b[31mtab\there, empty '', stdin ''")
assert log.contains('[INFO] [two-executions:module] begun in src\n') || log.contains('[INFO] [two-executions:module] begun in src\r\n')
assert !log.contains('\033')

assert new File(basedir, '../../tmp').list().findAll { it.startsWith('leadline') } == []
assert !log.contains('at dev.leadline.')  // no stack trace of ours; Maven may show one of a download
assert log.contains('leadline:check\n') && log.contains('leadline:compare\n') && log.contains('leadline:trace\n')
