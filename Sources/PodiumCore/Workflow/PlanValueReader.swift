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
        /// An entry of a YAML block, to the end of its line; a text may go on in lines that stand
        /// further in than `indent`.
        case entry(indent: Int)
    }

    /// What may stand among the values without quotes.
    enum Unquoted: Hashable, Sendable {
        /// Words after a text: `["all", none]`.
        case words
        /// Whole sentences, up to a comma or the end of the line: YAML's `[Find it., Check it.]`.
        case sentences
        /// Nothing after a text: `"x", y, z` is a text with a quote inside.
        case nothing
    }

    /// A value longer than this is no plan; it bounds the work of reading an endless one.
    static let sizeLimit = 64 * 1024
    static let depthLimit = 6

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

        /// Whether the name of a field comes next.
        var expectsKey: Bool { kind == .object && key == nil }
    }

    /// What of a text or a bare word is being read.
    enum Scalar: Hashable, Sendable {
        case none
        case quoted(Quote)
        /// Its first literal has ended, and another goes on with it: `"Find " "a way."`.
        case joined
        /// Without quotes; `depth` counts the parentheses that are open within it.
        case bare(depth: Int)
    }

    let start: Int
    /// The first byte that has not been read.
    var position: Int
    var containers: [Container] = []
    var scalar = Scalar.none
    /// The text as far as it has been decoded.
    var decoded: [UInt8] = []
    /// Whether a quotation inside the text is open.
    var isInside = false
    /// Whether blanks at the text's ends stand for nothing.
    var isTrimmed = false
    private var comment: PlanGap.Comment?
    let form: Form
    let unquoted: Unquoted

    init(at start: Int, form: Form, unquoted: Unquoted) {
        self.start = start
        self.form = form
        self.unquoted = unquoted
        position = start
        if form == .series { containers = [Container(kind: .series)] }
    }

    /// Reads on, as far as the bytes go.
    mutating func read(_ bytes: [UInt8]) -> Progress {
        let end = min(bytes.count, start + Self.sizeLimit)
        while true {
            let progress =
                switch scalar {
                case .none, .joined: readNext(bytes, end)
                case .quoted(let quote): readText(in: quote, bytes, end)
                case .bare(let depth): readBare(depth, bytes, end)
                }
            guard let progress else { continue }
            return progress == .needsMore && end - start == Self.sizeLimit ? .broken : progress
        }
    }

    /// What can be shown of a value that has not come to its end.
    var soFar: PlanValue? {
        var inner: PlanValue?
        switch scalar {
        // What is bare may yet be a number or a word that stands for nothing.
        case .none, .bare: break
        case .quoted, .joined: inner = .open(.text(text))
        }
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
        var gap = PlanGap(at: position, within: comment)
        let stop = gap.skip(
            bytes,
            end,
            stopsAtLineBreak: kind == .series && !containers[top].expectsItem
        )
        (position, comment) = (gap.position, gap.comment)
        let mark: PlanMark
        switch stop {
        case .needsMore: return .needsMore
        case .lineBreak: return closeSeries()
        case .mark(let found): mark = found
        }
        if scalar == .joined { return goOn(with: mark, bytes, end) }
        switch kind {
        case nil: return begin(mark, bytes, end)
        case .square?, .round?:
            if mark.sign == UInt8(ascii: kind == .square ? "]" : ")") { return close(mark) }
            if mark.sign == UInt8(ascii: ",") { return skip(mark) }
            return begin(mark, bytes, end)
        case .object?: return readField(mark, bytes, end)
        case .series?:
            if !containers[top].expectsItem {
                guard mark.sign == UInt8(ascii: ",") else { return closeSeries() }
                containers[top].expectsItem = true
                return skip(mark)
            }
            let canBegin =
                mark.sign.digitValue != nil || mark.isQuote || mark.sign.isOne(of: "-[(")
            return canBegin ? begin(mark, bytes, end) : closeSeries()
        }
    }

    private mutating func readField(_ mark: PlanMark, _ bytes: [UInt8], _ end: Int) -> Progress? {
        let top = containers.count - 1
        if containers[top].key == nil {
            if mark.sign == UInt8(ascii: "}") { return close(mark) }
            if mark.sign == UInt8(ascii: ",") { return skip(mark) }
        } else if !containers[top].sawColon {
            guard mark.sign.isOne(of: ":=") else { return .broken }
            containers[top].sawColon = true
            return skip(mark)
        }
        return begin(mark, bytes, end)
    }

    private mutating func skip(_ mark: PlanMark) -> Progress? {
        position += mark.length
        return nil
    }

    private mutating func close(_ mark: PlanMark) -> Progress? {
        position += mark.length
        let container = containers.removeLast()
        // Python's parentheses around one text are no list.
        if container.kind == .round, !containers.isEmpty, container.items.count == 1,
            case .text = container.items[0]
        {
            return finish(container.items[0])
        }
        return finish(container.value)
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

    private mutating func begin(_ mark: PlanMark, _ bytes: [UInt8], _ end: Int) -> Progress? {
        switch mark.sign {
        case UInt8(ascii: "["): return open(.square, mark)
        case UInt8(ascii: "("): return open(.round, mark)
        case UInt8(ascii: "{"): return open(.object, mark)
        default: break
        }
        switch PlanLiteral.opening(bytes, at: position, end) {
        case .needsMore: return .needsMore
        case .found(let quote, let length):
            scalar = .quoted(quote)
            isTrimmed = quote.isTriple
            position += length
            return nil
        case .none: break
        }
        if let kind = containers.last?.kind, kind != .series {
            guard canBeginBare(mark, bytes[position]) else { return .broken }
            scalar = .bare(depth: 0)
            return nil
        }
        if mark.length > 1 { return .broken }
        if mark.sign.isLetter { return readWord(bytes, end) }
        guard mark.sign.digitValue != nil || mark.sign == UInt8(ascii: "-") else { return .broken }
        return readNumber(bytes, end)
    }

    private mutating func open(_ kind: Container.Kind, _ mark: PlanMark) -> Progress? {
        guard containers.count < Self.depthLimit else { return .broken }
        containers.append(Container(kind: kind))
        return skip(mark)
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
        if containers[top].expectsKey {
            switch value {
            case .text(let name) where name.utf8.contains { $0.isOne(of: "{}\n") }: return .broken
            case .text(let name), .word(let name): containers[top].key = name
            case .number(let number): containers[top].key = "\(number)"
            case .list, .object, .open: return .broken
            }
        } else {
            containers[top].add(value)
        }
        return nil
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
