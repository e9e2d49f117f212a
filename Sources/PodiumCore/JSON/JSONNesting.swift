/// How far a JSON value that comes in pieces has come.
public struct JSONNesting: Sendable {
    private var depth = 0
    private var isEscaped = false
    public private(set) var isInString = false
    /// Whether its object or array is closed.
    public private(set) var isWhole = false

    public init() {}

    public mutating func read(_ bytes: some Sequence<UInt8>) {
        for byte in bytes {
            if isEscaped {
                isEscaped = false
            } else if isInString {
                switch byte {
                case UInt8(ascii: "\\"): isEscaped = true
                case UInt8(ascii: "\""): isInString = false
                default: break
                }
            } else {
                switch byte {
                case UInt8(ascii: "\""): isInString = true
                case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
                case UInt8(ascii: "}"), UInt8(ascii: "]"):
                    depth -= 1
                    if depth <= 0 { isWhole = true }
                default: break
                }
            }
        }
    }
}
