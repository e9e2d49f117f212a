/// Finds the lists of a sentence that introduce people and values: `Ann, Bob and Cid`,
/// `(a cat, a dog or a fish)`.
struct AssignmentLists {
    struct List {
        var items: [Token]
        var range: Range<Int>
    }

    private(set) var lists: [List] = []

    init(_ tokens: [Token]) {
        var index = 0
        while index < tokens.count {
            if let list = Self.list(tokens, at: index) {
                lists.append(list)
                index = list.range.upperBound
            } else {
                index += 1
            }
        }
    }

    private static func list(_ tokens: [Token], at start: Int) -> List? {
        var reader = WordReader(tokens)
        reader.position = start
        guard let first = item(&reader) else { return nil }
        var items = [first]
        var isClosed = false
        while !isClosed {
            let place = reader.position
            let comma = reader.take(",")
            isClosed = reader.take("and") || reader.take("or")
            guard comma || isClosed, let next = item(&reader) else {
                reader.position = place
                break
            }
            items.append(next)
        }
        // A list in brackets or after a colon may do without "and".
        let mark = start > 0 ? tokens[start - 1] : nil
        let isMarked = mark.map { $0.isSymbol("(:") } ?? false
        guard (3...Assignment.sizeLimit).contains(items.count),
            isClosed && items.count > 2 || isMarked
        else { return nil }
        return List(items: items, range: start..<reader.position)
    }

    private static func item(_ reader: inout WordReader) -> Token? {
        let start = reader.position
        let hasArticle = ["a", "an", "the"].contains { article in
            reader.next?.text == article && reader.take(article)
        }
        guard let token = reader.next, token.kind == .word,
            !AssignmentReader.people.contains(token.key),
            hasArticle || !AssignmentReader.isCommon(token)
        else {
            reader.position = start
            return nil
        }
        reader.position += 1
        return token
    }
}
