import io
import xml.etree.ElementTree as tree
from xml.dom import minidom
from xml.sax import saxutils

root = tree.fromstring('<shop a="1"><item n="x">one</item><item n="y"/></shop>')
print([item.get("n") for item in root.iter("item")], root.findtext("item"), root.find("item[@n='y']").tag)
tree.SubElement(root, "more").text = "<&>"
out = io.BytesIO()
tree.ElementTree(root).write(out)
print(out.getvalue())
print(minidom.parseString("<a><b c='d'>t</b></a>").documentElement.firstChild.toxml(), saxutils.quoteattr('"'))
