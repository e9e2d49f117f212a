/// Questions in ordinary words, written before the reader was tuned, with their right answers.
enum AlgebraQuestions {
    static let families = [
        QuestionFamily(name: "linear equation", cases: linearEquations),
        QuestionFamily(name: "linear system", cases: linearSystems),
        QuestionFamily(name: "polynomial", cases: polynomials),
        QuestionFamily(name: "sequence", cases: sequences),
        QuestionFamily(name: "word problem", cases: wordProblems),
    ]

    static let linearEquations = [
        Case("Solve 3x + 5 = 20", "x = 5"),
        Case("If 4y - 7 = 2y + 9, what is y?", "8"),
        Case("What is x when 2x = 14?", "7"),
        Case("Find the value of x in the equation 5x - 3 = 2x + 12.", "5"),
        Case("Solve for t: 7 - 2t = 1", "t = 3"),
        Case("Please solve this equation: 3(x - 2) = 12", "x = 6"),
        Case("Given that x/4 + 3 = 8, find x.", "20"),
        Case("For which value of n is 6n + 1 = 43?", "7"),
        Case("can you work out x if 10 = 2x - 4", "7"),
        Case("Determine z: (z + 1)/2 = 5", "9"),
        Case("I need to know what x is if 9x - 4 = 5x + 12.", "4"),
        Case("2(3x - 1) - (x + 4) = 14. What's x?", "4"),
        Case("Solve the equation 0.5x + 1.5 = 4.", "x = 5"),
        Case("three x plus five equals twenty", "x = 5"),
        Case("What value of k satisfies 12 - 3k = 0?", "4"),
        Case("Solve 5a = 2a + 21 for a.", "a = 7"),
        Case("Let 8x + 2 = 50. Find x.", "6"),
        Case("How much is m if m + 17 = 42?", "25"),
        Case("Help me solve 2/3 x = 10 please", "x = 15"),
        Case("If x plus 12 equals 30, what does x equal?", "18"),
        Case("x - 9 = -4; x = ?", "5"),
        Case("Find x such that 7x + 3 = 2(x + 9).", "3"),
        Case("Which number x makes 15 - x = 2x true?", "5"),
        Case("Suppose 3w + 2 = w + 10. What must w be?", "4"),
        Case("Calculate the unknown in 4p = 36.", "9"),
    ]

    static let linearSystems = [
        Case("Solve the system 3x + 2y = 16 and x - y = 2", "x = 4, y = 2"),
        Case("Solve: x + y = 10, x - y = 4", "x = 7, y = 3"),
        Case("If x + y = 12 and x - y = 2, what is x?", "7"),
        Case("What is x + y if 2x + y = 11 and x + 2y = 13?", "8"),
        Case("Find x and y if 2x + 3y = 13 and x - y = -1.", "x = 2, y = 3"),
        Case("X PLUS Y EQUALS TEN AND X MINUS Y EQUALS FOUR", "x = 7, y = 3"),
        Case("Solve the simultaneous equations a + b = 9 and 2a - b = 3.", "a = 4, b = 5"),
        Case(
            "Solve the following system of equations: x + y + z = 6, x - y = 0, z = 4",
            "x = 1, y = 1, z = 4"
        ),
        Case("Given p + q = 20 and p = 3q, find p.", "15"),
        Case("y = 2x + 1 and y = x + 4. Find x and y.", "x = 3, y = 7"),
        Case("What are x and y when x + 4y = 14 and x = 2y + 2?", "x = 6, y = 2"),
        Case("Find the solution of 5x - y = 9; 2x + y = 5.", "x = 2, y = 1"),
        Case("If a = 2b and a + b = 18, what is the value of b?", "6"),
        Case("Which values of x and y satisfy both x + y = 5 and 3x - y = 7?", "x = 3, y = 2"),
        Case("Solve for y: x + y = 7, x - y = 1", "y = 3"),
        Case("Let m + n = 30 and m - n = 6. What is m times n?", "216"),
        Case("Suppose 2x + y = 10 and y = 4. What is x?", "3"),
        Case("Work out u and v from u + v = 3 and u - 2v = 0.", "u = 2, v = 1"),
        Case("Calculate x - y given x + y = 20 and x = 4y.", "12"),
        Case("x + y = 8, y + z = 11, x + z = 9. What is z?", "6"),
        Case("where do the lines y = 3x - 2 and y = x + 4 intersect?", "x = 3, y = 7"),
        Case("Solve the pair of equations 4x + 3y = 24 and 2x - 3y = -6.", "x = 3, y = 4"),
        Case("please find x if 3x + y = 15 and y = 2x", "3"),
    ]

