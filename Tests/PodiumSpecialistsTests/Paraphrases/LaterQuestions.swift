/// A second set of questions, written when the readers were done, to see how they fare on words
/// that nobody had in mind.
enum LaterQuestions {
    static let algebra = [
        Case("Hey, could you tell me what x has to be so that 6x - 11 = 25?", "6"),
        Case("5(y + 3) = 40, solve it", "y = 5"),
        Case("Which x solves 2x/3 = 8?", "12"),
        Case("I'm stuck on 4(k - 1) = 2k + 10. What's k?", "7"),
        Case("x minus seven equals three. What is x?", "10"),
        Case("Is there a value of x for which 3x + 4 = 3x + 9?", "no"),
        Case("-2x + 9 = 1, x = ?", "4"),
        Case("Solve 12/x = 4", "x = 3"),
        Case("Solve 3x + 5 > 20", "no"),
        Case("What is x, given 1.2x = 6?", "5"),
        Case("Find x: 10 - (2 - x) = 15", "7"),
        Case("The equation 7n - 3 = 4n + 18 has what solution?", "n = 7"),
        Case("x + y = 14\nx - y = 6", "x = 10, y = 4"),
        Case("Solve for x and y:\n2x + y = 9\n3x - y = 11", "x = 4, y = 1"),
        Case("two x plus y is eleven and x minus y is one; what are x and y?", "x = 4, y = 3"),
        Case("If 3a + b = 17 and a = 4, then b = ?", "5"),
        Case("Solve this system for me, please: 2p - q = 4, p + q = 5.", "p = 3, q = 2"),
        Case(
            "Given x + y = 9 and y + z = 13 and x + z = 10, find x, y and z.",
            "x = 3, y = 6, z = 7"
        ),
        Case("When x + y = 5 and 2x + 2y = 11, what is x?", "no"),
        Case("What is the average of x and y if x + y = 10 and x - y = 2?", "5"),
        Case("Find the value of 3x - y when x + y = 7 and x - y = 3.", "13"),
        Case("Eliminate y from x + y = 8 and x - y = 4 and give x.", "6"),
        Case("How many solutions does x^2 + 4 = 0 have?", "0"),
        Case("Give both roots of x^2 + 2x - 15 = 0.", "x = -5 or x = 3"),
        Case("Factor x^2 - 5x + 6", "(x - 2)(x - 3)"),
        Case("Solve 2x^2 = 18 for x", "x = -3 or x = 3"),
        Case("What positive number x satisfies x^2 - x = 20?", "5"),
        Case("What's the bigger of the two solutions of x^2 - 11x + 24 = 0?", "8"),
        Case("Find f(2) if f(x) = x^3 - 4x.", "0"),
        Case("Compute the value of the polynomial 3x^2 - 2x + 7 for x = -1.", "12"),
        Case("x^2 + 2x = 4", "x = -1 ± √5"),
        Case("What does x^2 - 6x + 9 equal at x = 3?", "0"),
        Case("At which x does x^2 - 10x + 25 vanish?", "5"),
        Case("If g(t) = 5t - 2 then what is g(6)?", "28"),
        Case("Find the sum of the squares of the roots of x^2 - 3x + 1 = 0", "7"),
        Case("3, 9, 27, 81 - what's next?", "243"),
        Case("Find the missing number: 2, 4, ?, 8, 10", "6"),
        Case("What is the 15th term of the sequence 6, 11, 16, 21?", "76"),
        Case("Here is a sequence: 1, 2, 4, 8, 16. What is the following term?", "32"),
        Case("Continue: 10, 7, 4, 1", "-2"),
        Case("What is the sum of the next two terms of 1, 2, 3, 4?", "11"),
        Case("1, 3, 7, 15, 31, what comes then?", "63"),
        Case("Which number doesn't belong: 2, 4, 6, 9, 10?", "9"),
        Case("Give the first five terms of the sequence 2, 4, 6.", "2, 4, 6, 8, 10"),
        Case("Next term: 1/2, 1/4, 1/8, 1/16", "1/32"),
        Case("My number plus twelve is thirty. What is my number?", "18"),
        Case("If I double a number and take away 4, I get 10. What is the number?", "7"),
        Case("Find a number which is 9 less than its double.", "9"),
        Case(
            "Bob is 3 years younger than Al, and the sum of their ages is 27. How old is Bob?",
            "12"
        ),
        Case("Twice the sum of a number and 3 is 22. What is the number?", "8"),
        Case(
            "Two numbers have a sum of 100 and a difference of 20. What is the larger number?",
            "60"
        ),
        Case("Lisa is twice as old as Max. In 5 years Lisa will be 25. How old is Max?", "10"),
        Case("Three consecutive even numbers add up to 48. What is the largest?", "18"),
        Case("A number is divided by 3 and 5 is added; the result is 11. Find the number.", "18"),
        Case(
            "Tickets cost 5 euros for adults and 3 for children. 10 people paid 42. How many adults?",
            "6"
        ),
        Case("The sum of a number and its double is 45. What is it?", "15"),
        Case("Four more than five times a number is 39. What is the number?", "7"),
    ]

