/// Sentences that look like a form and ask for something else: with a word too many, a condition
/// added, or another demand. Nobody may read them.
enum NearMisses {
    static let all =
        (numbers + words + dates + puzzles).split(separator: "\n").map(String.init).filter {
            !$0.isEmpty
        }

    private static let numbers = """
        What is 5 plus 3 minus the number of people?
        1.000.000 + 1
        What is 3.2.1?
        127.0.0.1 + 1
        100 + 10%
        What is 100 minus 10%?
        What is 5!!?
        What is the sum of 3, 4 and 5 squared?
        Solve 2x + 4 = 10 for y.
        If 2x + 4 = 10, what is y?
        What is y if 2x = 4?
        Find a and b if x + y = 10 and x - y = 2.
        Find m if 2n = 8.
        What is not 5 + 3?
        What is 5 + 3 in Rome?
        What is 5 + 3 and why?
        What is 5 + 3 if you forget the 3?
        What is 12 + 7 without the carry?
        What is about 12 + 7?
        What is 12 + 7 rounded to tens?
        What was 12 + 7?
        What is 12 + 7 apples?
        What is the sum of 3 and 4 and their product?
        What is the sum of the digits of 345?
        Is 7 not prime?
        Is 7 prime or even?
        Is 7 an odd number?
        Is 91 the product of two primes?
        Is 13 prime in base 4?
        Which primes lie between 10 and 20?
        How many primes are below 100?
        Find the prime factors of 12 without repetition.
        Find the largest prime factor of 84.
        How many even divisors does 12 have?
        How many divisors do 12 and 18 share?
        Which prime comes before 20?
        Add 3 and 4 unless it rains.
        Add 3 and 4 twice.
        Add 3 and 4 to the larger of them.
        Add XIV and VI unless the sum is above 15.
        Subtract 3 from 4 and from 5.
        Multiply 6 by 7 but not by 8.
        Multiply 6 by 7 in your head.
        Multiply 6 by the smaller of 7 and 8 and 9.
        Divide 10 by 3 and round up.
        Divide 10 by 3 without remainder.
        What is the quotient of 10 and 3 rounded down?
        What is 15% of 80 and of 90?
        What is 15% more than 80?
        What is 15% of 80 off?
        Increase 50 by 10% twice.
        Increase 50 by 10% every year.
        What percentage of 80 is 20 more than?
        What percentage of people is 20?
        What is the remainder when 17 is divided by 5 or 6?
        What is the gcd of 84 and 126 and their lcm?
        What is the average of 3, 4 and 8 without the largest?
        What is the second largest of 3, 4 and 8?
        What is the square root of 9 or 16?
        What is the cube of 3?
        What is 2 to the power of itself?
        Write 10 in binary backwards.
        Write 10 in binary with leading zeros.
        Convert 10 to binary and to octal.
        Convert 10 from base 3.
        How many feet are there in 3.5 miles and 2 yards?
        How many feet are there in a mile and a half?
        How many more feet are there in 3 miles than in 2 miles?
        Convert 10 km to miles per hour.
        Convert 10 km to miles, rounded to tens.
        72 F in celsius or kelvin
        Solve 5x - 3 = 2x + 12 for y and z.
        Solve 5x - 3 = 2x + 12 without division.
        Solve 5x - 3 < 2x + 12.
        Solve 5x - 3 = 2x + 12 or 3x = 6.
        Solve x + y = 10 and x - y = 2, where x is even.
        What is x if x + y = 10 and y is prime?
        Find x if x + 3 = 10 and x is odd.
        How many solutions has x^2 = 4?
        What comes after the next number in 2, 4, 6?
        What comes next in 2, 4, 6 and why?
        What comes next but one in 2, 4, 6, 8?
        Which number is missing in 2, 4, _, 8?
        Continue the sequence 2, 4, 6 backwards.
        What is the tenth term of 2, 4, 6?
        """

