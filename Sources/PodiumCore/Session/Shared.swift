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
