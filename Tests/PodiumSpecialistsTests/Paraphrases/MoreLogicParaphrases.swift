/// A second set for the logician, asked in other people's words after its readers were finished.
enum MoreLogicParaphrases {
    static let knights: [Case] = [
        Case(
            "You come across two inhabitants of the island, Bart and Mel. Bart claims \"Both I and Mel"
                + " are knights or both I and Mel are knaves.\" Mel claims \"I and Bart are"
                + " different.\" Is Mel a knave?",
            "no"
        ),
        Case(
            "Sally says: \"At most one of us is a knight.\" Zippy says: \"Sally is a liar.\" What are"
                + " Sally and Zippy?",
            "Sally is a knight, Zippy is a knave"
        ),
        Case(
            "Of three islanders, Ann says all three of us are knaves, Bob says exactly two of us are"
                + " knaves, and Cid says nothing. What is Bob?",
            "knight"
        ),
        Case(
            "A says that either B is a knight or C is a knight. B says that A is a knave. C says that B"
                + " is a knave. Which of them are knights?",
            "A, C"
        ),
        Case(
            "Two people stand at a fork. Kim says Lee always lies. Lee says Kim always tells the truth."
                + " Who is lying?",
            "I cannot"
        ),
        Case(
            "Ned says Ola is a knave, and Ola says Ned is a knave. How many knights are there?",
            "1"
        ),
        Case("Ned says Ola is a knave, and Ola says Ned is a knave. Is Ned a knight?", "I cannot"),
        Case(
            "Uma says, \"Vic is not a knight.\" Vic says, \"Uma and I are not the same.\" Who is the"
                + " knight?",
            "Vic"
        ),
    ]

    static let propositional: [Case] = [
        Case("Is ¬(p ∨ q) equivalent to ¬p ∧ ¬q?", "yes"),
        Case("Is (p → q) → p logically equivalent to p?", "yes"),
        Case("Is A -> B satisfiable?", "yes"),
        Case("Does (A or B) and not A imply B?", "yes"),
        Case("If P is false and Q is true, what is the truth value of P or not Q?", "false"),
        Case("Is if A then B equivalent to not A or B?", "yes"),
        Case("How many satisfying assignments does a && b && !a have?", "0"),
        Case("Is p xor p a contradiction?", "yes"),
        Case("Does R follow from P -> Q, Q -> R and P?", "yes"),
        Case("Is A and B or C valid?", "no"),
    ]

    static let ordering: [Case] = [
        Case(
            "Liz, Mo and Ned compared their heights. Liz is not the tallest. Mo is shorter than Liz."
                + " Who is the tallest?",
            "Ned"
        ),
        Case(
            "Pam is younger than Quin. Quin is younger than Rob. Sue is older than Rob. Who is the"
                + " second oldest?",
            "Rob"
        ),
        Case(
            "In a race, Jo finished third. Kay finished right before Jo. Lou finished last. Max also"
                + " ran. Who won?",
            "Max"
        ),
        Case(
            "Dan sits to the left of Eve. Eve sits to the left of Fay. Is Dan to the left of Fay?",
            "yes"
        ),
        Case("Ann is older than Bob. Cid is older than Bob. Is Ann older than Cid?", "I cannot"),
        Case(
            "Four cars are parked in a row. The red car is immediately to the left of the blue car. The"
                + " green car is at the left end. The black car is at the right end. Which car is"
                + " second from the left?",
            "the red car"
        ),
        Case("Abe is heavier than Ben but lighter than Cal. Who is the lightest?", "Ben"),
        Case(
            "Tim arrived before Una but after Vera. List them from first to last.",
            "Vera, Tim, Una"
        ),
        Case(
            "Ann finished before Bob. Cid did not finish last. Bob finished after Cid. Who came last?",
            "Bob"
        ),
    ]

    static let assignment: [Case] = [
        Case(
            "Rae, Sid and Tom each study a different subject: maths, history, or art. Sid studies art."
                + " Rae does not study maths. What does Tom study?",
            "maths"
        ),
        Case(
            "The three neighbours Al, Bea and Cy have a cat, a dog and a rabbit, one each. Bea does not"
                + " have the rabbit. Al has the dog. Who has the rabbit?",
            "Cy"
        ),
        Case(
            "Gus, Hal and Ian each wear a different coloured shirt: red, green or blue. Gus is not"
                + " wearing red or green. Hal is not wearing red. What colour is Ian wearing?",
            "red"
        ),
        Case(
            "Ann, Bob and Cid each own a pet: a cat, a dog or a fish. Ann or Bob owns the cat. Bob owns"
                + " the dog. Who owns the fish?",
            "Cid"
        ),
        Case(
            "Mia, Noa and Pia each play one instrument (harp, drums, tuba). Mia and Noa do not play the"
                + " harp. Noa does not play the tuba. Who plays the tuba?",
            "Mia"
        ),
    ]

