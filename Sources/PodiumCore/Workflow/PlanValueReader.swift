/// Reads one value from bytes that arrive in pieces, and looks at each byte once.
///
/// What it has read depends on the bytes alone, not on the pieces: it stops only where the next
/// bytes decide how to go on. Quotes inside a text that the writer forgot to escape do not end it; a
/// quote ends a text only when what follows can follow a value.
struct PlanValueReader: Hashable, Sendable {
    enum Progress: Hashable {
        case complete(PlanValue)
        /// The bytes end within the value.
        case needsMore
        /// No value stands here, or one too long to be a plan's.
        case broken
    }

    /// How a value at the top may be written.
    enum Form: Hashable, Sendable {
        /// With its brackets.
        case enclosed
        /// `0, 1, 2`: without brackets, to the end of its line.
        case series
        /// With its brackets, or the items one after another: `[], [0]`.
        case enclosedOrSeries
    }

    /// A value longer than this is no plan; it bounds the work of reading an endless one.
    static let sizeLimit = 64 * 1024
    static let depthLimit = 6
    private static let scalarLimit = 64

    struct Container: Hashable, Sendable {
        enum Kind: Hashable, Sendable {
            case square, round, object, series
        }

        let kind: Kind
        var items: [PlanValue] = []
        var fields: [PlanValue.Field] = []
        /// The name of the field whose value comes next.
        var key: String?
        var sawColon = false
        /// In a series: whether an item may come next.
        var expectsItem = true

        var value: PlanValue { kind == .object ? .object(fields) : .list(items) }
    }

    let start: Int
    /// The first byte that has not been read.
    var position: Int
    var containers: [Container] = []
    /// The marks around the text that is being read, and the text as far as it has been decoded.
    var quote: Quote?
    var decoded: [UInt8] = []
    private let form: Form
    /// Whether an unquoted word may follow a text: `["all", none]`. Among subtasks it may not, for
    /// there `"x", y, z` is a text with a quote inside.
    let takesWords: Bool

    init(at start: Int, form: Form, takesWords: Bool) {
        self.start = start
        self.form = form
        self.takesWords = takesWords
        position = start
        if form == .series { containers = [Container(kind: .series)] }
    }

    /// Reads on, as far as the bytes go.
    mutating func read(_ bytes: [UInt8]) -> Progress {
        let end = min(bytes.count, start + Self.sizeLimit)
        while true {
            guard let progress = quote == nil ? readNext(bytes, end) : readText(bytes, end) else {
                continue
            }
            return progress == .needsMore && end - start == Self.sizeLimit ? .broken : progress
        }
    }

    /// What can be shown of a value that has not come to its end.
    var soFar: PlanValue? {
        var inner: PlanValue?
        if quote != nil { inner = .open(.text(String(decoding: decoded, as: UTF8.self))) }
        for container in containers.reversed() {
            // One value alone may be an item or the whole list; what follows tells.
            if container.kind == .series, form == .enclosedOrSeries, inner == nil,
                container.items.count == 1
            {
                return nil
            }
            var open = container
            if let inner { open.add(inner) }
            inner = .open(open.value)
        }
        return inner
    }

    // MARK: Structure

    /// Reads one mark or scalar, or opens a container or a text; nil to go on.
    private mutating func readNext(_ bytes: [UInt8], _ end: Int) -> Progress? {
        let top = containers.count - 1
        let kind = top < 0 ? nil : containers[top].kind
        let endsAtLineBreak = kind == .series && !containers[top].expectsItem
        while position < end, bytes[position].isSpace {
            if endsAtLineBreak, bytes[position] == UInt8(ascii: "\n") { return closeSeries() }
            position += 1
        }
        guard position < end else { return .needsMore }
        let byte = bytes[position]
        switch kind {
        case nil: return begin(byte, bytes, end)
        case .square?, .round?:
            let closer = UInt8(ascii: kind == .square ? "]" : ")")
            if byte == closer { return close() }
            if byte == UInt8(ascii: ",") { return skip() }
            return begin(byte, bytes, end)
        case .object?: return readField(byte, bytes, end)
        case .series?:
            if !containers[top].expectsItem {
                guard byte == UInt8(ascii: ",") else { return closeSeries() }
                containers[top].expectsItem = true
                return skip()
            }
            let canBegin = byte.digitValue != nil || byte.isOne(of: "-[(\"'")
            return canBegin ? begin(byte, bytes, end) : closeSeries()
        }
    }

