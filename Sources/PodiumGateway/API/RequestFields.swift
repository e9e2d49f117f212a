internal import PodiumCore

/// The members of an object in a request. Each is taken once; what nobody took is refused by its name, so
/// that nothing a client asks for is ignored in silence.
struct RequestFields {
    private var members: [String: JSONValue]
    /// Where the object stands: empty for the request itself, else such as `messages[2]`.
    private let place: String

    init(_ members: [String: JSONValue], at place: String = "") {
        self.members = members
        self.place = place
    }

    /// - Throws: `APIError` when it is no object.
    init(_ value: JSONValue, at place: String) throws(APIError) {
        guard case .object(let members) = value else {
            throw .invalid(place, "It must be an object.")
        }
        self.init(members, at: place)
    }

    func path(_ name: String) -> String { place.isEmpty ? name : "\(place).\(name)" }

    /// Told the path of each member that is taken, there or not: for tests, which hold what is read
    /// against what is documented.
    @TaskLocal static var witness: (@Sendable (String) -> Void)?

    /// Takes a member of any kind; nil when it is missing or null.
    mutating func take(_ name: String) -> JSONValue? {
        Self.witness?(path(name))
        guard let value = members.removeValue(forKey: name), value != .null else { return nil }
        return value
    }

    /// Whether a member is this text, or missing where that is nil; it is not taken.
    func holds(_ name: String, _ text: String?) -> Bool {
        members[name] == text.map(JSONValue.string)
    }

    mutating func string(_ name: String) throws(APIError) -> String? {
        guard let value = take(name) else { return nil }
        guard case .string(let text) = value else { throw wrong(name, "a string") }
        return text
    }

    mutating func bool(_ name: String) throws(APIError) -> Bool? {
        guard let value = take(name) else { return nil }
        guard case .bool(let flag) = value else { throw wrong(name, "true or false") }
        return flag
    }

    mutating func integer(
        _ name: String,
        in range: ClosedRange<Int64> = .min ... .max
    ) throws(APIError) -> Int64? {
        guard let value = take(name) else { return nil }
        // Some clients write whole numbers with a point.
        let number: Int64? =
            switch value {
            case .integer(let number): number
            case .number(let number): Int64(exactly: number)
            default: nil
            }
        guard let number, range.contains(number) else {
            let isAny = range == .min ... .max
            throw wrong(
                name,
                isAny
                    ? "a whole number" : "a whole number from \(range.lowerBound)\(Self.end(range))"
            )
        }
        return number
    }

    private static func end(_ range: ClosedRange<Int64>) -> String {
        range.upperBound == .max ? " on" : " to \(range.upperBound)"
    }

    mutating func number(
        _ name: String,
        in range: ClosedRange<Double>
    ) throws(APIError) -> Double? {
        guard let value = take(name) else { return nil }
        let number: Double? =
            switch value {
            case .integer(let number): Double(number)
            case .number(let number): number
            default: nil
            }
        guard let number, range.contains(number) else {
            throw wrong(name, "a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    mutating func array(_ name: String) throws(APIError) -> [JSONValue]? {
        guard let value = take(name) else { return nil }
        guard case .array(let elements) = value else { throw wrong(name, "a list") }
        return elements
    }

    /// A list with something in it.
    ///
    /// - Throws: `APIError` also when it is missing.
    mutating func filledArray(_ name: String) throws(APIError) -> [JSONValue] {
        guard let elements = try array(name) else { throw missing(name) }
        guard !elements.isEmpty else { throw wrong(name, "a list with something in it") }
        return elements
    }

    mutating func object(_ name: String) throws(APIError) -> RequestFields? {
        guard let value = take(name) else { return nil }
        guard case .object(let members) = value else { throw wrong(name, "an object") }
        return RequestFields(members, at: path(name))
    }

    /// A list of short texts, or one.
    mutating func strings(_ name: String, atMost count: Int) throws(APIError) -> [String] {
        guard let value = take(name) else { return [] }
        let elements: [JSONValue]
        switch value {
        case .string: elements = [value]
        case .array(let list) where list.count <= count: elements = list
        default: throw wrong(name, "a string or a list of \(count) at most")
        }
        var texts: [String] = []
        for element in elements {
            guard case .string(let text) = element, text.utf8.count <= Self.longestText else {
                throw wrong(name, "strings of \(Self.longestText) bytes at most")
            }
            texts.append(text)
        }
        return texts
    }

    private static let longestText = 1_024

    private func wrong(_ name: String, _ expected: String) -> APIError {
        .invalid(path(name), "\(path(name)) must be \(expected).")
    }

    func missing(_ name: String) -> APIError {
        .invalid(path(name), "\(path(name)) is missing.", code: "missing_required_parameter")
    }

    /// A member that Podium cannot do what it asks for.
    func unsupported(_ name: String, _ why: String) -> APIError {
        .invalid(
            path(name),
            "\(path(name)) is not supported: \(why)",
            code: "unsupported_parameter"
        )
    }

    /// Takes members that change nothing here; the names of those that were there.
    mutating func unused(_ names: String...) -> [String] {
        names.filter { take($0) != nil }.map(path)
    }

    /// - Throws: `APIError` that names what nobody took.
    func finish() throws(APIError) {
        let left = members.filter { $0.value != .null }.keys.sorted()
        guard let first = left.first else { return }
        let names = left.map(path).joined(separator: ", ")
        let verb = left.count == 1 ? "is" : "are"
        throw APIError(
            .invalidRequest,
            "\(names) \(verb) not known here. Leave it out: nothing that is asked is ignored.",
            parameter: path(first),
            code: "unknown_parameter"
        )
    }
}
