// Light or dark, as the system says or as the reader chose.
