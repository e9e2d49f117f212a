@testable import PodiumPolicy

/// Questions of the composed families in other people's words, written before the reader was tuned
/// to any of them. What goes wrong with them is known, so the rates on them are no measure of words
/// that nobody has tried yet.
struct HeldOut: Sendable {
    var question: String
    var grader: Grader

    init(_ question: String, _ number: Int) {
        self.init(question, .number(Fraction(number), units: []))
    }

    init(_ question: String, _ grader: Grader) {
        self.question = question
        self.grader = grader
    }

    static func date(_ question: String, _ year: Int, _ month: Int, _ day: Int) -> HeldOut {
        HeldOut(
            question,
            .date(CivilDate(year: year, month: month, day: day) ?? CivilDate(number: 0))
        )
    }

    static func code(_ text: String, _ shift: Int) -> String {
        Phrasing.caesar(text, shift: shift)
    }

    static let families: [(name: String, questions: [HeldOut])] = [
        ("cipher, then arithmetic", cipherArithmetic), ("cipher, then equation", cipherEquation),
        ("system, then date", systemDate), ("letters, then modular arithmetic", lettersModular),
        ("Roman numerals, then sequence", romanSequence), ("weekday, then letters", weekdayLetters),
        ("arithmetic, then countdown", arithmeticCountdown),
        ("knights, then arithmetic", knightsArithmetic),
        ("date difference, then number theory", dateNumberTheory),
    ]

    static let cipherArithmetic = [
        HeldOut(
            "Crack the Caesar cipher '\(code("nine times nine", 4))' and give me the value.",
            81
        ),
        HeldOut(
            "My friend sent \"\(code("ten plus twelve", 9))\" in Caesar code. What is the total?",
            22
        ),
        HeldOut(
            "Please decipher \"\(code("six times seven", 3))\" (Caesar, shift 3), then calculate it.",
            42
        ),
        HeldOut(
            "Decrypt the Caesar text \"\(code("forty minus six", 11))\". What number does it work out to?",
            34
        ),
        HeldOut(
            "A Caesar-coded sum: \"\(code("twenty plus thirty plus one", 15))\". What is it?",
            51
        ),
        HeldOut(
            "This Morse message is a calculation: \(Phrasing.morse("four times five")). What is its value?",
            20
        ),
        HeldOut(
            "Evaluate the expression hidden in the Caesar text \"\(code("eleven times four minus two", 6))\".",
            42
        ),
        HeldOut("\"\(code("eight plus nine", 2))\" was shifted by 2. Decode and evaluate it.", 17),
        HeldOut(
            "Read the secret Caesar message \"\(code("thirty times two", 20))\" and do the arithmetic.",
            60
        ),
        HeldOut(
            "What does the calculation in the Morse signal \"\(Phrasing.morse("seven plus six"))\" give?",
            13
        ),
    ]

    static let cipherEquation = [
        HeldOut("Decipher \"\(code("two x plus one equals eleven", 5))\" (Caesar) and find x.", 5),
        HeldOut(
            "The Caesar text \"\(code("x minus four equals ten", 12))\" hides an equation. Solve it.",
            14
        ),
        HeldOut(
            "An equation was encoded with a Caesar shift of 3: \"\(code("three x equals twelve", 3))\". What is x?",
            4
        ),
        HeldOut(
            "Crack this Caesar code and tell me x: \"\(code("five x minus two equals eighteen", 8))\"",
            4
        ),
        HeldOut(
            "Decode the Morse code \"\(Phrasing.morse("x plus six equals ten"))\" and solve for x.",
            4
        ),
        HeldOut(
            "Find the value of x from the secret Caesar message \"\(code("four times x plus three equals fifteen", 17))\".",
            3
        ),
        HeldOut(
            "First decode \"\(code("seven x equals twenty-one", 10))\" (Caesar cipher), then solve the equation you get.",
            3
        ),
        HeldOut(
            "Which x satisfies the equation in the Caesar message \"\(code("x plus twelve equals twenty", 21))\"?",
            8
        ),
        HeldOut(
            "Solve the equation written in Caesar code: \"\(code("six x plus two equals twenty", 14))\".",
            3
        ),
        HeldOut(
            "A Morse signal says \"\(Phrasing.morse("two x equals sixteen"))\". What must x be?",
            8
        ),
    ]

