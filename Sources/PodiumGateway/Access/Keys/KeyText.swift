internal import CCrypt

/// A key as its client has it: `pdm_<id>_<secret>`.
struct KeyText {
    static let prefix = "pdm_"
    private static let idLength = 8
    /// Of 62 characters: 190 bits.
    private static let secretLength = 32

    let id: String
    let secret: String

    var text: String { "\(Self.prefix)\(id)_\(secret)" }

    /// A new one, from the system's generator.
    init() {
        var generator = SystemRandomNumberGenerator()
        id = generator.text(of: Self.idLength, from: Array("abcdefghijkmnpqrstuvwxyz23456789"))
        secret = generator.text(of: Self.secretLength, from: Self.alphabet)
    }

    /// Nil for what is no key.
    init?(_ text: String) {
        guard text.utf8.count <= 128, text.hasPrefix(Self.prefix) else { return nil }
        let parts = text.dropFirst(Self.prefix.count).split(
            separator: "_",
            maxSplits: 1,
            omittingEmptySubsequences: false
        )
        guard parts.count == 2, !parts[1].isEmpty, !parts[1].utf8.contains(0) else { return nil }
        (id, secret) = (String(parts[0]), String(parts[1]))
    }

    fileprivate static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    )
}

/// The hash of a key's secret: SHA-512 as `crypt(3)` has it, with a salt of its own.
///
/// With the fewest rounds: they slow down whoever guesses, and a secret of 190 random bits is not guessed.
enum KeyHash {
    private static let saltLength = 16

    /// Nil where the C library has no such hash.
    static func make(of secret: String) -> String? {
        var generator = SystemRandomNumberGenerator()
        let salt = generator.text(of: saltLength, from: KeyText.alphabet)
        return hash(secret, "$6$rounds=1000$\(salt)$")
    }

    static func matches(_ secret: String, _ hash: String) -> Bool {
        guard let own = self.hash(secret, hash) else { return false }
        return isEqual(own, hash)
    }

    /// In a time that tells nothing of where they differ.
    static func isEqual(_ left: String, _ right: String) -> Bool {
        let (left, right) = (Array(left.utf8), Array(right.utf8))
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func hash(_ secret: String, _ setting: String) -> String? {
        var result = [CChar](repeating: 0, count: 384)
        guard ccrypt_hash(secret, setting, &result, result.count) == 0 else { return nil }
        return String(decoding: result.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
    }
}

extension SystemRandomNumberGenerator {
    fileprivate mutating func text(of length: Int, from alphabet: [Character]) -> String {
        var text = ""
        for _ in 0..<length {
            text.append(alphabet[Int.random(in: alphabet.indices, using: &self)])
        }
        return text
    }
}
