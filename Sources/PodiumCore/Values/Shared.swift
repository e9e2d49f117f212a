/// Keeps a large value that seldom changes once for all copies of what it is a part of.
///
/// Swift copies an optional struct whole, to look at one of its fields or even to compare it with
/// nil. Of a shared one `opened?.pool` copies nothing but the pool.
@dynamicMemberLookup
public final class Shared<Value: Hashable & Sendable>: Hashable, Sendable {
    public let value: Value

    public init(_ value: Value) {
        self.value = value
    }

    public subscript<Member>(dynamicMember member: KeyPath<Value, Member>) -> Member {
        value[keyPath: member]
    }

    public static func == (left: Shared, right: Shared) -> Bool {
        left === right || left.value == right.value
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(value)
    }
}

// MARK: - Codable

/// Written like the value itself.
extension Shared: Codable where Value: Codable {
    public convenience init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(Value.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}
