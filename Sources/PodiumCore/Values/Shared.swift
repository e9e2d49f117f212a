/// Keeps a large value that seldom changes once for all copies of what it is a part of.
///
/// Swift copies an optional struct whole, to look at one of its fields or even to compare it with
/// nil. `$opened?.value.pool` copies nothing but the pool.
@propertyWrapper
public struct Shared<Value: Hashable & Sendable>: Hashable, Sendable {
    /// Where the value lies.
    public final class Reference: Hashable, Sendable {
        public let value: Value

        fileprivate init(_ value: Value) {
            self.value = value
        }

        public static func == (left: Reference, right: Reference) -> Bool {
            left === right || left.value == right.value
        }

        public func hash(into hasher: inout Hasher) {
            hasher.combine(value)
        }
    }

    public private(set) var projectedValue: Reference?

    public init(wrappedValue: Value?) {
        projectedValue = wrappedValue.map(Reference.init)
    }

    public var wrappedValue: Value? {
        get { projectedValue?.value }
        set { projectedValue = newValue.map(Reference.init) }
    }
}

// MARK: - Codable

/// Written like the optional value itself: left out where there is none.
extension Shared: Codable where Value: Codable {
    public init(from decoder: any Decoder) throws {
        self.init(wrappedValue: try decoder.singleValueContainer().decode(Value?.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wrappedValue)
    }
}

extension KeyedDecodingContainer {
    func decode<Value>(_ type: Shared<Value>.Type, forKey key: Key) throws -> Shared<Value>
    where Value: Codable {
        Shared(wrappedValue: try decodeIfPresent(Value.self, forKey: key))
    }
}

extension KeyedEncodingContainer {
    mutating func encode<Value>(_ value: Shared<Value>, forKey key: Key) throws
    where Value: Codable {
        try encodeIfPresent(value.wrappedValue, forKey: key)
    }
}
