/// Who owns what, and what follows from what is said of all or some.
extension LogicParaphrases {
    static let assignment: [Case] = [
        Case(
            "Ann, Bob and Cid each own a different pet: a cat, a dog and a fish. Ann does not own the"
                + " cat. Bob owns the dog. Who owns the fish?",
            "Ann"
        ),
        Case(
            "Three friends, Amy, Ben and Cal, each have a different pet (cat, dog, parrot). Amy is"
                + " allergic to nothing. Ben has the cat. Who has the dog?",
            "I cannot"
        ),
        Case(
            "Tom, Uma and Vic each drink something different: tea, coffee or milk. Tom doesn't drink"
                + " tea. Uma drinks milk. What does Tom drink?",
            "coffee"
        ),
        Case(
            "Lea, Max and Nia each have a different favourite colour: red, green and blue. Lea does not"
                + " like red. Max likes neither red nor green. Which colour does Lea like?",
            "green"
        ),
        Case(
            "Ann, Bob and Cid own a cat, a dog and a fish, one each. The dog's owner is not Ann. Bob"
                + " owns the cat. What does Cid own?",
            "dog"
        ),
        Case(
            "Ann, Bob and Cid each own one pet (cat, dog, fish) and drink one drink (tea, coffee,"
                + " milk). Ann owns the cat. The dog's owner drinks tea. Bob drinks milk. What does"
                + " Ann drink?",
            "coffee"
        ),
        Case(
            "Ann, Bob and Cid each own one pet: cat, dog or fish. Each of them drinks one drink: tea,"
                + " coffee or milk. Bob has the fish. The person who owns the cat drinks milk. Ann"
                + " drinks tea. Who drinks milk?",
            "Cid"
        ),
        Case(
            "Eva, Finn and Gus work as a doctor, a lawyer and a teacher, but not necessarily in that"
                + " order. Eva is not the doctor. Finn is the lawyer. Who is the doctor?",
            "Gus"
        ),
        Case(
            "Eva, Finn and Gus are a baker, a pilot and a nurse, in some order. Gus isn't the nurse and"
                + " Finn is neither the nurse nor the pilot. What is Gus?",
            "pilot"
        ),
        Case(
            "Hal, Ivy and Jon each play a different sport: tennis, golf, chess. Hal plays golf or chess."
                + " Ivy plays chess. Which sport does Jon play?",
            "tennis"
        ),
        Case(
            "Three children (Kim, Liz and Moe) have different hats: red, blue and yellow. Kim's hat is"
                + " not red. Liz has the blue hat. Who has the red hat?",
            "Moe"
        ),
        Case(
            "Ann, Bob and Cid own a cat, a dog and a fish, not necessarily in that order. Ann does not"
                + " own the cat. Who owns the cat?",
            "I cannot"
        ),
        Case(
            "Nora, Otto, Pam and Quin each live in a different city: Rome, Paris, Oslo and Bern. Nora"
                + " lives in Oslo. Otto does not live in Rome. Pam lives in Bern. Where does Quin"
                + " live?",
            "Rome"
        ),
        Case(
            "Rob, Sal and Tia each bought one fruit: an apple, a pear, a plum. Sal did not buy the apple."
                + " Tia did not buy the apple. Tia didn't buy the plum. Who bought the plum?",
            "Sal"
        ),
        Case(
            "Uli, Val and Wes each speak one language: French, German, Spanish. Uli does not speak"
                + " French. Val does not speak French. Uli speaks Spanish. Which language does Val"
                + " speak?",
            "German"
        ),
        Case(
            "Ann, Bob and Cid each have one instrument: violin, piano or flute. Neither Ann nor Bob has"
                + " the flute. Ann has the violin. Does Bob have the piano?",
            "yes"
        ),
        Case(
            "Ada, Bo and Cy each own a different pet: a hamster, a snake and a parrot. Ada owns the"
                + " snake. Cy does not own the parrot. Who owns which pet?",
            "Ada snake, Bo parrot, Cy hamster"
        ),
        Case(
            "Dan, Eli and Fay each drive a car of a different colour: red, white or black. Dan's car is"
                + " white. Fay does not drive the red car. What colour is Eli's car?",
            "red"
        ),
        Case(
            "Gil, Hana and Ira each have a different job: cook, painter, singer. The cook is not Gil."
                + " The cook is not Hana. Gil is the singer. What is Hana's job?",
            "painter"
        ),
        Case(
            "Jo, Kit and Lu have a bike, a car and a boat, one each. Jo does not have the car or the"
                + " boat. Kit does not have the boat. Who has the boat?",
            "Lu"
        ),
        Case(
            "Mo, Ned and Oz each ordered a different dish: soup, salad and steak. Mo didn't order soup."
                + " Ned ordered steak. What did Oz order?",
            "soup"
        ),
    ]

    static let syllogisms: [Case] = [
        Case("All cats are animals. No animals are plants. Are some cats plants?", "no"),
        Case("All men are mortal. Socrates is a man. Is Socrates mortal?", "yes"),
        Case(
            "All roses are flowers. Some flowers fade quickly. Do some roses fade quickly?",
            "I cannot"
        ),
        Case(
            "All roses are flowers. Some flowers are red. Are some roses red?",
            "cannot be determined"
        ),
        Case("No fish are mammals. All whales are mammals. Are any whales fish?", "no"),
        Case("Every dog is a mammal. Every mammal is an animal. Is every dog an animal?", "yes"),
        Case(
            "Some artists are poets. All poets are dreamers. Does it follow that some artists are"
                + " dreamers?",
            "yes"
        ),
        Case(
            "Some artists are poets. Some poets are rich. Can we conclude that some artists are rich?",
            "no"
        ),
        Case("All bloops are razzies. All razzies are lazzies. Are all bloops lazzies?", "yes"),
        Case("No reptiles have fur. All snakes are reptiles. Do snakes have fur?", "I cannot"),
        Case(
            "If all bloops are razzies and all razzies are lazzies, are all bloops definitely lazzies?",
            "yes"
        ),
        Case("No birds are insects. Some insects are pests. Are all pests birds?", "no"),
        Case("All squares are rectangles. Are all rectangles squares?", "cannot be determined"),
        Case("Some students are athletes. Are some athletes students?", "yes"),
        Case("Not all birds are swimmers. Are all birds swimmers?", "no"),
        Case(
            "Given that all engineers are thinkers and no thinkers are fools, are any engineers fools?",
            "no"
        ),
        Case("Rex is a dog. All dogs are loyal. Is Rex loyal?", "yes"),
        Case("Rex is not a dog. All dogs are loyal. Is Rex loyal?", "cannot be determined"),
        Case("Only members are voters. Tim is a voter. Is Tim a member?", "yes"),
        Case("All A are B. All B are C. Are all A C?", "yes"),
        Case(
            "Premises: Some pilots are women. No women are giants. Conclusion: Some pilots are not"
                + " giants. Is the conclusion valid?",
            "yes"
        ),
        Case("No teachers are robots. Lee is a robot. Is Lee a teacher?", "no"),
        Case("Each apple is a fruit. No fruit is a stone. Is any apple a stone?", "no"),
        Case(
            "Suppose that all pens are tools. Suppose also that some tools are toys. Must some pens be"
                + " toys?",
            "no"
        ),
    ]
}
