import PodiumCore

/// What a person means to have done: what a row of a list, a text or a "yes" stands for.
enum Intent: Sendable {
    /// A command, of a list.
    case perform(Command)
    /// A decision. What it costs is told first, where it costs something.
    case decide(Override)
    /// A decision whose cost has been told.
    case decideAnyway(Override)
    /// Something has to be written first.
    case write(Writer)
    /// A question, which goes on with the conversation on screen.
    case ask(String)
    case find(String)
    /// The events of a replay in which a text is; all for none.
    case filterEvents(String)
    /// To a place of a replay, as it was written.
    case goTo(String)
    case open(SessionID)
    /// The sessions of a client of the endpoint.
    case showSessions(of: String)
    case asking(Asking.Choice)
    case take(NamedTheme)
    case change(Setting)
    /// Runs of this process are interrupted.
    case quit
    /// What was written cannot be understood: why.
    case complain(String)
}

extension Writer.Purpose {
    /// What a text means that was written for this.
    ///
    /// - Parameter state: the session it is about, as it was seen; nil on the start screen.
    func intent(of text: String, in state: SessionState?) -> Intent {
        switch self {
        case .subtask(let step): return .decide(.rewrite(step, subtask: text))
        case .output(let step): return .decide(.write(step, output: text))
        case .insertion(let after, let worker):
            return .decide(
                .insert(after: after, worker: worker, subtask: text, access: nil, readers: nil)
            )
        case .remark: return .decide(.replan(remark: text))
        case .budget:
            return Self.decision { () throws(OverrideWords.Failure) in
                .budget(try OverrideWords.budget(text))
            }
        case .bounds:
            do throws(OverrideWords.Failure) {
                return .asking(.budget(try OverrideWords.budget(text)))
            } catch {
                return .complain(error.description)
            }
        case .words:
            guard let state else { return .complain("There is no session to decide in.") }
            return Self.decision { () throws(OverrideWords.Failure) in
                try OverrideWords.read(line: text, in: state)
            }
        case .find: return .find(text)
        case .eventFilter: return .filterEvents(text)
        case .place: return .goTo(text)
        case .question: return .ask(text)
        }
    }

    private static func decision(
        _ read: () throws(OverrideWords.Failure) -> Override
    ) -> Intent {
        do throws(OverrideWords.Failure) {
            return .decide(try read())
        } catch {
            return .complain(error.description)
        }
    }
}

extension Override {
    /// What a person wrote to decide this, and for what; nil when nothing had to be written.
    var written: (purpose: Writer.Purpose, text: String)? {
        switch self {
        case .rewrite(let step, let subtask): (.subtask(step), subtask)
        case .write(let step, let output): (.output(step), output)
        case .insert(let after, let worker, let subtask, _, _):
            (.insertion(after: after, worker: worker), subtask)
        case .replan(let remark): (.remark, remark)
        default: nil
        }
    }
}
