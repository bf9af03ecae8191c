// What pictures and pickers answer to.
