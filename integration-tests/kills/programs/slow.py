import marks

try:
    marks.work(.02)
except KeyboardInterrupt:
    pass
marks.ends()
