import gc

gc.disable()  # when it runs depends on what else allocates: no event of it may be compared

import json
import json.decoder
import json.encoder
import json.scanner

print(json.dumps({"b": [1, 2.5, None, True], "a": "text \u20ac"}, indent=2, sort_keys=True))
json.decoder.scanstring = json.decoder.py_scanstring
decoder = json.JSONDecoder(object_hook=lambda pairs: sorted(pairs))
decoder.scan_once = json.scanner.py_make_scanner(decoder)
print(decoder.decode('{"k": [1, {"n": -2.5e3}, "x\\ny"], "z": null}'))
json.encoder.c_make_encoder = None
print(json.dumps([{"k": (1, 2)}, "s"]))
try:
    json.loads('{"a": }')
except ValueError as error:
    print(error)
