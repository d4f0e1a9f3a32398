// beside the clones of all projects
new File(basedir, '../../tmp').mkdirs()
true
