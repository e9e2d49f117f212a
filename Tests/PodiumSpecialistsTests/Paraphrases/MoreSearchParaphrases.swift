/// A second set for the searcher, asked in other people's words after its readers were finished.
enum MoreSearchParaphrases {
    static let countdown: [SearchParaphrases.Countdown] = [
        .init(
            question: "How could one make 36 with the numbers 2, 3, 6 and 9?",
            numbers: [2, 3, 6, 9],
            target: 36
        ),
        .init(
            question: "I rolled 3, 5, 6 and 1. Find a way to get 18 using each number once.",
            numbers: [3, 5, 6, 1],
            target: 18
        ),
        .init(
            question: "You are given 2, 8, 10, 5. Use +, -, × and ÷ to reach 70.",
            numbers: [2, 8, 10, 5],
            target: 70
        ),
        .init(
            question: "Can the numbers 5, 6, 7 be combined to give 47?",
            numbers: [5, 6, 7],
            target: 47
        ),
        .init(
            question: "Play countdown: target 250, numbers 100, 2, 50, 4, 5.",
            numbers: [100, 2, 50, 4, 5],
            target: 250
        ),
    ]

    static let subsets: [SearchParaphrases.Subset] = [
        .init(
            question: "Which of 14, 22, 9, 31 give a total of 45?",
            numbers: [14, 22, 9, 31],
            target: 45
        ),
        .init(
            question: "Choose from 2, 7, 11, 19, 23 so the sum equals 32.",
            numbers: [2, 7, 11, 19, 23],
            target: 32
        ),
        .init(
            question: "Find some of these that add to 25: 4, 9, 12, 15.",
            numbers: [4, 9, 12, 15],
            target: 25
        ),
        .init(
            question: "I have coins of 5, 10, 20, 50 and 2. Which of them total 57?",
            numbers: [5, 10, 20, 50, 2],
            target: 57
        ),
        .init(
            question: "What combination of 6, 13, 21, 34 adds up to 40?",
            numbers: [6, 13, 21, 34],
            target: 40
        ),
    ]

    static let colouring: [SearchParaphrases.Colouring] = [
        .init(
            "Given this graph: A-B, A-C, B-D, C-D, colour it with two colours.",
            "A-B A-C B-D C-D",
            2
        ),
        .init(
            "Please 3-color the graph with edges (1,2), (2,3), (3,1), (3,4).",
            "1-2 2-3 3-1 3-4",
            3
        ),
        .init(
            "Can A-B, B-C, C-D, D-A, A-C be colored with 2 colors?",
            "A-B B-C C-D D-A A-C",
            2,
            answer: "no"
        ),
        .init(
            "Find a colouring of the graph with vertices 1 to 4 and edges 1-2, 2-3, 3-4 using red and"
                + " blue.",
            "1-2 2-3 3-4",
            2
        ),
    ]
}
