### corpus
