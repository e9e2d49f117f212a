/// What is wrong with parts that do not depend on each other: each is read for itself.
struct Mistakes {
    /// More than anyone mends at once. It bounds the work that a hostile file can ask for: after
    /// these nothing more is read.
    static let limit = 20

    private(set) var errors: [ConfigurationError] = []

    mutating func add(_ error: ConfigurationError) {
        errors += error.mistakes.prefix(Self.limit - errors.count)
    }

    /// What `body` reads; nil when it cannot be read, or enough is wrong already.
    mutating func read<Value>(
        _ body: () throws(ConfigurationError) -> Value
    ) -> Value? {
        guard errors.count < Self.limit else { return nil }
        do throws(ConfigurationError) {
            return try body()
        } catch {
            add(error)
            return nil
        }
    }

    /// Throws all of them as one, in the order of the file; what is wrong in another file that this
    /// one names comes last.
    func check(file: String) throws(ConfigurationError) {
        let sorted = errors.enumerated().sorted { left, right in
            func place(_ item: (offset: Int, element: ConfigurationError)) -> (Int, Int, Int, Int) {
                let error = item.element
                return (
                    error.file == file ? 0 : 1, error.line ?? 0, error.column ?? 0, item.offset
                )
            }
            return place(left) < place(right)
        }.map(\.element)
        guard var first = sorted.first else { return }
        first.others = Array(sorted.dropFirst())
        throw first
    }
}
