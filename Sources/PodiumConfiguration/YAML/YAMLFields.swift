internal import Yams

/// The keys of a mapping, written as an enum: what is not a case is not a key.
typealias FieldKey = RawRepresentable<String> & CaseIterable & Hashable

/// A mapping with known keys. Reading one refuses every other, so that no misspelt key is ever
/// passed over in silence.
struct YAMLFields<Key: FieldKey> {
    private let whole: YAMLValue
    private var values: [Key: YAMLValue] = [:]

    /// - Throws: what is wrong with its keys, all of it.
    init(_ value: YAMLValue) throws(ConfigurationError) {
        var mistakes = Mistakes()
        try self.init(value, &mistakes)
        try mistakes.check(file: value.file)
    }

    /// The keys that are known; what is wrong with the others is added to `mistakes`.
    init(_ value: YAMLValue, _ mistakes: inout Mistakes) throws(ConfigurationError) {
        whole = value
        let known = Key.allCases.map(\.rawValue)
        let expected = "a mapping with the keys \(enumeration(known, last: "or"))"
        for entry in try value.entries(expected) {
            if let key = Key(rawValue: entry.name) {
                values[key] = entry.value.nonNull
            } else {
                _ = mistakes.read { () throws(ConfigurationError) in
                    throw Self.unknown(entry, known: known)
                }
            }
        }
    }

    /// The value of an optional key; nil when it is not written.
    subscript(key: Key) -> YAMLValue? { values[key] }

    /// The keys that have a value.
    var written: Set<Key> { Set(values.keys) }

    func required(_ key: Key, _ example: String) throws(ConfigurationError) -> YAMLValue {
        guard let value = values[key] else {
            throw whole.error(
                .missingKey,
                "The key `\(key.rawValue)` is missing.",
                advice: "Write it like `\(key.rawValue): \(example)`."
            )
        }
        return value
    }

    /// Refuses `key` where it has no meaning.
    func refuse(_ key: Key, because reason: String) throws(ConfigurationError) {
        if let value = values[key] { throw value.error(.conflict, reason) }
    }

    private static func unknown(
        _ entry: YAMLValue.Entry,
        known: [String]
    ) -> ConfigurationError {
        if SecretGuard.isSecretKey(entry.name) || SecretGuard.mayHoldSecret(entry.name) {
            return entry.key.error(
                .secret,
                "A key itself must not stand here.",
                advice: SecretGuard.advice
            )
        }
        return entry.key.error(
            .unknownKey,
            "There is no such key.",
            advice: Suggestion.advice(for: entry.name, among: known, what: "keys here")
        )
    }
}
