/// Questions for the searcher as people would put them, written before its readers were tuned, with
/// what is needed to verify an answer without the searcher's own code.
enum SearchParaphrases {
    struct Countdown: Sendable {
        var question: String
        var numbers: [Int]
        var target: Int
        var usesAll = false
    }

    static let countdown: [Countdown] = [
        Countdown(
            question: "Using the numbers 3, 7, 25, 50 (each at most once) make 372 with + - * /.",
            numbers: [3, 7, 25, 50],
            target: 372
        ),
        Countdown(
            question: "Make 24 from 4, 7, 8, 8.",
            numbers: [4, 7, 8, 8],
            target: 24
        ),
        Countdown(
            question: "Use all the numbers 2, 3, 5 and 12 to get 24.",
            numbers: [2, 3, 5, 12],
            target: 24,
            usesAll: true
        ),
        Countdown(
            question: "Can you reach 100 with 4, 5, 20 and 9?",
            numbers: [4, 5, 20, 9],
            target: 100
        ),
        Countdown(
            question: "Countdown: the numbers are 75, 6, 3, 2. The target is 456.",
            numbers: [75, 6, 3, 2],
            target: 456
        ),
        Countdown(
            question: "How can I get 24 out of 6, 6, 6, 6 using basic arithmetic?",
            numbers: [6, 6, 6, 6],
            target: 24
        ),
        Countdown(
            question:
                "Combine 1, 5, 5 and 5 with addition, subtraction, multiplication and division"
                + " to make 24. Every number must be used exactly once.",
            numbers: [1, 5, 5, 5],
            target: 24,
            usesAll: true
        ),
        Countdown(
            question: "Find an arithmetic expression that equals 37 using 5, 8 and 3.",
            numbers: [5, 8, 3],
            target: 37
        ),
        Countdown(
            question: "Given the numbers 10, 4, 2 and 7, write an expression whose value is 36.",
            numbers: [10, 4, 2, 7],
            target: 36
        ),
        Countdown(
            question: "I have the cards 2, 4, 6 and 10. How do I make 24?",
            numbers: [2, 4, 6, 10],
            target: 24
        ),
        Countdown(
            question: "Reach the target 952 with 25, 50, 75, 100, 3, 6 in the countdown game.",
            numbers: [25, 50, 75, 100, 3, 6],
            target: 952
        ),
        Countdown(
            question: "Solve the 24 game for 3, 8, 8, 9.",
            numbers: [3, 8, 8, 9],
            target: 24,
            usesAll: true
        ),
        Countdown(
            question: "Form 50 using each of 2, 5, 10 and 15 at most once.",
            numbers: [2, 5, 10, 15],
            target: 50
        ),
        Countdown(
            question: "Which expression with the numbers 9, 3 and 4 gives 15?",
            numbers: [9, 3, 4],
            target: 15
        ),
        Countdown(
            question: "numbers: 1 2 3 4 5, target: 100",
            numbers: [1, 2, 3, 4, 5],
            target: 100
        ),
        Countdown(
            question: "Please make the number 30 out of 3, 4, 6 and 12, using + and * only.",
            numbers: [3, 4, 6, 12],
            target: 30
        ),
        Countdown(
            question: "Obtain 11 from the numbers 2, 3 and 5, using every number once.",
            numbers: [2, 3, 5],
            target: 11,
            usesAll: true
        ),
        Countdown(
            question: "With 7, 7, 3 and 3 and the four basic operations, produce 24.",
            numbers: [7, 7, 3, 3],
            target: 24
        ),
        Countdown(
            question: "What is a way to combine 8, 3, 1 and 5 into 21?",
            numbers: [8, 3, 1, 5],
            target: 21
        ),
        Countdown(
            question: "Insert operators and brackets so that 2, 7 and 9 make 81.",
            numbers: [2, 7, 9],
            target: 81
        ),
        Countdown(
            question:
                "Try to hit 127 with the numbers 1, 2, 25, 50, 3. You may use each number only"
                + " once, and you don't have to use all of them.",
            numbers: [1, 2, 25, 50, 3],
            target: 127
        ),
        Countdown(
            question: "Build 13 from two, five and three.",
            numbers: [2, 5, 3],
            target: 13
        ),
    ]

    struct Subset: Sendable {
        var question: String
        var numbers: [Int]
        var target: Int
        var size: Int?
    }

