/// Takes secrets out of bytes that come in pieces.
///
/// The end of a piece is held back as long as it may be the beginning of a secret.
struct SecretFilter: Sendable {
    private let secrets: Secrets
    private var held: [UInt8] = []

    init(_ secrets: Secrets) {
        self.secrets = secrets
    }

    /// The bytes that can be told by now.
    mutating func pass(_ bytes: [UInt8]) -> [UInt8] {
        let (clean, rest) = secrets.split(held.isEmpty ? bytes : held + bytes, isWhole: false)
        held = rest
        return clean
    }

    mutating func pass(_ text: String) -> String {
        secrets.isEmpty ? text : String(decoding: pass(Array(text.utf8)), as: UTF8.self)
    }

    /// What was held back: no more follows.
    mutating func finish() -> [UInt8] {
        defer { held = [] }
        return secrets.scrub(held)
    }

    mutating func finish() -> String { String(decoding: finish() as [UInt8], as: UTF8.self) }
}
