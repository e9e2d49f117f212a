/// A question with a known answer, to try the workbench with.
public struct Sample: Hashable, Sendable {
    /// What it is called on the command line.
    public let name: String
    public let title: String
    public let question: String
    public let expectedAnswer: String
}

/// The bundled sample questions. The embedded pool answers all of them, without a network.
public enum Samples {
    public static let all: [Sample] = [
        Sample(
            name: "precedence",
            title: "Exact arithmetic",
            question: "What is 2^64 - 17 * (23 + 4)?",
            expectedAnswer: "18446744073709551157"
        ),
        Sample(
            name: "strawberry",
            title: "Counting letters",
            question: "How many r's are in \"strawberry\"?",
            expectedAnswer: "3"
        ),
        Sample(
            name: "cipher",
            title: "A Caesar text of unknown shift",
            question: "Decode the Caesar message \"cqn xalqnbcaj rb anjmh\".",
            expectedAnswer: "the orchestra is ready"
        ),
        Sample(
            name: "coded-sum",
            title: "A coded calculation: decode, compute, check",
            question: "The secret message \"adlscl aptlz mvbyallu\" is a Caesar text. Decode it and"
                + " compute what it says.",
            expectedAnswer: "168"
        ),
        Sample(
            name: "two-messages",
            title: "Two coded numbers at once, then their product",
            question: "Decode the Morse messages \"..-. --- .-. - -.-- / - .-- ---\" and"
                + " \"-. .. -. . - . . -.\" and multiply the two numbers.",
            expectedAnswer: "798"
        ),
        Sample(
            name: "roman-sum",
            title: "Roman numerals, answered as one",
            question: "Add the Roman numerals MCMXCIV and XXIX and write the result as a Roman"
                + " numeral.",
            expectedAnswer: "MMXXIII"
        ),
        Sample(
            name: "backwards",
            title: "Reverse, then count",
            question:
                "How many e's are in the word you get when you reverse \"desserts and eels\"?",
            expectedAnswer: "4"
        ),
        Sample(
            name: "letters-times",
            title: "Two counts at once, then their product",
            question: "Multiply the number of vowels in \"orchestration\" by the number of s's in"
                + " \"mississippi\".",
            expectedAnswer: "20"
        ),
        Sample(
            name: "mixed-codes",
            title: "A cipher, a numeral and a sum in words",
            question:
                "What is the Roman numeral XLII times the number in the Caesar text \"vhyhq\","
                + " in words?",
            expectedAnswer: "two hundred and ninety-four"
        ),
        Sample(
            name: "units",
            title: "A unit conversion",
            question: "How many feet are there in 3.5 miles?",
            expectedAnswer: "18480 feet"
        ),
        Sample(
            name: "two-questions",
            title: "Two questions in one",
            question: "How many words are in \"the quick brown fox jumps\"? Is 2^31 - 1 prime?",
            expectedAnswer: "5; yes"
        ),
        Sample(
            name: "equation",
            title: "A linear equation",
            question: "Solve 5x - 3 = 2x + 12.",
            expectedAnswer: "x = 5"
        ),
        Sample(
            name: "sudoku",
            title: "A small sudoku",
            question: "Solve this 4x4 sudoku: 1 2 _ 4 / _ 4 1 _ / _ 1 4 _ / 4 _ _ 1",
            expectedAnswer: "1 2 3 4 / 3 4 1 2 / 2 1 4 3 / 4 3 2 1"
        ),
        Sample(
            name: "islanders",
            title: "Knights and knaves",
            question:
                "Knights tell the truth and knaves lie. Ann says: \"Bob is a knave.\" Bob says:"
                + " \"Ann and Bob are both knaves.\" Who is what?",
            expectedAnswer: "Ann is a knight, Bob is a knave"
        ),
        Sample(
            name: "weekday",
            title: "A weekday",
            question: "On which weekday did 20 July 1969 fall?",
            expectedAnswer: "Sunday"
        ),
        Sample(
            name: "coded-equation",
            title: "A coded equation: decode, solve, check",
            question: "Decode the Caesar message \"aoyll e wsbz mpcl lxbhsz adluaf\" and solve the"
                + " equation in it.",
            expectedAnswer: "x = 5"
        ),
        Sample(
            name: "system-date",
            title: "A system of equations, then a date",
            question: "The numbers x and y satisfy x + y = 100 and x - y = 44. What date is x days"
                + " after 1 March 2024?",
            expectedAnswer: "12 May 2024"
        ),
        Sample(
            name: "roman-sequence",
            title: "Roman numerals, a sequence, and back",
            question: "What comes next in the sequence of Roman numerals III, VII, XIII, XXI, XXXI?"
                + " Write it as a Roman numeral.",
            expectedAnswer: "XLIII"
        ),
    ]

    /// The sample of this name, if there is one.
    public static func sample(named name: String) -> Sample? {
        all.first { $0.name == name }
    }
}
