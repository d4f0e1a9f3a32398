"""Depth by walking `f_back`: the reference that the engines must agree with."""


def depth_of(frame):
    """Number of frames from this one to the stack's root, this one included."""
    depth = 0
    while frame is not None:
        depth += 1
        frame = frame.f_back
    return depth
