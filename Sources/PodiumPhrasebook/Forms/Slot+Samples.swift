extension Slot {
    /// Something that the slot may hold, for examples.
    func sample(_ name: String) -> Argument {
        let isSecond = name.hasSuffix("2")
        switch self {
        case .n: return .expression(.integer(isSecond ? 5 : 12))
        case .list: return .list([3, 4, 8, 14].map { .integer($0) })
        case .terms: return .list([2, 4, 8, 16].map { .integer($0) })
        case .eq: return .equations([Self.equation(3, 12)])
        case .eqs: return .equations([Self.equation(3, 12), Self.sum])
        case .text: return .text(isSecond ? "silent" : "listen")
        case .date:
            return .date(CivilDate(year: isSecond ? 2025 : 2024, month: 3, day: 1) ?? .first)
        case .time: return .minutes(isSecond ? 1_050 : 555)
        case .span: return .minutes(135)
        case .unit: return .word(isSecond ? "feet" : "miles")
        case .base: return .expression(.integer(2))
        case .digits: return .word("1011")
        case .roman: return .word("XIV")
        case .romans: return .words(["XIV", "XXIX"])
        case .period: return .word("days")
        case .thing: return .word("vowels")
        case .kind: return .word("knights")
        case .name: return .word(isSecond ? "Bob" : "Ann")
        case .names: return .words(["Ann", "Bob"])
        case .claim, .phrases: return .phrases([])
        case .grid: return .grid([[1, 2, 0, 4], [0, 4, 1, 0], [0, 1, 4, 0], [4, 0, 0, 1]])
        case .edges: return .pairs([["Aby", "Bix"], ["Bix", "Cor"]])
        case .colours: return .words(["red", "green", "blue"])
        case .variable: return .word("x")
        case .more, .most: return .word("taller")
        case .sort: return .word(isSecond ? "animals" : "cats")
        }
    }

    private static func equation(_ factor: Int, _ value: Int) -> Equation {
        Equation(.binary(.multiply, .integer(factor), .variable("x")), .integer(value))
    }

    private static let sum = Equation(.binary(.add, .variable("x"), .variable("y")), .integer(10))
}

extension CivilDate {
    fileprivate static let first = CivilDate(number: 0).unsafelyUnwrapped
}

extension Form {
    /// Where what any slot may hold makes no good example.
    static let examples: [Name: String] = [
        .compute: "Compute 2^10 - 3 * (4 + 5).", .root: "What is the square root of 144?",
        .leap: "Is 2024 a leap year?", .caesar: "Decode the Caesar message \"khoor zruog\".",
        .unshift: "Decode \"khoor\", which was shifted by 3.",
        .shift: "Encode \"hello\" with a Caesar shift of 3.",
        .morse: "Decode the Morse code \"... --- ...\".",
        .longest: "Which is the longest word in \"a small orchestra\"?",
        .reverseWords: "Reverse the order of the words in \"to be or not\".",
        .sortWords: "Sort the words of \"pear apple fig\" alphabetically.",
        .percentage: "What percentage of 80 is 12?",
        .knights:
            "Knights tell the truth and knaves lie. Ann says: \"Bob is a knave.\" Bob says: \"Ann and I are both knaves.\" Who is what?",
        .knightCount:
            "Knights tell the truth and knaves lie. Ann says: \"Bob and I are both knaves.\" How many knights are there?",
        .order: "Ann is taller than Bob. Bob is taller than Cid. List them from the tallest.",
        .extreme: "Ann is taller than Bob. Cid is shorter than Bob. Who is the tallest?",
        .syllogism:
            "All cats are animals. No animals are stones. Does it follow that no cats are stones?",
    ]
}
