### ide