    private mutating func readField(_ byte: UInt8, _ bytes: [UInt8], _ end: Int) -> Progress? {
        let top = containers.count - 1
        if containers[top].key == nil {
            if byte == UInt8(ascii: "}") { return close() }
            if byte == UInt8(ascii: ",") { return skip() }
        } else if !containers[top].sawColon {
            guard byte == UInt8(ascii: ":") else { return .broken }
            containers[top].sawColon = true
            return skip()
        }
        return begin(byte, bytes, end)
    }

    private mutating func skip() -> Progress? {
        position += 1
        return nil
    }

    private mutating func close() -> Progress? {
        position += 1
        return finish(containers.removeLast().value)
    }

    /// A series of one is that one, unless it is a number: `model_id = 0` is a list.
    private mutating func closeSeries() -> Progress? {
        let items = containers.removeLast().items
        if items.isEmpty { return .broken }
        if items.count == 1, items[0].workerReference == nil || form != .series {
            return .complete(items[0])
        }
        return .complete(.list(items))
    }

    private mutating func begin(_ byte: UInt8, _ bytes: [UInt8], _ end: Int) -> Progress? {
        switch byte {
        case UInt8(ascii: "["): return open(.square)
        case UInt8(ascii: "("): return open(.round)
        case UInt8(ascii: "{"): return open(.object)
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            return readNumber(bytes, end)
        case let byte where byte.isLetter:
            return readWord(bytes, end)
        default:
            guard let quote = Quote.opening(in: bytes, at: position, end: end) else {
                return .broken
            }
            self.quote = quote
            position += quote.length
            return nil
        }
    }

    private mutating func open(_ kind: Container.Kind) -> Progress? {
        guard containers.count < Self.depthLimit else { return .broken }
        containers.append(Container(kind: kind))
        return skip()
    }

    /// Hands a whole value to the container it stands in.
    mutating func finish(_ value: PlanValue) -> Progress? {
        if containers.isEmpty {
            // A list of lists is whole; anything else may be the first item of a series.
            let isNested = value.items?.first?.items != nil
            guard form == .enclosedOrSeries, !isNested else { return .complete(value) }
            containers = [Container(kind: .series)]
        }
        let top = containers.count - 1
        if containers[top].kind == .object, containers[top].key == nil {
            switch value {
            case .text(let name), .word(let name): containers[top].key = name
            default: return .broken
            }
        } else {
            containers[top].add(value)
        }
        return nil
    }

    // MARK: Scalars

    private mutating func readNumber(_ bytes: [UInt8], _ end: Int) -> Progress? {
        let isNegative = bytes[position] == UInt8(ascii: "-")
        var next = position + (isNegative ? 1 : 0)
        var magnitude = 0
        var digits = 0
        while next < end, let digit = bytes[next].digitValue {
            magnitude = min(magnitude * 10 + digit, 1_000_000_000)
            digits += 1
            next += 1
            guard digits < Self.scalarLimit else { return .broken }
        }
        guard next < end else { return .needsMore }
        guard digits > 0 else { return .broken }
        position = next
        return finish(.number(isNegative ? -magnitude : magnitude))
    }

    private mutating func readWord(_ bytes: [UInt8], _ end: Int) -> Progress? {
        let next = wordEnd(bytes, from: position, end)
        guard next - position < Self.scalarLimit else { return .broken }
        guard next < end else { return .needsMore }
        let word = String(decoding: bytes[position..<next], as: UTF8.self)
        position = next
        return finish(.word(word))
    }

    /// Where the word that begins at `start` ends, if it is no longer than a word may be.
    func wordEnd(_ bytes: [UInt8], from start: Int, _ end: Int) -> Int {
        var next = start
        while next < end, next - start < Self.scalarLimit,
            bytes[next].isWordByte || bytes[next] == UInt8(ascii: "-")
        {
            next += 1
        }
        return next
    }
}

extension PlanValueReader.Container {
    fileprivate mutating func add(_ value: PlanValue) {
        switch kind {
        case .object:
            guard sawColon, let name = key else { return }
            fields.append(.init(name: name, value: value))
            key = nil
            sawColon = false
        case .square, .round, .series:
            // Grown at once for a plan of the usual size.
            if items.isEmpty { items.reserveCapacity(5) }
            items.append(value)
            expectsItem = false
        }
    }
}
