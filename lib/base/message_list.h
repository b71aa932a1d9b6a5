/* Every sentence of messages.h. A key is what translations name, and keeps its meaning. Kinds are those of say(): `t` a text, `r` a text of
 * the rules, `s` a string, `u` a number, `d` a day as records write it, `*` whatever say_open() … say_close() gather. */
#ifndef EXTRADITION_BASE_MESSAGE_LIST_H
#define EXTRADITION_BASE_MESSAGE_LIST_H

/* id, key, kinds, English */
#define MESSAGE_LIST(X)                                                                                                                          \
    /* the head of a report */                                                                                                                   \
    X(RECORD, "record", "", "Record")                                                                                                            \
    X(REQUEST, "request", "", "Request")                                                                                                         \
    X(REQUEST_FROM_TO, "request-from-to", "**", "from {1} to {2}")                                                                               \
    X(STATE_NOT_NAMED, "state-not-named", "", "a State that the record does not name")                                                           \
    X(AS_OF, "as-of", "", "As of")                                                                                                               \
    X(CITATION, "citation", "", "Citation")                                                                                                      \
    X(SOURCE, "source", "", "Source")                                                                                                            \
    X(PRESUMED, "presumed", "", "Presumed")                                                                                                      \
    X(PRESUMPTIONS_OFF, "presumptions-off", "", "nothing: presumptions are switched off")                                                        \
    X(RUNNING_HEAD, "running-head", "td", "{1}, as of {2}")                                                                                      \
    X(PAGE_OF, "page-of", "tt", "Page {1} of {2}")                                                                                               \
    /* a day, in the languages that write it in their own way: year, month, day; English has it as records do */                                 \
    X(DAY, "day", "uuu", "{1}-{2}-{3}")                                                                                                          \
    /* instruments */                                                                                                                            \
    X(INSTRUMENTS, "instruments", "", "Instruments")                                                                                             \
    X(INSTRUMENT_APPLIES, "instrument-applies", "*", "{1} applies")                                                                              \
    X(INSTRUMENT_DOES_NOT_APPLY, "instrument-does-not-apply", "*", "{1} does not apply")                                                         \
    X(INSTRUMENT_OPEN, "instrument-open", "*", "{1} may apply: it is open whether it does")                                                      \
    X(NO_INSTRUMENT_APPLIES, "no-instrument-applies", "", "None of the rulebooks that are loaded applies to this request.")                      \
    X(OUTSIDE_TREATY, "outside-treaty", "*",                                                                                                     \
      "The record says that a treaty is in force that is not in this library, with rules on: {1}. A rule of a statute that gives way to "        \
      "it is not checked; the treaty has to be read.")                                                                                           \
    X(OUTSIDE_TREATY_SILENT, "outside-treaty-silent", "",                                                                                        \
      "The record says that a treaty is in force that is not in this library. On which points it has rules is not stated: "                      \
      "request.treaty_provides")                                                                                                                 \
    X(NO_LAW_HELD, "no-law-held", "r", "No law of {1} in this library applies to this request: what its law says has to be read there.")         \
    X(NO_TREATY_HELD, "no-treaty-held", "rr",                                                                                                    \
      "No treaty or scheme in this library under which {1} and {2} surrender to each other applies. Whether another one is in force the "        \
      "record does not say: request.treaty_in_force")                                                                                            \
    X(AGREEMENT_UNKNOWN, "agreement-unknown", "",                                                                                                \
      "What the two States agreed to apply beyond the treaties that bind them is not known. A treaty to which they are not parties is "          \
      "taken to apply between them only where the record names it: request.agreed_instruments")                                                  \
    X(NOT_KNOWN, "not-known", "", "? not known: ")                                                                                               \
    /* headings, by effect */                                                                                                                    \
    X(SURRENDER_MUST_BE_REFUSED, "surrender-must-be-refused", "", "Surrender must be refused")                                                   \
    X(SURRENDER_MAY_BE_REFUSED, "surrender-may-be-refused", "", "Surrender may be refused")                                                      \
    X(CONDITIONS_OF_SURRENDER, "conditions-of-surrender", "", "Conditions of surrender")                                                         \
    X(ASSURANCES, "assurances", "", "Assurances")                                                                                                \
    X(SURRENDER_MUST_WAIT, "surrender-must-wait", "", "Surrender must wait")                                                                     \
    X(SURRENDER_MAY_WAIT, "surrender-may-wait", "", "Surrender may wait")                                                                        \
    X(DUTIES, "duties", "", "Duties")                                                                                                            \
    X(TIME_LIMITS, "time-limits", "", "Time limits")                                                                                             \
    X(PROCEDURE, "procedure", "", "Procedure")                                                                                                   \
    X(CONSIDERATIONS, "considerations", "", "Considerations")                                                                                    \
    X(AT_A_GLANCE, "at-a-glance", "", "At a glance")                                                                                             \
    X(COUNTED_ONCE_EACH, "counted-once-each", "", "A provision about offences is counted once for each of them.")                                \
    /* how many provisions have which result */                                                                                                  \
    X(COUNT_APPLIES, "count-applies", "u", "{1} applies")                                                                                        \
    X(COUNT_APPLY, "count-apply", "u", "{1} apply")                                                                                              \
    X(COUNT_DOES_NOT_APPLY, "count-does-not-apply", "u", "{1} does not apply")                                                                   \
    X(COUNT_DO_NOT_APPLY, "count-do-not-apply", "u", "{1} do not apply")                                                                         \
    X(COUNT_MET, "count-met", "u", "{1} met")                                                                                                    \
    X(COUNT_NOT_MET, "count-not-met", "u", "{1} not met")                                                                                        \
    X(COUNT_OPEN, "count-open", "u", "{1} open")                                                                                                 \
    X(COUNT_DISPUTED, "count-disputed", "u", "{1} disputed")                                                                                     \
    /* sections */                                                                                                                               \
    X(WHAT_BARS_SURRENDER, "what-bars-surrender", "", "What bars surrender")                                                                     \
    X(NOTHING_BARS, "nothing-bars", "",                                                                                                          \
      "No provision was found to apply under which surrender must be refused. What is open stands below.")                                       \
    X(CONDITIONS_NOT_MET, "conditions-not-met", "", "Conditions that are not met")                                                               \
    X(WHAT_WAITS, "what-waits", "", "What must or may wait")                                                                                     \
    X(DISPUTED_HEADING, "disputed-heading", "", "Disputed")                                                                                      \
    X(OPEN_HEADING, "open-heading", "", "Open")                                                                                                  \
    X(DISPLACED_HEADING, "displaced-heading", "", "Displaced: does not count, because another provision takes its place")                        \
    X(CHECKED_HEADING, "checked-heading", "", "Checked, and met or not applying")                                                                \
    X(QUESTIONS_HEADING, "questions-heading", "", "Questions, the most decisive first")                                                          \
    X(PRESUMED_HEADING, "presumed-heading", "", "Presumed, because the record is silent")                                                        \
    X(PRESUMED_TEXT, "presumed-text", "", "The law leaves it to someone to raise these points. Say what is known of them in the record.")        \
    X(UNVERIFIED_HEADING, "unverified-heading", "", "Wording not verified against the printed text")                                             \
    X(CLOSING, "closing", "",                                                                                                                    \
      "This report shows provisions and facts. It is no decision and no advice on one: whether the person is surrendered is for the "            \
      "authorities that the law names.")                                                                                                         \
    X(WEIGHS_FOR_REFUSAL, "weighs-for-refusal", "", "Weighs for refusal:")                                                                       \
    X(WEIGHS_FOR_SURRENDER, "weighs-for-surrender", "", "Weighs for surrender:")                                                                 \
    X(SEE_ABOVE, "see-above", "", ": see above")                                                                                                 \
    X(BY_ITSELF, "by-itself", "**", "By itself: {1}{2}.")                                                                                        \
    X(CLEARED_MET, "cleared-met", "", "Met")                                                                                                     \
    X(CLEARED_NOT_ENGAGED, "cleared-not-engaged", "", "Not engaged")                                                                             \
    X(CLEARED_DO_NOT_APPLY, "cleared-do-not-apply", "", "Do not apply")                                                                          \
    /* results, as words of a sentence */                                                                                                        \
    X(RESULT_APPLIES, "result-applies", "", "applies")                                                                                           \
    X(RESULT_DOES_NOT_APPLY, "result-does-not-apply", "", "does not apply")                                                                      \
    X(RESULT_MET, "result-met", "", "met")                                                                                                       \
    X(RESULT_NOT_MET, "result-not-met", "", "not met")                                                                                           \
    X(RESULT_OPEN, "result-open", "", "open")                                                                                                    \
    X(RESULT_DISPUTED, "result-disputed", "", "disputed")                                                                                        \
    /* results, on top of a block */                                                                                                             \
    X(APPLIES, "applies", "", "Applies")                                                                                                         \
    X(DOES_NOT_APPLY, "does-not-apply", "", "Does not apply")                                                                                    \
    X(MET, "met", "", "Met")                                                                                                                     \
    X(NOT_ENGAGED, "not-engaged", "", "Not engaged")                                                                                             \
    X(NOT_MET, "not-met", "", "Not met")                                                                                                         \
    X(OPEN, "open", "", "Open")                                                                                                                  \
    X(DISPUTED, "disputed", "", "Disputed")                                                                                                      \
    X(FOR_SUBJECTS, "for-subjects", "*", ", for {1}")                                                                                            \
    X(AND_LAST, "and-last", "", " and ")                                                                                                         \
    X(AND_MORE, "and-more", "u", " and {1} more")                                                                                                \
    X(ALLOWED_ONLY_IF_MET, "allowed-only-if-met", "", "the provision allows surrender only where this is met")                                   \
    X(ALLOWED_ONLY_WITH_ASSURANCE, "allowed-only-with-assurance", "", "the provision allows surrender only with this assurance")                 \
    X(SAYS_SHALL_REFUSE, "says-shall-refuse", "", "the provision says that surrender must be refused")                                           \
    X(SAYS_MAY_REFUSE, "says-may-refuse", "", "the provision says that surrender may be refused")                                                \
    X(SAYS_SHALL_POSTPONE, "says-shall-postpone", "", "the provision says that surrender must wait")                                             \
    X(SAYS_MAY_POSTPONE, "says-may-postpone", "", "the provision says that surrender may wait")                                                  \
    X(SAYS_DUTY, "says-duty", "", "the provision lays down this duty")                                                                           \
    X(SAYS_DEADLINE, "says-deadline", "", "the provision sets this time limit")                                                                  \
    X(SAYS_PROCEDURE, "says-procedure", "", "the provision asks for this")                                                                       \
    X(SAYS_CONSIDERATION, "says-consideration", "", "it is one thing to weigh, among others")                                                    \
    X(LACKS_FACT, "lacks-fact", "u", ": the file lacks {1} fact")                                                                                \
    X(LACKS_FACTS, "lacks-facts", "u", ": the file lacks {1} facts")                                                                             \
    X(LACKS_EVALUATION, "lacks-evaluation", "u", ": {1} evaluation is still to be made")                                                         \
    X(LACKS_EVALUATIONS, "lacks-evaluations", "u", ": {1} evaluations are still to be made")                                                     \
    X(AND_EVALUATION, "and-evaluation", "u", ", and {1} evaluation is still to be made")                                                         \
    X(AND_EVALUATIONS, "and-evaluations", "u", ", and {1} evaluations are still to be made")                                                     \
    X(BUDGET_SPENT, "budget-spent", "", " (not decided within the budget of steps)")                                                             \
    X(NOT_ALL_TRIED, "not-all-tried", "", " (it may be settled all the same: not every possible answer could be tried)")                         \
    X(RESTS_ON_TREATIES, "rests-on-treaties", "", " (it may be settled once it is known whether a treaty applies)")                              \
    X(SOME_MAY_NOT_MATTER, "some-may-not-matter", "", " (some of them may make no difference)")                                                  \
    X(AND_REQUIREMENT, "and-requirement", "*", "; {1}")                                                                                          \
    X(IF_IT_APPLIES, "if-it-applies", "*", ". If it applies, {1}")                                                                               \
    X(IF_IT_IS_NOT_MET, "if-it-is-not-met", "*", ". If it is not met, {1}")                                                                      \
    X(ON_VERSION_APPLIES, "on-version-applies", "*", "on the version of {1} it applies")                                                         \
    X(ON_VERSION_DOES_NOT_APPLY, "on-version-does-not-apply", "*", "on the version of {1} it does not apply")                                    \
    X(ON_VERSION_MET, "on-version-met", "*", "on the version of {1} it is met")                                                                  \
    X(ON_VERSION_NOT_MET, "on-version-not-met", "*", "on the version of {1} it is not met")                                                      \
    X(ON_VERSION_OPEN, "on-version-open", "*", "on the version of {1} it is open")                                                               \
    X(ON_VERSION_DISPUTED, "on-version-disputed", "*", "on the version of {1} it is disputed")                                                   \
    X(WHO_DECIDES, "who-decides", "r", " Who decides: {1}.")                                                                                     \
    /* facts */                                                                                                                                  \
    X(THE_REQUESTING_STATE, "the-requesting-state", "", "the requesting State")                                                                  \
    X(THE_REQUESTED_STATE, "the-requested-state", "", "the requested State")                                                                     \
    X(THE_PERSON, "the-person", "", "the person")                                                                                                \
    X(THE_PARTY, "the-party", "r", "the {1}")                                                                                                    \
    X(SAYS_VERSION, "says-version", "**", "{1} (says {2})")                                                                                      \
    X(UNKNOWN, "unknown", "", "unknown")                                                                                                         \
    X(AND_NO_OTHERS, "and-no-others", "", ", and no others")                                                                                     \
    X(MAYBE_OTHERS, "maybe-others", "", ", and there may be others")                                                                             \
    X(PRESUMED_SILENT, "presumed-silent", "", "presumed: the record is silent")                                                                  \
    X(LINE, "line", "*", "line {1}")                                                                                                             \
    X(LINES, "lines", "*", "lines {1}")                                                                                                          \
    X(HOW_MANY, "how-many", "u", " ({1} of them)")                                                                                               \
    X(FACT_NOTE, "fact-note", "t", ". Note: {1}")                                                                                                \
    X(AN_EVALUATION, "an-evaluation", "", " (an evaluation)")                                                                                    \
    X(AN_EVALUATION_BY, "an-evaluation-by", "*", " (an evaluation, to be made by {1})")                                                          \
    X(KNOWN_TO, "known-to", "*", " (known to {1})")                                                                                              \
    X(ASKED_NOT_KNOWN, "asked-not-known", "", " It was asked for, and is not known.")                                                            \
    X(SO_FAR, "so-far", "t", " So far: {1}.")                                                                                                    \
    X(MORE_FACTS, "more-facts", "u", "and {1} more facts")                                                                                       \
    X(YES, "yes", "", "yes")                                                                                                                     \
    X(NO, "no", "", "no")                                                                                                                        \
    X(LIMB_SOME, "limb-some", "", "some")                                                                                                        \
    X(LIMB_NO, "limb-no", "", "no")                                                                                                              \
    X(LIMB_EVERY, "limb-every", "", "every")                                                                                                     \
    X(ALL_OF_THESE, "all-of-these", "", "all of these")                                                                                          \
    X(ANY_OF_THESE, "any-of-these", "", "any of these")                                                                                          \
    X(NOT, "not", "", "not")                                                                                                                     \
    X(UNLESS, "unless", "", "unless")                                                                                                            \
    X(SAME_WHATEVER, "same-whatever", "", "Whatever the unknown facts are, the result is the same.")                                             \
    X(PROOF, "proof", "", "Proof")                                                                                                               \
    X(PROOF_FOR, "proof-for", "t", "Proof, for {1}")                                                                                             \
    /* beside a finding */                                                                                                                       \
    X(DISPLACED_BY, "displaced-by", "*", "Displaced by {1}.")                                                                                    \
    X(MAY_BE_DISPLACED_BY, "may-be-displaced-by", "*", "Whether it counts is open: it would be displaced by {1}.")                               \
    X(DISPLACER_UNVERIFIED, "displacer-unverified", "", "The wording of that provision has not been verified.")                                  \
    X(WHICH, "which", "*", ", which {1}")                                                                                                        \
    X(WHY_PREVAILS, "why-prevails", "", "prevails on this ground")                                                                               \
    X(WHY_IN_PLACE, "why-in-place", "", "takes its place")                                                                                       \
    X(WHY_EXCLUDES, "why-excludes", "", "excludes it")                                                                                           \
    X(WHY_DISPLACES, "why-displaces", "", "displaces it")                                                                                        \
    X(THEN, "then", "****", "Then: {1} ({2}): {3}{4}.")                                                                                          \
    X(AUTHORITY_LINE, "authority-line", "r", "Authority: {1}")                                                                                   \
    X(NOTE_LINE, "note-line", "r", "Note: {1}")                                                                                                  \
    X(NOT_VERIFIED, "not-verified", "", "wording not verified")                                                                                  \
    /* time limits */                                                                                                                            \
    X(DEADLINE_KEPT, "deadline-kept", "", "Kept")                                                                                                \
    X(DEADLINE_MISSED, "deadline-missed", "", "Missed")                                                                                          \
    X(DEADLINE_RUNNING, "deadline-running", "", "Running")                                                                                       \
    X(DEADLINE_OPEN, "deadline-open", "", "Open")                                                                                                \
    X(DEADLINE_NOT_COMPUTABLE, "deadline-not-computable", "", "Not computable: the date from which it runs is not known")                        \
    X(DEADLINE_NOT_ENGAGED, "deadline-not-engaged", "", "Not engaged")                                                                           \
    X(DEADLINE_IF_IT_APPLIES, "deadline-if-it-applies", "", ", if it applies: that is open")                                                     \
    X(LAST_DAY, "last-day", "d", "; last day {1}")                                                                                               \
    X(RUNS_FROM, "runs-from", "d", "; runs from {1}")                                                                                            \
    X(DONE_ON, "done-on", "d", "; done {1}")                                                                                                     \
    X(NOT_DONE, "not-done", "", "; not done")                                                                                                    \
    X(DAY_LEFT, "day-left", "u", "; {1} day left")                                                                                               \
    X(DAYS_LEFT, "days-left", "u", "; {1} days left")                                                                                            \
    X(CONSEQUENCE, "consequence", "r", "Consequence of missing it: {1}")                                                                         \
    /* questions */                                                                                                                              \
    X(STANDARD, "standard", "r", "Standard: {1}")                                                                                                \
    X(LOOKS_AT, "looks-at", "r", "Looks at: {1}")                                                                                                \
    X(HELPS_TO_DECIDE, "helps-to-decide", "**", "Helps to decide {1}{2}.")                                                                       \
    X(CITES_MORE, "cites-more", "u", "; and {1} more")                                                                                           \
    X(FINDING_LACKS_NOTHING_ELSE, "finding-lacks-nothing-else", "u", ". {1} finding lacks nothing else")                                         \
    X(FINDINGS_LACK_NOTHING_ELSE, "findings-lack-nothing-else", "u", ". {1} findings lack nothing else")                                         \
    X(QUESTION_LEFT, "question-left", "u", "{1} more question is open.")                                                                         \
    X(QUESTIONS_LEFT, "questions-left", "u", "{1} more questions are open.")                                                                     \
    X(NO_QUESTIONS, "no-questions", "", "Nothing that is missing would change a finding.")                                                       \
    /* answers, disputes, the timeline */                                                                                                        \
    X(IF_THE_ANSWER_IS, "if-the-answer-is", "**", "If the answer is {1}: {2}.")                                                                  \
    X(IF_THE_ANSWER, "if-the-answer", "**", "If the answer {1}: {2}.")                                                                           \
    X(IF_THERE_IS, "if-there-is", "**", "If {1}: {2}.")                                                                                          \
    X(WOULD_APPLY, "would-apply", "*", "{1} would apply")                                                                                        \
    X(WOULD_NOT_APPLY, "would-not-apply", "*", "{1} would not apply")                                                                            \
    X(WOULD_BE_MET, "would-be-met", "*", "{1} would be met")                                                                                     \
    X(WOULD_NOT_BE_MET, "would-not-be-met", "*", "{1} would not be met")                                                                         \
    X(ONE_WOULD_STAY_OPEN, "one-would-stay-open", "u", "{1} finding would stay open")                                                            \
    X(WOULD_STAY_OPEN, "would-stay-open", "u", "{1} findings would stay open")                                                                   \
    X(ANSWERS_FOR, "answers-for", "*", "For {1}:")                                                                                               \
    X(DECIDES_INSTRUMENTS, "decides-instruments", "u", "Whether {1} of the instruments apply hangs on it.")                                      \
    X(DECIDES_INSTRUMENT, "decides-instrument", "u", "Whether {1} instrument applies hangs on it.")                                              \
    X(ANSWERS_PARTIAL, "answers-partial", "", "Not every possible answer is listed.")                                                            \
    X(NOT_NEEDED_IF, "not-needed-if", "**", "Not needed if the answer to question {1} is: {2}.")                                                 \
    X(TO_BE_FOUND_HEADING, "to-be-found-heading", "", "Not to be asked, but found by the court: disputed facts")                                 \
    X(DISPUTE_DECIDES, "dispute-decides", "*", "Decides by itself: {1}.")                                                                        \
    X(DISPUTE_WITH_OTHERS, "dispute-with-others", "*", "Decides only together with other facts: {1}.")                                           \
    X(NO_DAY, "no-day", "", "no day")                                                                                                            \
    X(WANTS, "wants", "*", "wants {1}")                                                                                                          \
    /* an interview */                                                                                                                           \
    X(INTERVIEW_OPEN, "interview-open", "u", "{1} questions are open. The most decisive comes first.")                                           \
    X(INTERVIEW_ONE_OPEN, "interview-one-open", "u", "{1} question is open.")                                                                    \
    X(COUNTED_ONCE_ALIKE, "counted-once-alike", "u", " Counting once what is asked of several items alike: {1}.")                                \
    X(INTERVIEW_WORDS, "interview-words", "",                                                                                                    \
      "Type an answer and Enter. `?` or Enter alone: pass the question over. `why`: more about it. `back`: take the last answer back. "          \
      "`quit`: "                                                                                                                                 \
      "end. What was answered is kept.")                                                                                                         \
    X(ANSWER_YES, "answer-yes", "", "y")                                                                                                         \
    X(ANSWER_NO, "answer-no", "", "n")                                                                                                           \
    X(EXPECTED_BOOLEAN, "expected-boolean", "", "Answer: yes or no.")                                                                            \
    X(EXPECTED_INTEGER, "expected-integer", "", "Answer: a whole number.")                                                                       \
    X(EXPECTED_DATE, "expected-date", "", "Answer: a day such as 2020-07-06, or as much as is known of it, 2020-07 or 2020; or never.")          \
    X(EXPECTED_DURATION, "expected-duration", "", "Answer: a length of time such as 1 year 6 months, or 45 days.")                               \
    X(EXPECTED_PENALTY, "expected-penalty", "", "Answer: a penalty such as 20 years, or life, death, fine, none.")                               \
    X(EXPECTED_STATE, "expected-state", "", "Answer: the code of a State in two letters, such as KR.")                                           \
    X(EXPECTED_STATES, "expected-states", "", "Answer: the codes of all of them in two letters, such as KR, US; or none.")                       \
    X(EXPECTED_TEXT, "expected-text", "", "Answer: in words.")                                                                                   \
    X(EXPECTED_WORDS, "expected-words", "", "Answer: all of them, with commas between them; or none.")                                           \
    X(EXPECTED_ONE_OF, "expected-one-of", "*", "Answer: one of these, by word or number: {1}.")                                                  \
    X(EXPECTED_SEVERAL, "expected-several", "*",                                                                                                 \
      "Answer: all of these that are right, by word or number, with commas between them; or none: {1}.")                                         \
    X(EXPECTED_LIST, "expected-list", "",                                                                                                        \
      "Answer: a short name for each, such as first, second; or none. first, ... says that there may be more.")                                  \
    X(EXPECTED_FOR_BOTH, "expected-for-both", "u", "`all: ` before the answer gives it for {1} items that lack this fact.")                      \
    X(EXPECTED_FOR_ALL, "expected-for-all", "u", "`all: ` before the answer gives it for all {1} items that lack this fact.")                    \
    X(INTERVIEW_SETTLED, "interview-settled", "*", "Settled: {1}.")                                                                              \
    X(INTERVIEW_SETTLED_NOTHING, "interview-settled-nothing", "", "That settles no finding by itself.")                                          \
    X(INTERVIEW_PASSED_OVER, "interview-passed-over", "*", "Passed over: {1}.")                                                                  \
    X(INTERVIEW_ANSWERS_HEADING, "interview-answers-heading", "", "Answers, as settings")                                                        \
    X(INTERVIEW_NO_ANSWERS, "interview-no-answers", "", "Nothing was answered.")                                                                 \
    /* reasons for which an instrument applies */                                                                                                \
    X(FOR_AT_LEAST_ONE, "for-at-least-one", "t", "for at least one {1}: ")                                                                       \
    X(FOR_EVERY, "for-every", "t", "for every {1}: ")                                                                                            \
    X(FOR_NO, "for-no", "t", "for no {1}: ")                                                                                                     \
    /* why an instrument applies: the State is {1}, the day {2}; what is said of the requesting State stands before the same of the requested */ \
    X(REASON_AGREED, "reason-agreed", "rd", "the two States agreed to apply it, or the request is compared with it")                             \
    X(REASON_IN_FORCE, "reason-in-force", "rd", "in force")                                                                                      \
    X(REASON_IN_FORCE_SINCE, "reason-in-force-since", "rd", "in force since {2}")                                                                \
    X(REASON_NOT_IN_FORCE_BEFORE, "reason-not-in-force-before", "rd", "not in force before {2}")                                                 \
    X(REASON_NO_LONGER_IN_FORCE, "reason-no-longer-in-force", "rd", "no longer in force after {2}")                                              \
    X(REASON_REQUESTING_UNKNOWN, "reason-requesting-unknown", "rd", "the requesting State is not known")                                         \
    X(REASON_REQUESTED_UNKNOWN, "reason-requested-unknown", "rd", "the requested State is not known")                                            \
    X(REASON_REQUESTING_HAS_LAW, "reason-requesting-has-law", "rd", "{1}, the requesting State, has this law")                                   \
    X(REASON_REQUESTED_HAS_LAW, "reason-requested-has-law", "rd", "{1}, the requested State, has this law")                                      \
    X(REASON_REQUESTING_HAS_NO_LAW, "reason-requesting-has-no-law", "rd", "{1}, the requesting State, does not have this law")                   \
    X(REASON_REQUESTED_HAS_NO_LAW, "reason-requested-has-no-law", "rd", "{1}, the requested State, does not have this law")                      \
    X(REASON_REQUESTING_IS_PARTY, "reason-requesting-is-party", "rd", "{1}, the requesting State, is a party")                                   \
    X(REASON_REQUESTED_IS_PARTY, "reason-requested-is-party", "rd", "{1}, the requested State, is a party")                                      \
    X(REASON_REQUESTING_IS_PARTY_UNVERIFIED, "reason-requesting-is-party-unverified", "rd",                                                      \
      "{1}, the requesting State, is a party (date not verified)")                                                                               \
    X(REASON_REQUESTED_IS_PARTY_UNVERIFIED, "reason-requested-is-party-unverified", "rd",                                                        \
      "{1}, the requested State, is a party (date not verified)")                                                                                \
    X(REASON_REQUESTING_IS_PARTY_SINCE, "reason-requesting-is-party-since", "rd", "{1}, the requesting State, is a party since {2}")             \
    X(REASON_REQUESTED_IS_PARTY_SINCE, "reason-requested-is-party-since", "rd", "{1}, the requested State, is a party since {2}")                \
    X(REASON_REQUESTING_IS_PARTY_SINCE_UNVERIFIED, "reason-requesting-is-party-since-unverified", "rd",                                          \
      "{1}, the requesting State, is a party since {2} (date not verified)")                                                                     \
    X(REASON_REQUESTED_IS_PARTY_SINCE_UNVERIFIED, "reason-requested-is-party-since-unverified", "rd",                                            \
      "{1}, the requested State, is a party since {2} (date not verified)")                                                                      \
    X(REASON_REQUESTING_MAY_BE_PARTY, "reason-requesting-may-be-party", "rd",                                                                    \
      "{1}, the requesting State, may be a party: the list of parties here is not complete")                                                     \
    X(REASON_REQUESTED_MAY_BE_PARTY, "reason-requested-may-be-party", "rd",                                                                      \
      "{1}, the requested State, may be a party: the list of parties here is not complete")                                                      \
    X(REASON_REQUESTING_NO_PARTY_BEFORE, "reason-requesting-no-party-before", "rd", "{1}, the requesting State, is no party before {2}")         \
    X(REASON_REQUESTED_NO_PARTY_BEFORE, "reason-requested-no-party-before", "rd", "{1}, the requested State, is no party before {2}")            \
    X(REASON_REQUESTING_NO_PARTY_AFTER, "reason-requesting-no-party-after", "rd", "{1}, the requesting State, is no party after {2}")            \
    X(REASON_REQUESTED_NO_PARTY_AFTER, "reason-requested-no-party-after", "rd", "{1}, the requested State, is no party after {2}")               \
    X(REASON_REQUESTING_NO_PARTY, "reason-requesting-no-party", "rd", "{1}, the requesting State, is no party")                                  \
    X(REASON_REQUESTED_NO_PARTY, "reason-requested-no-party", "rd", "{1}, the requested State, is no party")                                     \
    /* treaties */                                                                                                                               \
    X(REQUESTS_OF_TO, "requests-of-to", "***", "Requests of {1} to {2}, {3}")                                                                    \
    X(WHAT_APPLIES, "what-applies", "", "What applies, in order of precedence")                                                                  \
    X(MAY_APPLY, "may-apply", "", ": may apply; the request itself decides")                                                                     \
    X(PREVAILS_OVER_WHERE_BOTH, "prevails-over-where-both", "r", "prevails over {1} on every ground that both regulate")                         \
    X(NO_INSTRUMENT_HERE, "no-instrument-here", "", "No instrument of this library. Others may apply that it does not hold.")                    \
    X(WHAT_DOES_NOT_APPLY, "what-does-not-apply", "", "What names both States and does not apply")                                               \
    X(KIND_BILATERAL_TREATY, "kind-bilateral-treaty", "", "bilateral-treaty")                                                                    \
    X(KIND_MULTILATERAL_TREATY, "kind-multilateral-treaty", "", "multilateral-treaty")                                                           \
    X(KIND_FRAMEWORK_DECISION, "kind-framework-decision", "", "framework-decision")                                                              \
    X(KIND_SCHEME, "kind-scheme", "", "scheme")                                                                                                  \
    X(KIND_STATUTE, "kind-statute", "", "statute")                                                                                               \
    X(KIND_HUMAN_RIGHTS_TREATY, "kind-human-rights-treaty", "", "human-rights-treaty")                                                           \
    X(KIND_MODEL, "kind-model", "", "model")                                                                                                     \
    /* the vocabulary */                                                                                                                         \
    X(A_LIST, "a-list", "t", " (a list; one is called `{1}`)")                                                                                   \
    X(NO_SUCH_FACT, "no-such-fact", "t", "No fact has `{1}` in its path.")                                                                       \
    X(PRESUMED_WHERE_SILENT, "presumed-where-silent", "t", "; presumed {1} where the record is silent")                                          \
    X(EVALUATION_MADE_BY, "evaluation-made-by", "r", "An evaluation, made by {1}")                                                               \
    X(HELD_BY, "held-by", "t", "Held by: {1}")                                                                                                   \
    X(VALUES, "values", "*", "Values: {1}")                                                                                                      \
    /* explaining */                                                                                                                             \
    X(EFFECT_SHALL_REFUSE, "effect-shall-refuse", "", "surrender must be refused")                                                               \
    X(EFFECT_MAY_REFUSE, "effect-may-refuse", "", "surrender may be refused")                                                                    \
    X(EFFECT_REQUIRES, "effect-requires", "", "surrender only where a condition is met")                                                         \
    X(EFFECT_REQUIRES_ASSURANCE, "effect-requires-assurance", "", "surrender only with an assurance")                                            \
    X(EFFECT_SHALL_POSTPONE, "effect-shall-postpone", "", "surrender must wait")                                                                 \
    X(EFFECT_MAY_POSTPONE, "effect-may-postpone", "", "surrender may wait")                                                                      \
    X(EFFECT_DUTY, "effect-duty", "", "somebody has to do something else")                                                                       \
    X(EFFECT_DEADLINE, "effect-deadline", "", "something has to be done by a day")                                                               \
    X(EFFECT_PROCEDURE, "effect-procedure", "", "how the request is made and handled")                                                           \
    X(EFFECT_CONSIDERATION, "effect-consideration", "", "something to weigh within a discretionary rule")                                        \
    /* the picture of an HTML page */                                                                                                            \
    X(PICTURE_HEADING, "picture-heading", "", "How it hangs together")                                                                           \
    X(PICTURE_CAPTION, "picture-caption", "",                                                                                                    \
      "Each line down is an instrument, in order of precedence from the left; each row is a ground on which something "                          \
      "applies or is open. ■ applies, ✗ not met, ? open, ≠ disputed; in a broken ring: displaced, and does not "                           \
      "count. The numbers are those of the questions.")                                                                                          \
    X(PICTURE_LEFT_OUT, "picture-left-out", "u", "Instruments lower in precedence that bear on this too and are not shown here: {1}.")           \
    X(PICTURE_SAYS, "picture-says", "rtt", "{1}, {2}: {3}")                                                                                      \
    X(PICTURE_DISPLACED, "picture-displaced", "rtt", "{1}, {2}: {3}, but displaced")                                                             \
    X(LABEL_ASKED_OF, "label-asked-of", "", "Asked of")                                                                                          \
    X(LABEL_AUTHORITY, "label-authority", "", "Authority")                                                                                       \
    X(LABEL_BASIS, "label-basis", "", "Basis")                                                                                                   \
    X(LABEL_BY, "label-by", "", "By")                                                                                                            \
    X(LABEL_CHECKED_ON, "label-checked-on", "", "Checked on")                                                                                    \
    X(LABEL_CITATION, "label-citation", "", "Citation")                                                                                          \
    X(LABEL_DECIDED_BY, "label-decided-by", "", "Decided by")                                                                                    \
    X(LABEL_DISPLACED_BY, "label-displaced-by", "", "Displaced by")                                                                              \
    X(LABEL_DISPLACES, "label-displaces", "", "Displaces")                                                                                       \
    X(LABEL_DONE_ON, "label-done-on", "", "Done on")                                                                                             \
    X(LABEL_EFFECT, "label-effect", "", "Effect")                                                                                                \
    X(LABEL_EXCLUDED_BY, "label-excluded-by", "", "Excluded by")                                                                                 \
    X(LABEL_EXCLUDES, "label-excludes", "", "Excludes")                                                                                          \
    X(LABEL_GROUND, "label-ground", "", "Ground")                                                                                                \
    X(LABEL_ID, "label-id", "", "Id")                                                                                                            \
    X(LABEL_IF_MISSED, "label-if-missed", "", "If missed")                                                                                       \
    X(LABEL_IN_FORCE, "label-in-force", "", "In force")                                                                                          \
    X(LABEL_IN_PLACE_OF, "label-in-place-of", "", "In place of")                                                                                 \
    X(LABEL_KIND, "label-kind", "", "Kind")                                                                                                      \
    X(LABEL_LEAVES, "label-leaves", "", "Leaves")                                                                                                \
    X(LABEL_NOTE, "label-note", "", "Note")                                                                                                      \
    X(LABEL_PREVAILS_OVER, "label-prevails-over", "", "Prevails over")                                                                           \
    X(LABEL_REPLACED_BY, "label-replaced-by", "", "Replaced by")                                                                                 \
    X(LABEL_REQUESTS_BY, "label-requests-by", "", "Requests by")                                                                                 \
    X(LABEL_REQUESTS_TO, "label-requests-to", "", "Requests to")                                                                                 \
    X(LABEL_REVIEWED, "label-reviewed", "", "Reviewed")                                                                                          \
    X(REVIEWED_AGAINST, "reviewed-against", "rtr", "against {1}, on {2}. {3}")                                                                   \
    X(LABEL_RUNS_FROM, "label-runs-from", "", "Runs from")                                                                                       \
    X(LABEL_TEXT_SEEN, "label-text-seen", "", "Text seen")                                                                                       \
    X(LABEL_THEN, "label-then", "", "Then")                                                                                                      \
    X(LABEL_VERSION, "label-version", "", "Version")                                                                                             \
    X(LABEL_WEIGHS, "label-weighs", "", "Weighs")                                                                                                \
    X(LABEL_WITHIN, "label-within", "", "Within")                                                                                                \
    X(LABEL_WORDING, "label-wording", "", "Wording")                                                                                             \
    X(LABEL_YIELDS_TO, "label-yields-to", "", "Yields to")                                                                                       \
    X(EXPLAIN_WHAT_THIS_RULEBOOK_LEAVES_OUT, "explain-what-this-rulebook-leaves-out", "", "What this rulebook leaves out")                       \
    X(EXPLAIN_PARTIES, "explain-parties", "", "Parties")                                                                                         \
    X(EXPLAIN_THE_TIME_LIMIT, "explain-the-time-limit", "", "The time limit")                                                                    \
    X(EXPLAIN_IT_APPLIES_ONLY_WHERE, "explain-it-applies-only-where", "", "It applies only where")                                               \
    X(EXPLAIN_ITS_STANDING, "explain-its-standing", "", "Its standing")                                                                          \
    X(EXPLAIN_FACTS_THAT_IT_READS, "explain-facts-that-it-reads", "", "Facts that it reads")                                                     \
    X(EXPLAIN_RULES, "explain-rules", "", "Rules")                                                                                               \
    X(EXPLAIN_CASES, "explain-cases", "", "Cases that test it")                                                                                  \
    X(MORE_CASES, "more-cases", "u", "and {1} more")                                                                                             \
    X(WHEN_MET, "when-met", "", "When it is met")                                                                                                \
    X(WHEN_APPLIES, "when-applies", "", "When it applies")                                                                                       \
    X(ALWAYS, "always", "", "Always, where its instrument applies.")                                                                             \
    X(PART_GIVEN, "part-given", "", "It comes into play where")                                                                                  \
    X(PART_MET, "part-met", "", "It is met where")                                                                                               \
    X(PART_APPLIES, "part-applies", "", "It applies where")                                                                                      \
    X(PART_NOT_ASKED, "part-not-asked", "", "It is not asked for where")                                                                         \
    X(PART_UNLESS, "part-unless", "", "Unless")                                                                                                  \
    X(AT_LEAST_ONE_OF, "at-least-one-of", "t", "at least one of the {1}, called ")                                                               \
    X(EVERY_ONE_OF, "every-one-of", "t", "every one of the {1}, called ")                                                                        \
    X(NONE_OF, "none-of", "t", "none of the {1}, called ")                                                                                       \
    X(AS_DEFINED, "as-defined", "", "as defined: ")                                                                                              \
    X(INSTRUMENT_NOT_LOADED, "instrument-not-loaded", "", " (its instrument is not loaded)")                                                     \
    X(EVERY_TREATY, "every-treaty", "", "every treaty or scheme that is a basis for extradition")                                                \
    X(NOT_LOADED, "not-loaded", "t", "{1} (not loaded)")                                                                                         \
    X(STANDING_TEXT, "standing-text", "",                                                                                                        \
      "Where a prevailing instrument has a rule on the same ground, this one is displaced: it is shown, and does not count.")                    \
    X(EACH_OFFENCE, "each-offence", "", "each offence by itself")                                                                                \
    X(WHOLE_REQUEST, "whole-request", "", "the request as a whole")                                                                              \
    X(LABEL_SOURCES, "label-sources", "", "Sources")                                                                                             \
    X(LABEL_AMENDED, "label-amended", "", "Amended")                                                                                             \
    X(ROLE_BOTH_TEXT, "role-both-text", "", "A request falls under it where both States are parties.")                                           \
    X(ROLE_REQUESTED_TEXT, "role-requested-text", "", "It is the law of the State that is asked.")                                               \
    X(ROLE_REQUESTING_TEXT, "role-requesting-text", "", "It is the law of the State that asks.")                                                 \
    X(ROLE_EITHER_TEXT, "role-either-text", "", "A request falls under it where either State is bound by it.")                                   \
    X(DATE_NOT_VERIFIED, "date-not-verified", "", " (date not verified)")                                                                        \
    X(WORDING_NOT_VERIFIED, "wording-not-verified", "", "not verified against the printed text")                                                 \
    X(NO_BASIS, "no-basis", "", "no basis for extradition by itself")                                                                            \
    X(WEIGHS_REFUSAL_WORD, "weighs-refusal-word", "", "for-refusal")                                                                             \
    X(WEIGHS_SURRENDER_WORD, "weighs-surrender-word", "", "for-surrender")                                                                       \
    X(PERIOD_FROM, "period-from", "t", "from {1}")                                                                                               \
    X(PERIOD_UNTIL, "period-until", "t", "to the end of {1}")                                                                                    \
    X(PERIOD_FROM_UNTIL, "period-from-until", "tt", "from {1} to the end of {2}")                                                                \
    X(NO_DATES, "no-dates", "", "no dates given")                                                                                                \
    /* what to verify */                                                                                                                         \
    X(TO_VERIFY, "to-verify", "", "To check against the papers")                                                                                 \
    X(VERIFY_EVERY, "verify-every", "uu",                                                                                                        \
      "Governing findings that are settled: {1}. They rest on the facts below, {2} in number: once each of these has been checked "              \
      "against the papers, those findings stand, whatever else the record says.")                                                                \
    X(VERIFY_ONE, "verify-one", "**u", "{1}. The result, {2}, rests on the facts below, {3} in number, whatever else the record says.")          \
    X(VERIFY_NOTHING, "verify-nothing", "",                                                                                                      \
      "No fact has to be checked: no governing finding is settled, or those that are settled rest on no fact of the record.")                    \
    X(SMALLEST, "smallest", "", " No smaller set would do.")                                                                                     \
    X(NOT_SMALLEST, "not-smallest", "",                                                                                                          \
      " None of them can be left out; whether another set would be smaller was too much work to find out.")                                      \
    X(NO_SOURCE, "no-source", "", "The record does not say where this is from.")                                                                 \
    X(NEEDED_FOR, "needed-for", "*", "Needed for {1}.")                                                                                          \
    /* what it would take */                                                                                                                     \
    X(WHAT_IT_WOULD_TAKE, "what-it-would-take", "", "What it would take")                                                                        \
    X(WAYS_IF, "ways-if", "***", "{1}. The result: {2}. It would be “{3}” if:")                                                                  \
    X(WAYS_NONE, "ways-none", "***u", "{1}. The result: {2}. No change of {4} or fewer facts would make it “{3}”.")                              \
    X(AND_ALSO, "and-also", "*", "and {1}")                                                                                                      \
    X(CHANGE_FROM, "change-from", "***", "{1} = {2} (now {3})")                                                                                  \
    X(CHANGE_ADDED, "change-added", "**", "{1} = {2} (a further item)")                                                                          \
    X(EACH_WOULD_DO, "each-would-do", "", "Each of these would do by itself, and no smaller part of it. ")                                       \
    X(LARGER_NOT_TRIED, "larger-not-tried", "u", "Changes of more than {1} at once were too much work to try. ")                                 \
    X(VALUES_NOT_TRIED, "values-not-tried", "", "Some facts can have too many values to try them all, so there may be further ways.")            \
    /* what changes */                                                                                                                           \
    X(WHAT_CHANGES, "what-changes", "", "What changes")                                                                                          \
    X(CHANGES_BEFORE, "changes-before", "td", "Before: {1}, as of {2}.")                                                                         \
    X(CHANGES_NOW, "changes-now", "td", "Now: {1}, as of {2}.")                                                                                  \
    X(CHANGES_COUNT, "changes-count", "uu", "Findings that change: {1}. Findings that do not: {2}.")                                             \
    X(FINDINGS_THAT_GOVERN, "findings-that-govern", "", "Findings that govern")                                                                  \
    X(FINDINGS_DISPLACED, "findings-displaced", "", "Findings that are displaced, or may be")                                                    \
    X(BEFORE, "before", "*", "Before: {1}")                                                                                                      \
    X(NOW, "now", "*", "Now: {1}")                                                                                                               \
    X(BEFORE_AND_NOW, "before-and-now", "***", "{1}: before {2}, now {3}")                                                                       \
    X(OTHER_WORDS, "other-words", "**", "before: {1}; now: {2}")                                                                                 \
    X(NOT_THERE_BEFORE, "not-there-before", "**", "{1}: not there before, now {2}")                                                              \
    X(NO_LONGER_THERE, "no-longer-there", "**", "{1}: before {2}, no longer there")                                                              \
    X(TRUE, "true", "", "true")                                                                                                                  \
    X(FALSE, "false", "", "false")                                                                                                               \
    X(NO_SUCH_ITEM, "no-such-item", "", "no such item")                                                                                          \
    X(AND_PRESUMED, "and-presumed", "", " (presumed)")                                                                                           \
    X(AND_NOT_ENGAGED, "and-not-engaged", "", " (not engaged)")                                                                                  \
    X(BUT_DISPLACED, "but-displaced", "", ", but displaced")                                                                                     \
    X(MAYBE_DISPLACED, "maybe-displaced", "", ", and open whether displaced")                                                                    \
    X(OPEN_WHETHER_IT_APPLIES, "open-whether-it-applies", "", "open whether it applies")                                                         \
    X(INSTRUMENT_DOES, "instrument-does", "", "applies")                                                                                         \
    X(INSTRUMENT_DOES_NOT, "instrument-does-not", "", "does not apply")                                                                          \
    X(NOT_CHECKED, "not-checked", "", "not checked")                                                                                             \
    X(NOT_CHECKED_OFFENCE, "not-checked-offence", "", "not checked: no such offence")                                                            \
    X(NOT_CHECKED_INSTRUMENT, "not-checked-instrument", "", "not checked: the instrument does not apply")                                        \
    X(NO_SUCH_RULE, "no-such-rule", "", "no such rule")                                                                                          \
    X(LIMIT_KEPT, "limit-kept", "", "; time limit kept")                                                                                         \
    X(LIMIT_MISSED, "limit-missed", "", "; time limit missed")                                                                                   \
    X(LIMIT_RUNNING, "limit-running", "", "; time limit running")                                                                                \
    X(LIMIT_OPEN, "limit-open", "", "; time limit open")                                                                                         \
    X(LIMIT_NOT_COMPUTABLE, "limit-not-computable", "", "; time limit not computable")                                                           \
    X(LIMIT_NOT_ENGAGED, "limit-not-engaged", "", "; time limit not engaged")                                                                    \
    X(DISPLACED_NOW, "displaced-now", "*", "Displaced now by {1}")                                                                               \
    X(MAYBE_DISPLACED_NOW, "maybe-displaced-now", "*", "May be displaced now by {1}")                                                            \
    X(TO_FIND_NOW, "to-find-now", "*", "To be found out now: {1}")                                                                               \
    X(NO_LONGER_TO_FIND, "no-longer-to-find", "*", "No longer to be found out: {1}")                                                             \
    X(QUIET_GONE, "quiet-gone", "u", "Findings that were met or did not apply, and are not checked now: {1}. ")                                  \
    X(QUIET_COME, "quiet-come", "u", "Findings that are met or do not apply, and were not checked before: {1}.")                                 \
    X(CITATION_OF, "citation-of", "**", "{1}, {2}")                                                                                              \
    X(SUPPOSED, "supposed", "", "supposed")                                                                                                      \
    X(VERIFY_TOO_MUCH, "verify-too-much", "",                                                                                                    \
      "Which facts have to be checked was too much work to find out beside the report: `rule-check verify` finds it out.")                       \
    X(SKIP_TO_REPORT, "skip-to-report", "", "Skip to the report")                                                                                \
    X(CONTENTS, "contents", "", "Contents")                                                                                                      \
    X(COLUMN_LAST_DAY, "column-last-day", "", "Last day")                                                                                        \
    X(COLUMN_TIME_LIMIT, "column-time-limit", "", "Time limit")                                                                                  \
    X(COLUMN_STATE, "column-state", "", "State on the as-of date")                                                                               \
    X(NOTE_HEADING, "note-heading", "", "Note in the record")                                                                                    \
    X(NOTHING_FOUND, "nothing-found", "", "none found to apply")                                                                                 \
    X(GLANCE_NOT_MET, "glance-not-met", "*", "not met: {1}")                                                                                     \
    X(GLANCE_DISPUTED, "glance-disputed", "*", "disputed: {1}")                                                                                  \
    X(COUNT_KEPT, "count-kept", "u", "{1} kept")                                                                                                 \
    X(COUNT_MISSED, "count-missed", "u", "{1} missed")                                                                                           \
    X(COUNT_RUNNING, "count-running", "u", "{1} running")                                                                                        \
    X(COUNT_NOT_COMPUTABLE, "count-not-computable", "u", "{1} without a day that can be computed")                                               \
    X(COUNT_NOT_ENGAGED, "count-not-engaged", "u", "{1} not engaged")                                                                            \
    X(GLANCE_QUESTIONS, "glance-questions", "", "Missing")                                                                                       \
    X(GLANCE_QUESTION, "glance-question", "ur", "{1} question; the most decisive: {2}")                                                          \
    X(GLANCE_QUESTIONS_FIRST, "glance-questions-first", "ur", "{1} questions; the most decisive: {2}")                                           \
    X(BEFORE_VALUE, "before-value", "*", "before {1}")                                                                                           \
    X(LESS_THAN, "less-than", "*", "less than {1}")                                                                                              \
    X(MORE_THAN, "more-than", "*", "more than {1}")                                                                                              \
    X(OR_LESS, "or-less", "*", "{1} or less")                                                                                                    \
    X(OR_MORE, "or-more", "*", "{1} or more")                                                                                                    \
    X(OR_LATER, "or-later", "*", "{1} or later")                                                                                                 \
    X(BUT_ALSO, "but-also", "**", "{1}, but {2}")                                                                                                \
    X(AND_FURTHER, "and-further", "**", "{1}, and {2}")                                                                                          \
    X(OR_NEVER, "or-never", "*", "{1}, or never")                                                                                                \
    X(ANY_VALUE, "any-value", "", "any")                                                                                                         \
    X(ANY_DAY, "any-day", "", "any day")                                                                                                         \
    X(ANY_OTHER, "any-other", "", "any other")                                                                                                   \
    X(ANY_OTHER_VALUE, "any-other-value", "", "any other value")                                                                                 \
    X(ANOTHER, "another", "", "another")                                                                                                         \
    X(OR_ANOTHER, "or-another", "*", "{1} or another")                                                                                           \
    X(EITHER_OR, "either-or", "**", "{1} or {2}")                                                                                                \
    X(OR_ALSO, "or-also", "", ", or ")                                                                                                           \
    X(SUCH_AS, "such-as", "*", "such as {1}")                                                                                                    \
    X(JOINED_AND, "joined-and", "**", "{1} and {2}")                                                                                             \
    X(JOINED_NOR, "joined-nor", "**", "{1} nor {2}")                                                                                             \
    X(CONTAINS, "contains", "*", "contains {1}")                                                                                                 \
    X(CONTAINS_NEITHER, "contains-neither", "*", "contains neither {1}")                                                                         \
    X(CONTAINS_NOT, "contains-not", "*", "does not contain {1}")                                                                                 \
    X(CONTAINS_NOT_BOTH, "contains-not-both", "*", "does not contain both {1}")                                                                  \
    X(CONTAINS_NONE, "contains-none", "*", "contains none of {1}")                                                                               \
    X(CONTAINS_NOT_ALL, "contains-not-all", "*", "does not contain all of {1}")                                                                  \
    X(NONE_AT_ALL, "none-at-all", "", "none")                                                                                                    \
    X(AT_LEAST_ONE, "at-least-one", "", "at least one")                                                                                          \
    X(NONE_BUT_LISTED, "none-but-listed", "", "none but those listed")                                                                           \
    X(THERE_ARE_OTHERS, "there-are-others", "", "there are others")                                                                              \
    X(THERE_ARE_SOME, "there-are-some", "", "there are some")                                                                                    \
    X(ANSWERED_YES, "answered-yes", "", "yes")                                                                                                   \
    X(ANSWERED_NO, "answered-no", "", "no")                                                                                                      \
    X(DAY_BETWEEN, "day-between", "dd", "between {1} and {2}")                                                                                   \
    X(NOTHING_SAYS_SO, "nothing-says-so", "", "no provision of the instruments below says so")                                                   \
    X(PICTURE_QUESTIONS, "picture-questions", "t", "Questions: {1}")                                                                             \
    X(COLUMN_PROVISIONS, "column-provisions", "", "Provisions")                                                                                  \
    X(COLUMN_QUESTIONS, "column-questions", "", "Questions")

#endif
