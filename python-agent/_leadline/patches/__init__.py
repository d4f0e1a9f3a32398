"""What is put in the place of functions of CPython and of its library, and what takes it away again."""
