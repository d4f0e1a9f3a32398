import marks

try:
    marks.work()
except KeyboardInterrupt:
    pass
marks.ends()
