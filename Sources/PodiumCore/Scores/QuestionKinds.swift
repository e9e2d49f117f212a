/// Sorts questions into kinds, so that workers are compared on what they have in common.
///
/// The kind is the first that applies: the family that reads the question, a tag, `all`.
public struct QuestionKinds: Sendable {
    /// The kind of a question that has no kind of its own, and of all questions together.
    public static let all = "all"

    /// Tags that tell how a worker stands in its pool, and not what it is good at.
    private static let ranks: Set<String> = ["embedded", "strongest", "cheap"]

    private let family: @Sendable (String) -> String?

    /// - Parameter family: gives the family of questions that one belongs to, if there is one.
    public init(family: @escaping @Sendable (String) -> String?) {
        self.family = family
    }

    /// The kind of a question that is put to a pool.
    ///
    /// A tag applies where the question names it as a word, in any case: "Review this SQL query."
    /// is of the kind `sql` in a pool with a worker tagged so. Of several the pool's first counts.
    /// This takes nothing but what is known before the run, so that a question has the same kind
    /// when it is asked and when its answer is judged.
    public func kind(of question: String, pool: [Worker]) -> String {
        if let family = family(question) { return family }
        let words = " \(Self.words(of: question)) "
        let tags = pool.lazy.flatMap(\.tags).map { $0.lowercased() }
        return tags.first { tag in
            let tagWords = Self.words(of: tag)
            return !Self.ranks.contains(tag) && !tagWords.isEmpty && words.contains(" \(tagWords) ")
        } ?? Self.all
    }

    /// In small letters, with one space between them.
    private static func words(of text: String) -> String {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }
}
