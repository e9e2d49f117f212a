extension Phrasebook {
    static let language = forms(
        .language,
        """
        # caesar (text) message
        Decode the Caesar (message|text) {text}.
        Decode {text}, which is a Caesar (text|cipher).
        Decode the Caesar (messages|texts|ciphers) {text} and {text2}.
        The (secret message|message|text) {text} is a Caesar (text|cipher). Decode it.
        ~ Decipher the Caesar (message|text) {text}.
        Decode {text} [Caesar].
        Crack the Caesar cipher {text}.
        What does the Caesar (text|message|cipher) {text} say?
        Decode the Caesar cipher {text}.
        = the message in the Caesar text {text}
        = the (text|number|word|message) in the Caesar (text|message) {text}
        = the Caesar (text|message|cipher) {text}
        = ~ what the Caesar text {text} says
        = the numbers in the Caesar texts {text} and {text2}
        > decode it as a Caesar (text|cipher)

        # unshift (text n) message
        Decode {text}, which was shifted by {n}.
        Decode the Caesar (text|message) {text} with (a|) shift (of|) {n}.
        ~ Shift the letters of {text} back by {n}.
        Decode {text} [Caesar shift {n}].
        Decode {text} with a Caesar shift of {n}.

        # shift (text n) text
        Encode {text} with a Caesar shift of {n}.
        Shift the letters of {text} by {n}.
        ~ Encipher {text} with a Caesar shift of {n}.
        > encode it with a Caesar shift of {n}

        # morse (text) message
        Decode the Morse (code|message|text) {text}.
        Decode the Morse (codes|messages|texts) {text} and {text2}.
        What does the Morse (code|message|text) {text} say?
        ~ Read the Morse (code|message) {text}.
        Decode {text} [Morse].
        The (secret message|message|text) {text} is Morse code. Decode it.
        = the message in the Morse code {text}
        = the (text|number|word|message) in the Morse (code|message|text) {text}
        = the Morse (code|message|text) {text}
        = the numbers in the Morse messages {text} and {text2}

        # toMorse (text) text
        Write {text} in Morse code.
        Encode {text} in Morse( code|).
        ~ Turn {text} into Morse code.
        What is {text} in Morse code?
        > (write|encode) (it|the result) in Morse code

        # count (thing text) number
        How many {thing} are in {text}?
        - How many {thing} in {text}?
        - How many {thing} are there in {text}?
        How many {thing} are there in {text}?
        Count the {thing} (in|of) {text}.
        How many {thing} does {text} (have|contain)?
        How many {thing} has {text}?
        ~ How often do you find {thing} in {text}?
        How many times does {thing} (occur|appear) in {text}?
        How many {thing} are in the name of {text}?
        = the number of {thing} in {text}
        = (the|) number of {thing} (of|in) {text}
        > count (its|the) {thing}
        > count the {thing} (in|of) (it|the result)

        # reverse (text) text
        Reverse {text}.
        Spell {text} backwards.
        Write {text} backwards.
        ~ Turn {text} around.
        What is {text} (spelled|written|spelt) backwards?
        Reverse the letters of {text}.
        = the reverse of {text}
        = the (word|text) you get when you reverse {text}
        > reverse (it|the result|its letters)
        > (spell|write) (it|the result) backwards

        # reverseWords (text) text
        Reverse the order of the words in {text}.
        ~ Put the words of {text} in reverse order.
        Reverse the words (in|of) {text}.
        > reverse the order of its words

        # sortLetters (text) text
        Sort the letters of {text} alphabetically.
        Put the letters of {text} in alphabetical order.
        ~ Arrange the letters of {text} alphabetically.
        Sort the letters (of|in) {text}.
        = the letters of {text} in alphabetical order
        > sort its letters (alphabetically|)
        > sort the letters of the result( alphabetically|)

        # sortWords (text) text
        Sort the words (of|in|) {text} alphabetically.
        Put the words (of|in) {text} in alphabetical order.
        ~ Arrange the words of {text} alphabetically.
        > sort its words( alphabetically|)

        # longest (text) text
        Which is the longest word in {text}?
        ~ Which word of {text} is the longest?
        = the longest word (in|of) {text}

        # palindrome (text) answer
        Is {text} a palindrome?
        ~ Does {text} read the same backwards?
        > say whether it is a palindrome

        # anagrams (text text2) answer
        Are {text} and {text2} anagrams?
        Is {text} an anagram of {text2}?
        ~ Do {text} and {text2} have the same letters?
        Are {text} and {text2} anagrams of each other?

        # decode () message
        Decode the coded text (of|in) the question.
        Decode the coded text of the question. Give only the decoded text.
        """
    )

    static let numerals = forms(
        .language,
        """
        # roman (roman) number
        Convert the Roman numeral {roman} to a number.
        Which number is the Roman numeral {roman}?
        Convert (the Roman numeral|) {roman} to (digits|decimal|a decimal number|an Arabic number|a number in digits).
        ~ Write the Roman numeral {roman} in digits.
        What is {roman} in (decimal|digits|numbers)?
        What number is {roman}?
        Which number is {roman}?
        = the Roman numeral {roman}
        = the (number|value) of the Roman numeral {roman}

        # romans (romans) list
        Convert the Roman numerals {romans} to numbers.
        ~ Write the Roman numerals {romans} in digits.
        = the Roman numerals {romans}

        # toRoman (n) text
        Write {n} as a Roman numeral.
        Convert {n} to (a Roman numeral|Roman numerals|Roman).
        What is {n} (in Roman numerals|as a Roman numeral)?
        ~ Express {n} in Roman numerals.
        Write {n} in Roman( numerals|).
        = the Roman numeral for {n}
        > write (the result|it) as a Roman numeral
        > (write|give) (the result|it) (in Roman numerals|as a Roman numeral)
        > as a Roman numeral
        > in Roman numerals

        # toWords (n) text
        Write {n} in words.
        Spell out {n}.
        ~ Put {n} into words.
        What is {n} in words?
        > in words
        > (write|give) (the result|it) in words
        > spell (it|the result) out
        """
    )

    static let calendar = forms(
        .calendar,
        """
        # weekday (date) text
        On which weekday (did|does|will) {date} fall?
        What day of the week (is|was|will be) {date}?
        Which weekday (is|was) {date}?
        ~ Which day of the week (is|was) {date}?
        What weekday (is|was) {date}?
        What day (is|was) {date}?
        On which day of the week (did|does) {date} fall?
        = the weekday of {date}
        = the day of the week of {date}
        = ~ the weekday on which {date} falls
        > find its weekday
        > find (the|its) (weekday|day of the week) (of that date|)

        # after (n period date) date
        What date is {n} {period} after {date}?
        Which (date|day) is {n} {period} after {date}?
        ~ What is the date {n} {period} later than {date}?
        What (day|date) comes {n} {period} after {date}?
        = the (date|day) {n} {period} after {date}
        = the date that is {n} {period} after {date}
        > find the date {n} {period} later
        > add {n} {period}

        # before (n period date) date
        What date is {n} {period} before {date}?
        Which (date|day) is {n} {period} before {date}?
        ~ What is the date {n} {period} earlier than {date}?
        What (day|date) was {n} {period} before {date}?
        = the (date|day) {n} {period} before {date}
        = the date that is {n} {period} before {date}

        # between (date date2) number
        How many days are between {date} and {date2}?
        How many days are there between {date} and {date2}?
        How many days (are there|is it|are) from {date} (to|until) {date2}?
        ~ How many days pass from {date} to {date2}?
        How many days (lie|are) between {date} and {date2}?
        How many days between {date} and {date2}?
        Days between {date} and {date2}
        Days from {date} (to|until) {date2}
        = the number of days between {date} and {date2}
        = the number of days from {date} to {date2}

        # leap (n) answer
        Is {n} a leap year?
        Was {n} a leap year?
        Is the year {n} a leap year?
        ~ Does the year {n} have 366 days?

        # elapsed (time time2) answer
        How long is it from {time} to {time2}?
        How much time (passes|is there) between {time} and {time2}?
        ~ What time passes from {time} to {time2}?
        How long (is|does it take) from {time} (to|until) {time2}?

        # later (span time) answer
        What time is it {span} after {time}?
        What is the time {span} after {time}?
        ~ What does the clock show {span} after {time}?
        """
    )
}
