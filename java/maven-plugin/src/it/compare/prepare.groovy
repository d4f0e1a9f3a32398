import java.nio.file.Files

// two of the versions that this machine must have; else the one Python 3, by its name and by another path
def required = (System.getenv('LEADLINE_REQUIRED_PYTHONS') ?: '').tokenize(', ').collect { it.tokenize('x')[0] }
def pythons = [required.find(), required ? required.last() : null].findAll().unique()
if (pythons.size() < 2) {
    def found = ['python3', '-c', 'import sys; print(sys.executable)'].execute().text.trim()
    def other = new File(basedir, 'other/python3')
    other.parentFile.mkdirs()
    Files.createSymbolicLink(other.toPath(), new File(found).toPath())
    pythons = ['python3', other.path]
}
new File(basedir, 'test.properties').text = "leadline.pythons=${pythons.join(',')}\n"
true
