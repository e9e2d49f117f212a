extension Phrasebook {
    static let search = forms(
        .search,
        """
        # countdown (n list) answer
        Make {n} from {list}.
        - Make {n} with (|the numbers) {list}.
        Use the numbers {list}, each at most once, to make {n}.
        Make {n} with the numbers {list}, each at most once.
        Using (|the numbers) {list}, each at most once, make {n}.
        ~ Reach {n} with + - * / from the numbers {list}.
        Reach the target {n} with the numbers {list}, each at most once.
        Using the numbers {list} [each at most once], make {n} (with + - * /|).
        Make the number {n} from the numbers {list}.
        > make (the result|it|that number) from {list}
        > make (the result|it) with the numbers {list}, each at most once

        # subset (list n) answer
        Which of the numbers {list} add up to {n}?
        Which of {list} add up to {n}?
        Find numbers among {list} (that add up to|with the sum|whose sum is) {n}.
        ~ Choose some of {list} so that their sum is {n}.
        Find a subset of {list} (that adds up to|with the sum|that sums to) {n}.
        > find numbers among {list} that add up to (it|the result)

        # sudoku (grid) answer
        Solve this 4x4 sudoku: {grid}
        Solve the 4x4 sudoku {grid}.
        Complete the 4x4 sudoku {grid}.
        ~ Fill in this 4x4 sudoku: {grid}
        Solve this sudoku: {grid}

        # colouring (edges colours) answer
        Colour the map {edges} with {colours} so that neighbours differ.
        Colour the graph with the edges {edges} in {colours} so that neighbours differ.
        ~ Give each place of {edges} one of {colours} so that neighbours differ.
        Color the map {edges} with {colours} so that neighbors differ.
        """
    )

    static let logic = forms(
        .logic,
        """
        # knights (phrases) answer
        Knights tell the truth and knaves lie. {phrases} Who is what?
        Knights always tell the truth and knaves always lie. {phrases} Who is what?
        On an island, knights tell the truth and knaves lie. {phrases} Who is a knight and who is a knave?
        ~ Knights never lie and knaves always lie. {phrases} Find out who is who.
        Knights tell the truth and knaves lie. {phrases} Who is a knight?
        < Knights tell the truth and knaves lie. {phrases}
        < Knights always tell the truth and knaves always lie. {phrases}
        < ~ Knights never lie and knaves always lie. {phrases}
        < On an island, knights tell the truth and knaves lie. {phrases}

        # knightCount (kind phrases) number given by knights
        How many {kind} are there?
        ~ How many of them are {kind}?
        = the number of {kind}

        # order (most phrases) list given by order
        List them from the {most}.
        - List them from the {most} to the {most2}.
        ~ Put them in order, the {most} first.
        List all of them, the {most} first.
        < {phrases}

        # extreme (most phrases) text given by order
        Who is the {most}?
        ~ Which of them is the {most}?
        = the name of the {most}

        # syllogism (phrases phrases2) answer
        {phrases} Does it follow that {phrases2}?
        {phrases} Can it be concluded that {phrases2}?
        ~ {phrases} Must it be that {phrases2}?
        """
    )

    static let claims = forms(
        .logic,
        """
        # says (name claim) claim
        {name} says: {claim}
        {name} says that {claim}.
        {name} says, {claim}
        {name} says {claim}.

        # isKnight (name) claim
        {name} is a knight.
        - {name} am a knight.

        # isKnave (name) claim
        {name} is a knave.
        - {name} am a knave.
        {name} is not a knight.

        # bothKnights (names) claim
        {names} are both knights.
        {names} are knights.

        # bothKnaves (names) claim
        {names} are both knaves.
        {names} are knaves.

        # sameKind (names) claim
        {names} are of the same kind.
        {names} are the same kind.
        {names} are the same.

        # otherKind (names) claim
        {names} are of different kinds.
        {names} are different.
        {names} are not of the same kind.

        # exactly (n kind) claim
        exactly {n} of us (are|is) {kind}.
        exactly {n} of us (are|is) a {kind}.

        # atLeast (n kind) claim
        at least {n} of us (are|is) {kind}.
        at least {n} of us (are|is) a {kind}.

        # isMore (name more name2) claim
        {name} is {more} than {name2}.

        # all (sort sort2) claim
        all {sort} are {sort2}.

        # none (sort sort2) claim
        no {sort} are {sort2}.

        # someNot (sort sort2) claim
        some {sort} are not {sort2}.

        # some (sort sort2) claim
        some {sort} are {sort2}.
        """
    )

    static let judging = forms(
        .judging,
        """
        # answer () answer
        Answer the question.
        Answer the question, step by step.
        Answer the question, and say why.
        Solve the (problem|puzzle|task|question).
        Answer it.
        Solve it.
        Answer the question carefully.
        Solve the (problem|puzzle|question) step by step.
        Answer.
        Answer the question again.
        Do what the question asks.
        Answer the whole question.
        Answer the question again, using what is right in the answers above.
        Weigh the answers above, and answer the question again.

        # obey (text) answer
        Do what {text} says.
        Answer {text}.
        ~ Carry out {text}.
        > do what it says
        > answer (it|the question in it)
        > do what it asks

        # vote () answer
        Vote: give the answer that most of them agree on.
        Give the answer that most of the results above agree on.
        Vote among the answers above.
        Judge the debate: give the best answer to the question.
        Give the best answer to the question that can be made of the answers above.
        ~ Take the answer that most of them give.

        # firstAnswer () answer
        Give the first of the answers above.
        Take the first answer above that there is.

        # together () answer
        Put the answers above together in order.
        ~ List the answers above in order.
        Put the results above together, in order.

        # check () answer
        Check the answer above against the question. Repeat it if it is right.
        Check the answer above.
        Check the result above.
        Verify the answer above.
        Check the answer found above against the question by doing each step again. Repeat the answer if it is right.
        Check the answer found above by doing each step again. Repeat it if it is right.
        Check the answer above by doing each step again. Repeat it if it is right.
        """
    )
}
