import Testing

@testable import PodiumPolicy

/// Graders are tolerant of an answer's form and strict of its substance.
@Suite struct GraderTests {
    private func expect(_ grader: Grader, accepts: [String], refuses: [String]) {
        for answer in accepts { #expect(grader.accepts(answer), "\(answer)") }
        for answer in refuses { #expect(!grader.accepts(answer), "\(answer)") }
    }

    @Test func `a number may have a name, separators or its unit`() {
        expect(
            .number(Fraction(1234), units: ["feet"]),
            accepts: ["1234", "x = 1,234", "The answer is 1234.", "1234 feet", "1234.0", "2468/2"],
            refuses: ["-1234", "1234 miles", "1234 or 5", "not 1234", "123", "1234!", "1,2,3,4"]
        )
        expect(
            .number(Fraction(-7, over: 2) ?? Fraction(0), units: []),
            accepts: ["-7/2", "−3.5", "x = -3.5"],
            refuses: ["7/2", "-3", "3.5"]
        )
    }

    @Test func `roots may come in any order`() {
        expect(
            .numbers([Fraction(-2), Fraction(3)]),
            accepts: ["x = -2 or x = 3", "3 and -2", "x1 = 3, x2 = -2"],
            refuses: ["3", "x = 2 or x = 3", "-2, 3, 4"]
        )
        expect(.numbers([Fraction(-5), Fraction(5)]), accepts: ["x = ±5"], refuses: ["5"])
    }

    @Test func `values belong to their names`() {
        let values = [("x", 4), ("y", 2)].map { Grader.Named(name: $0, value: Fraction($1)) }
        expect(
            .values(values),
            accepts: ["x = 4, y = 2", "y = 2 and x = 4", "(4, 2)", "X: 4; Y: 2"],
            refuses: ["x = 2, y = 4", "x = 4", "2, 4", "x = 4, x = 2"]
        )
    }

    @Test func `dates come in several forms, with the right weekday`() {
        expect(
            .date(CivilDate(year: 2024, month: 5, day: 17) ?? CivilDate(number: 0)),
            accepts: [
                "17 May 2024", "May 17, 2024", "2024-05-17", "Friday, 17 May 2024",
                "17th of May 2024",
            ],
            refuses: [
                "17 May 2023", "2024-17-05", "Monday, 17 May 2024", "May 2024", "17 June 2024",
            ]
        )
    }

    @Test func `lengths and times of day are different things`() {
        expect(
            .duration(205),
            accepts: [
                "3 hours 25 minutes", "205 minutes", "3 h 25 min", "3:25", "3 hours and 25 minutes",
            ],
            refuses: ["3 hours", "25 minutes", "205", "03:26"]
        )
        expect(.clock(22 * 60 + 3), accepts: ["22:03", "10:03 pm"], refuses: ["10:03", "22:30"])
    }

    @Test func `any solution of a countdown puzzle is right`() {
        expect(
            .countdown([25, 4, 3, 2], target: 103),
            accepts: [
                "25 * 4 + 3", "3 + 25 × 4 = 103", "103 = 25*4+3", "25 * 4 = 100; 100 + 3 = 103",
                "(25 x 4) + 3 = 103",
            ],
            refuses: [
                "103", "25 * 4 + 3 = 104", "25 * 4 + 2 + 1", "25 * 4", "100 + 3", "25 * 4 + 3 +",
                "25 * 4 + 3 * 2 / 2", "25 * 4 = 100; 99 + 4 = 103", "103 = 103",
            ]
        )
    }

    @Test func `any subset with the sum is right`() {
        expect(
            .subset([3, 5, 8, 9], target: 17),
            accepts: ["8, 9", "3 + 5 + 9 = 17", "{9, 8}"],
            refuses: ["17", "8 + 8 + 1", "9", "", "3, 5", "9 and -8"]
        )
    }

    @Test func `a grid must keep its givens`() {
        let rows = [[1, 0, 0, 4], [0, 4, 0, 0], [0, 0, 4, 0], [4, 0, 0, 1]]
        expect(
            .sudoku(rows),
            accepts: ["1 2 3 4 / 3 4 1 2 / 2 1 4 3 / 4 3 2 1", "1234\n3412\n2143\n4321"],
            refuses: ["2 1 3 4 / 3 4 1 2 / 1 2 4 3 / 4 3 2 1", "1234 3412 2143 4312", "1234"]
        )
    }

    @Test func `any proper colouring is right`() {
        expect(
            .colouring(
                places: ["A", "B", "C"],
                edges: [["A", "B"], ["B", "C"]],
                colours: ["red", "blue"]
            ),
            accepts: [
                "A = red, B = blue, C = red", "red: A, C; blue: B", "A and C are red, B is blue",
            ],
            refuses: [
                "A = red, B = red, C = blue", "A = red, B = blue", "A = red, B = green, C = red",
            ]
        )
    }

    @Test func `roles and orders are read from sentences`() {
        let roles = [("Ann", "knight"), ("Bob", "knave")].map { Grader.Named(name: $0, value: $1) }
        expect(
            .roles(roles),
            accepts: [
                "Ann is a knight, Bob is a knave", "Knights: Ann; knaves: Bob",
                "bob: knave, ann: knight",
            ],
            refuses: ["Ann is a knave, Bob is a knight", "Ann is a knight", "both are knights"]
        )
        expect(
            .order(["Ann", "Bob", "Cid"]),
            accepts: ["Ann, Bob, Cid", "Cid < Bob < Ann"],
            refuses: ["Bob, Ann, Cid"]
        )
    }

    @Test func `a judgement is its first word`() {
        expect(
            .yesNo(true),
            accepts: ["yes", "Yes, it is prime", "True"],
            refuses: ["no", "yes and no", "maybe yes"]
        )
    }

    @Test func `factors must be prime and complete`() {
        expect(
            .factors(360),
            accepts: ["2^3 × 3^2 × 5", "360 = 2 * 2 * 2 * 3 * 3 * 5", "2^3·3^2·5"],
            refuses: ["8 × 9 × 5", "2^3 × 3^2", "360", "2^3 × 3^2 × 5 × 1"]
        )
    }
}