    static let subsets: [Subset] = [
        Subset(
            question: "Which of the numbers 3, 34, 4, 12, 5, 2 add up to 9?",
            numbers: [3, 34, 4, 12, 5, 2],
            target: 9
        ),
        Subset(
            question: "Find a subset of {3, 34, 4, 12, 5, 2} whose sum is 41.",
            numbers: [3, 34, 4, 12, 5, 2],
            target: 41
        ),
        Subset(
            question: "Pick some of 11, 13, 17, 19 and 23 that total 53.",
            numbers: [11, 13, 17, 19, 23],
            target: 53
        ),
        Subset(
            question: "Which two numbers from 8, 15, 27, 31, 44 add up to 46?",
            numbers: [8, 15, 27, 31, 44],
            target: 46,
            size: 2
        ),
        Subset(
            question: "Which three of the numbers 5, 9, 14, 22, 30 sum to 44?",
            numbers: [5, 9, 14, 22, 30],
            target: 44,
            size: 3
        ),
        Subset(
            question: "Is there a subset of 7, 12, 18, 25 that adds up to 37? Give it.",
            numbers: [7, 12, 18, 25],
            target: 37
        ),
        Subset(
            question: "From the list [4, 8, 15, 16, 23, 42], choose numbers which add up to 50.",
            numbers: [4, 8, 15, 16, 23, 42],
            target: 50
        ),
        Subset(
            question: "Select numbers from 2, 3, 5, 8, 13 so that their sum is exactly 24.",
            numbers: [2, 3, 5, 8, 13],
            target: 24
        ),
        Subset(
            question: "The numbers are 6, 9, 20, 31. Which of them have a total of 46?",
            numbers: [6, 9, 20, 31],
            target: 46
        ),
        Subset(
            question:
                "Solve the subset sum problem for the numbers 15, 22, 14, 26, 32, 9, 16, 8 and"
                + " target 53.",
            numbers: [15, 22, 14, 26, 32, 9, 16, 8],
            target: 53
        ),
        Subset(
            question: "What subset of 1, 5, 11, 5 sums to 11?",
            numbers: [1, 5, 11, 5],
            target: 11
        ),
        Subset(
            question: "Find numbers among 12, 17, 3, 24, 6 adding up to 33.",
            numbers: [12, 17, 3, 24, 6],
            target: 33
        ),
        Subset(
            question: "Which numbers in the set {1, 2, 4, 8, 16, 32} sum up to 37?",
            numbers: [1, 2, 4, 8, 16, 32],
            target: 37
        ),
        Subset(
            question: "Take some of the weights 5, 10, 12, 13, 15, 18 so that together they make"
                + " exactly 30.",
            numbers: [5, 10, 12, 13, 15, 18],
            target: 30
        ),
        Subset(
            question: "Can you find some numbers in 21, 34, 55, 89, 144 whose total is 178?",
            numbers: [21, 34, 55, 89, 144],
            target: 178
        ),
        Subset(
            question: "I need to add up to 100 using some of these numbers: 10, 25, 33, 42, 67.",
            numbers: [10, 25, 33, 42, 67],
            target: 100
        ),
        Subset(
            question: "Show which of 3, 5, 7, 11 and 13 sum to 21.",
            numbers: [3, 5, 7, 11, 13],
            target: 21
        ),
        Subset(
            question: "Identify a pair of numbers from 14, 27, 39, 52 that add to 66.",
            numbers: [14, 27, 39, 52],
            target: 66,
            size: 2
        ),
        Subset(
            question: "Which of -7, -3, -2, 5, 8 add up to 0?",
            numbers: [-7, -3, -2, 5, 8],
            target: 0
        ),
        Subset(
            question: "Numbers: 18, 29, 35, 44, 61. Target sum: 79. Find a subset that matches.",
            numbers: [18, 29, 35, 44, 61],
            target: 79
        ),
        Subset(
            question: "Which of these numbers make 60 when added together: 12, 48, 19, 33?",
            numbers: [12, 48, 19, 33],
            target: 60
        ),
    ]

    struct Grid: Sendable {
        var question: String
        /// Rows without spaces, 0 for a blank.
        var rows: [String]
    }

