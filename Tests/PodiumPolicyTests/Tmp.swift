import Testing
@testable import PodiumPolicy
@Test func `tmp paraphrases`() {
    let list: [(String, String)] = [
        ("What is hello spelled backwards?", "olleh"), ("What is seventy-seven in digits?", "77"),
        ("What's the result of decoding 'vhyhq wlphv vla' with a Caesar shift of 3 and evaluating it?", "42"),
        ("I found a note that says \"iruwb wzr plqxv vla\" (a Caesar cipher). What number does it work out to?", "36"),
        ("What is the Roman numeral for 1999?", "MCMXCIX"), ("how many times does e appear in 'elephant seen'", "4"),
        ("Alphabetize these words: pear, fig, apple", "pear"), ("What is one half plus one third?", "5/6"),
        ("Reverse \"olleh\" and encode it with a Caesar shift of 3.", "khoor"),
        ("What's twelve squared, spelled out?", "one hundred and forty-four"),
        ("Add the number of letters in \"cat\" to the number of letters in \"horse\".", "8"),
        ("A shirt costs 80 dollars and is reduced by 25%. What does it cost?", "nil"),
        ("Could you work out 12 * 12 for me?", "144"), ("I need 25% of 1,000,000.", "250000"),
        ("Compute the greatest common divisor of 1071 and 462.", "21"),
        ("What's the 100th prime number?", "541"), ("Is 1001 divisible by 13?", "yes"),
        ("What is 1e3 + 1?", "nil"), ("What is 5 - -3?", "8"), ("What is 2 - 3 - 4?", "-5"), ("8/4/2", "1"),
        ("What is (1/2)^10?", "1/1024"), ("What is 12.5% of 64?", "8"),
        ("How many letters are there in the words \"cat\" and \"horse\" together?", "8"),
        ("What is the total number of vowels in \"cat\" and \"horse\"?", "3"),
        ("Which word is longer, \"cat\" or \"horse\"?", "nil"),
        ("Decode \"ebiil\" and \"tloia\" (both Caesar).", "hello; world"),
        ("The Caesar texts \"irxu\" and \"ilyh\" say numbers. Add them, then double the result.", "18"),
        ("What is the Roman numeral XII plus the number of letters in \"violin\" minus 3?", "15"),
        ("What is 3 times what the Caesar message \"irxu\" says?", "12"),
        ("Take the Roman numeral XIV. Add 6. Multiply by 2.", "40"),
        ("Decode \"gdj\" with a shift of 3 and say if it is a palindrome.", "no"),
        ("Decode \"ohyho\" with a shift of 3. Is the result a palindrome?", "yes"),
        ("Sort the words of the Caesar text \"cheud dssoh\" (shift 3) alphabetically.", "apple zebra"),
        ("Reverse the words of \"one two three\"", "three two one"),
        ("What is the sum of the digits of 2^10?", "nil"),
        ("Write 42 in binary.", "101010"), ("Write 42 in words and in Roman numerals.", "?"),
        ("How many x's are in \"orchestra\"?", "0"), ("What is 0/5?", "0"), ("Divide 10 by 0.", "nil"),
        ("What is 10^10^10?", "nil"), ("Who is 3 times better than Bach?", "nil"),
        ("Does 2 + 2 equal 5?", "nil"), ("Is 2 + 2 = 5?", "nil"), ("What year is 10 years after 2020?", "nil"),
        ("How far is it from Paris to Rome in km?", "nil"), ("Name 3 prime ministers plus their parties.", "nil"),
        ("What is the difference between a cat and a dog?", "nil"), ("What is the average lifespan of 2 dogs?", "nil"),
        ("Summarise \"War and Peace\" in 3 words.", "nil"), ("Write \"hello\" in French.", "nil"),
        ("How many days are between 1 May and 3 June?", "nil"), ("What is the square of opposition with 4 corners?", "nil"),
        ("Solve x + 3 = 7.", "nil"), ("What comes next: 2, 4, 8, 16?", "nil"), ("Count to 10.", "nil"),
        ("What is the word of the year 2020?", "nil"), ("How many r's are there in the Roman alphabet?", "nil"),
        ("Reverse the decision.", "nil"), ("Sort out my taxes.", "nil"), ("Is Monday a palindrome of joy?", "nil"),
        ("Decode the message of the film \"Inception\".", "nil"), ("What does \"carpe diem\" mean?", "nil"),
        ("What is the secret of \"Mona Lisa\"?", "nil"), ("Encode my password.", "nil"), ("Spell it backwards.", "nil"),
    ]
    for (q, a) in list {
        let o = PlanRunner().run(q)
        let got = o.isComplete ? o.answer ?? "nil" : "nil"
        if got != a { print("TT \(q)\nTT    want \(a) got \(got) [\(o.workers)]\n\(o.story)\n=====") }
    }
}
