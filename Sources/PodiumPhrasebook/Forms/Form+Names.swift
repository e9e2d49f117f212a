extension Form {
    /// Every form, by skill.
    public enum Name: String, Hashable, Sendable, CaseIterable {
        // Arithmetic
        case compute, add, subtract, difference, double, halve, square, multiply, divide, remainder,
            gcd, lcm, total, product, average
        case largest, smallest, root, factorial, percentage, raise, lower
        case prime, factors, divisors, nextPrime, toBase, fromBase, convert
        // Algebra
        case equation, unknown, system, sequence
        // Language
        case caesar, shift, unshift, morse, toMorse, count, reverse, reverseWords, sortLetters
        case sortWords, longest, palindrome, anagrams, roman, romans, toRoman, toWords
        // Calendar
        case weekday, after, before, between, leap, elapsed, later
        // Search
        case countdown, subset, sudoku, colouring
        // Logic
        case knights, knightCount, order, extreme, syllogism
        // What is said in puzzles
        case says, isKnight, isKnave, bothKnights, bothKnaves, sameKind, otherKind, exactly, atLeast
        case isMore, all, none, some, someNot
        // On the work of others
        case answer, obey, decode, vote, firstAnswer, together, check
    }
}
