public import CellUI
public import PodiumCore

/// Tells a session in sentences on a terminal: wrapped at its width, what agents write beside their
/// names, and the answer as Markdown.
public struct TerminalNarrator: Sendable {
    private var narrator: PlainNarrator
    private var column: StreamColumn
    private var look: Look { column.look }

    public init(session: SessionID, look: Look) {
        narrator = PlainNarrator(session: session)
        column = StreamColumn(look: look)
    }

    /// Takes the next event and returns what there is to say about it.
    ///
    /// - Parameter width: of the terminal, in columns.
    public mutating func narrate(_ event: Event, width: Int) -> [StyledText] {
        let told = narrator.tell(event)
        if case .planAccepted(let fact) = event.fact {
            for step in fact.workflow.steps {
                column.expect("  \(narrator.state.number(of: step.id)) \(step.worker)")
            }
        }
        return told.flatMap { lines($0, width: width) }
    }

    private mutating func lines(_ told: ToldLine, width: Int) -> [StyledText] {
        switch told {
        case .sentence: return told.lines.flatMap { wrapped($0, width: width) }
        case .text(let line, let attempt, let label):
            return column.rows(
                line,
                of: attempt,
                ("  \(label)", style(of: attempt)),
                isAnswer: true,
                width: width
            )
        case .answer(let answer):
            return AnswerLines(answer, look: look, width: width)
                .behind(StyledText("Answer:", look.theme.title.inStream))
        }
    }

    /// A sentence, what goes on of it indented as it is.
    private func wrapped(_ line: String, width: Int) -> [StyledText] {
        let indent = line.prefix { $0 == " " }
        let room = width - indent.count
        guard room >= 20 else { return [StyledText(line, .plain)] }
        let text = WrappedText(
            String(line.dropFirst(indent.count)),
            width: room,
            policy: look.widthPolicy
        )
        return text.lines(in: 0..<text.lineCount).map { StyledText(indent + String($0), .plain) }
    }

    private func style(of id: AttemptID) -> Style {
        guard let attempt = narrator.state.attempt(id) else { return .plain }
        switch attempt.agent {
        case .conductor: return look.theme.conductor
        case .step(let step): return look.theme.series(narrator.state.number(of: step))
        }
    }
}