    private static let words = """
        How many r's are not in "strawberry"?
        How many r's are in "strawberry" and "cherry" together?
        How many different letters are in "banana"?
        How many letters are in the second word of "to be or not"?
        How many capital letters are in "Podium"?
        How many vowels and consonants are in "orchestra"?
        How many vowels are in "orchestra" without the o?
        How many words are in "to be or not to be" if you count each once?
        Count the letters in "banana" that are not a.
        Count the vowels in "banana" twice.
        Reverse "stone" but do not reverse the first letter.
        Reverse "stone" twice.
        Reverse "stone" and "bread".
        Do not reverse "stone".
        Reverse every second letter of "stone".
        Spell "stone" backwards in capital letters.
        Sort the letters of "stone" by how often they occur.
        Sort the letters of "stone" alphabetically but keep the s first.
        Sort the letters of "stone" in reverse order.
        Sort the words in "pear apple fig" by length.
        Which is longer, the reverse of "stone" or "cat"?
        Which is the shortest word in "a small orchestra"?
        Which is the longest word in "a small orchestra" but one?
        Is "level" a palindrome or not?
        Is "level" a palindrome without its first letter?
        Are "listen" and "silent" and "enlist" anagrams?
        Join the reverse of "ab" and the reverse of "cd".
        Decode the Caesar text "khoor" and the Morse text in it.
        Decode the Caesar text "khoor" but leave the first letter.
        Decode only the first word of the Caesar text "khoor zruog".
        Decode the Caesar text "khoor" with two shifts.
        Which shift has the Caesar text "khoor"?
        Encode "hello" with a Caesar shift of 3 and then of 4.
        Encode "hello" with a Caesar shift.
        Decode the Morse code "... --- ..." into French.
        Write "SOS" in Morse code without spaces.
        Write "SOS" in Morse code or in binary.
        Write 14 as a Roman numeral and a binary number.
        Write 14 as a Roman numeral without subtraction.
        Convert the Roman numeral XIV to binary and octal.
        Is the Roman numeral XIV even?
        Which Roman numeral is longer, XIV or XX?
        Write 14 in words in French.
        Write 14 in words backwards.
        Spell out 14 and 15.
        Decode "khoor" (Caesar, probably).
        """

    private static let dates = """
        On which weekday did 20 July 1969 not fall?
        On which weekday did 20 July fall?
        On which weekday did 20 July 1969 and 21 July 1969 fall?
        On which weekday did 20 July 1969 fall in the Julian calendar?
        On which date did the first Monday of July 1969 fall?
        How many Mondays lie between 1 March 2024 and 10 March 2024?
        How many days are between 1 March 2024 and 10 March 2024, both included?
        How many working days are between 1 March 2024 and 10 March 2024?
        How many days are between 1 March 2024 and 10 March 2024 without Sundays?
        How many weeks are between 1 March 2024 and 10 March 2024?
        How many days are left until Christmas?
        What date is 10 days after 1 March 2024, not counting Sundays?
        What date is 10 working days after 1 March 2024?
        What date is 10 days after 1 March 2024 or before it?
        What date is 10 days and 2 weeks after 1 March 2024?
        What date is 10 days after the day before 1 March 2024?
        What date is x days after 1 January 2024?
        Solve x^2 = 9. What date is x days after 1 January 2024?
        Which is later, 1 March 2024 or 3 April 2023?
        Is 1900 or 2000 a leap year?
        Which is the next leap year after 1900?
        Was 1900 a leap year in Russia?
        How long is it from 22:15 to 1:05 in seconds?
        How long is it from 22:15 to 1:05 without the breaks?
        What time is it 3 hours after 22:15 in Tokyo?
        What time is it now?
        """

    private static let puzzles = """
        Make 24 from 4, 7, 8, 8 without division.
        Make 24 from 4, 7, 8, 8 in two ways.
        Make 24 or 25 from 4, 7, 8, 8.
        In how many ways can 24 be made from 4, 7, 8, 8?
        Make the largest number from 4, 7, 8, 8.
        Which of the numbers 3, 5, 9, 14 add up to 17 with two of them?
        Which of the numbers 3, 5, 9, 14 do not add up to 17?
        Which two of the numbers 3, 5, 9, 14 add up to 17?
        Solve this 4x4 sudoku: 1 2 _ 4 / _ 4 1 _ / _ 1 4 _ / 4 _ _ 1 with its diagonals.
        Solve this 4x4 sudoku: 1 2 _ 4 / _ 4 1 _ / _ 1 4 _
        Colour the map A-B, B-C with red and green so that neighbours are the same.
        Colour the map A-B, B-C with as few colours as possible.
        Knights tell the truth and knaves lie. Ann says: "Bob is a knave." Is Ann a knight?
        Knights tell the truth and knaves lie. Ann says: "Bob is a spy." Who is what?
        Knights lie and knaves tell the truth. Ann says: "Bob is a knave." Who is what?
        Knights sometimes tell the truth and knaves lie. Ann says: "Bob is a knave." Who is what?
        Knights tell the truth and knaves lie. Ann thinks: "Bob is a knave." Who is what?
        Bob is taller than Ann. Who is not the tallest?
        Bob is taller than Ann. Cid is taller than Bob. List them from the tallest to the oldest.
        Knights tell the truth and knaves lie. Ann says: "Nobody is a knight." Who is what?
        Every cat is a dog. Does it follow that all cats are dogs?
        Is "level" a palindrome? Reverse it.
        How many letters are in "stone"? Spell it backwards.
        Bob is taller than Ann. Cid is shorter than Ann. Who is the second tallest?
        Bob is taller than Ann or Cid. Who is the tallest?
        All cats are dogs. No dogs are birds. Does it follow that no cats are birds or fish?
        Most cats are dogs. No dogs are birds. Does it follow that no cats are birds?
        All cats are dogs. Why are cats dogs?
        Why is the sky blue?
        Who wrote Hamlet?
        """
}
