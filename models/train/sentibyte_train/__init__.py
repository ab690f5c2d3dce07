"""From the data to a float blob: the teacher, its labels, the students. README.md beside the package says how."""
