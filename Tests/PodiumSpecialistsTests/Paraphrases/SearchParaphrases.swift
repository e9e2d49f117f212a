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
}
