/// One question of an evaluation set, and what its answer is graded against.
public struct EvaluationItem: Hashable, Sendable {
    /// Unique in its set.
    public var id: String
    /// The whole text that a model is shown: the choices and the wanted form of the answer too.
    public var prompt: String
    public var reference: Reference
    /// The subject, level or family by which scores are split.
    public var group: String?

    public init(id: String, prompt: String, reference: Reference, group: String? = nil) {
        self.id = id
        self.prompt = prompt
        self.reference = reference
        self.group = group
    }
}

/// What an answer is compared with, which also says how.
public enum Reference: Hashable, Sendable {
    /// The same words: case, spaces, quotes and a final full stop do not count.
    case exact(String)
    /// The same number. The tolerance is the largest distance that still counts as equal; without
    /// one, the values are equal as fractions.
    case number(String, tolerance: Double?)
    /// The letter of one of the choices, whose texts are given in the order of their letters.
    case choice(Character, among: [String])
    /// A mathematical expression in LaTeX or plain text, up to equivalence.
    case closedForm(String)
    /// A program that passes tests.
    case code(CodeTests)
}

/// Tests for a Python program.
public struct CodeTests: Hashable, Sendable {
    /// What the program is run with.
    public enum Suite: Hashable, Sendable {
        /// Python statements that are run after the answer, in its module.
        case assertions(String)
        /// A run of the program for each input. What it prints must have the same words and numbers
        /// on the same lines.
        case programRuns(Runs)
        /// A call for each input, which holds one JSON value a line for the arguments. The result
        /// must be the JSON value of the output. The function may be a method of `Solution`.
        case calls(function: String, Runs)
    }

    /// Inputs with the outputs that are wanted for them.
    public struct Runs: Hashable, Sendable {
        public var cases: [Run]
        /// More runs, as LiveCodeBench packs them: base64 of a zlib stream of a pickled JSON text.
        /// Only ever unpacked inside the sandbox.
        public var packed: String?

        public init(cases: [Run], packed: String? = nil) {
            self.cases = cases
            self.packed = packed
        }
    }

    public struct Run: Hashable, Sendable {
        public var input: String
        public var output: String

        public init(input: String, output: String) {
            self.input = input
            self.output = output
        }
    }

    public var suite: Suite
    /// Python source that stands before the answer: imports, or the head that it completes.
    public var prelude: String
    /// The function that the answer must define. An answer without it is taken as the rest of the
    /// prelude.
    public var entryPoint: String?

    public init(suite: Suite, prelude: String = "", entryPoint: String? = nil) {
        self.suite = suite
        self.prelude = prelude
        self.entryPoint = entryPoint
    }
}

/// Letters for choices: `A` for the first.
enum ChoiceLetter {
    static let all = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")

    static func index(of letter: Character, among count: Int) -> Int? {
        all.prefix(count).firstIndex(of: letter)
    }
}