    static let polynomials = [
        Case("What are the roots of x^2 - 5x + 6 = 0?", "x = 2 or x = 3"),
        Case("Solve x^2 = 49", "x = -7 or x = 7"),
        Case("Find the larger root of x^2 - 7x + 10 = 0.", "5"),
        Case("What is the smaller solution of x^2 - x - 12 = 0?", "-3"),
        Case("Find the positive root of x^2 + x - 6 = 0", "2"),
        Case("What is the sum of the roots of 2x^2 - 8x + 3 = 0?", "4"),
        Case("Find the product of the roots of x^2 + 4x - 21 = 0.", "-21"),
        Case("Evaluate x^2 + 3x - 4 at x = 5.", "36"),
        Case("What is 2x^3 - x + 1 when x = 2?", "15"),
        Case("Solve the quadratic equation x^2 + 6x + 9 = 0.", "x = -3"),
        Case("Solve x^2 - 3x + 1 = 0.", "x = (3 ± √5)/2"),
        Case("Find all real solutions of x^3 - 6x^2 + 11x - 6 = 0", "x = 1 or x = 2 or x = 3"),
        Case("For what values of x is x^2 - 4 = 0?", "x = -2 or x = 2"),
        Case("What are the zeros of x^2 - 9?", "x = -3 or x = 3"),
        Case("If x is positive and x^2 = 144, what is x?", "12"),
        Case("x squared minus five x plus six equals zero", "x = 2 or x = 3"),
        Case("(x - 1)(x + 4) = 0, what could x be?", "x = -4 or x = 1"),
        Case("Solve x(x + 2) = 15", "x = -5 or x = 3"),
        Case("What's the value of y^2 - 2y if y = 7?", "35"),
        Case("Give me the largest root of x³ - 4x² + x + 6 = 0.", "3"),
        Case("Let p(x) = x^2 - 3x + 2. What is p(4)?", "6"),
        Case("If f(x) = 2x^2 + 1, find f(3).", "19"),
        Case("Find the negative solution of 2x^2 - 3x - 5 = 0", "-1"),
        Case("Work out the roots of 6x^2 + x - 2.", "x = -2/3 or x = 1/2"),
        Case("How many real roots does x^2 - 2x - 8 = 0 have?", "2"),
    ]

    static let sequences = [
        Case("What is the next number in 2, 5, 8, 11?", "14"),
        Case("What comes next: 3, 6, 12, 24, ...?", "48"),
        Case("What is the 10th term of 4, 7, 10, 13?", "31"),
        Case("Find the next term of the sequence 1, 4, 9, 16, 25.", "36"),
        Case("Continue the series: 1, 1, 2, 3, 5, 8, 13", "21"),
        Case("Which number follows 2, 3, 5, 7, 11, 13?", "17"),
        Case("1, 3, 6, 10, 15, ? What should replace the question mark?", "21"),
        Case("Give the next number in this sequence: 100, 90, 80, 70", "60"),
        Case("What number should come next in the sequence 81, 27, 9, 3?", "1"),
        Case("What would be the next number after 1, 8, 27, 64?", "125"),
        Case("Find the 7th term of the sequence 5, 10, 20, 40.", "320"),
        Case("The sequence goes 2, 6, 12, 20, 30. What is the next number?", "42"),
        Case("Complete the sequence: 1, 10, 2, 20, 3, 30, 4, ...", "40"),
        Case("Tell me the next two numbers in 7, 14, 21, 28", "35, 42"),
        Case("What is the twentieth term in the arithmetic sequence 3, 8, 13, 18, ...?", "98"),
        Case("A sequence starts 2, 4, 8, 16. What is the 10th term?", "1024"),
        Case("in the series 50, 45, 40, 35 what comes next", "30"),
        Case("Predict the next value: 0, 1, 3, 6, 10", "15"),
        Case("What is the next number in the pattern 3, 4, 7, 11, 18, 29?", "47"),
        Case("Which term comes after 1, 2, 4, 7, 11, 16?", "22"),
        Case("5, 11, 17, 23, __", "29"),
        Case("Work out the 100th term of 1, 3, 5, 7, 9.", "199"),
        Case("What's the next in line: 64, 32, 16, 8?", "4"),
    ]

    static let wordProblems = [
        Case("A number doubled plus 3 is 17. What is the number?", "7"),
        Case(
            "The sum of two numbers is 20 and their difference is 4. What are the numbers?",
            "12 and 8"
        ),
        Case(
            "Ann is twice as old as Bob and together they are 36. How old is Ann?",
            "24"
        ),
        Case("I think of a number, multiply it by 3 and add 4. The result is 19. What is it?", "5"),
        Case("Three times a number minus 5 equals 16. Find the number.", "7"),
        Case("The sum of three consecutive integers is 72. What are they?", "23, 24 and 25"),
        Case("Half of a number is 14. What is the number?", "28"),
        Case("If you add 7 to a number you get 31. Which number is it?", "24"),
        Case("The sum of two numbers is 50. One is 8 more than the other. Find the larger.", "29"),
        Case("Two numbers add up to 15 and differ by 3. Find them.", "9 and 6"),
        Case(
            "Tom is 5 years older than Sue. Together they are 35 years old. How old is Sue?",
            "15"
        ),
        Case("A number increased by 12 is 40. What's the number?", "28"),
        Case("Twice a number is 10 more than 8. What is the number?", "9"),
        Case("Seven less than a number is 15. What is the number?", "22"),
        Case("When a number is multiplied by 4 and then 6 is subtracted, the result is 30.", "9"),
        Case("The product of 6 and a number is 54. Find the number.", "9"),
        Case("What number plus 9 gives 25?", "16"),
        Case("The sum of two consecutive numbers is 41. What is the smaller one?", "20"),
        Case(
            "Mary is three times as old as her son. The sum of their ages is 48. How old is Mary?",
            "36"
        ),
        Case("What number, when doubled and increased by 5, gives 21?", "8"),
        Case("A third of a number is 9. What is the number?", "27"),
        Case("One number is twice another, and their sum is 27. What are the numbers?", "18 and 9"),
        Case("Five times a number is the same as the number plus 24. What is it?", "6"),
        Case(
            "The difference between two numbers is 6 and their sum is 30. What is the smaller?",
            "12"
        ),
    ]
}
