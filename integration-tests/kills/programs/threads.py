import threading

import marks

for pause in (0.0, .01, .1):
    threading.Thread(target=marks.work, args=(pause,), daemon=True).start()
try:
    marks.work(.005)
except KeyboardInterrupt:
    pass
marks.ends()