    private static let four = ["1004", "0010", "0100", "4001"]
    private static let easy = [
        "530070000", "600195000", "098000060", "800060003", "400803001", "700020006", "060000280",
        "000419005", "000080079",
    ]
    private static let six = ["002050", "604120", "043000", "010204", "001640", "400002"]

    private static func spaced(_ rows: [String], blank: String, rowEnd: String) -> String {
        rows.map { row in
            row.map { $0 == "0" ? blank : String($0) }.joined(separator: " ")
        }
        .joined(separator: rowEnd)
    }

    private static func dense(_ rows: [String], blank: String, rowEnd: String) -> String {
        rows.map { $0.replacing("0", with: blank) }.joined(separator: rowEnd)
    }

    static let sudoku: [Grid] = [
        Grid(
            question: "Solve this sudoku: " + spaced(four, blank: ".", rowEnd: " / "),
            rows: four
        ),
        Grid(
            question: "Solve the 4x4 sudoku:\n" + spaced(four, blank: ".", rowEnd: "\n"),
            rows: four
        ),
        Grid(
            question: "Complete the following Sudoku grid.\n"
                + dense(four, blank: "_", rowEnd: "\n"),
            rows: four
        ),
        Grid(
            question: "Here is a 4×4 sudoku: " + dense(four, blank: "0", rowEnd: " / ")
                + ". Please fill it in.",
            rows: four
        ),
        Grid(
            question: "Fill in this 6x6 sudoku (boxes are 2 rows by 3 columns):\n"
                + spaced(six, blank: ".", rowEnd: "\n"),
            rows: six
        ),
        Grid(
            question: "Can you solve this 6×6 sudoku? " + spaced(six, blank: "_", rowEnd: " / "),
            rows: six
        ),
        Grid(
            question: "Solve the sudoku " + dense(six, blank: ".", rowEnd: " / "),
            rows: six
        ),
        Grid(
            question: "Solve this 9x9 sudoku:\n" + dense(easy, blank: ".", rowEnd: "\n"),
            rows: easy
        ),
        Grid(
            question: "Sudoku: " + spaced(easy, blank: ".", rowEnd: " / "),
            rows: easy
        ),
        Grid(
            question: "What is the solution of the sudoku "
                + dense(easy, blank: "0", rowEnd: " / ") + "?",
            rows: easy
        ),
        Grid(
            question:
                "Please find the solution of this sudoku puzzle, where dots are empty cells:\n"
                + spaced(easy, blank: ".", rowEnd: "\n"),
            rows: easy
        ),
        Grid(
            question: "Sudoku (0 means empty):\n" + spaced(easy, blank: "0", rowEnd: "\n")
                + "\nGive the completed grid.",
            rows: easy
        ),
        Grid(
            question: "I'm stuck on a small sudoku: " + dense(four, blank: ".", rowEnd: ", ")
                + ". What goes where?",
            rows: four
        ),
        Grid(
            question: "Finish the sudoku. Rows: " + dense(four, blank: "_", rowEnd: "; "),
            rows: four
        ),
        Grid(
            question: "Solve the sudoku\n| 1 . | . 4 |\n| . . | 1 . |\n|-----+-----|\n"
                + "| . 1 | . . |\n| 4 . | . 1 |",
            rows: four
        ),
        Grid(
            question: "Work out this sudoku with 4 rows: "
                + spaced(four, blank: "_", rowEnd: " | "),
            rows: four
        ),
        Grid(
            question: "Solve: sudoku " + dense(easy, blank: ".", rowEnd: ""),
            rows: easy
        ),
        Grid(
            question: "Sudoku for kids!\n1..4\n..1.\n.1..\n4..1\nSolve it.",
            rows: four
        ),
        Grid(
            question: "Fill the blanks of the sudoku (blanks are underscores) "
                + spaced(six, blank: "_", rowEnd: " / "),
            rows: six
        ),
        Grid(
            question: "Determine the missing digits in this Sudoku:\n\n"
                + spaced(easy, blank: "_", rowEnd: "\n"),
            rows: easy
        ),
    ]

    struct Colouring: Sendable {
        var question: String
        var edges: [(String, String)]
        var colours: Int
        /// For questions with a yes or no or a number as the answer.
        var answer: String?

        init(
            _ question: String,
            _ edges: String,
            _ colours: Int,
            answer: String? = nil
        ) {
            self.question = question
            self.edges = edges.split(separator: " ").map { edge in
                let ends = edge.split(separator: "-").map(String.init)
                return (ends[0], ends[1])
            }
            self.colours = colours
            self.answer = answer
        }
    }