    static let syllogisms: [Case] = [
        Case("All dogs bark. Rex is a dog. Does Rex bark?", "I cannot"),
        Case("No cats are dogs. Are any dogs cats?", "no"),
        Case(
            "Some birds are not flyers. All birds are animals. Are some animals not flyers?",
            "yes"
        ),
        Case(
            "All lawyers are liars. Some liars are rich. Are all lawyers rich?",
            "cannot be determined"
        ),
        Case(
            "Every poet is a dreamer. No dreamer is a banker. Can a banker be a poet?",
            "I cannot"
        ),
        Case(
            "All wizards are elves. No elves are dwarves. Is it certain that no wizards are dwarves?",
            "yes"
        ),
        Case("All kings are men. Are some men kings?", "I cannot"),
    ]

    static let mixed: [Case] = [
        Case(
            "Joe and Bob are islanders. Joe says that they are both knaves. Is Bob a knave?",
            "no"
        ),
        Case(
            "Mary: \"John is a knave.\" John: \"Mary and I are both knaves.\" Who is the knight?",
            "Mary"
        ),
        Case(
            "Dee says: if Eli is a knight then I am a knave. Is Dee a knight?",
            "yes"
        ),
        Case(
            "Is it the case that p → q is equivalent to ¬q → ¬p?",
            "yes"
        ),
        Case(
            "Show whether (a and b) or not a is a tautology.",
            "no"
        ),
        Case(
            "Are the formulas (p ∧ q) and (q ∧ p) equivalent?",
            "yes"
        ),
        Case(
            "Is the negation of p and p satisfiable?",
            "I cannot"
        ),
        Case(
            "If p is true, q is false and r is true, what is the value of (p or q) and r?",
            "true"
        ),
        Case(
            "Does p and q entail p?",
            "yes"
        ),
        Case(
            "Give the truth value of p implies q for p = true and q = false.",
            "false"
        ),
        Case(
            "Sam is taller than Jo, and Jo is taller than Lee. Who is the shortest of the three?",
            "Lee"
        ),
        Case(
            "Of Ann, Bob and Cid, Ann is the oldest and Bob is younger than Cid. Who is the youngest?",
            "Bob"
        ),
        Case(
            "Rita came in before Sal. Sal came in after Tom. Tom came in after Rita. Who came in second?",
            "Tom"
        ),
        Case(
            "Bo sits between Al and Cy. Al is on the far left. Who is on the far right?",
            "Cy"
        ),
        Case(
            "The dog is heavier than the cat. The mouse is lighter than the cat. Which animal is the heaviest?",
            "the dog"
        ),
        Case(
            "A is older than B. C is younger than B. Who is oldest?",
            "A"
        ),
        Case(
            "Bob, Kim and Lou each have one pet: a cat, a dog, and a bird. Kim's pet is the bird. Lou doesn't have a dog. Who has the dog?",
            "Bob"
        ),
        Case(
            "There are three friends: Jack, Kate and Leo. They own a boat, a car and a plane, one each. Jack owns the plane. Kate does not own the boat. What does Leo own?",
            "boat"
        ),
        Case(
            "Some dogs are pets. All pets are cute. Are some dogs cute?",
            "yes"
        ),
        Case(
            "No A are B. All C are B. Are any A C?",
            "no"
        ),
        Case(
            "All men are mortal, and Plato is a man. Is Plato mortal?",
            "yes"
        ),
        Case(
            "If no fish are birds and all salmon are fish, can a salmon be a bird?",
            "no"
        ),
        Case(
            "All doctors are rich. No rich people are sad. Are any doctors sad?",
            "no"
        ),
        Case(
            "All squares are shapes. All circles are shapes. Are all squares circles?",
            "cannot be determined"
        ),
    ]

    static let families: [(name: String, cases: [Case])] = [
        ("knights", knights), ("propositional", propositional), ("ordering", ordering),
        ("assignment", assignment), ("syllogisms", syllogisms), ("mixed", mixed),
    ]
}
