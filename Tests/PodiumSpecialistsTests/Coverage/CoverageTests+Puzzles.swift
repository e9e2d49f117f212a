import Testing

@testable import PodiumSpecialists

extension CoverageTests {
    /// Whose numbers, put in order, are all that were given.
    @Test(arguments: [
        ("Use the numbers 3, 3, 8, 8 to make 24", [3, 3, 8, 8]),
        ("Use the numbers 1, 2, 3, 100 to make 100", [1, 2, 3, 100]),
        ("Use the numbers 5, 5, 5, 1 to make 24.", [1, 5, 5, 5]),
    ])
    func `all numbers are used where it can be`(_ question: String, _ numbers: [Int]) {
        let answer = Tally.reply(of: Searcher(), to: question)
        let used = answer.flatMap { CountdownExpression($0)?.numbers.sorted() }
        #expect(used == numbers, "\(answer ?? "none")")
    }

    @Test(arguments: [
        ("Use any of the numbers 3, 3, 8, 8 to make 24", "It leaves 3, 8 unused."),
        (
            "Use the numbers 2, 2, 100 to make 4",
            "I found none that uses all; this leaves 100 unused."
        ),
    ])
    func `numbers that are not used are told`(_ question: String, _ remark: String) {
        let reply = reply(of: Searcher(), question)
        #expect(reply.text.contains(remark), "\(reply.text)")
    }

    @Test(arguments: [
        ("Solve the sudoku 1 . . . / . . . . / . . . . / . . . .", "More than one solution fits"),
        (
            "Solve the sudoku 1 2 3 4 / 3 4 1 2 / 2 1 4 3 / 4 3 2 .",
            "It is the only solution."
        ),
        ("Solve the sudoku 1 1 . . / . . . . / . . . . / . . . .", "I cannot solve this sudoku"),
    ])
    func `whether a sudoku has one solution is told`(_ question: String, _ remark: String) {
        let reply = reply(of: Searcher(), question)
        #expect(reply.text.contains(remark), "\(reply.text)")
    }

    @Test(arguments: [
        Case("No cats are dogs. Rex is a dog. Is Rex a cat?", "no"),
        Case("No cats are dogs. Rex is a dog. Is Rex not a cat?", "yes"),
        Case("All cats are animals. Tom is not a cat. Is Tom an animal?", "cannot be determined"),
        Case("Not all cats are black. Is some cat not black?", "yes"),
        Case(
            "A says 'B is a knave'. B says 'We are both knights'. Who is what?",
            "A is a knight, B is a knave"
        ),
        Case("Ann says: 'Bob is a knave.' Bob says: 'We are both knights.' What is Ann?", "knight"),
        Case("Ann is taller than Bob. Bob is taller than Cid. Is Cid shorter than Ann?", "yes"),
        Case("If p is true and q is false, is p -> q true?", "no"),
    ])
    func `puzzles of logic are read to the end`(_ example: Case) {
        Self.expect(example, from: Logician())
    }

    @Test(arguments: [
        "Make 24 and 25 from 4, 7, 8, 8.", "Make 24 from 4, 7, 8, 8 but not using 7.",
        "Make 24 from 4, 7, 8, 8 with at least one division.",
        "Make more than 24 from 4, 7, 8, 8.", "Make 24 from 4, 7, 8, 8, then double it.",
        "Which of 3, 34, 4, 12, 5, 2 add up to at least 9?",
        "Which of 3, 34, 4, 12, 5, 2 do not add up to 9?",
        "Which of 3, 34, 4, 12, 5, 2 add up to 9 and how many are there?",
        "Colour the graph A-B, B-C, A-C with 3 colours and A red.",
        "Is the graph A-B, B-C, A-C not 2-colourable?",
        "What is the chromatic number of the graph A-B, B-C, A-C, and how many edges has it?",
        "Solve the sudoku 1 . . 4 / . . 1 . / . 1 . . / 4 . . 1 and give the first row.",
        "All cats are animals. Tom is a cat. Is Tom an animal and is Tom a dog?",
        "All cats except Tom are black. Tom is a cat. Is Tom black?",
        "A says B is a knave. How many knaves are there, and who are they?",
        "Ann is taller than Bob. Bob is taller than Cid. Who is not the tallest?",
        "Ann is taller than Bob. Bob is taller than Cid. Who is the tallest and who is the shortest?",
        "Is p or not p a tautology and a contradiction?",
        "If p is true and q is false, what is p and q, and what is p or q?",
    ])
    func `a puzzle with a word that was not read is declined`(_ question: String) {
        Self.expectNoAnswer(question)
    }
}
