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
    ]

    /// The sample of this name, if there is one.
    public static func sample(named name: String) -> Sample? {
        all.first { $0.name == name }
    }
}
