before = 1
raise ImportError("this module never loads")  #: raises=ImportError
