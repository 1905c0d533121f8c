"""Jobs: what takes long runs in a child process, so that keys stay quick.

`pijp` is what parent and child say to each other, a line of JSON each time; `kind` is the
child, `lijst` the parent. The child ends itself when its parent is gone.
"""
