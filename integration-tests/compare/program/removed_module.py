try:
    import imp as loader  #: differs=program-missing-module 3.11/3.12
except ImportError:
    import importlib as loader


def reload(module):
    return loader.reload(module)


loader
