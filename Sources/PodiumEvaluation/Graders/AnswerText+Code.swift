extension AnswerText {
    /// The last fenced block: rather one that defines the function, or one marked as Python, than
    /// an example of its use. Without a fence, the whole text where it looks like Python.
    func code(defining function: String?) -> String? {
        let blocks = Self.fencedBlocks(output).filter { !$0.code.trimmed.isEmpty }
        guard !blocks.isEmpty else {
            return Self.looksLikeCode(output) ? output : nil
        }
        let python = blocks.filter { ["python", "py", "python3"].contains($0.language) }
        let candidates = python.isEmpty ? blocks : python
        let defining = function.flatMap { name in
            candidates.last { $0.code.contains("def \(name)(") }
        }
        return (defining ?? candidates.last)?.code
    }

    private struct Block {
        var language: String
        var code: String
    }

    /// A last fence that does not close counts to the end of the text.
    private static func fencedBlocks(_ text: String) -> [Block] {
        var blocks: [Block] = []
        var open: (fence: String, language: String, lines: [Substring])?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let mark = line.trimmed
            if let block = open {
                if mark == block.fence {
                    let code = block.lines.joined(separator: "\n")
                    blocks.append(Block(language: block.language, code: code))
                    open = nil
                } else {
                    open?.lines.append(line)
                }
            } else if let fence = ["```", "~~~"].first(where: mark.hasPrefix) {
                open = (fence, mark.dropFirst(3).trimmed.lowercased(), [])
            }
        }
        if let open {
            blocks.append(Block(language: open.language, code: open.lines.joined(separator: "\n")))
        }
        return blocks
    }

    private static func looksLikeCode(_ text: String) -> Bool {
        let lines = text.split(whereSeparator: \.isNewline).filter { !$0.trimmed.isEmpty }
        // The rest of a function that the prompt began.
        if lines.first?.hasPrefix("    ") == true { return true }
        return lines.contains { line in
            line.hasPrefix("def ") || line.hasPrefix("class ") || line.hasPrefix("import ")
                || line.hasPrefix("from ") && line.contains(" import ")
                || line.hasPrefix("print(") || line.contains("input()")
        }
    }
}
