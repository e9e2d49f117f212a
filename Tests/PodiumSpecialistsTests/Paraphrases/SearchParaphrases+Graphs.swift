/// Sudokus and graphs to colour.
extension SearchParaphrases {
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
