@testable import PodiumPolicy

/// Held-out questions that end in a search, a count of islanders or number theory.
extension HeldOut {
    static let arithmeticCountdown = [
        HeldOut("Make the value of 12 * 2 from 4, 7, 8, 8.", .countdown([4, 7, 8, 8], target: 24)),
        HeldOut(
            "First compute 6 * 6 + 1. Then use 5, 8 and 3 to make that number.",
            .countdown([5, 8, 3], target: 37)
        ),
        HeldOut(
            "The target of this countdown game is 9 * 4. The numbers are 10, 4, 2 and 7.",
            .countdown([10, 4, 2, 7], target: 36)
        ),
        HeldOut("Can you reach 10^2 with 4, 5, 20 and 9?", .countdown([4, 5, 20, 9], target: 100)),
        HeldOut(
            "Find an expression with the numbers 3, 5 and 7 whose value is 44 / 2.",
            .countdown([3, 5, 7], target: 22)
        ),
        HeldOut(
            "With 2, 3 and 10, using each at most once, make the result of 96 / 4 + 8.",
            .countdown([2, 3, 10], target: 32)
        ),
        HeldOut(
            "Work out 15 * 5, then reach it using the numbers 25, 2, 1 and 7.",
            .countdown([25, 2, 1, 7], target: 75)
        ),
        HeldOut(
            "Combine 6, 4 and 9 with + - * / to get the sum of 40 and 20.",
            .countdown([6, 4, 9], target: 60)
        ),
        HeldOut(
            "Use 8, 2 and 5 to reach the product of 3 and 7.",
            .countdown([8, 2, 5], target: 21)
        ),
        HeldOut(
            "Countdown: numbers 50, 3, 2, 6; target 11 * 14.",
            .countdown([50, 3, 2, 6], target: 154)
        ),
    ]

    private static let island =
        "Ann says: \"Bob is a knave.\" Bob says: \"Ann and Bob are both knaves.\""
    private static let three =
        "A says that B is a knave. B says that C is a knave. C says that A and B are both knaves."

    static let knightsArithmetic = [
        HeldOut(
            "Knights always tell the truth and knaves always lie. \(island) What is 7 times the number of knights?",
            7
        ),
        HeldOut(
            "\(three) Knights tell the truth, knaves lie. What is the number of knaves times 15?",
            30
        ),
        HeldOut(
            "On an island of knights and knaves, \(island) Add 40 to the number of knaves.",
            41
        ),
        HeldOut(
            "\(three) (Knights tell the truth, knaves lie.) Multiply the number of knights by 99.",
            99
        ),
        HeldOut(
            "Knights tell the truth, knaves lie. \(three) How many knaves are there, squared?",
            4
        ),
        HeldOut(
            "Every islander is a knight or a knave. \(island) What is 100 minus the number of knights?",
            99
        ),
        HeldOut(
            "Knights are truthful and knaves lie. \(three) What is 3 to the power of the number of knaves?",
            9
        ),
        HeldOut(
            "Knights tell the truth, knaves lie. \(island) Count the knights and multiply the count by 12.",
            12
        ),
        HeldOut(
            "\(three) Knights always tell the truth and knaves always lie. How many knights are there? Multiply that by 8.",
            8
        ),
        HeldOut(
            "Knights tell the truth and knaves lie. \(three) What do you get when you add 5 to the number of knaves?",
            7
        ),
    ]

    static let dateNumberTheory = [
        HeldOut(
            "What is the number of days between 1 January 2024 and 1 March 2024 divided by 4?",
            15
        ),
        HeldOut(
            "Factor the number of days from 4 May 2023 to 9 September 2023 into primes.",
            .factors(128)
        ),
        HeldOut(
            "How many days are there between 1 February 2020 and 1 February 2021, modulo 10?",
            6
        ),
        HeldOut(
            "Count the days between 6 June 2024 and 24 December 2024 and find the prime factors of that number.",
            .factors(201)
        ),
        HeldOut(
            "What is the lcm of 12 and the number of days between 3 March 2022 and 14 April 2022?",
            84
        ),
        HeldOut(
            "What remainder is left when the number of days from 2019-01-15 to 2020-01-15 is divided by 7?",
            1
        ),
        HeldOut(
            "How many days are there between 10 February 2025 and 1 May 2025? Give the gcd of that and 60.",
            20
        ),
        HeldOut("Compute the number of days between 7 July 2021 and 31 October 2021 mod 9.", 8),
        HeldOut("Double the number of days between November 11, 2023 and February 2, 2024.", 166),
        HeldOut(
            "What is the square of the number of days between 1 April 2024 and 1 October 2024?",
            33489
        ),
    ]
}
