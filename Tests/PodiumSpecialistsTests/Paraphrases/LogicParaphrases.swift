/// Questions for the logician as people would put them, written before its readers were tuned.
enum LogicParaphrases {
    static let knights: [Case] = [
        Case(
            "A says B is a knave. B says we are both knights. Who is what?",
            "A is a knight, B is a knave"
        ),
        Case(
            "On an island, knights always tell the truth and knaves always lie. You meet Ann and"
                + " Bob. Ann says: \"We are both knaves.\" What are they?",
            "Ann is a knave, Bob is a knight"
        ),
        Case(
            "Every inhabitant is either a knight, who always tells the truth, or a knave, who"
                + " always lies. Zoe says that Carl is a knave. Carl says that neither he nor Zoe"
                + " is a knave. Is Zoe a knight?",
            "yes"
        ),
        Case(
            "Ann says, \"At least one of us is a knave.\" There are two people, Ann and Bob."
                + " Is Bob a knight?",
            "no"
        ),
        Case(
            "Alice claims that Bob is lying. Bob claims that Carol is lying. Carol claims that both"
                + " Alice and Bob are liars. Who is telling the truth?",
            "Bob"
        ),
        Case(
            "There are three islanders, A, B and C. A says \"All of us are knaves.\" B says"
                + " \"Exactly one of us is a knight.\" What are A, B and C?",
            "A is a knave, B is a knight, C is a knave"
        ),
        Case(
            "Knights tell the truth, knaves lie. Max says: I am a knave or Tim is a knight. Is Tim"
                + " a knight?",
            "yes"
        ),
        Case(
            "Peggy says \"Zed and I are the same.\" Zed says \"Peggy and I are different.\""
                + " How many knights are there?",
            "1"
        ),
        Case(
            "\"If I am a knight, then Bill is a knight,\" says Amy. What is Bill?",
            "knight"
        ),
        Case(
            "You meet two people, Rex and Ted. Rex tells you that Ted is a knave. Ted says, 'Neither"
                + " of us is a knave.' Determine who is a knight and who is a knave.",
            "Rex is a knight, Ted is a knave"
        ),
        Case(
            "On the island of knights and knaves you meet Joe and Sue. Joe says \"Sue is a knight\"."
                + " Sue says \"Joe is a knave\" and nothing else. Who is the knave?",
            "I cannot"
        ),
        Case(
            "A: \"B and C are both knights.\" B: \"A is a knave.\" C: \"B is a knave.\" Which of them"
                + " are knaves?",
            "A, C"
        ),
        Case(
            "Truth-tellers always tell the truth; liars always lie. Paul says that Quinn is a liar."
                + " Quinn says that Paul and Quinn are both truth-tellers. Is Quinn a liar?",
            "yes"
        ),
        Case(
            "Ann says that exactly two of us are knights. Bob says that Ann is a knave. Cid says that"
                + " Bob is a knave. How many of them are knights?",
            "I cannot"
        ),
        Case(
            "Bob says it is not true that Ann is a knight. Ann says that Bob and she are of different"
                + " types. Who is a knight?",
            "Ann"
        ),
        Case(
            "Two islanders, P and Q, talk to you. P: \"Q is a knight.\" Q: \"P and I are of opposite"
                + " types.\" Identify them.",
            "P is a knave, Q is a knave"
        ),
        Case(
            "Ken says: \"Lou is a knave and Mia is a knave.\" Lou says: \"Ken is a knave.\" Mia says:"
                + " \"Ken is a knave or Lou is a knave.\" Who are the knights?",
            "Lou, Mia"
        ),
        Case("A says: I am a knave and B is a knave. Is A a knight or a knave?", "knave"),
        Case(
            "A says that B is a knight if and only if C is a knight. B says that C is a knave. C says"
                + " that A is a knave. What is A?",
            "knave"
        ),
        Case("A says I am a knight. What is A?", "I cannot"),
        Case(
            "On a remote island each person is a knight (always truthful) or a knave (always lying)."
                + " Fay says Gus isn't a knight. Gus says at least one of us is a knight. Tell me"
                + " what each of them is.",
            "Fay is a knave, Gus is a knight"
        ),
        Case(
            "Each islander is a knight or a knave. Ida says: \"Jon is a knave.\" Jon says: \"Ida and"
                + " I are both knaves.\" Classify each of them.",
            "Ida is a knight, Jon is a knave"
        ),
        Case(
            "Knights always tell the truth and knaves always lie. Deb says, \"Ed is a knave, but Flo"
                + " is a knight.\" Ed says, \"Deb is a knave.\" Flo says, \"Deb is a knight and Ed"
                + " is a knave.\" Exactly two of them are knights. Which one is the knave?",
            "Ed"
        ),
        Case(
            "A says \"none of us is a knight\". B says nothing. Is B a knight?",
            "yes"
        ),
    ]

