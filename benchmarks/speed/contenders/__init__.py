"""The whole job by one library each: a process that reads two files and writes its answers."""