    static let colouring: [Colouring] = [
        Colouring(
            "Colour the graph with edges A-B, B-C, A-C with 3 colours (red, green, blue).",
            "A-B B-C A-C",
            3
        ),
        Colouring("Color the graph A-B, B-C, C-D, D-A using two colors.", "A-B B-C C-D D-A", 2),
        Colouring(
            "Can the graph with edges A-B, B-C, C-A be coloured with 2 colours?",
            "A-B B-C C-A",
            2,
            answer: "no"
        ),
        Colouring(
            "Is the graph with edges 1-2, 2-3, 3-4, 4-1 2-colourable?",
            "1-2 2-3 3-4 4-1",
            2,
            answer: "yes"
        ),
        Colouring(
            "A graph has vertices A, B, C, D and edges AB, BC, CD, DA, AC. Find a proper colouring with"
                + " red, green and blue.",
            "A-B B-C C-D D-A A-C",
            3
        ),
        Colouring(
            "Give a 3-colouring of the graph with the edges A–B, A–C, B–C, C–D.",
            "A-B A-C B-C C-D",
            3
        ),
        Colouring(
            "What is the chromatic number of the graph with edges A-B, B-C, C-D, D-E, E-A?",
            "A-B B-C C-D D-E E-A",
            3,
            answer: "3"
        ),
        Colouring(
            "How many colours are needed to colour the graph with edges A-B, A-C, A-D, B-C, B-D, C-D?",
            "A-B A-C A-D B-C B-D C-D",
            4,
            answer: "4"
        ),
        Colouring(
            "Assign one of the colours red, yellow and blue to each vertex so that adjacent vertices"
                + " differ. Edges: P-Q, Q-R, R-S, S-P, P-R.",
            "P-Q Q-R R-S S-P P-R",
            3
        ),
        Colouring(
            "Properly color the vertices of this graph with 3 colors: (A,B), (B,C), (C,D), (D,E),"
                + " (E,A).",
            "A-B B-C C-D D-E E-A",
            3
        ),
        Colouring(
            "Colour the nodes 1, 2, 3, 4, 5 with at most three colours, given the edges 1-2, 1-3, 2-3,"
                + " 3-4, 4-5.",
            "1-2 1-3 2-3 3-4 4-5",
            3
        ),
        Colouring(
            "Find a valid colouring with 4 colours of the complete graph with edges A-B, A-C, A-D, B-C,"
                + " B-D, C-D.",
            "A-B A-C A-D B-C B-D C-D",
            4
        ),
        Colouring(
            "Graph coloring: edges X-Y, Y-Z, Z-X; colors: red, green, blue.",
            "X-Y Y-Z Z-X",
            3
        ),
        Colouring(
            "Colour the map with borders Spain-France, France-Italy, Italy-Austria with two colours.",
            "Spain-France France-Italy Italy-Austria",
            2
        ),
        Colouring(
            "The regions North, South, East and West are to be coloured with red, green and blue."
                + " North-East, East-South, South-West and West-North are neighbours.",
            "North-East East-South South-West West-North",
            3
        ),
        Colouring(
            "Is it possible to colour the graph A-B, B-C, C-D with only two colours?",
            "A-B B-C C-D",
            2,
            answer: "yes"
        ),
        Colouring(
            "With three colours, colour a graph whose edges are a-b, b-c, c-d, d-a and b-d.",
            "a-b b-c c-d d-a b-d",
            3
        ),
        Colouring(
            "Find a way to colour the vertices of the graph A-B, A-C, A-D, A-E with 2 colours so that"
                + " no two connected vertices share a colour.",
            "A-B A-C A-D A-E",
            2
        ),
        Colouring(
            "Minimum number of colours for the graph with edges A-B, B-C, C-A, C-D?",
            "A-B B-C C-A C-D",
            3,
            answer: "3"
        ),
        Colouring(
            "A is connected to B and C. B is connected to C. Colour the graph with 3 colours.",
            "A-B A-C B-C",
            3
        ),
        Colouring(
            "Edges: A-B B-C C-D D-E E-F F-A. Colour this graph with red and blue.",
            "A-B B-C C-D D-E E-F F-A",
            2
        ),
    ]
}
