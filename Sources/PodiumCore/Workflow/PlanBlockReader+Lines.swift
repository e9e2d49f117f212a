extension PlanBlockReader {
    private static let keyLimit = 40

    /// Takes a whole line.
    ///
    /// - Parameter column: how far in it stands, if that is not told by the spaces before it.
    mutating func take(_ bytes: [UInt8], _ whole: Range<Int>, column: Int?) -> Line {
        var start = whole.lowerBound
        while start < whole.upperBound, bytes[start] == UInt8(ascii: " ") { start += 1 }
        let indent = column ?? start - whole.lowerBound
        var end = whole.upperBound
        while end > start, bytes[end - 1].isSpace { end -= 1 }
        let line = start..<end
        let isComment = !line.isEmpty && bytes[start] == UInt8(ascii: "#")
        if let open = lines {
            let awaitsList = open.style == .plain && open.text.isEmpty && isDash(bytes, line)
            if awaitsList, indent >= open.indent {
                lines = nil
            } else if line.isEmpty || indent > open.indent {
                if open.style != .plain || !isComment {
                    goOn(with: text(bytes, line, open.style), at: indent)
                }
                return .part
            }
        }
        if line.isEmpty || isComment { return .part }
        close(to: indent)
        // A list may stand as far in as the field whose value it is.
        if levels.count > 1, let list = levels.last, !list.isMap, !isDash(bytes, line),
            levels[levels.count - 2].isMap, levels[levels.count - 2].indent == indent
        {
            levels.removeLast()
            levels[levels.count - 1].add(list.value)
        }
        let base = levels[0].indent
        let isTaken =
            levels.last?.indent == indent
            ? takeEntry(bytes, line, at: indent) : takeNested(bytes, line, at: indent)
        return isTaken ? .part : indent > base ? .broken : .beyond
    }

    /// Takes the first line of what stands farther in than what is open.
    private mutating func takeNested(_ bytes: [UInt8], _ line: Range<Int>, at indent: Int) -> Bool {
        guard let top = levels.last, indent > top.indent else { return false }
        let isDash = isDash(bytes, line)
        // Fields under a dash that stands alone on its line, or a field with a value of many lines.
        let isMap = !isDash && key(in: bytes, line) != nil
        guard top.isMap ? top.key != nil && (isDash || isMap) : isDash || (hasSteps && isMap) else {
            return false
        }
        levels.append(Level(indent: indent, isMap: isMap))
        return takeEntry(bytes, line, at: indent)
    }

    private mutating func takeEntry(_ bytes: [UInt8], _ line: Range<Int>, at indent: Int) -> Bool {
        guard let top = levels.last, levels.count <= PlanValueReader.depthLimit else {
            return false
        }
        guard isDash(bytes, line) else {
            guard top.isMap, let (name, valueStart) = key(in: bytes, line) else { return false }
            levels[levels.count - 1].key = name
            take(value: valueStart..<line.upperBound, bytes, indent: indent)
            return true
        }
        if top.isMap {
            guard top.key != nil else { return false }
            levels.append(Level(indent: indent, isMap: false))
        }
        var start = line.lowerBound + 1
        while start < line.upperBound, bytes[start] == UInt8(ascii: " ") { start += 1 }
        let rest = start..<line.upperBound
        let inner = indent + start - line.lowerBound
        let isField = hasSteps && levels.count == 1 && key(in: bytes, rest) != nil
        guard isField || isDash(bytes, rest) else {
            take(value: rest, bytes, indent: indent)
            return true
        }
        levels.append(Level(indent: inner, isMap: isField))
        return takeEntry(bytes, rest, at: inner)
    }

    private func isDash(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
        guard !line.isEmpty, bytes[line.lowerBound] == UInt8(ascii: "-") else { return false }
        return line.count == 1 || bytes[line.lowerBound + 1] == UInt8(ascii: " ")
    }

    /// The name of a field at the beginning of the line, and where its value begins.
    private func key(in bytes: [UInt8], _ line: Range<Int>) -> (String, Int)? {
        var name: [UInt8] = []
        var position = line.lowerBound
        while position < line.upperBound, position - line.lowerBound < Self.keyLimit {
            let mark = PlanMark(in: bytes, at: position, end: line.upperBound)
            position += mark.length
            if mark.sign == UInt8(ascii: ":"), !name.isEmpty {
                let isEnd =
                    position == line.upperBound || bytes[position].isSpace || mark.isTypographic
                guard isEnd else { return nil }
                while position < line.upperBound, bytes[position].isSpace { position += 1 }
                return (String(decoding: name, as: UTF8.self), position)
            }
            guard mark.sign.isWordByte || mark.isQuote || mark.sign.isOne(of: "-\\*") else {
                return nil
            }
            name.append(mark.sign)
        }
        return nil
    }

    // MARK: Values

    private mutating func take(value: Range<Int>, _ bytes: [UInt8], indent: Int) {
        guard !value.isEmpty, bytes[value.lowerBound] != UInt8(ascii: "#") else {
            // It may stand in the next lines.
            if levels.last?.isMap == true {
                lines = Lines(style: .plain, indent: indent, text: "")
            }
            return
        }
        let first = PlanMark(in: bytes, at: value.lowerBound, end: value.upperBound)
        if first.sign.isOne(of: "|>"), value.count <= 3 {
            let isLiteral = first.sign == UInt8(ascii: "|")
            lines = Lines(style: isLiteral ? .literal : .folded, indent: indent, text: "")
            return
        }
        // A line break stands behind the value, so that the marks of a literal are all there.
        if case .found = PlanLiteral.opening(bytes, at: value.lowerBound, value.upperBound + 1) {
            beginFlow(at: value.lowerBound, indent: indent)
        } else if first.sign.isOne(of: "[{") {
            beginFlow(at: value.lowerBound, indent: indent)
        } else {
            takePlain(bytes, value, indent: indent)
        }
    }

    private mutating func beginFlow(at start: Int, indent: Int) {
        flow = PlanValueReader(at: start, form: .entry(indent: indent), unquoted: .words)
        position = start
    }

    mutating func takePlain(_ bytes: [UInt8], _ value: Range<Int>, indent: Int) {
        lines = Lines(style: .plain, indent: indent, text: text(bytes, value, .plain))
    }

    /// The text of a line, without the comment behind it where there may be one.
    private func text(_ bytes: [UInt8], _ line: Range<Int>, _ style: Lines.Style) -> String {
        let comment = line.dropFirst().first {
            style == .plain && bytes[$0] == UInt8(ascii: "#") && bytes[$0 - 1].isSpace
        }
        let part = bytes[line.lowerBound..<(comment ?? line.upperBound)]
        let text = String(decoding: part, as: UTF8.self)
        return style == .plain ? text.trimmed : text
    }

    private mutating func goOn(with line: String, at indent: Int) {
        guard var open = lines else { return }
        lines = nil
        if open.margin == nil, !line.isEmpty { open.margin = indent }
        switch open.style {
        case .literal:
            let space = line.isEmpty ? 0 : max(0, indent - (open.margin ?? indent))
            if !open.text.isEmpty { open.text += "\n" }
            open.text += String(repeating: " ", count: space) + line
        case .plain, .folded:
            if !line.isEmpty { open.text += (open.text.isEmpty ? "" : " ") + line }
        }
        lines = open
    }
}