    static let calendar = [
        Case("hey what weekday is the 3rd of october 2025", "Friday"),
        Case("My birthday is May 9, 1995 - which day of the week was it?", "Tuesday"),
        Case("Do you know on which day of the week 12 October 1592 fell?", "Monday"),
        Case("Will Christmas Day 2030 be a Wednesday?", "yes"),
        Case("17/05/2024 is what day of the week?", "Friday"),
        Case("Which weekday did World War II end in Europe, 8 May 1945?", "Tuesday"),
        Case("What day of the week is 30 February 2024?", "no"),
        Case("weekday of Sept. 11, 2001", "Tuesday"),
        Case("What will the date be 25 days after Jan 20, 2024?", "14 February 2024"),
        Case(
            "A project begins on 10 March 2024 and takes 6 weeks. On which date does it end?",
            "21 April 2024"
        ),
        Case("What was the date 2 weeks ago if today is 5 May 2024?", "21 April 2024"),
        Case(
            "If the invoice of 15 January 2024 is due in 30 days, when is it due?",
            "14 February 2024"
        ),
        Case("Go back 100 days from 1 June 2024; which date do you reach?", "22 February 2024"),
        Case("What's 31 August 2023 plus one month?", "30 September 2023"),
        Case("Three days before 2 January 2020 is what date?", "30 December 2019"),
        Case("Date 5 business days after 3 May 2024?", "no"),
        Case("What day comes 1000 days after 1 January 2024?", "27 September 2026"),
        Case("what date is it a week after 28 december 2023", "4 January 2024"),
        Case("How many days until 25 December 2024 from 1 November 2024?", "54"),
        Case("From March 1 to April 15, 2024, how many days are there?", "45"),
        Case("Tell me how many days there are between Jan 5, 2023 and Feb 5, 2023.", "31"),
        Case("I arrived on 3 May 2024 and left on 12 May 2024. How many nights did I stay?", "9"),
        Case("How many working days are there between 1 May 2024 and 31 May 2024?", "no"),
        Case(
            "How many weeks and days are there from 1 January 2024 to 15 March 2024?",
            "10 weeks 4 days"
        ),
        Case("What is the difference between 2024-03-10 and 2024-02-10 in days?", "29"),
        Case("Elapsed days from 7 July 2024 to 7 August 2024?", "31"),
        Case(
            "How many years, months and days are there from 15 May 2000 to 20 July 2024?",
            "24 years 2 months 5 days"
        ),
        Case("Is there a Friday the 13th in September 2024?", "yes"),
        Case("When was the first Monday in January 2024?", "1 January 2024"),
        Case(
            "Thanksgiving is the fourth Thursday of November. When was it in 2023?",
            "23 November 2023"
        ),
        Case("On what date did the last Friday of July 2021 fall?", "30 July 2021"),
        Case("How many times does Monday occur in April 2024?", "5"),
        Case("What are the dates of all Sundays in June 2024?", "no"),
        Case("How many weekends are in May 2024?", "no"),
        Case("Find the date of the Tuesday after 1 May 2024.", "7 May 2024"),
        Case("It is 14:20. What time will it be in 50 minutes?", "15:10"),
        Case(
            "My flight departs at 22:15 and lands 3 hours 30 minutes later. At what time does it land?",
            "01:45"
        ),
        Case("I slept from 23:30 to 7:15. How long did I sleep?", "7 hours 45 minutes"),
        Case("How long is 8:00 to 16:30?", "8 hours 30 minutes"),
        Case("1 hour 40 minutes + 2 hours 30 minutes", "4 hours 10 minutes"),
        Case(
            "What's 10000 seconds in hours, minutes and seconds?",
            "2 hours 46 minutes 40 seconds"
        ),
        Case("How many hours are there between 9 am and 5 pm?", "8"),
        Case("At what time must I leave to arrive at 9:00 if the trip takes 35 minutes?", "08:25"),
        Case("What time was it 20 minutes before noon?", "11:40"),
        Case("If it is 3 pm in London, what time is it in Tokyo?", "no"),
        Case("Add 45 minutes to 11:30", "12:15"),
        Case(
            "If a race starts at 10:00 and finishes at 10:47:30, how long did it take?",
            "47 minutes 30 seconds"
        ),
        Case(
            "Three lessons of 45 minutes each: how long in hours and minutes?",
            "2 hours 15 minutes"
        ),
        Case("Is 2023 a leap year or not?", "no"),
        Case("How many days did February 1900 have?", "28"),
        Case("Was the year 1600 a leap year?", "yes"),
        Case("The 200th day of 2023 is which date?", "19 July 2023"),
        Case("What number day of the year is 4 July 2023?", "185"),
        Case("how many days were there in 1999", "365"),
        Case("In what ISO week does 29 December 2025 lie?", "1"),
        Case("Which month has 28 days in 2023?", "no"),
    ]
}
