/// Entries for a mapping or a list at the top level of a YAML file. All that is there stays as it is,
/// byte for byte.
///
/// It goes by lines and knows little of YAML: whoever inserts reads the result again and compares.
struct BlockInsertion {
    /// Why nothing can be inserted, in one sentence.
    struct Refusal: Error, Hashable {
        var reason: String
    }

    var key: String
    /// A line each, without indentation.
    var entries: [String]

    func apply(to text: String) throws(Refusal) -> String {
        // By bytes: "\r\n" is one `Character`.
        var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
            .map { String(Substring($0)) }
        let ending = lines.count > 1 && lines[0].utf8.last == 0x0D ? "\r" : ""
        guard let head = lines.firstIndex(where: { value(of: $0) != nil }) else {
            let section = ["", "\(key):"] + entries.map { "  " + $0 }
            let body = section.map { $0 + ending } + [""]
            // The file's last line may lack its end.
            if lines.last?.isEmpty == true { lines.removeLast() }
            if lines.isEmpty { return body.dropFirst().joined(separator: "\n") }
            if !ending.isEmpty, lines.last?.utf8.last != 0x0D { lines[lines.count - 1] += ending }
            return (lines + body).joined(separator: "\n")
        }
        guard value(of: lines[head])?.isEmpty == true else {
            throw Refusal(reason: "`\(key):` is written on one line, line \(head + 1)")
        }
        let (last, indentation) = block(after: head, in: lines)
        if !ending.isEmpty, lines[last].utf8.last != 0x0D { lines[last] += ending }
        let isAtEnd = last == lines.count - 1
        lines.insert(contentsOf: entries.map { indentation + $0 + ending }, at: last + 1)
        // A last line without an end has one now, and the new last one has none.
        if isAtEnd, !ending.isEmpty { lines[lines.count - 1].unicodeScalars.removeLast() }
        return lines.joined(separator: "\n")
    }

    /// What stands behind the key on its line, comments apart; nil on any other line.
    private func value(of line: String) -> Substring? {
        guard line.hasPrefix("\(key):") else { return nil }
        let rest = line.dropFirst(key.count + 1)
        guard rest.isEmpty || rest.first?.isWhitespace == true else { return nil }
        let value = rest.drop(while: \.isWhitespace)
        return value.first == "#" ? "" : value
    }

    /// The last line of what belongs to the key, and how its entries are indented.
    private func block(after head: Int, in lines: [String]) -> (last: Int, indentation: String) {
        var last = head
        var indentation: String?
        for index in lines.indices.dropFirst(head + 1) {
            let line = lines[index]
            let content = line.drop(while: \.isWhitespace)
            if content.isEmpty { continue }
            let indent = line.prefix { $0 == " " }
            let isEntry = content == "-" || content.hasPrefix("- ")
            if indent.isEmpty, content.first == "#" { continue }
            guard !indent.isEmpty || isEntry else { break }
            last = index
            if indentation == nil, content.first != "#" { indentation = String(indent) }
        }
        return (last, indentation ?? "  ")
    }
}