    static let systemDate = [
        date("x + y = 9 and x - y = 5. Give the date x days after 1 March 2024.", 2024, 3, 8),
        date(
            "Let a + b = 20 and a - b = 10. What is the date a days after 20 December 2023?",
            2024,
            1,
            4
        ),
        date(
            "Given 2x + y = 29 and x = y + 7, find the date that is x days after 31 January 2025.",
            2025,
            2,
            12
        ),
        date(
            "Two numbers p and q satisfy p + q = 12 and p - q = 6. Which date lies p days before 4 July 2024?",
            2024,
            6,
            25
        ),
        date(
            "Suppose x + 2y = 60 and x - y = 30. On what date do x days after 5 May 2022 end?",
            2022,
            6,
            14
        ),
        date("Solve x + y = 8 and x - y = 4, and add x days to February 25, 2024.", 2024, 3, 2),
        date(
            "What is the date x days after 2026-08-01 when x + y = 20 and x - y = 6?",
            2026,
            8,
            14
        ),
        date("If a = 5b and a + b = 30, which day is a days before 10 October 2021?", 2021, 9, 15),
        date(
            "Find x from 3x + y = 70 and x - y = 14. What date is x days after 15 June 2023?",
            2023,
            7,
            6
        ),
        date(
            "A loan runs for n days from 30 November 2024, where n + m = 30 and n - m = 6. On which date does it end?",
            2024,
            12,
            18
        ),
    ]

    static let lettersModular = [
        HeldOut(
            "Take the number of letters in \"podium\", raise it to the power of 4 and reduce it modulo 7.",
            1
        ),
        HeldOut("How many vowels are in \"orchestra\"? Raise that to the power of 5 modulo 11.", 1),
        HeldOut("Compute (number of letters in \"violin\")^5 mod 13.", 2),
        HeldOut(
            "What remainder does the number of letters in \"symphony\" to the power of 3 leave when divided by 10?",
            2
        ),
        HeldOut("Let n be the number of consonants in \"quartet\". What is n^6 mod 9?", 1),
        HeldOut(
            "Find the remainder of 2 to the power of the number of letters in \"mississippi\" divided by 7.",
            4
        ),
        HeldOut("What is 3 to the power of the number of vowels in \"education\", modulo 10?", 3),
        HeldOut(
            "Count the letters in \"banana\" and square the count. What is the result modulo 5?",
            1
        ),
        HeldOut("What is the number of s's in \"mississippi\" to the power of 7 modulo 9?", 4),
        HeldOut("Calculate the cube of the number of letters in \"flute\" modulo 8.", 5),
    ]

    static let romanSequence = [
        HeldOut("Which number follows in II, IV, VI, VIII (Roman numerals)?", 10),
        HeldOut(
            "The sequence III, VI, XII, XXIV is written in Roman numerals. What comes next, in digits?",
            48
        ),
        HeldOut(
            "What is the next Roman numeral after V, X, XV, XX in this sequence? Give it as a Roman numeral.",
            .text("XXV")
        ),
        HeldOut("Find the next term of the Roman numeral sequence I, IV, IX, XVI, XXV.", 36),
        HeldOut("Roman numerals: IX, XII, XV, XVIII. What number comes next?", 21),
        HeldOut("Continue this Roman numeral series: XL, XXXV, XXX, XXV", 20),
        HeldOut("Here are some Roman numerals: I, II, IV, VIII, XVI. Which number comes next?", 32),
        HeldOut(
            "What number should come after VII, XIV, XXI, XXVIII in the Roman numeral sequence?",
            35
        ),
        HeldOut(
            "Convert the Roman numerals III, V, VII, IX and find the next number of the sequence.",
            11
        ),
        HeldOut(
            "The Roman numerals C, XC, LXXX, LXX continue in the same way. What is the next number?",
            60
        ),
    ]

    static let weekdayLetters = [
        HeldOut("How many letters does the weekday of 17 May 2024 have?", 6),
        HeldOut(
            "What day of the week was 1 February 2023? How many letters does its name have?",
            9
        ),
        HeldOut("Reverse the name of the weekday of 25 December 2025.", .text("yadsruhT")),
        HeldOut("Write the day of the week of 31 December 1999 backwards.", .text("yadirF")),
        HeldOut("How many vowels are in the name of the weekday of 1 January 2000?", 3),
        HeldOut("Count the letters of the day of the week on which 4 July 2022 fell.", 6),
        HeldOut("Take the weekday of 2026-03-09 and spell it backwards.", .text("yadnoM")),
        HeldOut("What is the number of letters in the weekday of February 29, 2020?", 8),
        HeldOut(
            "Which weekday is 3 October 2024? Sort its letters alphabetically.",
            .text("adhrstuy")
        ),
        HeldOut("How often does the letter n occur in the weekday of 20 July 1969?", 1),
    ]
}
