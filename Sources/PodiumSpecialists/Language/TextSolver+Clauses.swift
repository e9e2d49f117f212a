/// Where one clause of an instruction about texts ends and the next begins.
extension TextSolver {
    private static let imperatives: Set<String> = [
        "count", "reverse", "sort", "decode", "decipher", "convert", "encode", "spell", "write",
        "tell", "give", "translate", "how", "say", "put", "state", "alphabetize", "shift",
        "encrypt", "decrypt", "arrange", "what", "what's", "is", "are", "show", "find", "rewrite",
        "express", "determine", "which", "compute", "calculate", "name",
    ]
    private static let joints: Set<String> = [
        "and", "then", "also", "finally", "next", "afterwards", "but", "lastly", "now",
    ]

    static func clauses(of tokens: [Token]) -> [ArraySlice<Token>] {
        var clauses: [ArraySlice<Token>] = []
        var start = 0
        var index = 0
        while index < tokens.count {
            guard let end = breakEnd(index, tokens) else {
                index += 1
                continue
            }
            clauses.append(tokens[start..<index])
            start = end
            index = end
        }
        clauses.append(tokens[start...])
        return clauses.filter { !$0.isEmpty }
    }

    /// Where the next clause begins, if the one before ends here.
    private static func breakEnd(_ index: Int, _ tokens: [Token]) -> Int? {
        let token = tokens[index]
        let next = index + 1 < tokens.count ? tokens[index + 1] : nil
        if token.isSymbol(",") || token.isWord(joints) {
            var end = index
            while end < tokens.count, tokens[end].isSymbol(",") || tokens[end].isWord(joints) {
                end += 1
            }
            let isJoined = tokens[index..<end].contains { $0.isWord(joints) }
            // "…, which was shifted by 3" says more of the same.
            let isNext =
                end < tokens.count && tokens[end].isWord(imperatives)
                && (isJoined || !tokens[end].isWord(["which"]))
            return isNext || token.isWord(["then"]) ? end : nil
        }
        guard token.isSymbol(".?;!"), index > 0, !token.followsSpace else { return nil }
        // Dots inside Morse code end no sentence.
        guard tokens[index - 1].kind != .symbol || token.isSymbol("?") else { return nil }
        return next == nil || next?.kind == .word && next?.followsSpace == true ? index + 1 : nil
    }
}
