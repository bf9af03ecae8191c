// What a word of the glossary means, shown beside it.
