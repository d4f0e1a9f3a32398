try:
    import imp as loader
except ImportError:
    import importlib as loader


def reload(module):
    return loader.reload(module)


loader
