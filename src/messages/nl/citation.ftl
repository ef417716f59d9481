### citation
