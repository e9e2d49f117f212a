import CellUI
import PodiumCore
import PodiumTesting
import Testing

@testable import Workbench

/// What tests do with a workbench: press keys, write, look at the screen.
protocol WorkbenchDriving {}

extension WorkbenchDriving {
    /// One with steps running.
    var session: SampleSession { SampleSession(stages: 1) }
    var id: SessionID { SessionID(rawValue: "sample") }

    func workbench(_ session: SampleSession, keymap: Keymap = .standard) -> Workbench {
        var workbench = Workbench(
            look: Look(theme: .standard(depth: .trueColor), unicode: true),
            size: Size(width: 120, height: 36),
            samples: [],
            keymap: keymap
        )
        _ = workbench.update(.began(id), at: session.now)
        _ = workbench.update(.events(id, session.events), at: session.now)
        return workbench
    }

    /// One that shows a session as a run made it.
    func workbench(_ history: HistoryBuilder, unicode: Bool = true) -> Workbench {
        var workbench = Workbench(
            look: Look(theme: .standard(depth: .trueColor), unicode: unicode),
            size: Size(width: 120, height: 36),
            samples: []
        )
        _ = workbench.update(.began(history.state.id), at: history.now)
        _ = workbench.update(.events(history.state.id, history.events), at: history.now)
        return workbench
    }

    func press(_ keys: String..., in workbench: inout Workbench) -> [Effect] {
        keys.flatMap { name -> [Effect] in
            guard let key = Key(name) else {
                Issue.record("\(name) is no key")
                return []
            }
            return workbench.update(.input(.key(key)), at: session.now)
        }
    }

    func screen(_ workbench: inout Workbench, width: Int = 120, height: Int = 36) -> String {
        var buffer = CellBuffer(size: Size(width: width, height: height))
        _ = workbench.render(into: &buffer)
        return buffer.text
    }

    func type(_ text: String, in workbench: inout Workbench) {
        for character in text {
            _ = workbench.update(.input(.key(.character(character))), at: session.now)
        }
    }

    func step(_ number: Int, in workbench: Workbench) throws -> StepState {
        let state = try #require(workbench.session?.state)
        let round = try #require(state.currentRound)
        let steps = state.steps(of: round.id)
        return try #require(steps.indices.contains(number - 1) ? steps[number - 1] : nil)
    }
}
