import gc

gc.disable()  # when it runs depends on what else allocates: no event of it may be compared

import io
import xml.etree.ElementTree as tree

root = tree.fromstring('<shop a="1"><item n="x">one</item><item n="y"/></shop>')
print([item.get("n") for item in root.iter("item")], root.findtext("item"), root.find("item[@n='y']").tag)
tree.SubElement(root, "more").text = "<&>"
out = io.BytesIO()
tree.ElementTree(root).write(out)
print(out.getvalue())