    static let propositional: [Case] = [
        Case("Is (A or B) and not A equivalent to B?", "no"),
        Case("Is (A or B) and not A equivalent to B and not A?", "yes"),
        Case("Is p or not p a tautology?", "yes"),
        Case("Is \"P and not P\" a contradiction?", "yes"),
        Case("Is (p → q) ∧ p ∧ ¬q satisfiable?", "no"),
        Case("Does p imply p or q?", "yes"),
        Case("Does Q follow from P -> Q and P?", "yes"),
        Case("Are p -> q and !q -> !p logically equivalent?", "yes"),
        Case("How many truth assignments satisfy (A or B) and (B or C)?", "5"),
        Case(
            "What is the truth value of (A or B) and not C when A is true, B is false and C is true?",
            "false"
        ),
        Case("Evaluate (p && q) || !r for p = true, q = false, r = false.", "true"),
        Case("If A is true and B is false, is A -> B true?", "no"),
        Case("Check whether ((P → Q) → P) → P is a tautology.", "yes"),
        Case("Is the formula (a ∨ b) ∧ (¬a ∨ ¬b) satisfiable?", "yes"),
        Case("Find the number of satisfying assignments of x xor y xor z.", "4"),
        Case("Is not (A and B) the same as not A or not B?", "yes"),
        Case("Is P ↔ Q equivalent to (P → Q) ∧ (Q → P)?", "yes"),
        Case("Is A implies B logically equivalent to B implies A?", "no"),
        Case("Is p ∧ q a tautology, a contradiction or contingent?", "contingent"),
        Case("From \"A or B\" and \"not A\", can we conclude B?", "yes"),
        Case("Does ¬p follow from p → q and ¬q?", "yes"),
        Case("Does q logically imply p ∧ q?", "no"),
        Case("In how many rows of its truth table is A -> (B -> A) true?", "4"),
        Case("Determine whether the proposition (P ∧ Q) → P is valid.", "yes"),
        Case("How many models does p ∨ q ∨ r have?", "7"),
    ]

    static let ordering: [Case] = [
        Case("Ann is taller than Bob. Cid is shorter than Bob. Who is the tallest?", "Ann"),
        Case("Tom is older than Sue, and Sue is older than Pat. Who is the youngest?", "Pat"),
        Case(
            "In a race, Mia finished before Leo. Leo finished before Kim. Who came last?",
            "Kim"
        ),
        Case(
            "Four friends ran a race. Al finished ahead of Ben. Cy finished right after Al. Dee came"
                + " last. Who finished second?",
            "Cy"
        ),
        Case(
            "Five people sit in a row. Ann sits at the left end. Bob sits immediately to the right of"
                + " Ann. Eve sits at the right end. Dan sits next to Eve. Where does Cid sit? Who"
                + " sits in the middle?",
            "I cannot"
        ),
        Case(
            "Five people, Ann, Bob, Cid, Dan and Eve, sit in a row. Ann sits at the left end. Bob is"
                + " immediately to the right of Ann. Eve sits at the right end. Dan sits next to"
                + " Eve. Who sits in the middle?",
            "Cid"
        ),
        Case(
            "Rita is heavier than Sam. Tina is lighter than Sam. Is Rita heavier than Tina?",
            "yes"
        ),
        Case(
            "John is younger than Mary but older than Paul. Order them from oldest to youngest.",
            "Mary, John, Paul"
        ),
        Case("Ann is taller than Bob. Ann is taller than Cid. Who is the shortest?", "I cannot"),
        Case(
            "Ann is taller than Bob, who is taller than Cid. Dan is taller than Ann. Who is the"
                + " second tallest?",
            "Ann"
        ),
        Case(
            "The red house is to the left of the blue house. The green house is to the right of the"
                + " blue house. Which house is in the middle?",
            "the blue house"
        ),
        Case(
            "Jane is faster than Kate. Lena is slower than Kate. Mona is slower than Lena. Who is the"
                + " slowest?",
            "Mona"
        ),
        Case("Alex is not as tall as Ben. Ben is not as tall as Carl. Who is tallest?", "Carl"),
        Case(
            "Anna, Bea and Cleo ran a race. Anna did not win. Bea came third. Who won the race?",
            "Cleo"
        ),
        Case(
            "Paul beat Quentin. Quentin beat Rob. In which place did Quentin finish?",
            "second"
        ),
        Case(
            "If Ann is older than Bob and Bob is older than Cid, who is the oldest?",
            "Ann"
        ),
        Case(
            "Amy, Ben, Cat and Dov stand in a queue. Amy is directly in front of Ben. Cat is somewhere"
                + " behind Ben. Dov is first. What is the order of the queue?",
            "Dov, Amy, Ben, Cat"
        ),
        Case(
            "There are three books on a shelf. The atlas is to the left of the novel, and the diary is"
                + " between the atlas and the novel. Which book is on the far left?",
            "the atlas"
        ),
        Case(
            "Gina is richer than Hans. Ivan is poorer than Hans. Who is the richest of the three?",
            "Gina"
        ),
        Case(
            "Omar arrived after Pia. Quin arrived before Pia. Who arrived first?",
            "Quin"
        ),
        Case(
            "Bill is taller than Carl and shorter than Dave. Who is in the middle?",
            "Bill"
        ),
        Case("Xena finished two places ahead of Yuri. Zack also ran. Who came second?", "Zack"),
    ]

    static let families: [(name: String, cases: [Case])] = [
        ("knights", knights), ("propositional", propositional), ("ordering", ordering),
        ("assignment", assignment), ("syllogisms", syllogisms),
    ]
}
