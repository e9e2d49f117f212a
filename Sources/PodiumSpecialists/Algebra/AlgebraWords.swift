/// The words that may stand around equations. With any other the text is not understood.
enum AlgebraWords {
    static let roots: Set<String> = [
        "root", "roots", "zero", "zeros", "zeroes", "solution", "solutions", "vanish", "vanishes",
    ]
    /// A question with one of these asks for a value; without any it is a bare equation.
    static let asking: Set<String> = [
        "what", "what's", "find", "which", "determine", "give", "tell", "how", "compute",
        "calculate", "evaluate", "work", "know", "value", "unknown", "must", "figure",
    ]
    /// What a number may count without meaning anything for the equations.
    static let counted: Set<String> = [
        "equations", "equation", "unknowns", "variables", "roots", "solutions", "lines", "values",
        "simultaneous", "linear", "numbers",
    ]
    static let selections: [(AlgebraQuestion.Selection, Set<String>)] = [
        (.largest, ["larger", "largest", "greater", "greatest", "bigger", "biggest", "maximum"]),
        (.smallest, ["smaller", "smallest", "lesser", "least", "lower", "lowest", "minimum"]),
        (.positive, ["positive"]), (.negative, ["negative"]),
    ]
    private static let others: Set<String> = [
        "solve", "solved", "the", "a", "an", "this", "these", "that", "following", "equation",
        "equations", "system", "systems", "simultaneous", "linear", "quadratic", "cubic",
        "polynomial", "unknowns", "variable", "variables", "values", "given", "such", "if",
        "when", "where", "for", "satisfy", "satisfies", "satisfying", "hold", "holds", "true",
        "make", "makes", "let", "suppose", "assume", "assuming", "both", "pair", "set", "lines",
        "line", "intersect", "meet", "cross", "do", "does", "be", "could", "can", "help", "me",
        "us", "in", "from", "at", "real", "all", "possible", "please", "you", "i", "need", "to",
        "want", "is", "are", "was", "of", "and", "or", "it", "out", "we", "with", "by", "so",
        "expression", "function", "equal", "equals", "hence", "then", "also", "my", "hi", "hello",
        "thanks", "thank", "would", "like", "may", "have", "has", "many", "s", "exactly", "exact",
        "as", "number", "numbers", "on", "algebra", "problem", "question", "answer", "together",
        "satisfied", "there", "state", "get", "simplify", "now", "using", "they", "them", "each",
        "show", "working", "your", "steps", "step", "carefully", "point", "result", "sum",
        "product", "yields", "gives", "becomes", "knowing", "i'm", "looking", "will", "should",
        "taking", "x's", "y's", "solving", "finding", "one", "same", "time", "i'd", "system's",
        "let's", "simultaneously", "much", "hey", "stuck", "solves", "quick", "quickly", "ok",
        "okay",
        "dear", "again", "just", "only", "think", "am", "obtain", "different",
        "distinct",
    ]
    /// Words by which one points at an equation elsewhere.
    static let pointing: Set<String> = ReferenceWords.marks.union([
        "message", "says", "text", "given", "before", "it", "output", "states", "reads", "asks",
        "expression", "result", "what", "do",
    ])
    static let all = others.union(roots).union(asking).union(
        selections.flatMap { Array($0.1) }
    )
}
