extension PlanTemplate {
    /// What may stand in double braces.
    public enum Placeholder: String, CaseIterable, Sendable {
        case question
        case workers
        case stepLimit = "step_limit"
        case examples

        /// A prompt without it cannot work.
        public var isRequired: Bool { self == .question || self == .workers }

        public var mark: String { "{{\(rawValue)}}" }
    }

    /// What is wrong with the template, one sentence each; empty when it can be used.
    public var problems: [String] {
        var problems: [String] = []
        for placeholder in Placeholder.allCases
        where placeholder.isRequired && !prompt.contains(placeholder.mark) {
            problems.append("the template has no \(placeholder.mark)")
        }
        for piece in Self.pieces(of: prompt) {
            if case .unknown(let name) = piece {
                let known = Placeholder.allCases.map(\.mark).joined(separator: ", ")
                problems.append("{{\(name)}} is no placeholder; there are \(known)")
            }
        }
        if prompt.contains(Placeholder.examples.mark), examples == nil {
            problems.append("the template has {{examples}}, but no examples are given")
        }
        return problems
    }

    /// The prompt with its placeholders replaced. What is put in is not searched again.
    func filled(for request: PlanRequest) -> String {
        Self.pieces(of: prompt).map { piece in
            switch piece {
            case .text(let text): text
            case .unknown(let name): "{{\(name)}}"
            case .placeholder(.question): request.situation.droppingQuestionLabel
            case .placeholder(.workers): request.workerList
            case .placeholder(.stepLimit): "\(request.stepLimit)"
            case .placeholder(.examples): examples ?? ""
            }
        }
        .joined()
    }

    private enum Piece {
        case text(String)
        case placeholder(Placeholder)
        case unknown(String)
    }

    private static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        var rest = text[...]
        while let opening = rest.firstRange(of: "{{"),
            let closing = rest[opening.upperBound...].firstRange(of: "}}")
        {
            let name = rest[opening.upperBound..<closing.lowerBound]
            // Braces of another meaning, such as JSON in an example, stay as they are.
            guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0 == "_" }) else {
                pieces.append(.text(String(rest[..<opening.upperBound])))
                rest = rest[opening.upperBound...]
                continue
            }
            pieces.append(.text(String(rest[..<opening.lowerBound])))
            let placeholder = Placeholder(rawValue: String(name))
            pieces.append(placeholder.map(Piece.placeholder) ?? .unknown(String(name)))
            rest = rest[closing.upperBound...]
        }
        return pieces + [.text(String(rest))]
    }
}

extension String {
    /// The template says itself that a question follows.
    fileprivate var droppingQuestionLabel: String {
        hasPrefix("Question:\n") ? String(dropFirst("Question:\n".count)) : self
    }
}

extension Substring {
    fileprivate func firstRange(of mark: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(mark) {
                return start..<index(start, offsetBy: mark.count)
            }
            start = index(after: start)
        }
        return nil
    }
}
