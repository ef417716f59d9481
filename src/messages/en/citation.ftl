### citation

problem-malformed-dossier = “{ $printed }” is not a dossier number
problem-missing-number = the number of the paper is missing
problem-session-year = “{ $printed }” is not a session year, which is two consecutive years
problem-wrong-kind = “{ $printed }” is not right: this is { $meant }

kind-kamerstuk = a parliamentary paper (Kamerstuk)
kind-tk-document = a document of the Tweede Kamer
kind-zaak = a case of the Tweede Kamer
kind-other = another paper

### forms: record, answers, questions, cases and documents

form-record-item = An item of a meeting from 2011 on, with or without a page, also as 12-3-8.
form-record-meeting = A whole meeting from 2011 on.
form-record-joint-sitting = A meeting of both chambers together.
form-record-page = Pages of a meeting until the end of 2010; only a list knows which publication holds them.
form-record-of-a-day = The debates of a day, which without a meeting have no identifier.
form-answers = Answers to written questions; without a chamber those of the chamber of the letter.
form-answers-session-first = The session year in front of the word Aanhangsel.
form-answers-as-questions = Answers as officielebekendmakingen.nl calls them.
form-answers-half-typed = An identifier whose session year is written as in print.
form-questions = Written questions that await their answer, by their case number.
form-case-number = A case number of the Tweede Kamer.
form-document-number = A document number of the Tweede Kamer.
